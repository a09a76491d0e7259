"""What one name means by itself, before it is seen among others of the same answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digikunta_cli.model import OrganisationType
from digikunta_cli.reference.aliases import Meaning, finnish_genitives, meaning_of
from digikunta_cli.reference.near import edits_allowed, edits_to_word, nearest
from digikunta_cli.reference.partners import COMPANY_FORMS, partner
from digikunta_cli.reference.tables import former_names, municipalities
from digikunta_cli.reference.wording import MUNICIPAL, SINGULAR, tokens

SUGGESTED = 5
"""Municipalities suggested at most."""
_CODE = re.compile(r"[0-9]{3}")
_ADDRESS = re.compile(r"(?:www\.)?([^\W_][\w-]*)\.fi")
_GLUED = re.compile(r"(.{3,}n)(?:kunta|kaupunki)")
_OWN_BODIES = frozenset({OrganisationType.STATE, OrganisationType.OTHER})
"""An office, a school or a hospital beside a municipality's name is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One name as understood; `codes` are those that may be accepted."""

    codes: tuple[str, ...] = ()
    how: str = "unknown"
    former: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    type: OrganisationType | None = None
    is_company: bool = False
    is_placed: bool = False
    """A partner whose own name begins with a municipality's, as in Keravan hyvinvointialue."""
    worded: bool = False
    """A word such as kunta stands beside the name."""
    is_genitive: bool = False
    """A bare genitive such as Turun, which may belong to a word that comes later."""

    def doubted(self) -> "Reading":
        """The same with its municipalities only suggested."""
        return Reading(suggestions=self.codes or self.suggestions)


def read(part: str, *, worded: bool = False) -> Reading:
    """What one tidy name means; `worded` where a word such as `kunnat` stands after its list."""
    words = tokens(part)
    codes = [word for word in words[:1] + words[1:][-1:] if _is_code(word)]
    if not codes:
        return _read_words(words, worded=worded)
    rest = tuple(word for word in words if word != codes[0])
    return _with_code(codes[0], _read_words(rest, worded=worded) if rest else None)


def _is_code(word: str) -> bool:
    return _CODE.fullmatch(word) is not None and bool(_today(word))


def _today(code: str) -> tuple[str, ...]:
    """The municipality of today that a code, in use or not, stands for."""
    today = tuple(each.code for each in municipalities() if each.code == code)
    return today or tuple(each.code for each in former_names() if each.old_code == code)


def _with_code(code: str, named: Reading | None) -> Reading:
    """A code alone is enough where it is in use; beside a name both must say the same."""
    today = _today(code)
    if named is not None and named.codes == today:
        return named
    told = () if named is None else (*named.codes, *named.suggestions)
    if named is None and today == (code,):
        return Reading(codes=today, how="exact")
    return Reading(suggestions=tuple(dict.fromkeys((*today, *told)))[:SUGGESTED])


@dataclass(frozen=True, slots=True)
class _Beside:
    """A name and the word beside it, such as kunta."""

    name: tuple[str, ...]
    rest: tuple[str, ...] = ()
    edits: int = 0
    """Edits that make the word right."""


def _read_words(words: Sequence[str], *, worded: bool) -> Reading:
    beside = _beside(words)
    body = partner(words)
    if body and not (beside and beside.rest and body.type in _OWN_BODIES):
        company = not COMPANY_FORMS.isdisjoint(words) or body.type is OrganisationType.COMPANY
        placed = meaning_of(words[0].replace("-", " ")) is not None
        return Reading(how="partner", type=body.type, is_company=company, is_placed=placed)
    if beside is None:
        is_genitive = " ".join(words).replace("-", " ") in finnish_genitives()
        return replace(_read_name(_Beside(tuple(words)), worded=worded), is_genitive=is_genitive)
    return replace(_read_name(beside, worded=True), worded=True)


def _beside(words: Sequence[str]) -> _Beside | None:
    """The name that stands before, or after, a word such as kunta; None where none does."""
    if len(words) > 1 and words[0] in SINGULAR:
        return _Beside(tuple(words[1:]))
    for place, word in enumerate(words):
        if place and word in MUNICIPAL:
            return _Beside(tuple(words[:place]), tuple(words[place + 1 :]))
    edits = edits_to_word(words[-1]) if len(words) > 1 else None
    return None if edits is None else _Beside(tuple(words[:-1]), edits=edits)


def _read_name(beside: _Beside, *, worded: bool) -> Reading:
    alias = " ".join(beside.name).replace("-", " ")
    meaning = meaning_of(alias)
    if meaning and not meaning.is_clear(worded=worded):
        return Reading(suggestions=meaning.codes)
    if meaning:
        return _accepted((meaning,), is_near=bool(beside.edits))
    return (
        _two_halves(beside.name, worded=worded)
        or _run_together(alias, beside.name)
        or _misspelt(alias, beside, worded=worded)
    )


def _accepted(meanings: Sequence[Meaning], *, is_near: bool = False) -> Reading:
    former = tuple(dict.fromkeys(meaning.former for meaning in meanings if meaning.former))
    return Reading(
        codes=tuple(dict.fromkeys(code for meaning in meanings for code in meaning.codes)),
        how="near" if is_near else "former" if former else "exact",
        former=former,
    )


def _two_halves(name: Sequence[str], *, worded: bool) -> Reading | None:
    """Kemi-Tornio is two names; whole names with a hyphen were found before."""
    halves = [meaning_of(half) for half in name[0].split("-")] if len(name) == 1 else []
    found = [each for each in halves if each and each.is_clear(worded=worded)]
    return _accepted(found) if len(found) == len(halves) == 2 else None


def _run_together(alias: str, name: Sequence[str]) -> Reading | None:
    """www.kihnio.fi and Salonkaupunki."""
    address = _ADDRESS.fullmatch(name[0]) if len(name) == 1 else None
    label = address.group(1).replace("-", "") if address else alias
    glued = _GLUED.fullmatch(label)
    meaning = meaning_of(glued.group(1)) if glued else meaning_of(label) if address else None
    if meaning is None or not meaning.is_clear(worded=True):
        return None
    return _accepted((meaning,), is_near=address is None)


def _misspelt(alias: str, beside: _Beside, *, worded: bool) -> Reading:
    """Accepted only beside a word such as kunta, and never as a former name."""
    near = nearest(alias, edits=2 if len(alias) >= 6 else 1)
    if near is None:
        return Reading(suggestions=_begins_with(beside.name))
    allowed = min(edits_allowed(alias), 2 - beside.edits)
    is_clear = len(near.codes) == 1 and not near.former and not beside.rest
    if worded and is_clear and near.edits <= allowed:
        return Reading(codes=near.codes, how="near")
    return Reading(how="near", suggestions=near.codes[:SUGGESTED])


def _begins_with(name: Sequence[str]) -> tuple[str, ...]:
    """The municipality whose genitive begins the name of a unit, as in Salon ruokapalvelut."""
    if len(name) < 2 or name[1] in ("seudun", "alueen") or name[0][-1] not in "ns":
        return ()
    meaning = meaning_of(name[0].replace("-", " "))
    return meaning.codes if meaning else ()

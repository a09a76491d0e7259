"""From the name that someone wrote to the municipalities that it means. Never a wrong one.

What is not certain is suggested, not accepted: municipality names are parts of many other names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digikunta_cli.model import OrganisationType
from digikunta_cli.reference.partners import ASSOCIATION_FORMS, COMPANY_FORMS
from digikunta_cli.reference.reading import SUGGESTED, Reading, read
from digikunta_cli.reference.wording import is_area, is_together, is_unit, parts, tidy, tokens
from digikunta_cli.text import key

_FORMS = COMPANY_FORMS | ASSOCIATION_FORMS
_REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a name means."""

    text: str
    municipalities: tuple[str, ...] = ()
    """Codes that may be taken without asking, in the order written."""
    type: OrganisationType | None = None
    """None where the name does not tell."""
    how: str = "unknown"
    """exact, former, near (a misspelling), partner (no municipality) or unknown."""
    certain: bool = False
    """Whether nobody has to be asked."""
    suggestions: tuple[str, ...] = ()
    """Codes that may be meant; a person decides."""
    former: tuple[str, ...] = ()
    """Finnish names of the former municipalities that were counted as today's."""


@lru_cache(maxsize=_REMEMBERED)
def resolve(text: str) -> Resolution:
    """Which municipalities, or what other kind of body, a name means.

    Several municipalities may be named together. Beside them other bodies may be named: then the
    municipalities are accepted only where a municipality comes first and plainly is one.
    """
    line = tidy(text)
    readings = _readings(parts(line))
    if _is_one_body(readings):
        return Resolution(text=text, type=readings[-1].type, how="partner", certain=True)
    accepted = [reading for reading in readings if reading.codes]
    others = [reading for reading in readings if not reading.codes]
    if accepted and readings[0].codes and _are_plain(accepted, others, line):
        return _municipalities(text, accepted, others)
    return _no_municipality(text, readings)


def is_one_body(text: str) -> bool:
    """Whether the municipalities in a name only say whose body it is, which comes after them."""
    return _is_one_body(_readings(parts(tidy(text))))


def organisation_key(resolution: Resolution) -> str:
    """The same for every spelling of the same body: its codes, or its name without legal form."""
    if resolution.municipalities:
        return "+".join(sorted(resolution.municipalities))
    words = tokens(tidy(resolution.text))
    bare = key(" ".join(word for word in words if word not in _FORMS))
    return f"name:{bare or key(resolution.text)}"


def body_keys(resolutions: Iterable[Resolution]) -> frozenset[str]:
    """The keys of all bodies: each municipality's code, other bodies by their name."""
    return frozenset(
        body
        for resolution in resolutions
        for body in resolution.municipalities or (organisation_key(resolution),)
    )


def _is_one_body(readings: Sequence[Reading]) -> bool:
    """`Turun, Kaarinan ja Liedon seurakuntayhtymä`: genitives before the word of a body."""
    *owners, body = readings or (Reading(),)
    return body.is_placed and bool(owners) and all(each.is_genitive for each in owners)


def _readings(pieces: Sequence[str]) -> list[Reading]:
    named = [piece for piece in pieces if len(pieces) == 1 or not is_unit(piece)]
    plurals = [place for place, piece in enumerate(named) if is_area(piece)]
    ends = plurals[-1] if plurals else -1
    readings = [read(piece, worded=place < ends) for place, piece in enumerate(named)]
    for place in plurals:
        before = readings[place - 1] if place else Reading()
        # "Oulun kunnat" alone are the municipalities around it, unless a list ends there.
        if len(readings[place].codes) == 1 and (before.worded or not before.codes):
            readings[place] = readings[place].doubted()
    return readings


def _are_plain(accepted: Sequence[Reading], others: Sequence[Reading], line: str) -> bool:
    """Whether the accepted ones are municipalities indeed, whatever else is named with them."""
    codes = {code for reading in accepted for code in reading.codes}
    has_company = any(other.is_company for other in others)
    if not others or accepted[0].worded or (len(codes) > 1 and not (has_company and "&" in line)):
        return True
    # "Sipoo ja Sitra", but neither "Salo & Virtanen Oy" nor "Rauma, Kuvitteellinen Oy"; and
    # "Vantaan ja Keravan hyvinvointialue" is one body.
    are_partners = all(other.how == "partner" and not other.is_placed for other in others)
    return is_together(line) and are_partners and not has_company


def _municipalities(
    text: str, accepted: Sequence[Reading], others: Sequence[Reading]
) -> Resolution:
    codes = tuple(dict.fromkeys(code for reading in accepted for code in reading.codes))
    # A misspelt name among good ones has to be asked about; a unit's name has not.
    misspelt = [reading for reading in others if reading.how == "near"]
    suggestions = _suggested(misspelt, without=codes)
    hows = {reading.how for reading in (*accepted, *misspelt)}
    return Resolution(
        text=text,
        municipalities=codes,
        type=OrganisationType.GROUP if len(codes) > 1 else OrganisationType.MUNICIPALITY,
        how=next(how for how in ("near", "former", "exact") if how in hows),
        certain=not suggestions,
        suggestions=suggestions,
        former=tuple(dict.fromkeys(name for reading in accepted for name in reading.former)),
    )


def _no_municipality(text: str, readings: Sequence[Reading]) -> Resolution:
    suggestions = _suggested(readings, without=())
    partner = next((reading for reading in readings if reading.how == "partner"), None)
    if partner:
        perhaps = suggestions if readings[0].codes else ()
        return Resolution(
            text=text,
            type=partner.type,
            how="partner",
            certain=not perhaps,
            suggestions=perhaps,
        )
    is_near = any(reading.how == "near" for reading in readings)
    return Resolution(text=text, how="near" if is_near else "unknown", suggestions=suggestions)


def _suggested(readings: Iterable[Reading], *, without: tuple[str, ...]) -> tuple[str, ...]:
    found = dict.fromkeys(
        code
        for reading in readings
        for code in (*reading.codes, *reading.suggestions)
        if code not in without
    )
    return tuple(found)[:SUGGESTED]

"""Every spelling that means a municipality: names of today and before, inflected and folded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from digikunta_cli.reference.tables import (
    Former,
    Municipality,
    former_names,
    municipalities,
    rows,
)
from digikunta_cli.reference.wording import alias_of

_FOLD = str.maketrans("åäö", "aao")
_ENDINGS = {"inner": ("ssa", "ssä", "sta", "stä"), "outer": ("lla", "llä", "lta", "ltä", "lle")}
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a spelling means: several codes where it is ambiguous."""

    codes: tuple[str, ...]
    former: str = ""
    """The former name in Finnish, where it is one."""
    care: str = ""
    """Empty, `alone` (needs a word such as kunta beside it) or `never` (only to suggest)."""

    def is_clear(self, *, worded: bool) -> bool:
        """Whether it may be accepted, with or without a word such as kunta beside it."""
        return len(self.codes) == 1 and (not self.care or (self.care == "alone" and worded))


_Spelling = tuple[str, Meaning]


def meaning_of(alias: str) -> Meaning | None:
    """What a spelling, as `alias_of` makes it, means; None where it is no municipality's."""
    return _table().get(alias)


@cache
def finnish_genitives() -> frozenset[str]:
    """The Finnish genitives of names of today and before, as `alias_of` makes them."""
    today = (genitive for each in municipalities() for genitive in each.genitives)
    before = (each.genitive for each in former_names())
    return frozenset(_alias(genitive) for genitive in (*today, *before))


@cache
def spellings() -> tuple[tuple[str, Meaning], ...]:
    """The correct spellings to compare others with, names of today and former ones."""
    plain = (each for each in (*_today(), *_before()) if len(each[0]) >= _SHORTEST)
    # Åbos is too short to tell it from other words by its letters.
    swedish = (each for each in _swedish_genitives() if len(each[0]) > _SHORTEST)
    return tuple(dict.fromkeys((*plain, *swedish)))


@cache
def _table() -> dict[str, Meaning]:
    """Alias to meaning; an earlier layer wins, and two meanings in one layer are ambiguous."""
    table: dict[str, Meaning] = {}
    for layer in (_today(), _before(), _told(), _swedish_genitives(), _inflected(), _folded()):
        table |= _merged(spelling for spelling in layer if spelling[0] not in table)
    return table


def _merged(layer: Iterable[_Spelling]) -> dict[str, Meaning]:
    merged: dict[str, Meaning] = {}
    for alias, meaning in layer:
        known = merged.get(alias, meaning)
        if known.codes != meaning.codes:
            codes = dict.fromkeys((*known.codes, *meaning.codes))
            known = Meaning(tuple(codes), known.former, known.care)
        merged[alias] = known
    return merged


def _alias(name: str) -> str:
    """The same as `alias_of` for the tables' own clean names, without its price."""
    return alias_of(name) if ":" in name else name.casefold().replace("-", " ")


@cache
def _today() -> tuple[_Spelling, ...]:
    return tuple(
        (_alias(name), Meaning((each.code,)))
        for each in municipalities()
        for name in (each.name_fi, each.name_sv, *each.genitives)
    )


@cache
def _before() -> tuple[_Spelling, ...]:
    return tuple(
        (_alias(name), _meaning_before(each))
        for each in former_names()
        for name in _names_before(each)
    )


def _meaning_before(each: Former) -> Meaning:
    return Meaning((each.code,), each.name_fi, each.care)


def _names_before(each: Former) -> Iterator[str]:
    yield from (each.name_fi, each.name_sv, each.genitive)
    if " " in each.name_fi:
        # Rural municipalities around a town: Rovaniemen mlk, Rovaniemi mlk, Rovaniemi lk.
        yield each.name_fi.replace("maalaiskunta", "mlk")
        place = each.name_sv.removesuffix(" landskommun")
        yield from (f"{place} mlk", f"{place} lk", f"{place}s landskommun")


def _told() -> Iterator[_Spelling]:
    for row in rows("aliases.csv"):
        yield _alias(row["alias"]), Meaning((row["code"],), care=row["care"])


@cache
def _swedish_genitives() -> tuple[_Spelling, ...]:
    """Swedish adds an s to either name: Kyrkslätts kommun, Rautjärvis kommun."""
    today = ((each.name_sv, each.name_fi, Meaning((each.code,))) for each in municipalities())
    before = ((each.name_sv, each.name_fi, _meaning_before(each)) for each in former_names())
    return tuple(
        (f"{_alias(name)}s", meaning)
        for name_sv, name_fi, meaning in (*today, *before)
        for name in (name_sv, name_fi)
    )


@cache
def _inflected() -> tuple[_Spelling, ...]:
    return (*_wrong_genitives(), *_local_cases())


def _wrong_genitives() -> Iterator[_Spelling]:
    """A common mistake: the genitive without the change inside the word, as in Keitelen."""
    for each in municipalities():
        yield f"{_alias(each.name_fi)}n", Meaning((each.code,))
    for former in former_names():
        yield f"{_alias(former.name_fi)}n", _meaning_before(former)


def _local_cases() -> Iterator[_Spelling]:
    """Turussa, Seinäjoelta; both vowels are made, as the wrong one means nothing else."""
    for each in municipalities():
        meaning = Meaning((each.code,))
        for stem, case in product(_stems(each), each.local_cases):
            yield from ((stem + ending, meaning) for ending in _ENDINGS[case])


def _stems(each: Municipality) -> Iterator[str]:
    for genitive in each.genitives:
        stem = _alias(genitive).removesuffix("n")
        yield f"{stem.removesuffix('ste')}si" if stem.endswith("iste") else stem


def _folded() -> Iterator[_Spelling]:
    """Without the dots and rings, and without blanks, as in web addresses."""
    for alias, meaning in (*_today(), *_before(), *_swedish_genitives(), *_inflected()):
        folded = alias.translate(_FOLD)
        yield folded, meaning
        if " " in alias:
            yield folded.replace(" ", ""), meaning
            yield alias.replace(" ", ""), meaning

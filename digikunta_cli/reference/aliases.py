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


@dataclass(frozen=True, slots=True)
class Spelling:
    """A correct spelling to which others are compared."""

    alias: str
    meaning: Meaning


def meaning_of(alias: str) -> Meaning | None:
    """What a spelling, as `alias_of` makes it, means; None where it is no municipality's."""
    return _table().get(alias)


@cache
def spellings() -> tuple[Spelling, ...]:
    """The correct spellings of four letters or more, names of today and former ones."""
    found = {
        spelling: None
        for layer in (_today(), _before(), _swedish_genitives())
        for spelling in layer
        if len(spelling.alias) > 3
    }
    return tuple(found)


@cache
def _table() -> dict[str, Meaning]:
    """Alias to meaning; an earlier layer wins, and two meanings in one layer are ambiguous."""
    table: dict[str, Meaning] = {}
    for layer in (_today(), _before(), _told(), _swedish_genitives(), _inflected(), _folded()):
        table |= _merged(spelling for spelling in layer if spelling.alias not in table)
    return table


def _merged(layer: Iterable[Spelling]) -> dict[str, Meaning]:
    merged: dict[str, Meaning] = {}
    for spelling in layer:
        known = merged.get(spelling.alias, spelling.meaning)
        if known.codes != spelling.meaning.codes:
            known = Meaning((*known.codes, *spelling.meaning.codes), known.former, known.care)
        merged[spelling.alias] = known
    return merged


@cache
def _today() -> tuple[Spelling, ...]:
    return tuple(
        Spelling(alias_of(name), Meaning((each.code,)))
        for each in municipalities()
        for name in (each.name_fi, each.name_sv, *each.genitives)
    )


@cache
def _before() -> tuple[Spelling, ...]:
    return tuple(
        Spelling(alias_of(name), _former_meaning(each))
        for each in former_names()
        for name in _former_spellings(each)
    )


def _former_meaning(each: Former) -> Meaning:
    return Meaning((each.code,), each.name_fi, each.care)


def _former_spellings(each: Former) -> Iterator[str]:
    yield from (each.name_fi, each.name_sv, each.genitive)
    if " " in each.name_fi:
        # Rural municipalities around a town: Rovaniemen mlk, Rovaniemi mlk, Rovaniemi lk.
        yield each.name_fi.replace("maalaiskunta", "mlk")
        place = each.name_sv.removesuffix(" landskommun")
        yield from (f"{place} mlk", f"{place} lk", f"{place}s landskommun")


def _told() -> Iterator[Spelling]:
    for row in rows("aliases.csv"):
        yield Spelling(alias_of(row["alias"]), Meaning((row["code"],), care=row["care"]))


@cache
def _swedish_genitives() -> tuple[Spelling, ...]:
    """Swedish adds an s to either name: Kyrkslätts kommun, Rautjärvis kommun."""
    today = [(each, Meaning((each.code,))) for each in municipalities()]
    before = [(each, _former_meaning(each)) for each in former_names()]
    return tuple(
        Spelling(f"{alias_of(name)}s", meaning)
        for each, meaning in (*today, *before)
        for name in (each.name_sv, each.name_fi)
    )


def _inflected() -> Iterator[Spelling]:
    for each in municipalities():
        meaning = Meaning((each.code,))
        # A common mistake: the genitive without the change inside the word, as in Keitelen.
        yield Spelling(f"{alias_of(each.name_fi)}n", meaning)
        yield from (Spelling(alias_of(name), meaning) for name in _local(each))
    for former in former_names():
        yield Spelling(f"{alias_of(former.name_fi)}n", _former_meaning(former))


def _local(each: Municipality) -> Iterator[str]:
    """Turussa, Seinäjoelta; both vowels are made, as the wrong one means nothing else."""
    for genitive, case in product(each.genitives, each.local_cases):
        stem = genitive.removesuffix("n")
        if stem.endswith("iste"):
            stem = f"{stem.removesuffix('ste')}si"
        yield from (f"{stem}{ending}" for ending in _ENDINGS[case])


def _folded() -> Iterator[Spelling]:
    for spelling in (*_today(), *_before(), *_swedish_genitives(), *_inflected()):
        folded = spelling.alias.translate(_FOLD)
        yield Spelling(folded, spelling.meaning)
        yield Spelling(folded.replace(" ", ""), spelling.meaning)
        yield Spelling(spelling.alias.replace(" ", ""), spelling.meaning)

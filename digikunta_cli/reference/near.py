"""Misspelt names: the correct spellings that are one or two edits away."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from digikunta_cli.reference.aliases import Meaning, spellings
from digikunta_cli.reference.tables import rows
from digikunta_cli.reference.wording import SINGULAR

LONG = 8
"""Letters from which two edits are still the same name."""
_LONGEST = 40
_COMPARED_WORDS = ("kunta", "kaupunki", "kommun", "stad", "kunnat", "kunnan", "kaupungin")
_REAL_WORDS_TEXT = """
    kunto kanta kulta punta lunta kusta star stan start stand stav städ span stade
"""
_REAL_WORDS = frozenset(_REAL_WORDS_TEXT.split())
"""Words of their own that are one edit from kunta or stad."""


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest spellings: their codes, how many edits away, and whether one is a former name."""

    codes: tuple[str, ...]
    edits: int
    former: bool


@lru_cache(maxsize=1 << 12)
def nearest(name: str, *, edits: int) -> Near | None:
    """The nearest correct spellings within so many edits; None where there are none."""
    if not 4 <= len(name) <= _LONGEST or name in _elsewhere():
        return None
    found = list(_within(name, edits))
    if not found:
        return None
    least = min(count for count, _meaning in found)
    meanings = [meaning for count, meaning in found if count == least]
    codes = sorted({code for meaning in meanings for code in meaning.codes})
    return Near(tuple(codes), least, any(meaning.former for meaning in meanings))


def edits_allowed(name: str) -> int:
    """How many edits a name of this length may have to be accepted."""
    return 2 if len(name) >= LONG else 1


@cache
def edits_to_word(word: str) -> int | None:
    """How many edits make this the word kunta, kaupunki, kommun or stad; None where too many."""
    if word in SINGULAR:
        return 0
    if word in _REAL_WORDS or not 3 <= len(word) <= LONG + 2:
        return None
    counts = ((distance(word, compared), edits_allowed(compared)) for compared in _COMPARED_WORDS)
    return min((count for count, allowed in counts if count <= allowed), default=None)


def distance(one: str, other: str) -> int:
    """Edits between two words: a letter more, less, changed, or two neighbours swapped.

    This is the optimal string alignment distance, in which no piece is edited twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, compared in enumerate(other, start=1):
            count = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != compared))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == compared:
                count = min(count, older[j - 2] + 1)
            row.append(count)
    return row[-1]


def _within(name: str, edits: int) -> Iterator[tuple[int, Meaning]]:
    mask = _letters(name)
    by_length = _by_length()
    for length in range(len(name) - edits, len(name) + edits + 1):
        for letters, alias, meaning in by_length.get(length, ()):
            # An edit changes at most two of the letters that occur: most names end here.
            if (mask ^ letters).bit_count() <= 2 * edits:
                count = distance(name, alias)
                if count <= edits and (count < 2 or name[0] == alias[0]):
                    yield count, meaning


@cache
def _by_length() -> dict[int, list[tuple[int, str, Meaning]]]:
    found: dict[int, list[tuple[int, str, Meaning]]] = defaultdict(list)
    for alias, meaning in spellings():
        found[len(alias)].append((_letters(alias), alias, meaning))
    return dict(found)


def _letters(word: str) -> int:
    """The letters that occur, as bits; letters far apart in Unicode may share one."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 64)
    return mask


@cache
def _elsewhere() -> frozenset[str]:
    """Other places and words, in the forms that stand beside the word kunta or kommun."""
    names = [(row["name"].casefold(), row["genitive"].casefold()) for row in rows("elsewhere.csv")]
    return frozenset(
        form for name, genitive in names for form in (name, f"{name}s", f"{name}n", genitive)
    )

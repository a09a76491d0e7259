"""A table as it stands in a file: rows of text under the numbers that a spreadsheet gives them."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from digikunta_cli.text import safe

_SHORT = 16
_MOST_SEEN = 200_000

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled rows of one sheet, by row number; cells after a row's last filled one are cut."""

    sheet: str | None
    rows: tuple[Row, ...]
    widths: Mapping[int, int] = field(default_factory=dict)
    """Of rows that a text parts into unusually many or few cells, how many; by row number."""


def grid_of(rows: Iterable[Iterable[str]], *, sheet: str | None = None) -> Grid:
    """Number the rows from 1 and keep those that are not blank; the cells are clean already."""
    seen: dict[str, str] = {}
    numbered = ((number, _cut(row, seen)) for number, row in enumerate(rows, 1))
    return Grid(sheet, tuple((number, cells) for number, cells in numbered if cells))


def _cut(row: Iterable[str], seen: dict[str, str]) -> tuple[str, ...]:
    # Short answers recur, and one text for all of them saves an eighth of the memory; where so
    # many differ, they do not. Of texts of one letter Python itself has one only.
    if len(seen) > _MOST_SEEN:
        seen.clear()
    cells = [seen.setdefault(cell, cell) if 1 < len(cell) < _SHORT else cell for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def clean(text: str) -> str:
    """Safe, composed text without outer blanks and without the guard of a spreadsheet.

    The guard is one apostrophe before = + - @, which keeps a spreadsheet from computing a text.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):  # most cells, and quicker
        return unguarded(text.strip())
    return unguarded(unicodedata.normalize("NFC", safe(text)).strip())


def unguarded(text: str) -> str:
    """Text without the one apostrophe that guards = + - @ at its start."""
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text

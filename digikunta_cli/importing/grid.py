"""A table as it stands in a file: rows of text under the numbers that a spreadsheet gives them."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from sys import getsizeof
from typing import NamedTuple

from digikunta_cli.importing.limits import Room
from digikunta_cli.text import safe

_SHORT = 16
_MOST_SEEN = 200_000
_SHORT_SIZE = 144
_PLACE = 8
_ROW = 200
"""Bytes that a short text takes at most, a cell's place in its row, and a row with its number."""

Row = tuple[int, tuple[str, ...]]


class Parted(NamedTuple):
    """How many cells a row has, blank ones too, and whether a quote was out of place in it."""

    cells: int
    is_mended: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled rows of one sheet, by row number; cells after a row's last filled one are cut."""

    sheet: str | None
    rows: tuple[Row, ...]
    odd: Mapping[int, Parted] = field(default_factory=dict)
    """Of rows that a text parts into unusually many or few cells, how many; by row number."""


@dataclass(slots=True)
class Rows:
    """The rows of one sheet as they come, numbered from 1; blank ones are counted only."""

    room: Room
    kept: list[Row] = field(default_factory=list)
    count: int = 0
    seen: dict[str, str] = field(default_factory=dict)

    def extend(self, rows: Iterable[Iterable[str]]) -> None:
        """Keep more rows, whose cells are clean; raises InputError where the room is too small."""
        for row in rows:
            self.count += 1
            cells = _cut(row, self.seen, self.room)
            if cells:
                self.kept.append((self.count, cells))

    def grid(self, sheet: str | None = None) -> Grid:
        """The rows up to now as the grid of a sheet."""
        return Grid(sheet, tuple(self.kept))


def grid_of(rows: Iterable[Iterable[str]], *, room: Room) -> Grid:
    """The grid of a table without sheets; raises InputError where the room is too small."""
    kept = Rows(room)
    kept.extend(rows)
    return kept.grid()


def _cut(row: Iterable[str], seen: dict[str, str], room: Room) -> tuple[str, ...]:
    # Short answers recur, and one text for all of them saves an eighth of the memory; where so
    # many differ, they do not. Of texts of one letter Python itself has one only.
    if len(seen) > _MOST_SEEN:
        seen.clear()
    before = len(seen)
    cells = [seen.setdefault(cell, cell) if 1 < len(cell) < _SHORT else cell for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    if cells:
        long = sum([getsizeof(cell) for cell in cells if len(cell) >= _SHORT])
        room.take(long + _SHORT_SIZE * (len(seen) - before) + _PLACE * len(cells) + _ROW)
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

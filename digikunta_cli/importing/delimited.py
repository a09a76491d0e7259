"""Delimited text becomes rows: the delimiter is found, broken quotes are mended row by row."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from digikunta_cli.errors import InputError
from digikunta_cli.importing.decoded import Decoded
from digikunta_cli.importing.grid import Grid, clean, grid_of
from digikunta_cli.importing.limits import (
    LONGEST_LINE,
    USUAL,
    Limits,
    Room,
    cell_too_long,
    check_size,
)
from digikunta_cli.importing.row_width import measured, odd_rows
from digikunta_cli.model import Finding
from digikunta_cli.text import safe

_DELIMITERS = ";\t,|"
_DECLARED = re.compile(r'"?sep=([^\w\s"]|\t)"?(?:\n|\Z)', re.IGNORECASE)
_GUARD = re.compile("'[=+@-]")
_LOOKED_AT = 500_000
_ROWS_LOOKED_AT = 200
"""The delimiter shows in so many first characters and rows."""


def read_delimited(
    decoded: Decoded, *, file: str, limits: Limits = USUAL
) -> tuple[Grid, tuple[Finding, ...]]:
    """Read rows from a text; a first line such as `sep=;` names the delimiter and is no row.

    Rows with a quote out of place are read as they stand and named in the notes. Raises
    InputError where a quote is never closed, as any reading would swallow the rows below it.
    """
    start = _tidy(decoded.start(_LOOKED_AT))
    declared = _DECLARED.match(start)
    delimiter = declared.group(1) if declared else find_delimiter(start)
    text = _Text(decoded, declared.end() if declared else 0)
    cell = _cell_reader(text, delimiter, file, limits)
    broken: list[int] = []
    widths: list[int] = []
    with _long_fields(limits.cell):
        records = _few(_records(text, delimiter, file, broken, limits), limits, file=file)
        rows = (map(cell, record) for record in measured(records, widths))
        grid = grid_of(rows, room=Room(file, limits))
    widest = max((len(cells) for _number, cells in grid.rows), default=0)
    check_size(file, limits, columns=widest)
    grid = replace(grid, odd=odd_rows(widths, frozenset(broken)))
    return grid, tuple(Finding(code="quotes-broken", row=row) for row in broken)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text without anything unseen, from so many letters on."""

    decoded: Decoded
    begin: int

    def parts(self) -> Iterator[str]:
        """Parts of whole lines."""
        parts = map(_tidy, self.decoded.parts())
        yield next(parts, "")[self.begin :]
        yield from parts


def _few(records: Iterator[list[str]], limits: Limits, *, file: str) -> Iterator[list[str]]:
    """The records, until more of them are filled than may be."""
    rows = 0
    for record in records:
        rows += any(record)
        if rows > limits.rows:
            check_size(file, limits, rows=rows)
        yield record


def find_delimiter(text: str) -> str:
    """The one of ; tab , | that parts most rows into the same, large number of cells."""
    start = text[:_LOOKED_AT]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(start, delimiter))


def _evenness(text: str, delimiter: str) -> float:
    """The share of rows of the commonest width, times the delimiters in such a row."""
    with _long_fields(len(text)):
        rows = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
        widths = Counter(len(row) for row in islice(rows, _ROWS_LOOKED_AT) if row)
    if not widths:
        return 0
    common = max(widths, key=lambda width: (widths[width], width))
    return widths[common] / widths.total() * (common - 1)


def _tidy(part: str) -> str:
    """Nothing unseen stays that could part a quote from its delimiter.

    Signs that safe() makes line ends of would part rows here; they stay for the cleaning of cells.
    """
    return part if _has_separators(part) else safe(part)


def _has_separators(part: str) -> bool:
    return "\u2028" in part or "\u2029" in part


def _cell_reader(text: _Text, delimiter: str, file: str, limits: Limits) -> Callable[[str], str]:
    """The cheapest way to clean each cell of this text: most texts need their blanks cut only."""
    cells = 1
    is_plain = True
    for part in text.parts():
        if len(part) > LONGEST_LINE and not part.endswith("\n"):
            raise cell_too_long(file, limits)
        cells += part.count(delimiter) + part.count("\n")
        check_size(file, limits, cells=cells)
        is_plain = is_plain and _is_plain(part)
    return str.strip if is_plain else clean


def _is_plain(part: str) -> bool:
    return (
        unicodedata.is_normalized("NFC", part)
        and not _has_separators(part)
        and not _GUARD.search(part)
    )


@contextmanager
def _long_fields(length: int) -> Iterator[None]:
    """Let a field be so long; the limit belongs to the whole process."""
    before = csv.field_size_limit(max(length, 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _records(
    text: _Text, delimiter: str, file: str, broken: list[int], limits: Limits
) -> Iterator[list[str]]:
    """Every record in order, blank lines too; numbers of mended ones are added to `broken`."""
    taken: list[str] = []
    reader = csv.reader(_lines(text, taken), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        taken.clear()
        try:
            record = next(reader, None)
        except csv.Error:
            # Only what stands on one line is mended: a quote that runs on over lines may have
            # swallowed whole rows.
            one = "".join(taken).removesuffix("\n")
            if len(taken) == 1 and len(one) > limits.cell:
                raise cell_too_long(file, limits) from None
            record = mended(one, delimiter)
            if record is None:
                raise InputError("quote-unclosed", file=file, row=number) from None
            broken.append(number)
        if record is None:
            return
        yield record


def _lines(text: _Text, taken: list[str]) -> Iterator[str]:
    """Each line with its end, put into `taken` too."""
    for part in text.parts():
        for line in io.StringIO(part, newline="\n"):
            taken.append(line)
            yield line


def mended(line: str, delimiter: str) -> list[str] | None:
    """The cells of a line whose quotes are not doubled; None where one is never closed."""
    field = _field(delimiter)
    cells: list[str] = []
    at = 0
    while match := field.match(line, at):
        quoted = match["short"] if match["short"] is not None else match["long"]
        cells.append(match["bare"] if quoted is None else quoted.replace('""', '"'))
        if match.end() == len(line):
            return cells
        at = match.end() + 1
    return None


def _field(delimiter: str) -> re.Pattern[str]:
    """A cell: quoted, or bare with quotes in pairs, or quoted around delimiters, or just bare."""
    part = re.escape(delimiter)
    end = rf" *(?={part}|\Z)"
    return re.compile(
        rf'"(?P<short>(?:[^"\n{part}]|"(?!{end}))*+)"{end}'
        rf'|(?P<bare>(?:"[^"\n{part}]*"|[^"\n{part}])*+(?={part}|\Z)|(?!")[^\n{part}]*(?={part}|\Z))'
        rf'|"(?P<long>(?:[^"\n]|""|"(?!{end}))*+)"{end}'
    )

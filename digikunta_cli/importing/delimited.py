"""Delimited text becomes rows: the delimiter is found, broken quotes are mended row by row."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid, clean, grid_of
from digikunta_cli.importing.limits import (
    USUAL,
    Limits,
    cell_too_long,
    check_size,
    too_many_cells,
)
from digikunta_cli.importing.row_width import measured, odd_widths
from digikunta_cli.model import Finding
from digikunta_cli.text import safe

_DELIMITERS = ";\t,|"
_DECLARED = re.compile(r'"?sep=([^\w\s"]|\t)"?(?:\n|\Z)', re.IGNORECASE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_GUARD = re.compile("'[=+@-]")
_PART = 1_000_000
_LOOKED_AT = 500_000
_ROWS_LOOKED_AT = 200
"""The delimiter shows in so many first characters and rows."""


def read_delimited(
    text: str, *, file: str, limits: Limits = USUAL
) -> tuple[Grid, tuple[Finding, ...]]:
    """Read rows from text; a first line such as `sep=;` names the delimiter and is no row.

    Rows with a quote out of place are read as they stand and named in the notes. Raises
    InputError where a quote is never closed, as any reading would swallow the rows below it.
    """
    text = _tidy(text)
    declared = _DECLARED.match(text)
    text = text[declared.end() :] if declared else text
    delimiter = declared.group(1) if declared else find_delimiter(text)
    cells = text.count(delimiter) + text.count("\n") + 1
    check_size(file, limits, cells=cells)
    broken: list[int] = []
    widths: list[int] = []
    cell = _cell_reader(text)
    with _long_fields(min(len(text), limits.cell)):
        if cells > limits.filled:
            # Counted first, as those that are kept until there are too many fill the memory.
            for _record in _at_most(_records(text, delimiter, file, [], limits), limits, file=file):
                pass
        records = _at_most(_records(text, delimiter, file, broken, limits), limits, file=file)
        grid = grid_of(map(cell, record) for record in measured(records, widths))
    widest = max((len(cells) for _number, cells in grid.rows), default=0)
    check_size(file, limits, columns=widest)
    grid = replace(grid, widths=odd_widths(widths, frozenset(broken)))
    return grid, tuple(Finding(code="quotes-broken", row=row) for row in broken)


def _at_most(records: Iterator[list[str]], limits: Limits, *, file: str) -> Iterator[list[str]]:
    """The records, until there are more of them or of their cells, but for the blank ones."""
    rows = cells = 0
    for record in records:
        filled = len(record) - record.count("")
        rows += filled > 0
        cells += filled
        if rows > limits.rows:
            check_size(file, limits, rows=rows)
        if cells > limits.filled:
            raise too_many_cells(file, limits)
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


def _tidy(text: str) -> str:
    """One kind of line end, and nothing unseen that could part a quote from its delimiter."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _has_separators(text) or all(safe(part) is part for part in _parts(text)):
        return text
    return "".join(map(safe, _parts(text)))


def _parts(text: str) -> Iterator[str]:
    """A text in parts of whole lines; what is computed of all of it at once fills the memory."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PART) + 1 or len(text)
        yield text[start:end]
        start = end


def _has_separators(text: str) -> bool:
    """Whether there are signs that safe() makes line ends of, which in a whole text part rows."""
    return "\u2028" in text or "\u2029" in text


def _cell_reader(text: str) -> Callable[[str], str]:
    """The cheapest way to clean each cell of this text: most texts need their blanks cut only."""
    is_composed = all(unicodedata.is_normalized("NFC", part) for part in _parts(text))
    is_plain = is_composed and not _has_separators(text) and not _GUARD.search(text)
    return str.strip if is_plain else clean


@contextmanager
def _long_fields(length: int) -> Iterator[None]:
    """Let a field be so long; the limit belongs to the whole process."""
    before = csv.field_size_limit(max(length, 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _records(
    text: str, delimiter: str, file: str, broken: list[int], limits: Limits
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


def _lines(text: str, taken: list[str]) -> Iterator[str]:
    """Each line with its end, put into `taken` too; all of them at once would fill the memory."""
    for match in _LINE.finditer(text):
        taken.append(match[0])
        yield match[0]


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

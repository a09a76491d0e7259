"""Bars of block letters beside the figures of a table, where a terminal has room for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from textwrap import wrap

from digikunta_cli.document import Bars, Cell, Column, Table
from digikunta_cli.locale import _
from digikunta_cli.rendering.brief import is_brief
from digikunta_cli.rendering.cells import spoken
from digikunta_cli.rendering.columns import without_empty_columns
from digikunta_cli.rendering.grid import BARS, columns_of, fitted
from digikunta_cli.rendering.pictures import bar_rows, bar_size

_LENGTHS = (40, 28, 20)
"""Letters of the longest bar, the longest first that has room."""
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_FULL, _MARKED = "█", "▒"
_ASCII_FULL, _ASCII_MARKED = "#", "="
_MOST_LINES = 3
"""Lines of a cell of text that may come of giving room to bars."""


def with_blocks(bars: Bars, *, width: int, ascii_only: bool) -> Table:
    """The table with a column of bars and what they mean, or as it is where it has no room."""
    if bars.table.brief and is_brief(width):
        return bars.table
    table = without_empty_columns(bars.table)
    values = _by_column(table)
    if not {each for each in bars.measures if each in values} or not table.rows:
        return bars.table
    fits = []
    for length in _LENGTHS:
        drawn = _drawn(table, bars, values, length=length, ascii_only=ascii_only)
        fit = fitted(drawn, width)
        if fit is not None and len(fit[0].columns) == len(drawn.columns) and _is_calm(*fit):
            fits.append((_lines_beyond(len(bars.measures), *fit), drawn))
    # The longest bars that make rows no longer than they must be.
    return min(fits, key=lambda each: each[0])[1] if fits else bars.table


def _by_column(table: Table) -> Mapping[str, Sequence[Cell]]:
    return {
        column.key: tuple(row[number] for row in table.rows)
        for number, column in enumerate(table.columns)
    }


def _is_calm(table: Table, widths: Sequence[int]) -> bool:
    """Whether all texts keep to a few lines and no word is broken to make room for bars."""
    told = tuple(_texts(table, widths))
    return all(
        columns_of(text) <= _MOST_LINES * (width - 1)
        and all(columns_of(word) <= width for word in text.split())
        for text, width in told
    )


def _lines_beyond(count: int, table: Table, widths: Sequence[int]) -> int:
    """How many lines the texts take where a row has so many lines anyway."""
    return sum(max(len(wrap(*each)) - count, 0) for each in _texts(table, widths))


def _texts(table: Table, widths: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Each cell of text with the width of its column."""
    for row in table.rows:
        for cell, column, width in zip(row, table.columns, widths, strict=True):
            if column.kind == "text":
                yield spoken(cell, column.kind), width


def _drawn(
    table: Table,
    bars: Bars,
    values: Mapping[str, Sequence[Cell]],
    *,
    length: int,
    ascii_only: bool,
) -> Table:
    measures = [each for each in bars.measures if each in values]
    parts = dict(bars.parts)
    count = len(bar_rows(bars))
    most = max(
        (bar_size(values[each][row]) for each in measures for row in range(count)), default=0
    )

    def bar(measure: str, row: int) -> str:
        size, part = values[measure][row], parts.get(measure, "")
        marked = bar_size(values[part][row]) if part in values else 0
        drawn = _bar(bar_size(size), marked, scale=length / (most or 1), ascii_only=ascii_only)
        return f"{drawn} {spoken(size, 'number')}".strip()

    cells = [tuple(bar(each, row) for each in measures) for row in range(count)]
    cells += [()] * (len(table.rows) - count)
    note = f"{table.note} {_legend(table, measures, parts, ascii_only=ascii_only)}".strip()
    return replace(
        table,
        columns=(*table.columns, Column("bars", _("bars"), BARS)),
        rows=tuple((*row, cell) for row, cell in zip(table.rows, cells, strict=True)),
        note=note,
    )


def _bar(size: float, marked: float, *, scale: float, ascii_only: bool) -> str:
    """A bar in letters; one with a marked end is drawn in whole letters."""
    letters = round(size * scale)
    if marked or ascii_only:
        ends = min(max(round(marked * scale), int(marked > 0)), letters)
        full, end = (_ASCII_FULL, _ASCII_MARKED) if ascii_only else (_FULL, _MARKED)
        return full * (letters - ends) + end * ends
    whole, rest = divmod(round(size * scale * len(_EIGHTHS)), len(_EIGHTHS))
    return _FULL * whole + _EIGHTHS[rest]


def _legend(
    table: Table, measures: Sequence[str], parts: Mapping[str, str], *, ascii_only: bool
) -> str:
    """What the bars of a row are, from above."""
    titles = {column.key: column.title for column in table.columns}
    sign = _ASCII_MARKED if ascii_only else _MARKED
    said = (
        f"{titles[each]} ({sign} {titles[parts[each]]})"
        if parts.get(each) in titles
        else titles[each]
        for each in measures
    )
    return _("Bars from above: {measures}.").format(measures=", ".join(said))

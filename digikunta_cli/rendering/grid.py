"""A table in straight columns, as wide as a terminal allows; rich draws it."""

from collections.abc import Iterable
from datetime import date

from rich.box import Box
from rich.table import Table as Grid
from rich.text import Text as Styled

from digikunta_cli.document import Cell, Column, Table
from digikunta_cli.rendering.cells import NUMERIC, items, spoken
from digikunta_cli.rendering.columns import without_spare_columns
from digikunta_cli.rendering.folding import fold_words
from digikunta_cli.rendering.widths import CAPS, Need, share
from digikunta_cli.text import one_line

BARS = "bars"
"""Kind of a column of bars: lines that are never broken."""

_GAP = 2
_RULED = "    \n    \n ── \n    \n    \n ── \n    \n    \n"
_LINES = Box(_RULED)
_ASCII_LINES = Box(_RULED.replace("─", "-"), ascii=True)
_GOOD_CAPS = CAPS[:3]
"""Below these, names break; so what can be spared goes first."""
_LINED = frozenset({"lines", BARS})


def fitted(table: Table, width: int) -> tuple[Table, tuple[int, ...]] | None:
    """The table, maybe without its spare columns, and their widths; None where it has no room."""
    for each, caps in ((table, _GOOD_CAPS), (without_spare_columns(table), CAPS)):
        widths = share(_needs(each), width - _GAP * (len(each.columns) - 1), caps=caps)
        if widths is not None:
            return each, widths
    return None


def grid_of(table: Table, widths: tuple[int, ...], *, ascii_only: bool) -> Grid:
    """The table with its columns that wide; rows of several lines have a blank one between."""
    grid = Grid(
        box=_ASCII_LINES if ascii_only else _LINES,
        show_edge=False,
        padding=(0, _GAP - 1, 0, 0),
        pad_edge=False,
        show_footer=table.total,
        header_style="bold",
        footer_style="bold",
        leading=int(any(column.kind in _LINED for column in table.columns)),
    )
    *rows, last = (_row(zip(row, table.columns, widths, strict=True)) for row in table.rows)
    for column, width, cell in zip(table.columns, widths, last, strict=True):
        grid.add_column(
            folded(one_line(column.title), width),
            footer=cell if table.total else "",
            width=width,
            overflow="fold",
            justify="right" if column.kind in NUMERIC else "left",
        )
    for row in rows if table.total else (*rows, last):
        grid.add_row(*row)
    return grid


def folded(text: str, width: int) -> Styled:
    """Text for a column that wide, with long words broken where a reader would."""
    return Styled(fold_words(text, width), overflow="fold")


def columns_of(text: str) -> int:
    """How many columns of the terminal a text takes."""
    return Styled(text).cell_len


def firm_width(text: str) -> int:
    """The width of the longest e-mail address in a text, which is of no use in pieces."""
    return max((columns_of(word) for word in text.split() if "@" in word), default=0)


def _needs(table: Table) -> list[Need]:
    return [
        _need(column, [row[number] for row in table.rows])
        for number, column in enumerate(table.columns)
    ]


def _need(column: Column, cells: list[Cell]) -> Need:
    title = one_line(column.title)
    told = [_told(cell, column) for cell in cells]
    if column.kind == BARS:
        widest = max((columns_of(line) for each in told for line in each.splitlines()), default=1)
        return Need(widest, widest, is_whole=True)
    if column.kind in NUMERIC or column.kind == "date":
        # The heading may fold, but keeps its words together.
        widest = max(map(columns_of, [*told, *title.split()]), default=1)
        return Need(widest, widest, is_whole=True)
    texts = [title, *told]
    firm = max(map(_firm, cells, told), default=0)
    word = max((columns_of(word) for text in texts for word in text.split()), default=1)
    sizes = [columns_of(line) for text in texts for line in text.splitlines()] or [1]
    return Need(max(word, firm), max(sizes), sum(sizes) / len(sizes), firm=firm)


def _firm(cell: Cell, told: str) -> int:
    """The width of what may not be broken in a cell: a date, or an address."""
    return columns_of(told) if isinstance(cell, date) else firm_width(told)


def _told(cell: Cell, column: Column) -> str:
    """A cell in words; the items of a column of lines each begin a line."""
    if column.kind in _LINED and isinstance(cell, tuple):
        return "\n".join(items(cell))
    return spoken(cell, column.kind)


def _row(cells: Iterable[tuple[Cell, Column, int]]) -> list[Styled]:
    return [folded(_told(cell, column), width) for cell, column, width in cells]

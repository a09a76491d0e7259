"""Tables on a terminal: calm, never cut, and as labelled lines where there is little room.

Everything reaches the console as `rich.text.Text` of safe text, never as markup.
"""

import io
from collections.abc import Iterable
from typing import IO

from rich.box import Box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Styled

from digikunta_cli.document import Cell, Column, Document, Network, Part, Record, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.rendering.cells import NUMERIC, items, spoken
from digikunta_cli.rendering.folding import fold_words
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.rendering.widths import Need, share
from digikunta_cli.text import one_line, safe

_NARROW = 70
_LEAST = 20
_GAP = 2
_LABEL_SHARE = 3
_STYLES = {"plain": "", "good": "green", "warning": "bold", "faint": "dim"}
_RULED = "    \n    \n ── \n    \n    \n ── \n    \n    \n"
_LINES = Box(_RULED)
_ASCII_LINES = Box(_RULED.replace("─", "-"), ascii=True)


def console_for(
    stream: IO[str], *, width: int | None = None, colour: bool | None = None
) -> Console:
    """A console that shows text as it is; width and colour as the terminal has them unless told."""
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="auto" if colour is None else "standard" if colour else None,
        no_color=None if colour is None else not colour,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.width = max(console.width, _LEAST)
    return console


def render(document: Document, *, width: int = 80, colour: bool = False) -> str:
    """The document as drawn on a terminal of that width, without blanks at the ends of lines."""
    stream = io.StringIO()
    draw(document, console_for(stream, width=width, colour=colour))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def draw(document: Document, console: Console) -> None:
    """Print the document on a console."""
    _say(console, document.title, "bold")
    if document.subtitle:
        _say(console, document.subtitle, "dim")
    for part in document.parts:
        console.print()
        _draw_part(part, console, above=document.title)


def _say(console: Console, text: str, style: str = "") -> None:
    console.print(Styled(one_line(text), style=style, overflow="fold"))


def _draw_part(part: Part, console: Console, *, above: str) -> None:
    if isinstance(part, Text):
        for line in part.lines:
            _say(console, line, _STYLES.get(part.style, ""))
        return
    if isinstance(part, Network):
        part = as_table(part)
    if part.title != above:
        _say(console, part.title, "bold")
    if isinstance(part, Record):
        _draw_record(part, console)
    else:
        _draw_table(part, console)


def _draw_table(table: Table, console: Console) -> None:
    table = _without_empty_columns(table)
    if not table.rows:
        _say(console, _("Nothing to show."), "dim")
    elif (widths := _widths(table, console)) is not None:
        console.print(_grid(table, widths, lines=_lines_for(console)))
    elif (widths := _widths(short := _without_spare_columns(table), console)) is not None:
        console.print(_grid(short, widths, lines=_lines_for(console)))
        left_out = ", ".join(each.title for each in table.columns if each.is_spare)
        said = _("Left out here, shown in a wider window: {columns}.").format(columns=left_out)
        _say(console, said, "dim")
    else:
        _draw_blocks(table, console)
    if table.note:
        _say(console, table.note, "dim")


def _widths(table: Table, console: Console) -> tuple[int, ...] | None:
    """A width for each column; None where the console is too narrow for a table."""
    if console.width < _NARROW:
        return None
    return share(_needs(table), console.width - _GAP * (len(table.columns) - 1))


def _without_empty_columns(table: Table) -> Table:
    """The table without columns that tell nothing, so that the others get their room."""
    return _with_columns(
        table,
        [
            number
            for number in range(len(table.columns))
            if any(spoken(row[number]) for row in table.rows)
        ],
    )


def _without_spare_columns(table: Table) -> Table:
    return _with_columns(
        table, [number for number, column in enumerate(table.columns) if not column.is_spare]
    )


def _with_columns(table: Table, kept: list[int]) -> Table:
    return Table(
        table.key,
        table.title,
        tuple(table.columns[number] for number in kept),
        tuple(tuple(row[number] for number in kept) for row in table.rows),
        note=table.note,
        total=table.total,
    )


def _needs(table: Table) -> list[Need]:
    return [
        _need(
            one_line(column.title),
            [_told(row[number], column) for row in table.rows],
            is_whole=column.kind in NUMERIC or column.kind == "date",
        )
        for number, column in enumerate(table.columns)
    ]


def _need(title: str, cells: list[str], *, is_whole: bool) -> Need:
    if is_whole:
        # The heading may fold, but keeps its words together.
        widest = max(map(_columns, [*cells, *title.split()]), default=1)
        return Need(widest, widest, is_whole=True)
    texts = [title, *cells]
    word = max((_columns(word) for text in texts for word in text.split()), default=1)
    sizes = [_columns(line) for text in texts for line in text.splitlines()] or [1]
    return Need(word, max(sizes), sum(sizes) / len(sizes))


def _told(cell: Cell, column: Column) -> str:
    """A cell in words; the items of a column of lines each begin a line."""
    if column.kind == "lines" and isinstance(cell, tuple):
        return "\n".join(items(cell))
    return spoken(cell, column.kind)


def _columns(text: str) -> int:
    """How many columns of the terminal a text takes."""
    return Styled(text).cell_len


def _lines_for(console: Console) -> Box:
    return _ASCII_LINES if console.options.ascii_only else _LINES


def _grid(table: Table, widths: tuple[int, ...], *, lines: Box) -> Grid:
    grid = Grid(
        box=lines,
        show_edge=False,
        padding=(0, _GAP - 1, 0, 0),
        pad_edge=False,
        show_footer=table.total,
        header_style="bold",
        footer_style="bold",
    )
    *rows, last = (_row(zip(row, table.columns, widths, strict=True)) for row in table.rows)
    for column, width, cell in zip(table.columns, widths, last, strict=True):
        grid.add_column(
            _folded(one_line(column.title), width),
            footer=cell if table.total else "",
            width=width,
            overflow="fold",
            justify="right" if column.kind in NUMERIC else "left",
        )
    for row in rows if table.total else (*rows, last):
        grid.add_row(*row)
    return grid


def _row(cells: Iterable[tuple[Cell, Column, int]]) -> list[Styled]:
    return [_folded(_told(cell, column), width) for cell, column, width in cells]


def _folded(text: str, width: int) -> Styled:
    return Styled(fold_words(text, width), overflow="fold")


def _draw_blocks(table: Table, console: Console) -> None:
    for number, row in enumerate(table.rows):
        if number:
            console.print()
        pairs = zip(table.columns, row, strict=True)
        _draw_labelled(
            ((column.title, spoken(cell, column.kind)) for column, cell in pairs), console
        )


def _draw_record(record: Record, console: Console) -> None:
    fields = [(title, spoken(cell, clean=safe)) for title, cell in record.fields]
    if console.width < _NARROW:
        _draw_labelled(fields, console)
        return
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    longest = max((_columns(one_line(title)) for title, _value in fields), default=1)
    grid.add_column(width=min(longest, console.width // _LABEL_SHARE), overflow="fold", style="dim")
    grid.add_column(overflow="fold")
    for title, value in fields:
        grid.add_row(Styled(one_line(title), overflow="fold"), Styled(value, overflow="fold"))
    console.print(grid)


def _draw_labelled(fields: Iterable[tuple[str, str]], console: Console) -> None:
    """One line a fact, `label: value`; what was not told takes no line."""
    for title, value in fields:
        if value:
            console.print(Styled(f"{one_line(title)}: {value}", overflow="fold"))

"""Tables on a terminal: calm, never cut, and as labelled lines where there is little room.

Everything reaches the console as `rich.text.Text` of safe text, never as markup.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from shutil import get_terminal_size
from typing import IO

from rich.console import Console, ConsoleDimensions
from rich.table import Table as Grid
from rich.text import Text as Styled

from digikunta_cli.document import (
    Bars,
    Document,
    Line,
    Network,
    Part,
    Picture,
    Record,
    Table,
    Text,
)
from digikunta_cli.locale import _
from digikunta_cli.rendering.blocks import with_blocks
from digikunta_cli.rendering.brief import draw_brief, draw_remark, is_brief, is_remark, say_cut
from digikunta_cli.rendering.cells import spoken
from digikunta_cli.rendering.columns import without_empty_columns
from digikunta_cli.rendering.grid import columns_of, firm_width, fitted, folded, grid_of
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.rendering.shortened import shortened
from digikunta_cli.text import one_line, safe

_LEAST = 20
_LEAST_RECORD = 45
"""Below this width a record has its labels before its facts, not beside them."""
_GAP = 2
_INDENT = 2
_LABEL_SHARE = 3
_STYLES = {"plain": "", "good": "green", "warning": "bold", "faint": "dim"}


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
    if console.is_dumb_terminal and width is None:
        # It can do little, but it has a size, for which rich does not ask.
        console.size = ConsoleDimensions(*get_terminal_size())
    console.width = max(console.width, _LEAST)
    return console


def render(document: Document, *, width: int = 80, colour: bool = False) -> str:
    """The document as drawn on a terminal of that width, without blanks at the ends of lines."""
    stream = io.StringIO()
    draw(document, console_for(stream, width=width, colour=colour))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def draw(document: Document, console: Console) -> None:
    """Print the document on a console."""
    document = shortened(document)
    _say(console, document.title, "bold")
    if document.subtitle:
        _say(console, spoken(document.subtitle, "date"), "dim")
    is_cut = False
    above: Part | None = None
    for part in (_in_words(each, console) for each in document.parts):
        # An empty table says nothing where a sentence says it better.
        if isinstance(part, Table) and not part.rows and _has_sentence(document):
            continue
        brief = part.brief if isinstance(part, Table) and is_brief(console.width) else ()
        if not (is_remark(brief) and _is_sentence(above)):
            console.print()
        if isinstance(part, Table) and brief:
            is_cut |= _draw_brief(part, console, above=document.title)
        else:
            _draw_part(part, console, above=document.title)
        above = part
    if is_cut:
        # Once, at the end, which is what a terminal shows.
        say_cut(console)


def _in_words(part: Part, console: Console) -> Part:
    """A picture as the table of its facts; that of the network is told in sentences too."""
    if isinstance(part, Bars):
        options = console.options
        return with_blocks(part, width=console.width, ascii_only=options.ascii_only)
    if isinstance(part, Picture):
        table = as_table(part)
        is_long = isinstance(part, Network)
        return replace(table, brief=tuple(_in_sentences(table))) if is_long else table
    return part


def _has_sentence(document: Document) -> bool:
    return any(isinstance(part, Text) and part.lines for part in document.parts)


def _is_sentence(part: Part | None) -> bool:
    """Whether a part is one sentence, which a remark may follow at once."""
    return isinstance(part, Text) and len(part.lines) == 1


def _say(console: Console, text: str, style: str = "") -> None:
    console.print(Styled(one_line(text), style=style, overflow="fold"))


def _draw_part(part: Part, console: Console, *, above: str) -> None:
    if isinstance(part, Text):
        for line in part.lines:
            _say(console, line, _STYLES.get(part.style, ""))
        return
    if part.title != above:
        _say(console, part.title, "bold")
    if isinstance(part, Record):
        _draw_record(part, console)
    elif isinstance(part, Table):
        _draw_table(part, console)


def _in_sentences(table: Table) -> Iterator[Line]:
    """A row with lists as one sentence, and last what is said of the whole table."""
    for name, *lists in table.rows:
        said = [
            f"{', '.join(cell)} ({column.title})"
            for column, cell in zip(table.columns[1:], lists, strict=True)
            if isinstance(cell, tuple) and cell
        ]
        yield Line(f"{name}: {'; '.join(said)}" if said else str(name))
    if table.note:
        yield Line(table.note)


def _draw_brief(table: Table, console: Console, *, above: str) -> bool:
    """Draw the lines that stand for a table; whether any was cut."""
    if is_remark(table.brief):
        draw_remark(table.title, table.brief[0], console)
        return False
    if table.title != above:
        _say(console, table.title, "bold")
    return draw_brief(table.brief, console)


def _draw_table(table: Table, console: Console) -> None:
    table = without_empty_columns(table)
    if not table.rows:
        _say(console, _("Nothing to show."), "dim")
    elif (fit := fitted(table, console.width)) is not None:
        shown, widths = fit
        console.print(grid_of(shown, widths, ascii_only=console.options.ascii_only))
        _say_left_out(table, shown, console)
    else:
        _draw_blocks(table, console)
    if table.note:
        _say(console, table.note, "dim")


def _say_left_out(table: Table, shown: Table, console: Console) -> None:
    left_out = [column.title for column in table.columns if column not in shown.columns]
    if left_out:
        said = _("Left out here, shown in a wider window: {columns}.")
        _say(console, said.format(columns=", ".join(left_out)), "dim")


def _draw_blocks(table: Table, console: Console) -> None:
    for number, row in enumerate(table.rows):
        if number:
            console.print()
        pairs = zip(table.columns, row, strict=True)
        _draw_labelled(
            ((column.title, spoken(cell, column.kind)) for column, cell in pairs), console
        )


def _draw_record(record: Record, console: Console) -> None:
    fields = [(one_line(title), spoken(cell, clean=safe)) for title, cell in record.fields]
    longest = max((columns_of(title) for title, _value in fields), default=1)
    labels = min(longest, console.width // _LABEL_SHARE)
    firm = max((firm_width(value) for _title, value in fields), default=0)
    if console.width < _LEAST_RECORD or labels + _GAP + firm > console.width:
        _draw_labelled(fields, console)
        return
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(width=labels, overflow="fold", style="dim")
    grid.add_column(overflow="fold")
    for title, value in fields:
        grid.add_row(folded(title, labels), Styled(value, overflow="fold"))
    console.print(grid)


def _draw_labelled(fields: Iterable[tuple[str, str]], console: Console) -> None:
    """`label: value` for each fact, further lines set in; what was not told takes no line."""
    for title, value in fields:
        if not value:
            continue
        label = f"{one_line(title)}:"
        said = Styled(f"{label} {value}", overflow="fold")
        said.stylize("dim", 0, len(label))
        # An address that needs the whole width gets it.
        indent = min(_INDENT, max(console.width - firm_width(value), 0))
        for number, line in enumerate(said.wrap(console, console.width - indent)):
            console.print(Styled(" " * indent if number else "").append_text(line))

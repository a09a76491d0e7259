"""The parts of a document as the page's template takes them: sections with cells in words."""

from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from digikunta_cli.document import (
    Cell,
    Column,
    Document,
    Network,
    Part,
    Picture,
    Record,
    Table,
    Text,
)
from digikunta_cli.rendering.cells import NUMERIC, items, listed, spoken
from digikunta_cli.rendering.columns import without_empty_columns
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.rendering.shortened import shortened
from digikunta_cli.rendering.svg.drawing import draw
from digikunta_cli.text import one_line, safe

_FIGURES = "glance"
"""Key of a table of single figures, which the page shows large."""
_LEAST_TO_NAME = 2
_FEW = 3
"""A table of more columns than these has no room on a telephone."""


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a table under its `label`, or a fact of a record.

    Its style is lines, number, date or none; the `lines` of the style lines make a list.
    """

    lines: tuple[str, ...]
    style: str = ""
    heads_row: bool = False
    label: str = ""

    @property
    def said(self) -> Markup:
        """What stands in the cell, escaped; made here, as a macro a cell takes twice as long."""
        if self.style != "lines" or not self.lines:
            return escape("".join(self.lines))
        items = "".join([f"<li>{escape(line)}</li>" for line in self.lines])
        return Markup(f"<ul>{items}</ul>")


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page; `kind` is text, table, figures, record or picture."""

    kind: str
    id: str
    title: str = ""
    style: str = ""
    lines: tuple[str, ...] = ()
    heads: tuple[Field, ...] = ()
    rows: tuple[tuple[Field, ...], ...] = ()
    total: tuple[Field, ...] = ()
    note: str = ""
    picture: str = ""
    is_folded: bool = False
    """Whether its table only says again what its picture shows, and so is folded away."""
    is_wide: bool = False
    """Whether a small screen shows each row of its table as a block of labelled facts."""


def sections(document: Document) -> tuple[Section, ...]:
    """The document's parts in order, each with an id of its own."""
    parts = shortened(document).parts
    return tuple(_section(part, f"part-{n}") for n, part in enumerate(parts, 1))


def _section(part: Part, id: str) -> Section:
    if isinstance(part, Text):
        return Section("text", id, style=part.style, lines=tuple(map(one_line, part.lines)))
    if isinstance(part, Record):
        rows = tuple((_field(title), _field(cell)) for title, cell in part.fields)
        return Section("record", id, one_line(part.title), rows=rows)
    if isinstance(part, Picture):
        section = _table(as_table(part), id, kind="picture")
        drawn = draw(part, key=f"{id}-picture")
        return replace(section, picture=drawn, is_folded=isinstance(part, Network))
    return _table(part, id, kind="figures" if part.key == _FIGURES else "table")


def _table(table: Table, id: str, *, kind: str) -> Section:
    table = without_empty_columns(table)
    head = _heading_column(table.columns)
    rows = tuple(
        tuple(
            _field(cell, column, heads_row=number == head)
            for number, (cell, column) in enumerate(zip(row, table.columns, strict=True))
        )
        for row in table.rows
    )
    has_total = table.total and bool(rows)
    return Section(
        kind,
        id,
        one_line(table.title),
        heads=tuple(map(_head, table.columns)),
        rows=rows[:-1] if has_total else rows,
        total=rows[-1] if has_total else (),
        note=one_line(table.note),
        is_wide=kind != "figures" and _is_wide(table.columns),
    )


def _heading_column(columns: tuple[Column, ...]) -> int | None:
    """The number of the column whose cells name the rows; None where there is nothing to name."""
    if len(columns) < _LEAST_TO_NAME:
        return None
    flagged = [n for n, column in enumerate(columns) if column.heads_row]
    texts = [n for n, column in enumerate(columns) if column.kind == "text"]
    return next(iter((*flagged, *texts)), 0)


def _is_wide(columns: tuple[Column, ...]) -> bool:
    return len(columns) > _FEW or any(column.kind == "lines" for column in columns)


def _head(column: Column) -> Field:
    return Field((one_line(column.title),), _style(column.kind))


def _field(cell: Cell, column: Column | None = None, *, heads_row: bool = False) -> Field:
    kind = column.kind if column else "text"
    label = one_line(column.title) if column else ""
    if isinstance(cell, tuple) and kind == "lines":
        return Field(items(cell), "lines", heads_row, label)
    said = listed(cell) if isinstance(cell, tuple) else spoken(cell, kind, clean=safe)
    return Field((said,) if said else (), _style(kind), heads_row, label)


def _style(kind: str) -> str:
    return "number" if kind in NUMERIC else kind if kind in ("date", "lines") else ""

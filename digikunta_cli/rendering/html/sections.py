"""The parts of a document as the page's template takes them: sections with cells in words."""

from dataclasses import dataclass, replace
from typing import NamedTuple

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


class Field(NamedTuple):
    """A cell of a table or a fact of a record, escaped; empty where nothing was told."""

    said: Markup
    look: "Look"


class Look(NamedTuple):
    """What the cells of a column have in common: the style is lines, number, date or none."""

    style: str = ""
    label: str = ""
    heads_row: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page; `kind` is text, table, figures, record or picture."""

    kind: str
    id: str
    title: str = ""
    style: str = ""
    lines: tuple[str, ...] = ()
    heads: tuple[Look, ...] = ()
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
        fact = Look()
        rows = tuple((_field(title, fact), _field(cell, fact)) for title, cell in part.fields)
        return Section("record", id, one_line(part.title), rows=rows)
    if isinstance(part, Picture):
        section = _table(as_table(part), id, kind="picture")
        drawn = draw(part, key=f"{id}-picture")
        return replace(section, picture=drawn, is_folded=isinstance(part, Network))
    return _table(part, id, kind="figures" if part.key == _FIGURES else "table")


def _table(table: Table, id: str, *, kind: str) -> Section:
    table = without_empty_columns(table)
    head = _heading_column(table.columns)
    looks = tuple(_look(each, n == head) for n, each in enumerate(table.columns))
    kinds = tuple(column.kind for column in table.columns)
    rows = tuple(tuple(map(_field, row, looks, kinds)) for row in table.rows)
    has_total = table.total and bool(rows)
    return Section(
        kind,
        id,
        one_line(table.title),
        heads=looks,
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


def _look(column: Column, heads_row: bool) -> Look:
    return Look(_style(column.kind), one_line(column.title), heads_row)


def _style(kind: str) -> str:
    return "number" if kind in NUMERIC else kind if kind in ("date", "lines") else ""


def _field(cell: Cell, look: Look, kind: str = "text") -> Field:
    if isinstance(cell, tuple) and kind == "lines":
        told = "".join([f"<li>{escape(item)}</li>" for item in items(cell)])
        return Field(Markup(f"<ul>{told}</ul>" if told else ""), look)
    said = listed(cell) if isinstance(cell, tuple) else spoken(cell, kind, clean=safe)
    return Field(escape(said), look)

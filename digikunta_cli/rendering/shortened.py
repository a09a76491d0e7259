"""Long lists cut for whoever reads them on a page or a terminal; files for programs have all."""

from dataclasses import replace

from digikunta_cli.document import Clusters, Document, Line, Network, Part, Record, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.rendering.cells import spoken

MOST_ROWS = 500
"""Rows, or lines, of a list among others; nobody reads further, and a browser draws more slowly."""


def shortened(document: Document) -> Document:
    """The document with the first rows of its long lists; a list alone stays whole."""
    lists = sum(not isinstance(part, (Text, Record)) for part in document.parts)
    if lists <= 1:
        return document
    return replace(document, parts=tuple(map(_short, document.parts)))


def _short(part: Part) -> Part:
    if isinstance(part, (Text, Record, Network)):
        return part
    if isinstance(part, Table):
        return _short_table(part)
    part = replace(part, table=_short_table(part.table))
    if isinstance(part, Clusters):
        return replace(part, clusters=part.clusters[:MOST_ROWS])
    return part


def _short_table(table: Table) -> Table:
    """The table with its first rows and its total, and in its note how many there are."""
    count = len(table.rows) - (1 if table.total and table.rows else 0)
    brief = _short_lines(table.brief)
    if count <= MOST_ROWS:
        return replace(table, brief=brief)
    said = _(
        "The first {shown} of {count} rows; a file whose name ends in .xlsx or .csv has them all."
    )
    return replace(
        table,
        rows=(*table.rows[:MOST_ROWS], *table.rows[count:]),
        note=" ".join(filter(None, (_told(said, count), table.note))),
        brief=brief,
    )


def _short_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if len(lines) <= MOST_ROWS:
        return lines
    said = _(
        "The first {shown} of {count} lines; a file whose name ends in .xlsx or .csv has it all."
    )
    return (*lines[:MOST_ROWS], Line(_told(said, len(lines))))


def _told(said: str, count: int) -> str:
    return said.format(shown=spoken(MOST_ROWS, "number"), count=spoken(count, "number"))

"""Markdown as GitHub draws it; what people wrote is escaped, so that it stays as they wrote it."""

import re
from functools import lru_cache

from digikunta_cli.document import Column, Document, Part, Picture, Record, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.rendering.cells import NUMERIC, spoken
from digikunta_cli.rendering.columns import without_empty_columns
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.text import one_line, safe

_ACTIVE = str.maketrans(
    {sign: f"\\{sign}" for sign in r"\`*_[]{}|~#@$^!"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)
# A colon makes an emoji of `:name:` and a link of `http://`; a dot makes one of `www.`
_LINKING = re.compile(r"(?i):(?=//|[\w+-]+:)|(?<=\bwww)\.")
_SIGN = re.compile(r"^([-+=])")
_NUMBER = re.compile(r"^(\d+)([.)])(?=\s|$)")


def render(document: Document) -> str:
    """Headings, paragraphs and tables, a blank line between them."""
    blocks = [f"# {escaped(document.title)}"]
    if document.subtitle:
        blocks.append(_paragraph(spoken(document.subtitle, "date")))
    for part in document.parts:
        blocks.extend(_blocks(part, above=document.title))
    return "\n\n".join(blocks) + "\n"


@lru_cache(1 << 14)  # names and topics come again and again
def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return _LINKING.sub(r"\\\g<0>", one_line(text).translate(_ACTIVE))


def _paragraph(text: str) -> str:
    """Escaped text that does not begin a list or a heading either."""
    return _SIGN.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", escaped(text)))


def _blocks(part: Part, *, above: str) -> list[str]:
    if isinstance(part, Text):
        return [_paragraph(line) for line in part.lines if one_line(line)]
    if isinstance(part, Picture):
        part = as_table(part)
    heading = [] if part.title == above else [f"## {escaped(part.title)}"]
    if isinstance(part, Record):
        return [*heading, _record(part)]
    note = [_paragraph(part.note)] if part.note else []
    return [*heading, _table(without_empty_columns(part)), *note]


def _table(table: Table) -> str:
    rows = [
        [_cell(spoken(cell, column.kind)) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    if table.total and rows:
        rows[-1] = [f"**{cell}**" if cell else "" for cell in rows[-1]]
    return _grid(table.columns, rows)


def _record(record: Record) -> str:
    rows = [[_cell(title), _cell(spoken(cell, clean=safe))] for title, cell in record.fields]
    return _grid((Column("what", _("what")), Column("value", _("value"))), rows)


def _grid(columns: tuple[Column, ...], rows: list[list[str]]) -> str:
    rule = ["---:" if column.kind in NUMERIC else "---" for column in columns]
    heads = [escaped(column.title) for column in columns]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def _cell(text: str) -> str:
    """Escaped text with its line ends kept in the only way that a table has."""
    return "<br>".join(filter(None, map(escaped, text.split("\n"))))

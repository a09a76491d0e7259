"""Tab-separated lines for other programs: one row a line, whole, whatever the terminal's width."""

from collections.abc import Callable, Iterable

from digikunta_cli.document import Cell, Document, Part, Picture, Record, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.rendering.cells import exact
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.text import one_line

Line = tuple[Cell, ...]
"""Cells of a line; a remark has one that begins with a hash."""


def render(document: Document) -> str:
    """Tables under their headings; titles and sentences as lines that begin with a hash."""
    return "".join(
        "\t".join(map(exact, line)) + "\n"
        for line in lines(document, remark=lambda text: f"# {text}")
    )


def lines(document: Document, *, remark: Callable[[str], str]) -> Iterable[Line]:
    """The lines of a document, a blank one between its parts.

    Faint sentences are hints to a person, so they are left out; a single table has no title.
    """
    parts = [part for part in document.parts if not (isinstance(part, Text) and _is_hint(part))]
    if not any(isinstance(part, Table | Record | Picture) for part in parts):
        sentences = [part for part in document.parts if isinstance(part, Text)]
        yield from ((one_line(line),) for part in sentences for line in part.lines)
        return
    for number, part in enumerate(parts):
        if number:
            yield ()
        yield from _part_lines(part, remark, titled=len(parts) > 1)


def _is_hint(text: Text) -> bool:
    return text.style == "faint"


def _part_lines(part: Part, remark: Callable[[str], str], *, titled: bool) -> Iterable[Line]:
    if isinstance(part, Text):
        yield from ((remark(one_line(line)),) for line in part.lines)
        return
    if isinstance(part, Picture):
        part = as_table(part)
    if titled:
        yield (remark(one_line(part.title)),)
    if isinstance(part, Record):
        yield (_("what"), _("value"))
        yield from part.fields
        return
    yield tuple(column.title for column in part.columns)
    yield from part.rows
    if part.note:
        yield (remark(one_line(part.note)),)

"""CSV for Excel with Finnish settings: semicolons, decimal commas, UTF-8 with a mark, CRLF."""

import csv
import io

from digikunta_cli.document import Cell, Document
from digikunta_cli.rendering.cells import exact, is_number
from digikunta_cli.rendering.plain import lines

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
_MARK = "\ufeff"


def render(document: Document) -> str:
    """The tables one after another, each under its title where there are several."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    for line in lines(document, remark=str):
        writer.writerow(map(_guarded, line))
    return _MARK + file.getvalue()


def _guarded(cell: Cell) -> str:
    """The cell, with an apostrophe where Excel would take the text for a formula."""
    written = exact(cell, point=",")
    if is_number(cell) or not written.startswith(_FORMULA):
        return written
    return f"'{written}"

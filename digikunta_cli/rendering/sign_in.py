"""A workbook to print: the same sheets as any other, upright, with rows high enough to sign."""

from dataclasses import replace
from functools import partial
from typing import Any

from digikunta_cli.document import Cell, Document, Table, Text
from digikunta_cli.rendering import xlsx
from digikunta_cli.rendering.cells import spoken
from digikunta_cli.text import one_line

_A4 = 9
_ROW_HEIGHT = 30
"""Points; about a centimetre, which there is room in to sign."""
_LINE_HEIGHT = 15
_WIDTHS = {
    "organisation": 22,
    "part": 24,
    "topics": 20,
    "name": 20,
    "signature": 26,
    "first_line": 36,
    "second_line": 44,
}
"""Of columns, in letters; what does not fit is folded."""
_LONGEST = 110
"""Of the title and of the place in a page's heading, of which Excel takes 255 letters in all."""


def render(document: Document) -> bytes:
    """The workbook's bytes; each printed page tells the document's title, time and sentences."""
    tables = tuple(part for part in document.parts if isinstance(part, Table))
    header = _header(document)
    # What the heading of each page tells needs no sheet of its own.
    return xlsx.render(
        replace(document, parts=tables, subtitle=""), finish=partial(_to_print, header=header)
    )


def _header(document: Document) -> str:
    """The title and what is said below it on the left, the time on the right."""
    lines = [line for part in document.parts if isinstance(part, Text) for line in part.lines]
    title, below = _for_header(document.title), _for_header(" ".join(lines))
    return f"&L&B{title}&B\n{below}&R{spoken(document.subtitle, 'date')}"


def _for_header(text: str) -> str:
    """Text for a page's heading, in which `&` is a mark unless doubled."""
    letters = [letter.replace("&", "&&") for letter in one_line(text)]
    while sum(map(len, letters)) > _LONGEST:
        letters.pop()
    return "".join(letters)


def _to_print(sheet: Any, table: Table, *, header: str) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    # Rows that are blank would not be printed else.
    sheet.print_area(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.9, bottom=0.6)
    sheet.set_header(header)
    sheet.set_footer("&R&P / &N")
    # Lines on paper, which stand around empty cells too.
    sheet.hide_gridlines(0)
    for number, column in enumerate(table.columns):
        if column.key in _WIDTHS:
            sheet.set_column(number, number, _WIDTHS[column.key])
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, max(_ROW_HEIGHT, _LINE_HEIGHT * _lines(table, row)))


def _lines(table: Table, row: tuple[Cell, ...]) -> int:
    """Lines that the longest cell of a row is folded into."""
    return max(
        # Words that do not fit leave about a fifth of each line empty.
        -(-len(spoken(cell)) * 5 // (_WIDTHS.get(column.key, _WIDTHS["part"]) * 4))
        for cell, column in zip(row, table.columns, strict=True)
    )

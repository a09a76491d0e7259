"""A workbook with one sheet a table: real dates and numbers, and no text that Excel could run."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any

from xlsxwriter import Workbook

from digikunta_cli.document import Cell, Column, Document, Picture, Record, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.rendering.cells import NUMERIC, is_number, spoken, typed
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.text import one_line, safe

_LOOK = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
"""How most cells look, so that it need not be said of each of them."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
    "default_format_properties": _LOOK,
}
_AS_MOST = (("text", False), ("number", False))
"""Kinds of cells that look as most do, neither of them bold."""
_CELL_LIMIT = 32_767
_NAME_LIMIT = 31
_EXACT_LIMIT = 10**15
"""Excel keeps fifteen digits of a number; longer ones stay text."""
_FIRST_YEAR = 1901
"""Excel's calendar has no earlier days, and a day too many in 1900."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_NARROWEST, _WIDEST, _COVER = 8, 60, 100
_LOOKED_AT = 1_000
"""Rows that tell how wide a column should be."""
_LINE_HEIGHT, _TALLEST = 15, 409
"""In points, the second as much as Excel allows."""


@dataclass(frozen=True, slots=True)
class _Book:
    """The workbook with the looks that its cells share."""

    book: Any
    looks: dict[tuple[str, bool], Any]

    def look(self, kind: str, bold: bool) -> Any:
        """The look of a cell of a kind, made once; None where it looks as most do."""
        if (kind, bold) not in self.looks:
            self.looks[kind, bold] = self.book.add_format(_properties(kind, bold))
        return self.looks[kind, bold]

    def sheet(self, title: str) -> Any:
        """A new sheet named as near to the title as Excel allows."""
        taken = {sheet.name.casefold() for sheet in self.book.worksheets()}
        return self.book.add_worksheet(_sheet_name(title, taken))


def finish_sheet(sheet: Any, table: Table) -> None:
    """Headings stay in sight and on each printed page; a total is no row to filter or sort."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _fit_on_a4(sheet)
    rows = len(table.rows) - (1 if table.total and table.rows else 0)
    if table.columns:
        sheet.autofilter(0, 0, rows, len(table.columns) - 1)


def _fit_on_a4(sheet: Any) -> None:
    """Lying, as many pages as it takes, none of them beside another."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def render(document: Document, *, finish: Callable[[Any, Table], None] = finish_sheet) -> bytes:
    """The workbook's bytes; titles and sentences stand on a first sheet where there are any.

    `finish` says how the sheet of a table scrolls and prints.
    """
    file = io.BytesIO()
    book = _Book(Workbook(file, _OPTIONS), dict.fromkeys(_AS_MOST))
    book.book.set_properties({"title": one_line(document.title)})
    tables = [part for part in document.parts if not isinstance(part, Text)]
    if _sentences(document) or not tables:
        _cover(book, document)
    for part in tables:
        _sheet(book, part, finish)
    book.book.close()
    return file.getvalue()


def _properties(kind: str, bold: bool) -> dict[str, object]:
    properties: dict[str, object] = {"bold": bold}
    if kind == "head":
        return {"bold": True, "bottom": 1, "valign": "bottom"}
    if kind == "money":
        properties["num_format"] = "#,##0.00"
    elif kind == "date":
        # The built-in short date, which Excel shows as the reader's own settings say.
        properties["num_format"] = 14
    elif kind == "moment":
        properties["num_format"] = 22
    return properties


def _sentences(document: Document) -> list[str]:
    texts = [part for part in document.parts if isinstance(part, Text) and part.style != "faint"]
    lines = [line for text in texts for line in text.lines]
    return [spoken(document.subtitle, "date"), *lines] if document.subtitle else lines


def _cover(book: _Book, document: Document) -> None:
    sheet = book.sheet(document.title)
    sheet.set_column(0, 0, _COVER)
    _fit_on_a4(sheet)
    _write(book, sheet, (0, 0), document.title, bold=True)
    for row, sentence in enumerate(_sentences(document), 2):
        _write(book, sheet, (row, 0), sentence)
        _make_room(sheet, row, _line_count(sentence, _COVER))


def _sheet(
    book: _Book, part: Table | Record | Picture, finish: Callable[[Any, Table], None]
) -> None:
    table = as_table(part) if isinstance(part, Picture) else part
    if isinstance(table, Record):
        columns = (Column("what", _("what")), Column("value", _("value")))
        table = Table("record", table.title, columns, table.fields)
    sheet = book.sheet(table.title)
    widths = [_width(table, number) for number in range(len(table.columns))]
    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, _text(column.title), book.look("head", True))
        sheet.set_column(number, number, widths[number])
    last = len(table.rows) - 1
    for row, cells in enumerate(table.rows):
        for number, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
            bold = table.total and row == last
            _write(book, sheet, (row + 1, number), cell, kind=column.kind, bold=bold)
        _make_room(sheet, row + 1, max(map(_line_count, cells, widths), default=1))
    finish(sheet, table)
    if table.note:
        _note(book, sheet, table, widths)


def _note(book: _Book, sheet: Any, table: Table, widths: Sequence[int]) -> None:
    """The note below the table, as wide as it."""
    row, note, look = len(table.rows) + 2, _text(table.note), book.look("text", False)
    if len(widths) > 1:
        sheet.merge_range(row, 0, row, len(widths) - 1, "", look)
    sheet.write_string(row, 0, note, look)
    _make_room(sheet, row, _line_count(note, sum(widths) or _NARROWEST))


def _line_count(cell: Cell, width: int) -> int:
    """How many lines a cell of so many letters needs."""
    if not isinstance(cell, (str, tuple)):
        return 1
    text = cell if isinstance(cell, str) else "; ".join(cell)
    if len(text) <= width and "\n" not in text:
        return 1
    # Words that do not fit leave about a tenth of each line empty.
    letters = width * 9 // 10
    return sum(-(-len(line) // letters) or 1 for line in text.split("\n"))


def _make_room(sheet: Any, row: int, lines: int) -> None:
    """Only Excel finds the height of a row itself, and not even that of joined cells."""
    if lines > 1:
        sheet.set_row(row, min(lines * _LINE_HEIGHT, _TALLEST))


def _write(
    book: _Book,
    sheet: Any,
    place: tuple[int, int],
    cell: Cell,
    *,
    kind: str = "text",
    bold: bool = False,
) -> None:
    cell = typed(cell, kind) if kind == "date" else cell
    if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        look = book.look("moment" if isinstance(cell, datetime) else "date", bold)
        sheet.write_datetime(*place, cell, look)
    elif isinstance(cell, (int, float)) and is_number(cell) and abs(cell) < _EXACT_LIMIT:
        look = book.look(kind if kind in NUMERIC else "number", bold)
        sheet.write_number(*place, cell, look)
    elif text := _text(cell if isinstance(cell, str) else spoken(cell, clean=safe)):
        # What tells nothing is left empty, so that Excel counts and filters it as empty too.
        sheet.write_string(*place, text, book.look("text", bold))


def _text(text: str) -> str:
    """Safe text, cut with a mark where it is longer than a cell may be."""
    text = safe(text)
    # The library takes such a text for its own markup and would write it unescaped.
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "
    if len(text) <= _CELL_LIMIT // 2 or _units(text) <= _CELL_LIMIT:
        return text
    mark = " " + _("[cut]")
    return _shortened(text, _CELL_LIMIT - _units(mark)) + mark


def _units(text: str) -> int:
    """Length as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


def _shortened(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")


def _width(table: Table, number: int) -> int:
    column = table.columns[number]
    lengths = (_length(row[number], column.kind) for row in table.rows[:_LOOKED_AT])
    # The arrow of the filter covers three letters of the heading.
    longest = max(len(column.title) + 3, *lengths, 0)
    return min(max(longest + 1, _NARROWEST), _WIDEST)


def _length(cell: Cell, kind: str) -> int:
    """How many letters a cell shows on one line."""
    is_text = isinstance(cell, str) and kind != "date"
    return len(cell) if is_text and isinstance(cell, str) else len(spoken(cell, kind))


def _sheet_name(title: str, taken: set[str]) -> str:
    wanted = _NOT_IN_NAMES.sub(" ", one_line(title))
    # Excel keeps the name History to itself.
    wanted = "History." if wanted.casefold() == "history" else wanted
    names = (_numbered(wanted, number) for number in count(1))
    return next(name for name in names if name.casefold() not in taken)


def _numbered(name: str, number: int) -> str:
    """The name shortened to what Excel allows, from the second on with its number."""
    tail = f" {number}" if number > 1 else ""
    short = one_line(_shortened(name, _NAME_LIMIT - len(tail))).strip("' ")
    if " " in short and len(short) < len(name.strip("' ")):
        short = f"{short.rpartition(' ')[0]}…"
    return (short or _("Sheet")) + tail

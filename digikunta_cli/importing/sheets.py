"""The sheets of a workbook as a compiled reader gives them, told one piece after another."""

import io
import math
import re
from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from digikunta_cli.importing.grid import clean

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Value = str | int | float | bool | date | datetime | time | timedelta
Piece = tuple[str, str | list[list[str]]]
"""("sheet", its name) and its ("rows", some of them), ("hidden", name), or ("wrong", a code)."""
_ROWS_AT_ONCE = 1_000
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def pieces(data: bytes) -> Generator[Piece, None, None]:
    """Read the visible sheets of a workbook; the last piece says so, or what was wrong.

    Raises MemoryError where the room does not suffice.
    """
    try:
        yield from _sheets(data)
        yield "end", ""
    except BaseException as error:
        if not _is_damage(error):
            raise
        is_locked = type(error).__name__ == "PasswordError"
        yield "wrong", "file-encrypted" if is_locked else "file-damaged"


def _is_damage(error: BaseException) -> bool:
    """Whether the file is at fault, and not the room or the person at the keyboard."""
    # A panic of compiled code is no Exception, and its class cannot be imported.
    is_panic = type(error).__name__ == "PanicException"
    return is_panic or (isinstance(error, Exception) and not isinstance(error, MemoryError))


def _sheets(data: bytes) -> Iterator[Piece]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != SheetVisibleEnum.Visible:
                yield "hidden", sheet.name
                continue
            yield "sheet", sheet.name
            rows = _rows(workbook.get_sheet_by_name(sheet.name))
            while some := list(islice(rows, _ROWS_AT_ONCE)):
                yield "rows", some


def _rows(sheet: "CalamineSheet") -> Iterator[list[str]]:
    # The reader gives blank rows above the table, but not the blank columns beside it.
    blank = [""] * (sheet.start[1] if sheet.start else 0)
    for values in sheet.iter_rows():
        yield blank + [written(value) if value != "" else "" for value in values]


def written(value: Value) -> str:
    """A typed cell as text: 12, 0.5, TRUE, 2016-08-12, 2016-08-12 09:20:45, 9:20:45."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, datetime):
        # Rounded, not cut: form tools keep thousandths in xlsx and write rounded ones to CSV.
        return str((value + timedelta(milliseconds=500)).replace(microsecond=0))
    if isinstance(value, timedelta):
        return _duration(value)
    return value.isoformat(timespec="seconds") if isinstance(value, time) else value.isoformat()


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if value == int(value):
        return str(int(value))
    text = format(Decimal(repr(value)), "f")
    # In a text three decimals after a point would part thousands: 1.125 hours are not 1125.
    return f"{text}0" if _THOUSANDS.fullmatch(text) else text


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"

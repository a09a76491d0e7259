"""Workbooks (xlsx) become grids: the package is looked over before any reader touches it."""

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from digikunta_cli.errors import DigikuntaError, InputError
from digikunta_cli.importing.grid import MOST_CELLS, Grid, check_size, clean, grid_of
from digikunta_cli.model import Finding
from digikunta_cli.text import one_line

MOST_UNPACKED = 200_000_000
MOST_UNPACKED_PART = 100_000_000
MOST_SHRUNK = 500
"""A part that is so many times larger unpacked was made to harm; real ones stay near 10."""
_CHUNK = 1_000_000

Value = str | int | float | bool | date | datetime | time | timedelta


def read_workbook(data: bytes, *, file: str) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Read the visible sheets of a workbook; hidden ones are named in the notes.

    Raises InputError where the file is no workbook, damaged, protected, too large or unsafe.
    """
    with damage_named(file):
        with ZipFile(io.BytesIO(data)) as package:
            _check_package(package, file)
            for part in package.infolist():
                _check_part(package, part, file)
        return _sheets(data)


@contextmanager
def damage_named(file: str) -> Iterator[None]:
    """Tell whatever goes wrong in a reader as damage; an interruption stays what it is.

    A panic of compiled code is no Exception, and its class cannot be imported.
    """
    try:
        yield
    except DigikuntaError:
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise InputError("file-damaged", file=file) from error
        raise


def _check_package(package: ZipFile, file: str) -> None:
    """Refuse by the directory of the package alone, before anything is unpacked."""
    parts = package.infolist()
    if "xl/workbook.xml" not in {part.filename.casefold() for part in parts}:
        raise InputError("file-not-table", file=file)
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("file-encrypted", file=file)
    sizes = [part.file_size for part in parts]
    if max(sizes) > MOST_UNPACKED_PART:
        raise InputError("file-too-large", file=file, limit="100 MB")
    if sum(sizes) > MOST_UNPACKED:
        raise InputError("file-too-large", file=file, limit="200 MB")
    if any(map(_is_shrunk, parts)):
        raise InputError("file-unsafe", file=file)


def _is_shrunk(part: ZipInfo) -> bool:
    return part.file_size > max(_CHUNK, part.compress_size * MOST_SHRUNK)


def _check_part(package: ZipFile, part: ZipInfo, file: str) -> None:
    """Unpack a part piece by piece: its sums must be right, its cells near, its XML plain."""
    extent = _Extent(file)
    is_xml = part.filename.casefold().endswith((".xml", ".rels"))
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if is_xml:
                extent.parser.Parse(chunk)
                continue
            tail = tail[-8:] + chunk
            if b"sheetData" in tail:  # a sheet under a name that hides it
                raise InputError("file-unsafe", file=file)
    if is_xml:
        extent.parser.Parse(b"", True)
        extent.check()


class _Extent:
    """How far the filled cells of a sheet reach; other parts of a package have no cells."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.rows = 0
        self.columns: set[str] = set()
        self.unplaced = 0
        self.widest_unplaced = 0
        self.row = 0
        self.cell: dict[str, str] | None = None
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.StartDoctypeDeclHandler = self.refuse

    def refuse(self, *_declaration: object) -> None:
        """Stop at what no form export has, such as a document type with endless entities."""
        raise InputError("file-unsafe", file=self.file)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow rows and cells; a cell counts once something stands in it."""
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag == "c":
            self.cell = attributes
            self.unplaced += "r" not in attributes
        elif tag == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.unplaced = 0
        elif self.cell is not None and tag in ("v", "is"):
            self.fill(self.cell.get("r", ""))
            self.cell = None
        elif tag == "sst" and int(attributes.get("uniqueCount", 0)) > MOST_CELLS:
            self.refuse()  # a reader sets aside room for as many texts as are announced

    def fill(self, reference: str) -> None:
        """Take note of a filled cell, such as C17; without a reference it is the next one."""
        column = reference.rstrip("0123456789")
        self.columns.add(column)
        row = int(reference[len(column) :] or self.row)
        if row > self.rows:
            self.rows = row
        if self.unplaced > self.widest_unplaced:
            self.widest_unplaced = self.unplaced

    def check(self) -> None:
        """Refuse cells so far away that a reader would run out of memory."""
        columns = max(map(_column_number, self.columns), default=0)
        check_size(self.file, rows=self.rows, columns=columns + self.widest_unplaced)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _sheets(data: bytes) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    grids: list[Grid] = []
    notes: list[Finding] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            name = one_line(sheet.name)
            if sheet.visible != SheetVisibleEnum.Visible:
                notes.append(Finding(code="sheet-hidden", value=name))
                continue
            # Blank rows above the table count, so that row numbers are those of the file.
            rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            grids.append(grid_of((map(written, row) for row in rows), sheet=name))
    return tuple(grids), tuple(notes)


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
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"

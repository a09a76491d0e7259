"""Workbooks for the tests: small ones, and ones with a part changed or added."""

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"


def book(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """The bytes of a workbook that a function fills."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        fill(workbook)
    return stream.getvalue()


def small(workbook: xlsxwriter.Workbook) -> None:
    """One sheet with a heading and an answer."""
    sheet = workbook.add_worksheet("Vastaukset")
    sheet.write_row(0, 0, ["Nimi", "Kunta"])
    sheet.write_row(1, 0, ["Aino", "Oulu"])


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """The small workbook with some bytes of one part replaced."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(book(small))) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            assert name != part or old in content
            target.writestr(name, content.replace(old, new) if name == part else content)
    return stream.getvalue()


def added(name: str, content: bytes) -> bytes:
    """The small workbook with one part more."""
    stream = io.BytesIO(book(small))
    with ZipFile(stream, "a", ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return stream.getvalue()

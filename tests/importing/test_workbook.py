"""Workbooks become text, and no hostile one reaches the reader."""

import io
import struct
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.source import read
from digikunta_cli.importing.workbook import Value, damage_named, read_workbook, written
from digikunta_cli.model import Finding

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"


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


def refusal(data: bytes) -> tuple[str, object]:
    """The code with which a workbook is refused, and the limit that it names."""
    with pytest.raises(InputError) as caught:
        read_workbook(data, file="a.xlsx")
    assert caught.value.facts["file"] == "a.xlsx"
    return caught.value.code, caught.value.facts.get("limit")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("'=1+1 ", "=1+1"),
        ("a\r\nb\u200b", "a\nb"),
        (358401234567.0, "358401234567"),
        (7, "7"),
        (-0.0, "0"),
        (12.5, "12.5"),
        (1e-7, "0.0000001"),
        (float("inf"), ""),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2016, 8, 12), "2016-08-12"),
        (datetime(2016, 8, 12, 9, 20, 45, 499_000), "2016-08-12 09:20:45"),
        (datetime(2016, 8, 12, 23, 59, 59, 676_000), "2016-08-13 00:00:00"),
        (time(9, 2, 11), "09:02:11"),
        (timedelta(hours=25, seconds=61), "25:01:01"),
    ],
)
def test_typed_cells_become_text(value: Value, text: str) -> None:
    """Numbers without a trailing .0, times in whole seconds as form tools round them."""
    assert written(value) == text


def test_sheets_keep_the_row_numbers_of_the_file() -> None:
    """Blank rows and columns before the table count; errors and blank formulas are empty."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Vastaukset")
        day = workbook.add_format({"num_format": "d.m.yyyy"})
        sheet.write_row(2, 1, ["Nimi", "Päivä", "Lupa", "Summa", ""])
        sheet.write_string(4, 1, "Aino")
        sheet.write_datetime(4, 2, datetime(2016, 8, 12), day)
        sheet.write_boolean(4, 3, True)
        sheet.write_formula(4, 4, "=1/0", None, "#DIV/0!")
        sheet.write_number(4, 5, 3)
        sheet.write_blank(9, 0, None, day)

    assert read_workbook(book(fill), file="a.xlsx") == (
        (
            Grid(
                "Vastaukset",
                (
                    (3, ("", "Nimi", "Päivä", "Lupa", "Summa")),
                    (5, ("", "Aino", "2016-08-12", "TRUE", "", "3")),
                ),
            ),
        ),
        (),
    )


def test_hidden_sheets_are_named_and_pictures_of_figures_passed_over() -> None:
    """Only what a coordinator sees in the workbook is read."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        small(workbook)
        workbook.add_worksheet("Koonti").hide()
        workbook.add_worksheet("_tunnus").very_hidden()
        chart = workbook.add_chart({"type": "bar"})
        chart.add_series({"values": "=Vastaukset!$A$1:$A$2"})
        workbook.add_chartsheet("Kuva").set_chart(chart)

    assert read_workbook(book(fill), file="a.xlsx") == (
        (Grid("Vastaukset", ((1, ("Nimi", "Kunta")), (2, ("Aino", "Oulu")))),),
        (
            Finding(code="sheet-hidden", value="Koonti"),
            Finding(code="sheet-hidden", value="_tunnus"),
        ),
    )


def test_a_workbook_without_answers_is_empty(tmp_path: Path) -> None:
    """Blank sheets are no grids."""
    path = tmp_path / "tyhja.xlsx"
    path.write_bytes(book(lambda workbook: workbook.add_worksheet("Taul1") and None))

    with pytest.raises(InputError) as caught:
        read(path)

    assert caught.value.code == "file-empty"


def test_sheets_without_references_are_read() -> None:
    """Some programs write cells and rows without saying where they stand."""
    wanted = read_workbook(book(small), file="a.xlsx")
    bare_cell = changed(SHEET, b'<c r="B1" t="s">', b'<c t="s">')
    bare_row = changed(SHEET, b'<row r="2" ', b"<row ")

    assert read_workbook(bare_cell, file="a.xlsx") == wanted
    assert read_workbook(bare_row, file="a.xlsx") == wanted


@pytest.mark.parametrize(
    ("old", "new", "limit"),
    [
        (b'<c r="B2"', b'<c r="XFD1048576"', "200\u00a0000 rows"),
        (b'<c r="B2"', b"<c r='XFD2'", "2\u00a0000 columns"),
        (b'<c r="B2"', b'<c r="ABC200000"', "20\u00a0000\u00a0000 cells"),
        (b'<row r="2"', b'<row r="1048576"><c><v>1</v></c></row><row r="3"', "200\u00a0000 rows"),
        (b'<c r="B2"', b"<c/>" * 2000 + b"<c", "2\u00a0000 columns"),
        (
            b'<row r="2"',
            b'<x:row xmlns:x="urn:x"><x:c r="A200001"><x:v/></x:c></x:row><row r="2"',
            "200\u00a0000 rows",
        ),
    ],
)
def test_a_cell_far_away_is_refused_before_room_is_set_aside(
    old: bytes, new: bytes, limit: str
) -> None:
    """The reader would end the whole program on such a cell."""
    assert refusal(changed(SHEET, old, new)) == ("file-too-large", limit)


def test_pictures_in_a_workbook_do_no_harm() -> None:
    """A form tool may put its logo into the file."""
    data = added("xl/media/kuva.png", b"\x89PNG")

    assert read_workbook(data, file="a.xlsx") == read_workbook(book(small), file="a.xlsx")


def test_blank_cells_far_away_do_no_harm() -> None:
    """Formatting a whole column leaves such cells in many real workbooks."""
    data = changed(SHEET, b"</row></sheetData>", b'<c r="XFD1048576"/></row></sheetData>')

    assert read_workbook(data, file="a.xlsx") == read_workbook(book(small), file="a.xlsx")


@pytest.mark.parametrize(
    "data",
    [
        changed(SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet'),
        changed(TEXTS, b"<sst", b'<!DOCTYPE x SYSTEM "http://aino.example/"><sst'),
        changed(TEXTS, b'uniqueCount="4"', b'uniqueCount="99999999999"'),
        added("xl/media/kuva.png", b"\x89PNG" + b"<sheetData>"),
        added("docProps/muu.xml", b"<a>" + b" " * 20_000_000 + b"</a>"),
    ],
)
def test_parts_that_no_export_has_are_refused(data: bytes) -> None:
    """Document types, false announcements, sheets under other names, endless blanks."""
    assert refusal(data) == ("file-unsafe", None)


def test_a_package_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """The limits hold for each part and for all together, by the directory alone."""
    path = tmp_path / "pommi.xlsx"
    path.write_bytes(book(small))
    with ZipFile(path, "a", ZIP_DEFLATED) as package, package.open("xl/a.xml", "w") as part:
        for _megabyte in range(300):
            part.write(bytes(1_000_000))

    assert refusal(path.read_bytes()) == ("file-too-large", "100 MB")


def test_parts_that_are_too_much_together_are_refused() -> None:
    """Sizes are believed here because unpacking more than announced fails."""
    stream = io.BytesIO(book(small))
    with ZipFile(stream, "a", ZIP_DEFLATED) as package:
        for number in range(3):
            package.writestr(f"xl/{number}.xml", bytes(70_000_000))

    assert refusal(stream.getvalue()) == ("file-too-large", "200 MB")


def test_a_directory_that_lies_about_sizes_is_damaged() -> None:
    """A part that unpacks to more than its directory says is never read whole."""
    data = bytearray(added("xl/a.xml", b"<a>" + b"b" * 500_000 + b"</a>"))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 1000)

    assert refusal(bytes(data)) == ("file-damaged", None)


def test_a_package_with_a_password_is_told_as_protected() -> None:
    """The parts of a zip can be locked one by one."""
    data = bytearray(book(small))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1

    assert refusal(bytes(data)) == ("file-encrypted", None)


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    """Form tools also hand out zips with a CSV in them."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("vastaukset.csv", "Nimi;Kunta\n")

    assert refusal(stream.getvalue()) == ("file-not-table", None)


@pytest.mark.parametrize(
    "data",
    [
        book(small)[:2000],
        b"PK\x03\x04" + bytes(200),
        changed("xl/workbook.xml", b"</workbook>", b""),
        changed("xl/workbook.xml", b"rId1", b"rId9"),
        changed(SHEET, b'<c r="B2"', b'<c r="2B"'),
        changed(SHEET, b'<c r="B2"', '<c r="Ä2"'.encode()),
        changed(SHEET, b'<row r="2"', b'<row r="x"'),
    ],
)
def test_damaged_workbooks_are_told_as_damaged(data: bytes) -> None:
    """Whatever fails inside the readers, the sentence is the same."""
    assert refusal(data) == ("file-damaged", None)


def test_a_panic_of_the_reader_is_told_as_damage() -> None:
    """A duration that no clock can hold ends the compiled reader in its own way."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        duration = workbook.add_format({"num_format": "[h]:mm:ss"})
        workbook.add_worksheet("Taul1").write_number(0, 0, 1e300, duration)

    assert refusal(book(fill)) == ("file-damaged", None)


def test_an_interruption_is_no_damage() -> None:
    """Ctrl-C while a workbook is read ends the program as it should."""
    with pytest.raises(KeyboardInterrupt), damage_named("a.xlsx"):
        raise KeyboardInterrupt

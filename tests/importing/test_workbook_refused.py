"""No hostile or damaged workbook reaches the reader, or gets past it."""

import io
import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from digikunta_cli.errors import InputError
from digikunta_cli.importing.sheets import pieces
from digikunta_cli.importing.workbook import read_workbook
from tests.importing.workbooks import SHEET, added, book, changed, small

TEXTS = "xl/sharedStrings.xml"


def refusal(data: bytes) -> tuple[str, object]:
    """The code with which a workbook is refused, and the limit that it names."""
    with pytest.raises(InputError) as caught:
        read_workbook(data, file="a.xlsx")
    assert caught.value.facts["file"] == "a.xlsx"
    return caught.value.code, caught.value.facts.get("limit")


@pytest.mark.parametrize(
    ("old", "new", "limit"),
    [
        (b'<c r="B2"', b'<c r="XFD1048576"', "200\u00a0000 rows, unless --max-rows allows more"),
        (b'<c r="B2"', b"<c r='XFD2'", "2\u00a0000 columns"),
        (b'<c r="B2"', b'<c r="ABC200000"', "20\u00a0000\u00a0000 cells"),
        (
            b'<row r="2"',
            b'<row r="1048576"><c><v>1</v></c></row><row r="3"',
            "200\u00a0000 rows, unless --max-rows allows more",
        ),
        (b'<c r="B2"', b"<c/>" * 2000 + b"<c", "2\u00a0000 columns"),
        (
            b'<row r="2"',
            b'<x:row xmlns:x="urn:x"><x:c r="A200001"><x:v/></x:c></x:row><row r="2"',
            "200\u00a0000 rows, unless --max-rows allows more",
        ),
    ],
)
def test_a_cell_far_away_is_refused_before_room_is_set_aside(
    old: bytes, new: bytes, limit: str
) -> None:
    """The reader would end the whole program on such a cell."""
    assert refusal(changed(SHEET, old, new)) == ("file-too-large", limit)


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
    assert refusal(data) == ("file-unsafe", "512 MiB")


def test_a_package_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """The limits hold for each part and for all together, by the directory alone."""
    path = tmp_path / "pommi.xlsx"
    path.write_bytes(book(small))
    with ZipFile(path, "a", ZIP_DEFLATED) as package, package.open("xl/a.xml", "w") as part:
        for _megabyte in range(300):
            part.write(bytes(1_000_000))

    assert refusal(path.read_bytes()) == ("file-too-large", "200 MB")


def test_parts_that_are_too_much_together_are_refused() -> None:
    """Sizes are believed here because unpacking more than announced fails."""
    stream = io.BytesIO(book(small))
    with ZipFile(stream, "a", ZIP_DEFLATED) as package:
        for number in range(5):
            package.writestr(f"xl/{number}.xml", bytes(70_000_000))

    assert refusal(stream.getvalue()) == ("file-too-large", "300 MB")


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
    reading = pieces(book(small))
    next(reading)

    with pytest.raises(KeyboardInterrupt):
        reading.throw(KeyboardInterrupt)

"""Workbooks of other kinds than xlsx: open documents (ods) and the old binary ones (xls)."""

import io
import struct
from pathlib import Path
from zipfile import ZipFile

import pytest

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.limits import USUAL, Limits
from digikunta_cli.importing.source import read
from digikunta_cli.importing.workbook import read_old_workbook, read_workbook
from digikunta_cli.model import Finding
from tests.importing.opendocuments import blank, cell, document, row, table
from tests.importing.workbooks import book, small

OLD = Path(__file__).parent / "files" / "vastaukset.xls"
SMALL = table(row(cell("Nimi"), cell("Kunta")), row(cell("Aino"), cell("Oulu")))
WANTED = (Grid("Vastaukset", ((1, ("Nimi", "Kunta")), (2, ("Aino", "Oulu")))),)
HIDDEN = Finding(code="sheet-hidden", value="Koonti")


def refusal(data: bytes, limits: Limits = USUAL) -> tuple[str, object]:
    """The code with which an open document is refused, and the limit that it names."""
    with pytest.raises(InputError) as caught:
        read_workbook(data, file="a.ods", limits=limits)
    return caught.value.code, caught.value.facts.get("limit")


def old_refusal(data: bytes, limits: Limits = USUAL) -> str:
    """The code with which an old workbook is refused."""
    with pytest.raises(InputError) as caught:
        read_old_workbook(data, file="a.xls", limits=limits)
    return caught.value.code


def with_far_cell(row: int, column: int) -> bytes:
    """The old workbook with its first text moved far away."""
    data = OLD.read_bytes()
    record = struct.pack("<HHHH", 0x00FD, 10, 1, 0)  # the text in row 2, first column
    assert data.count(record) == 1
    return data.replace(record, struct.pack("<HHHH", 0x00FD, 10, row, column))


def test_an_old_workbook_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    """Row numbers, dates and figures as in any workbook; its hidden sheet is named."""
    path = tmp_path / "vienti.csv"
    path.write_bytes(OLD.read_bytes())

    source = read(path)

    assert source.notes == (HIDDEN,)
    assert source.grids == (
        Grid(
            "Vastaukset",
            (
                (2, ("Nimi", "Kunta", "Päivä", "Summa", "Lupa")),
                (3, ("Aino", "Oulu", "2016-08-12 09:20:45", "2900", "TRUE")),
                (5, ("Väinö", "Pöytyä", "", "12.5", "FALSE")),
            ),
        ),
    )


def test_damaged_old_workbooks_are_refused() -> None:
    """Cut short, or with a package behind that the reader would open instead."""
    data = OLD.read_bytes()

    assert old_refusal(data[:3000]) == "file-encrypted-or-damaged"
    assert old_refusal(data + book(small)) == "file-unsafe"


def test_an_old_workbook_over_the_limit_is_refused() -> None:
    """As its rows show only when they are read, they are counted then."""
    assert old_refusal(OLD.read_bytes(), Limits(2)) == "file-too-large"


def test_a_cell_far_away_in_an_old_workbook_ends_another_process() -> None:
    """Rows and columns there go to 65536, and the room for all of them is set aside."""
    assert old_refusal(with_far_cell(65_535, 65_535)) == "file-unsafe"


def test_an_open_document_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    """Blank rows and columns repeated to the end of a sheet are there in every real one."""
    hidden = table(row(cell("x")), name="Koonti", more=' table:style-name="piilo"')
    day = '<table:table-cell office:value-type="date" office:date-value="2016-08-12T09:20:45"/>'
    sheet = table(
        row(blank(16_384), repeated=2),
        row(cell("Nimi"), blank(2), cell("Päivä"), blank(16_380)),
        row(cell("Aino", ' table:number-columns-repeated="3"'), day, repeated=2),
        row(blank(16_384), repeated=1_048_571),
    )
    path = tmp_path / "vienti.csv"
    path.write_bytes(document(sheet, hidden))

    source = read(path)

    assert source.notes == (HIDDEN,)
    answer = ("Aino", "Aino", "Aino", "2016-08-12 09:20:45")
    assert source.grids == (
        Grid("Vastaukset", ((3, ("Nimi", "", "", "Päivä")), (4, answer), (5, answer))),
    )


def test_an_open_document_without_its_manifest_is_damaged() -> None:
    """The manifest tells whether the other parts are encrypted."""
    assert read_workbook(document(SMALL), file="a.ods") == (WANTED, ())
    assert refusal(document(SMALL, manifest=None)) == ("file-damaged", None)


@pytest.mark.parametrize(
    ("sheet", "limit"),
    [
        (row(cell("a"), repeated=1_048_576), "200\u00a0000 rows, unless --max-rows allows more"),
        (
            row(blank(1), repeated=200_000) + row(cell("a")),
            "200\u00a0000 rows, unless --max-rows allows more",
        ),
        (row(cell("a", ' table:number-columns-repeated="16384"')), "2\u00a0000 columns"),
        (row(blank(2_000), cell("a")), "2\u00a0000 columns"),
        (row(blank(200), cell("a"), repeated=200_000), "20\u00a0000\u00a0000 cells"),
        (
            row('<x:table-cell xmlns:x="urn:x" x:formula="1" x:number-columns-repeated="9999"/>'),
            "2\u00a0000 columns",
        ),
    ],
)
def test_repetitions_are_refused_before_room_is_set_aside(sheet: str, limit: str) -> None:
    """A few letters would otherwise become millions of cells."""
    assert refusal(document(table(sheet), SMALL)) == ("file-too-large", limit)


def test_sheets_count_together() -> None:
    """All sheets of an open document are read at once."""
    sheet = table(row(cell("a", ' table:number-columns-repeated="60"'), repeated=200_000))

    assert refusal(document(sheet, sheet)) == ("file-too-large", "20\u00a0000\u00a0000 cells")


@pytest.mark.parametrize("repeated", ["0", "-1", "x", ""])
def test_impossible_repetitions_are_damage(repeated: str) -> None:
    """No office program writes such counts."""
    assert refusal(document(table(row(cell("a"), repeated=repeated)))) == ("file-damaged", None)


def test_a_document_type_in_an_open_document_is_refused() -> None:
    """Neither endless entities nor other files are brought in that way."""
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'

    assert refusal(document(SMALL, before=laughs)) == ("file-unsafe", "512 MiB")


def test_a_protected_open_document_is_told_as_protected() -> None:
    """Its parts are encrypted one by one, and the manifest says so."""
    data = document(SMALL, manifest="<manifest:encryption-data/>")

    assert refusal(data) == ("file-encrypted", None)


@pytest.mark.parametrize(
    ("name", "code"),
    [("content.xml", "file-unsafe"), ("xl/workbook.bin", "file-unsafe")],
)
def test_a_package_of_two_kinds_is_refused(name: str, code: str) -> None:
    """Looked over as the one kind, it might be read as the other."""
    stream = io.BytesIO(book(small))
    with ZipFile(stream, "a") as package:
        package.writestr(name, "<a/>")

    assert refusal(stream.getvalue())[0] == code


def test_a_binary_workbook_of_the_newer_kind_is_no_table_here() -> None:
    """Its cells cannot be looked over, and no form tool writes it."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("xl/workbook.bin", b"")

    assert refusal(stream.getvalue()) == ("file-not-table", None)

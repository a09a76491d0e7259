"""Workbooks become text, with the row numbers that a spreadsheet shows."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.sheets import Value, written
from digikunta_cli.importing.source import read
from digikunta_cli.importing.workbook import read_workbook
from digikunta_cli.model import Finding
from tests.importing.workbooks import SHEET, added, book, changed, small


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


def test_a_workbook_whose_only_filled_sheet_is_hidden_is_told_so() -> None:
    """It is not empty, and the hidden sheet is named."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet("Ohje")
        workbook.add_worksheet("Vastaukset").hide()

    with pytest.raises(InputError) as caught:
        read_workbook(book(fill), file="a.xlsx")

    assert caught.value.code == "form-hidden"
    assert caught.value.facts["sheets"] == '"Vastaukset"'


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


def test_pictures_in_a_workbook_do_no_harm() -> None:
    """A form tool may put its logo into the file."""
    data = added("xl/media/kuva.png", b"\x89PNG")

    assert read_workbook(data, file="a.xlsx") == read_workbook(book(small), file="a.xlsx")


def test_blank_cells_far_away_do_no_harm() -> None:
    """Formatting a whole column leaves such cells in many real workbooks."""
    data = changed(SHEET, b"</row></sheetData>", b'<c r="XFD1048576"/></row></sheetData>')

    assert read_workbook(data, file="a.xlsx") == read_workbook(book(small), file="a.xlsx")

"""The rows that ask for mending, and the cells that they are about."""

from pathlib import Path

from digikunta_cli.importing.mending import to_mend
from digikunta_cli.mending import RowToMend
from digikunta_cli.model import Finding
from tests.importing.exports import (
    COMMITMENT,
    NAME,
    ORGANISATION,
    SEATS,
    WHOLE,
    sheet_of,
    write_export,
    write_rows,
)


def rows_to_mend(path: Path, *more: Finding) -> tuple[RowToMend, ...]:
    """The rows of an export to mend, with what its reading had to say and more."""
    sheet = sheet_of(path)
    return to_mend(sheet, (*sheet.rejected, *sheet.findings, *more), file=path.name).rows


def test_only_rows_that_can_be_mended_are_taken(tmp_path: Path) -> None:
    """Not whole ones, nor those of which there is only something to tell."""
    test, refused = {**WHOLE, ORGANISATION: "testi"}, {**WHOLE, COMMITMENT: "ei"}
    file = write_export(tmp_path / "a.csv", WHOLE, test, refused, {**WHOLE, SEATS: "pari"})
    rows = rows_to_mend(file, Finding(code="answer-older", row=2), Finding(code="note"))

    assert [(each.row, each.cells) for each in rows] == [(5, ("H5",))]
    assert rows[0].answers == ("Espoon kaupunki", *tuple(WHOLE.values())[1:7], "pari", *LAST)


LAST = ("suomi", "kyllä", "kyllä")


def test_what_is_missing_is_named_by_the_cell_where_it_belongs(tmp_path: Path) -> None:
    """Also the name of an organisation, and a commitment."""
    file = write_export(
        tmp_path / "a.csv", {**WHOLE, NAME: "", COMMITMENT: ""}, {**WHOLE, ORGANISATION: ""}
    )
    rows = rows_to_mend(file)

    assert [each.cells for each in rows] == [("B2", "J2"), ("A3",)]
    assert [f.code for f in rows[0].findings] == ["answers-missing", "commitment-missing"]


def test_a_question_that_the_form_does_not_ask_has_no_cell(tmp_path: Path) -> None:
    """The row is told all the same, and so is a finding that no column has."""
    answers = {key: value for key, value in WHOLE.items() if key != COMMITMENT}
    file = write_export(tmp_path / "a.csv", answers)

    assert [each.cells for each in rows_to_mend(file, Finding(code="quotes-broken", row=2))] == [()]


def test_cells_beyond_the_headings_are_kept_in_the_row(tmp_path: Path) -> None:
    """The row is there as it stands, under as many headings as it needs."""
    broken = {**WHOLE, SEATS: "pari"}
    file = write_rows(tmp_path / "a.csv", [*WHOLE], [*broken.values(), "huom"])
    sheet = sheet_of(file)
    found = to_mend(sheet, sheet.findings, file=file.name)

    assert found.headings == (*WHOLE, "")
    assert found.rows[0].answers[-1] == "huom"

"""Every filled cell of a sheet is accounted for, once."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.importing.accounting import account
from digikunta_cli.importing.exports import Sheet
from digikunta_cli.importing.places import column_letters
from digikunta_cli.mending import Account, Fate
from digikunta_cli.model import Finding
from tests.importing.exports import (
    COMMITMENT,
    LANGUAGES,
    ORGANISATION,
    SEATS,
    SHARING,
    SUPPORT,
    TOPICS,
    WHOLE,
    sheet_of,
    write_export,
    write_rows,
)


def told(sheet: Sheet) -> Account:
    """The account of a sheet with what its reading had to say."""
    return account(sheet, (*sheet.rejected, *sheet.findings))


def unclear(sheet: Sheet) -> list[tuple[str, str]]:
    """The cells that were not understood, with the reasons."""
    return [(each.cell, each.code) for each in told(sheet).unclear]


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_spreadsheets_name_them(index: int, letters: str) -> None:
    """A to Z, then AA."""
    assert column_letters(index) == letters


HEADINGS = (
    "ID",
    "Start time",
    "Completion time",
    "Email",
    ORGANISATION,
    SEATS,
    TOPICS,
    f"{SUPPORT}: viestintä",
    f"{SUPPORT}: Avoimet vastaukset",
    LANGUAGES,
    COMMITMENT,
    SHARING,
    "Huom",
    "Huom",
    "",
)
CELLS = st.sampled_from(
    ["", "", " ", "1", "0", "Espoo", "testi", "ehkä", "suomi;saame", "2–3", "8/30/16 9:00", "x"]
)
ROWS = st.lists(
    st.lists(CELLS, min_size=len(HEADINGS), max_size=len(HEADINGS) + 2), min_size=1, max_size=6
)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_the_sums_equal_the_filled_cells_of_the_file(rows: list[list[str]]) -> None:
    """Whatever stands in it, no cell is lost and none is counted twice."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = sheet_of(write_rows(Path(folder, "export.csv"), HEADINGS, *rows))
    found = told(sheet)
    filled = [(r, c) for r, row in enumerate(rows, 2) for c, cell in enumerate(row) if cell.strip()]
    headings = sum(bool(heading) for heading in HEADINGS)

    assert found.filled == len(filled) + headings
    assert found.count(Fate.HEADING) == headings
    assert found.count(Fate.UNCLEAR) == len(found.unclear)
    assert {each.cell for each in found.unclear} <= {f"{column_letters(c)}{r}" for r, c in filled}


def test_each_cell_comes_to_what_its_column_is_for(tmp_path: Path) -> None:
    """Answers and times are imported, other columns kept, the tool's own ignored."""
    tool = {"ID": "1", "Start time": "8/30/16 9:00:00", "Completion time": "8/30/16 9:20:00"}
    sheet = sheet_of(write_export(tmp_path / "a.csv", {**tool, **WHOLE, "Huom": "soita"}))
    counts = {each.heading: each for each in told(sheet).columns}

    assert counts["Start time"].counts == {Fate.HEADING: 1, Fate.IGNORED: 1}
    assert counts["Completion time"].counts == {Fate.HEADING: 1, Fate.IMPORTED: 1}
    assert counts["Huom"].counts == {Fate.HEADING: 1, Fate.EXTRA: 1}
    assert counts["Huom"].field is None
    assert (counts[SEATS].letters, counts[SEATS].field) == ("K", "capacity")
    assert told(sheet).unclear == ()


def test_what_was_not_understood_is_named_by_its_cell(tmp_path: Path) -> None:
    """With the code of the reason."""
    rows = ({**WHOLE, SEATS: "pari", SHARING: "ehkä"}, WHOLE, {**WHOLE, LANGUAGES: "suomi;saame"})
    sheet = sheet_of(write_export(tmp_path / "a.csv", *rows))

    assert unclear(sheet) == [
        ("H2", "number-missing"),
        ("K2", "answer-unclear"),
        ("I4", "choice-unknown"),
    ]


def test_a_doubted_name_is_told_at_its_cell(tmp_path: Path) -> None:
    """Findings about the organisation come without a column."""
    sheet = sheet_of(write_export(tmp_path / "a.csv", {**WHOLE, ORGANISATION: "Xyzlä"}))
    found = account(sheet, [Finding(code="organisation-unknown", row=2)])

    assert [each.cell for each in found.unclear] == ["A2"]


def test_of_several_columns_only_the_odd_cells_are_meant(tmp_path: Path) -> None:
    """A plain yes or no to an option is understood, whatever stands beside it."""
    options = {f"{LANGUAGES}: suomi": "1", f"{LANGUAGES}: ruotsi": "joskus"}
    answers = {key: value for key, value in WHOLE.items() if key != LANGUAGES}
    sheet = sheet_of(write_export(tmp_path / "a.csv", {**answers, **options}))

    assert unclear(sheet) == [("L2", "choice-unknown")]


def test_a_time_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """One by its own cell, an undecided order of day and month by all cells of the column."""
    first, second = {"Completion time": "30.8.2016 9:00"}, {"Completion time": "eilen"}
    tool = {"ID": "1", "Start time": ""}
    one = sheet_of(
        write_export(tmp_path / "a.csv", {**tool, **WHOLE, **first}, {**WHOLE, **second})
    )
    both = sheet_of(
        write_export(tmp_path / "b.csv", {**tool, **WHOLE, "Completion time": "8/9/16 10:00"})
    )

    assert [code for _cell, code in unclear(one)] == ["date-unclear"]
    assert [code for _cell, code in unclear(both)] == ["dates-ambiguous"]


def test_a_row_that_was_left_out_is_ignored(tmp_path: Path) -> None:
    """All its cells, also those that would not have been understood."""
    sheet = sheet_of(
        write_export(tmp_path / "a.csv", WHOLE, {**WHOLE, ORGANISATION: "testi", SEATS: "pari"})
    )
    found = told(sheet)

    assert found.count(Fate.IGNORED) == len(WHOLE)
    assert found.unclear == ()


def test_a_cell_without_a_heading_is_not_lost_silently(tmp_path: Path) -> None:
    """It is kept nowhere, so it is told."""
    file = write_rows(tmp_path / "a.csv", [*WHOLE], [*WHOLE.values(), "", "sivuhuomautus"])
    found = told(sheet_of(file))

    assert [(each.cell, each.heading, each.code) for each in found.unclear] == [
        ("M2", "", "cell-unheaded")
    ]


def test_blank_cells_under_headings_are_counted_apart(tmp_path: Path) -> None:
    """They are no filled cells."""
    sheet = sheet_of(write_export(tmp_path / "a.csv", {**WHOLE, "Huom": "", SEATS: ""}))

    assert told(sheet).blank == 2

"""`digikunta import --cells`, `--findings` and `--ask` as a coordinator runs them."""

import csv
import stat
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import DATA, EXPERIMENTERS, MENTORS, Digikunta
from tests.importing.exports import EMAIL, NAME, ORGANISATION, SEATS, SOLUTION, WHOLE, write_export

KINDS = ("imported", "extra", "ignored", "not_understood", "headings")


def filled(path: Path) -> int:
    """How many cells of an export have something in them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(bool(cell.strip()) for row in csv.reader(file, delimiter=";") for cell in row)


@pytest.mark.parametrize("file", sorted(DATA.glob("*.csv")), ids=lambda file: file.stem)
def test_every_cell_of_an_example_is_accounted_for(digikunta: Digikunta, file: Path) -> None:
    """The sums equal the file's, in all and by column, and a dry run writes no database."""
    sheet = digikunta("import", file, "--dry-run", "--cells", "--format", "json").json["files"][0]
    cells = sheet["cells"]

    assert cells["filled"] == filled(file)
    assert cells["filled"] == sum(cells[kind] for kind in KINDS)
    for kind in KINDS:
        assert cells[kind] == sum(column[kind] for column in cells["columns"])
    assert cells["not_understood"] == len(cells["unclear"])


def test_cells_that_were_not_understood_are_told_without_the_answers(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """By their place, the heading and the reason; over several files with the file."""
    file = write_export(tmp_path / "a.csv", {**WHOLE, SEATS: "pari", "Huom": "soita"})
    one = digikunta("import", file, "--dry-run", "--cells").out
    two = digikunta("import", file, MENTORS, "--dry-run", "--cells").out
    whole = digikunta("import", write_export(tmp_path / "b.csv", WHOLE), "--cells").out

    assert f"\nH2\t{SEATS}\t" in one
    assert f"\na.csv\tH2\t{SEATS}\t" in two
    assert "\nL\tHuom\textra\t0\t1\t0\t0\t1\t2\n" in one
    assert "# Not understood" not in whole
    assert not any(value in one for value in (WHOLE[NAME], WHOLE[EMAIL], "soita"))


def test_sheets_of_a_workbook_are_told_apart(digikunta: Digikunta, tmp_path: Path) -> None:
    """By the name of each."""
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for name in ("kevät", "syksy"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, [*WHOLE])
            sheet.write_row(1, 0, [*{**WHOLE, SEATS: "pari"}.values()])
    out = digikunta("import", tmp_path / "a.xlsx", "--dry-run", "--cells").out
    digikunta("import", tmp_path / "a.xlsx", "--findings", tmp_path / "mend.csv")

    assert "\na.xlsx (kevät)\tH2\t" in out
    assert "\na.xlsx (syksy)\tH2\t" in out
    assert "a.xlsx (syksy)" in (tmp_path / "mend.csv").read_text(encoding="utf-8-sig")


def test_rows_to_mend_go_to_a_file_with_their_reasons(digikunta: Digikunta, tmp_path: Path) -> None:
    """Whole, for the owner of the file alone, and without a formula that could run."""
    odd = {**WHOLE, SEATS: "pari", SOLUTION: "=HYPERLINK(1)"}
    file, target = write_export(tmp_path / "a.csv", WHOLE, odd), tmp_path / "mend.csv"
    result = digikunta("import", file, "--findings", target)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))

    assert rows[0] == ["row", "cells", "what to look at", *WHOLE]
    assert [row[:2] for row in rows[1:]] == [["3", "H3"]]
    assert rows[1][2].startswith(f"{SEATS}: no single number")
    assert rows[1][3:] == [*{**odd, SOLUTION: "'=HYPERLINK(1)"}.values()]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "1 row to mend was written to" in result.out
    assert not any(value in result.out for value in (WHOLE[NAME], WHOLE[EMAIL]))


def test_rows_to_mend_go_to_a_workbook_too(digikunta: Digikunta, tmp_path: Path) -> None:
    """A sheet for each sheet that has such rows; phone numbers stay as they were typed."""
    target = tmp_path / "mend.xlsx"
    data = digikunta(
        "import", EXPERIMENTERS, MENTORS, "--findings", target, "--format", "json"
    ).json["to_mend"]
    sheets = CalamineWorkbook.from_path(str(target))
    rows = [sheets.get_sheet_by_name(name).to_python() for name in sheets.sheet_names]

    assert data == {"rows": sum(len(each) - 1 for each in rows), "file": str(target)}
    assert sheets.sheet_names == [EXPERIMENTERS.name, MENTORS.name]
    assert rows[0][0][:3] == ["row", "cells", "what to look at"]


def test_no_rows_to_mend_make_an_empty_table(digikunta: Digikunta, tmp_path: Path) -> None:
    """The file that was asked for is there all the same."""
    file = write_export(tmp_path / "a.csv", WHOLE)
    result = digikunta("import", file, "--findings", tmp_path / "mend.csv")

    assert (result.code, "0 rows to mend" in result.out) == (0, True)
    assert (tmp_path / "mend.csv").read_text(encoding="utf-8-sig") == "row;cells;what to look at\n"


def test_a_message_a_contact_is_written_and_none_is_sent(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """A summary tells how many, and which organisations have no address; no person is named."""
    one, two = {**WHOLE, SOLUTION: ""}, {**WHOLE, SOLUTION: "", EMAIL: "", NAME: "Ulla Malli"}
    file = write_export(tmp_path / "a.csv", one, {**two, ORGANISATION: "Oulun kaupunki"})
    first = digikunta("import", file, "--ask", "out")
    again = digikunta("import", file, "--ask", "out", "--format", "json").json["asked"]

    assert "1 message was written to out; nothing was sent." in first.out
    assert "\na.csv\t3\tOulun kaupunki\n" in first.out
    assert again == {
        "written": 0,
        "kept": 1,
        "folder": "out",
        "without_email": [{"file": "a.csv", "row": 3, "organisation": "Oulun kaupunki"}],
    }
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "espoon-kaupunki-row2.eml",
        "espoon-kaupunki-row2.txt",
    ]
    assert not any(value in first.out for value in (WHOLE[NAME], WHOLE[EMAIL], "Ulla"))
    assert "1 message was there already" in digikunta("import", file, "--ask", "out").out


def test_letters_of_the_workspace_are_used(digikunta: Digikunta, tmp_path: Path) -> None:
    """From the folder letters beside the database, or beside topics.yaml."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "fi.txt").write_text("Oma otsikko\nOma teksti", encoding="utf-8")
    file = write_export(tmp_path / "a.csv", {**WHOLE, SOLUTION: ""})
    digikunta("import", file, "--ask", "out")
    text = (tmp_path / "out" / "espoon-kaupunki-row2.txt").read_text(encoding="utf-8")

    assert text == f"{WHOLE[EMAIL]}\nOma otsikko\n\nOma teksti\n"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--findings", "mend.pdf"), 2, "mend.pdf"),
        (("--ask", "a.csv"), 3, "it is no folder"),
        (("--ask", "a.csv/out"), 3, "it is no folder"),
        (("--findings", "nowhere/mend.csv"), 3, "there is no such folder"),
        (("--findings", "a.csv"), 3, "There is a file a.csv already"),
        (("--ask", "out"), 3, "Line 2 of the letter fi.txt"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_imported(
    digikunta: Digikunta, tmp_path: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    """One sentence, and no database."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "fi.txt").write_text("Otsikko\n{{ name", encoding="utf-8")
    write_export(tmp_path / "a.csv", {**WHOLE, SOLUTION: ""})
    result = digikunta("import", "a.csv", *options)

    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert not (tmp_path / "network.db").exists()


def test_a_dry_run_writes_neither_rows_to_mend_nor_messages(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """It says so, and everything in the folder is as it was."""
    file = write_export(tmp_path / "a.csv", {**WHOLE, SOLUTION: "", SEATS: "pari"})
    wishes = ("--dry-run", "--ask", "out", "--findings", "mend.xlsx")
    told = digikunta("import", file, *wishes)
    data = digikunta("import", file, *wishes, "--format", "json").json

    assert (told.code, list(tmp_path.iterdir())) == (0, [file])
    assert "nothing was written to mend.xlsx, out" in told.out
    assert data["not_written"] == ["mend.xlsx", "out"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no such folder here")
@pytest.mark.parametrize("options", [("--ask", "/proc/out"), ("--findings", "/proc/mend.csv")])
def test_a_folder_that_takes_no_files_is_found_before_anything_is_imported(
    digikunta: Digikunta, tmp_path: Path, options: tuple[str, str]
) -> None:
    """Whatever its permissions say."""
    file = write_export(tmp_path / "a.csv", {**WHOLE, SOLUTION: ""})
    result = digikunta("import", file, *options)

    assert (result.code, result.out) == (3, "")
    assert f"{options[1]} cannot be written" in result.err
    assert not (tmp_path / "network.db").exists()

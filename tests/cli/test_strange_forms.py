"""Forms that ask none of the known questions: a draft where it is said whose form it is."""

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.conftest import MENTORS, Digikunta

SHEETS = {
    "Mentors": (("Your employer", "Groups"), ("Espoo", "2"), ("Vantaa", "1")),
    "Mentees": (("Your employer", "Project", "Mail"), ("Turku", "Kiosk", "aino@turku.example")),
    "Notes": (("Topic",), ("a",), ("b",), ("c",)),
}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook of two strange forms and a sheet that is none."""
    path = tmp_path / "both.xlsx"
    with Workbook(path) as book:
        for name, rows in SHEETS.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def test_whose_form_it_is_gives_a_draft_of_the_sheet_called_so(
    digikunta: Digikunta, tmp_path: Path, workbook: Path
) -> None:
    """It names every column and holds no answers; it is written once, and not by a dry run."""
    assert "with --role ROLE to get a draft" in digikunta("import", workbook).err
    dry = digikunta("import", workbook, "--role", "mentor", "--dry-run")
    assert (dry.code, list(tmp_path.glob("*.yaml"))) == (3, [])
    first = digikunta("import", workbook, "--role", "mentor")
    again = digikunta("import", workbook, "--role", "mentor")
    draft = (tmp_path / "both.xlsx.1.profile.yaml").read_text(encoding="utf-8")

    assert (first.code, again.code) == (3, 3)
    assert "the draft both.xlsx.1.profile.yaml that was written" in first.err
    assert "both.xlsx.1.profile.yaml that is there already" in again.err
    assert '"Your employer": extra\n' in draft and '"Groups": extra\n' in draft
    assert "Espoo" not in draft and not (tmp_path / "network.db").exists()


def test_two_drafts_filled_in_import_both_roles_of_one_workbook(
    digikunta: Digikunta, tmp_path: Path, workbook: Path
) -> None:
    """The coordinator says once what the columns answer, in a file for each form."""
    words = {
        "mentor": ("1", {"Your employer": "organisation", "Groups": "capacity"}),
        "experimenter": ("2", {"Your employer": "organisation", "Project": "title"}),
    }
    profiles = []
    for role, (number, fields) in words.items():
        digikunta("import", workbook, "--role", role)
        profile = tmp_path / f"both.xlsx.{number}.profile.yaml"
        text = profile.read_text(encoding="utf-8")
        for heading, field in fields.items():
            text = text.replace(f'"{heading}": extra', f'"{heading}": {field}')
        profile.write_text(text, encoding="utf-8")
        profiles += ["--profile", profile]

    done = digikunta("import", workbook, *profiles, "--format", "json").json["files"]
    listed = digikunta("list", "--format", "json").json

    assert [(each["role"], each["new"]) for each in done] == [("mentor", 2), ("experimenter", 1)]
    assert {(each["organisation"], each["capacity"], each["title"]) for each in listed} == {
        ("Espoo", 2, None),
        ("Vantaa", 1, None),
        ("Turku", None, "Kiosk"),
    }


def test_no_draft_is_made_of_the_other_role_s_form_or_of_too_many_columns(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """A known form needs none, and a table of hundreds of columns is no form."""
    wide = tmp_path / "wide.csv"
    wide.write_text(";".join(f"c{n}" for n in range(300)) + "\n" + ";" * 299 + "x\n", "utf-8")

    assert "the other role's form" in digikunta("import", MENTORS, "--role", "experimenter").err
    assert "asks none" not in digikunta("import", wide, "--role", "mentor").err
    assert not list(tmp_path.glob("*.yaml"))

"""Forms that ask none of the known questions: a draft where it is said whose form it is."""

import csv
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.conftest import MENTORS, Digikunta
from tests.importing.exports import write_export

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
    assert "--role experimenter to get a draft" in digikunta("import", workbook).err
    dry = digikunta("import", workbook, "--role", "mentor", "--dry-run")
    assert (dry.code, list(tmp_path.glob("*.yaml"))) == (3, [])
    assert "both.xlsx asks none of the known questions. Import it without --dry-run" in dry.err
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


def test_notes_beside_the_other_role_s_form_are_no_form(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """The form is refused for its role, and no draft of another sheet lies beside it."""
    with MENTORS.open(encoding="utf-8-sig", newline="") as file:
        answers = list(csv.reader(file, delimiter=";"))
    notes = [("Topic", "Remark"), *((f"note {number}", "x") for number in range(len(answers)))]
    for name in ("Notes", "Kokeilijat"):
        with Workbook(tmp_path / f"{name}.xlsx") as book:
            for title, rows in (("Answers", answers), (name, notes)):
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
    refused = digikunta("import", "Notes.xlsx", "--role", "experimenter")
    drafted = digikunta("import", "Kokeilijat.xlsx", "--role", "experimenter")

    assert "the other role's form" in refused.err
    assert "asks none of the known questions" in drafted.err
    assert [each.name for each in tmp_path.glob("*.yaml")] == ["Kokeilijat.xlsx.2.profile.yaml"]


SHORT = {
    "Timestamp": "2016/09/01 9.00.00 ap. EET",
    "Ilmoittautuvan kunnan tai organisaation nimi": "Salo",
    "Organisaation tyyppi": "kunta",
    "Nimi": "Aino Esimerkki",
    "Sähköposti": "aino@salo.example",
    "Kokeilun nimi": "Etäneuvonta",
    "Mihin aiheisiin kokeilu liittyy?": "Chatti",
    "Yhteystietomme saa jakaa digikehitysverkostolle": "kyllä",
}
STEP_OFF = {
    "Kunnan tai organisaation nimi": "Salo",
    "Kokeilun aiheet": "Chatti",
    "Nimi": "Aino Esimerkki",
    "Sähköposti": "aino@salo.example",
    "Sitoutuminen tulosten jakamiseen": "kyllä",
}


@pytest.mark.parametrize("row", [SHORT, STEP_OFF], ids=["short", "a step off"])
def test_a_form_that_asks_some_known_questions_gives_a_draft(
    digikunta: Digikunta, tmp_path: Path, row: dict[str, str]
) -> None:
    """The known columns are named, no answers are, and the draft imports once it was checked."""
    file = write_export(tmp_path / "h.csv", row)
    dry = digikunta("import", file, "--dry-run")
    first, again = digikunta("import", file), digikunta("import", file)
    draft = tmp_path / "h.csv.profile.yaml"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("role: mentor", "role: experimenter"), encoding="utf-8")
    done = digikunta("import", file, "--profile", draft)

    assert (dry.code, first.code, again.code, done.code) == (3, 3, 3, 0), done.err
    assert '"Sähköposti"' in dry.err and "without --dry-run" in dry.err
    assert '"Sähköposti"' in first.err and "Check role:" in first.err
    assert "h.csv.profile.yaml that is there already" in again.err
    assert "none of the known" not in dry.err + first.err + again.err
    assert not any(answer in text for answer in ("Salo", "Aino", "aino@"))


def test_a_list_of_people_is_no_form(digikunta: Digikunta, tmp_path: Path) -> None:
    """A name and an address are asked everywhere."""
    file = write_export(tmp_path / "a.csv", {"Nimi": "Aino Esimerkki", "Sähköposti": "a@a.example"})
    refused = digikunta("import", file)

    assert "none of the known questions" in refused.err
    assert list(tmp_path.iterdir()) == [file]


def test_a_hidden_form_is_named(digikunta: Digikunta, tmp_path: Path) -> None:
    """Beside a sheet that is shown and is no form, too."""
    with Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet("Ohje").write(0, 0, "Lue ensin")
        book.add_worksheet("Vastaukset").hide()
    refused = digikunta("import", tmp_path / "a.xlsx")

    assert refused.code == 3
    assert 'hidden is "Vastaukset". Show the sheet' in refused.err

"""Profiles: a draft where nobody can be asked, one that is given, one that is kept."""

from pathlib import Path

import pytest

from tests.conftest import EXPERIMENTERS, MENTORS, Digikunta
from tests.importing.exports import write_export
from tests.own_words import OWN, organisations, write_own


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of a form in words of its own."""
    return write_own(tmp_path)


def test_where_nobody_can_be_asked_a_draft_is_written(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """Once, beside the file, with what is likely; the database is not touched."""
    assert digikunta("import", EXPERIMENTERS).code == 0
    before = (tmp_path / "network.db").read_bytes()
    dry = digikunta("import", export, "--dry-run")
    assert not (tmp_path / "oma.csv.profile.yaml").exists()
    first = digikunta("import", export)
    draft = tmp_path / "oma.csv.profile.yaml"
    draft.write_text("mine", encoding="utf-8")
    second = digikunta("import", export, "--yes")

    assert (dry.code, first.code, second.code) == (3, 3, 3)
    assert "without --dry-run" in dry.err
    assert 'own ("Mihin' in first.err and '"Edustamasi kunta")' in first.err
    assert "the draft oma.csv.profile.yaml that was written" in first.err
    assert "oma.csv.profile.yaml that is there already" in second.err
    assert draft.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "network.db").read_bytes() == before


def test_a_draft_is_edited_and_imports(digikunta: Digikunta, tmp_path: Path, export: Path) -> None:
    """It holds no answers, marks what is likely, and the words after the colons are what counts."""
    digikunta("import", export)
    draft = tmp_path / "oma.csv.profile.yaml"
    text = draft.read_text(encoding="utf-8")
    assert '"Edustamasi kunta": organisation  # likely, not certain: check it\n' in text
    assert '"Kokeilun kesto kuukausina": extra  # perhaps months\n' in text
    assert '"Huom": extra\n' in text
    assert not any(value in text for value in ("Salo", "Aino", "aino@", "soita", "Etä"))
    draft.write_text(text.replace('kuukausina": extra', 'kuukausina": months'), encoding="utf-8")
    done = digikunta("import", export, "--profile", draft)

    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "The profile is kept in " in done.err
    shown = digikunta("show", "Salo", "--format", "json").out
    assert '"months"' in shown
    (kept,) = (tmp_path / "profiles").iterdir()
    again = digikunta("import", export)
    given = digikunta("import", export, "--profile", draft)
    assert (again.code, again.err, given.code, given.err) == (0, "", 0, "")
    assert '"Kokeilun kesto kuukausina": months' in kept.read_text(encoding="utf-8")


def test_a_dry_run_keeps_no_profile(digikunta: Digikunta, tmp_path: Path, export: Path) -> None:
    """Nor is any said to be kept."""
    digikunta("import", export)
    dry = digikunta("import", export, "--dry-run", "--profile", tmp_path / "oma.csv.profile.yaml")

    assert (dry.code, dry.err) == (0, "")
    assert not (tmp_path / "profiles").exists()


def test_a_changed_form_is_told_beside_its_kept_profile(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """Without --profile too; a form with fewer than half of the columns is another one."""
    digikunta("import", export)
    digikunta("import", export, "--profile", tmp_path / "oma.csv.profile.yaml")
    (tmp_path / "profiles" / "broken.yaml").write_text("role: nobody", encoding="utf-8")
    (kept,) = (each for each in (tmp_path / "profiles").iterdir() if each.stem != "broken")
    other = {key: value for key, value in OWN.items() if key != "Huom"}
    changed = write_export(tmp_path / "uusi.csv", {**other, "Lisätieto": ""})
    grown = {**other, **{f"Lisätieto {n}": "" for n in range(20)}}
    refused = digikunta("import", changed)
    stranger = digikunta("import", write_export(tmp_path / "muu.csv", grown))

    assert (refused.code, stranger.code) == (3, 3)
    assert f"nearly the form of the kept profile profiles/{kept.name}" in refused.err
    assert 'new column "Lisätieto"; gone "Huom"' in refused.err
    assert not (tmp_path / "uusi.csv.profile.yaml").exists()
    assert "nearly the form" not in stranger.err


def test_a_changed_form_is_refused_with_its_columns(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """New and gone ones are named, and nothing is named where nothing is alike."""
    digikunta("import", export)
    draft = tmp_path / "oma.csv.profile.yaml"
    other = {key: value for key, value in OWN.items() if key != "Huom"}
    longer = {**other, **{f"Lisätieto {n} {'x' * 99}": "" for n in range(7)}}
    changed = write_export(tmp_path / "uusi.csv", {**other, "Lisätieto": ""})
    grown = write_export(tmp_path / "pitkä.csv", longer)
    stranger = write_export(tmp_path / "muu.csv", {"aino@salo.example": "x"})
    shrunk = write_export(tmp_path / "lyhyt.csv", other)

    refused = digikunta("import", changed, "--profile", draft)
    assert refused.code == 3
    assert 'new column "Lisätieto"; gone "Huom"' in refused.err
    assert 'new column -; gone "Huom"' in digikunta("import", shrunk, "--profile", draft).err
    many = digikunta("import", grown, "--profile", draft).err
    assert many.count("Lisätieto") == 5 and ", …; gone" in many and "x" * 60 not in many
    odd = digikunta("import", stranger, "--profile", draft)
    assert (odd.code, "aino" in odd.err) == (3, False)
    assert "none of the columns of the profile oma.csv.profile.yaml" in odd.err
    assert not (tmp_path / "network.db").exists()


def test_a_kept_profile_that_was_edited_out_of_its_form_is_refused(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """It is named by the headings, so its columns must be theirs."""
    digikunta("import", export)
    text = (tmp_path / "oma.csv.profile.yaml").read_text(encoding="utf-8")
    name = text.partition("fingerprint: ")[2].partition("\n")[0]
    (tmp_path / "profiles").mkdir()
    kept = tmp_path / "profiles" / f"{name}.yaml"
    kept.write_text(text, encoding="utf-8")
    assert digikunta("import", export).code == 0
    kept.write_text(text.replace('  "Huom"', '  "Muuta"'), encoding="utf-8")
    refused = digikunta("import", export)

    assert refused.code == 3
    assert 'new column "Huom"; gone "Muuta"' in refused.err


def test_a_profile_says_what_answers_mean(digikunta: Digikunta, tmp_path: Path) -> None:
    """By question, the words of the form's own to the option, for every kind of choice."""
    answers = {
        **{"Kunta": "Espoo", "Mukana": "ollaan", "Jako": "ei käy", "Missä": "laitos"},
        **{"Teema": "Kansan ääni, Chatti", "Kielet": "Suami"},
    }
    profile = tmp_path / "a.yaml"
    profile.write_text(
        """role: mentor
columns: {Kunta: organisation, Mukana: commitment, Jako: sharing, Missä: organisation_type,
  Teema: topics, Kielet: languages}
values:
  commitment: {Ollaan: yes}
  sharing: {ei käy: no}
  organisation_type: {laitos: state}
  topics: {Kansan ääni: participation, "chatti": e-services}
  languages: {suami: fi}
""",
        encoding="utf-8",
    )
    file = write_export(tmp_path / "a.csv", answers)
    assert digikunta("import", file, "--profile", profile).code == 0
    listed = digikunta("list", "--format", "json").json[0]

    assert listed["topics"] == ["e-services", "participation"]
    assert listed["languages"] == ["fi"]
    assert listed["commitment"] is True


def test_each_of_two_forms_in_one_workbook_has_its_profile(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Both roles are imported in one run, and a third sheet is told to be no form."""
    import xlsxwriter

    people = {"mentor": ("Mentor's town", "Espoo"), "experimenter": ("Mentee's town", "Salo")}
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for row in (*people.values(), ("Answers", "x")):
            sheet = book.add_worksheet()
            sheet.write_column(0, 0, row)
    profiles: list[str | Path] = []
    for role, (heading, _town) in people.items():
        file = tmp_path / f"{role}.yaml"
        file.write_text(f'role: {role}\ncolumns:\n  "{heading}": organisation\n')
        profiles += ["--profile", file]
    done = digikunta("import", tmp_path / "a.xlsx", *profiles)

    assert done.code == 0
    assert "Sheet3 is no registration form" in done.out
    assert organisations(digikunta) == {"Espoo", "Salo"}


def test_a_doubtful_sheet_of_a_workbook_has_a_draft_of_its_own(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Drafts of several sheets do not meet."""
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet().write(0, 0, "Ohje")
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*OWN])
        sheet.write_row(1, 0, [*OWN.values()])
    refused = digikunta("import", tmp_path / "a.xlsx")

    assert refused.code == 3
    assert (tmp_path / "a.xlsx.2.profile.yaml").is_file()


def test_a_draft_that_cannot_be_written_is_told(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """As every file that cannot be written."""
    long = export.rename(tmp_path / f"{'x' * 245}.csv")
    refused = digikunta("import", long)

    assert refused.code == 3
    assert "cannot be written" in refused.err


def test_a_folder_of_profiles_is_no_profile(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """It is said that it is a folder, and what to give."""
    (tmp_path / "profiles").mkdir()
    refused = digikunta("import", export, "--profile", "profiles")

    assert refused.code == 3
    assert "profiles is a folder, not a file" in refused.err
    assert ".yaml" in refused.err


def test_a_question_that_is_not_required_is_only_told(digikunta: Digikunta, tmp_path: Path) -> None:
    """The column stays an extra, and is named with the field that it may answer."""
    row = {
        "Kunnan nimi": "Salo",
        "Sähköposti": "aino@salo.example",
        "Kokeilun nimi": "Etäneuvonta",
        "Kokeilun kesto kuukausina": "6",
        "Mitä kokeillaan ja miten toiminta muuttuu?": "Kokeillaan etäyhteyttä",
        "Kokeilun vaihe": "idea",
    }
    done = digikunta("import", write_export(tmp_path / "a.csv", row), "--format", "json")

    assert done.code == 0
    told = [each for each in done.json["files"][0]["findings"] if each["code"] == "column-doubtful"]
    assert [each["column"] for each in told] == ["Kokeilun kesto kuukausina"]


def test_the_other_roles_form_is_not_guessed_about(digikunta: Digikunta) -> None:
    """What is plainly a mentor's form cannot become an experimenter's by a likeness."""
    refused = digikunta("import", MENTORS, "--role", "experimenter")

    assert refused.code == 3
    assert "other role" in refused.err

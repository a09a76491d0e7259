"""A form in words of its own is asked for at a terminal, one question at a time."""

import os
import re
import select
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Digikunta
from tests.importing.exports import (
    COMMITMENT,
    LANGUAGES,
    ORGANISATION,
    SUPPORT,
    TOPICS,
    WHOLE,
    write_export,
)
from tests.own_words import OWN, organisations, write_own

pty = pytest.importorskip("pty", reason="there are no such terminals here")


QUESTION = re.compile(r"\[y/N\]|\[1-\d, or Enter")
TOWNS = ("Espoo", "Salo", "Turku", "Lohja", "Oulu")


@pytest.fixture
def reworded(tmp_path: Path) -> Path:
    """An export of the known form whose options were put in other words."""
    own = {COMMITMENT: "ollaan mukana", LANGUAGES: "suomi, viro", TOPICS: "Kansan ääni"}
    support = "Vertaisryhmä verkossa, Apu säästövaikutusten laskemiseen"
    answers = ({**WHOLE, **own, SUPPORT: support, ORGANISATION: town} for town in TOWNS)
    return write_export(tmp_path / "uusi.csv", *answers)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of a form in words of its own."""
    return write_own(tmp_path)


def typed(folder: Path, arguments: list[str], answers: list[str]) -> tuple[int, str]:
    """The exit code and all output of a second process whose terminal is given these lines."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "digikunta_cli", "import", *arguments]
    root = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root, "TERM": "dumb"},
    )
    os.close(theirs)
    told, asked = "", 0
    while select.select([ours], [], [], 60)[0]:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end has gone
            break
        if not piece:
            break
        told += piece.decode()
        if len(QUESTION.findall(told)) > asked and answers:
            asked += 1
            os.write(ours, answers.pop(0).encode())
    os.close(ours)
    return process.wait(60), told


def test_a_terminal_is_asked_once(digikunta: Digikunta, tmp_path: Path, export: Path) -> None:
    """One question at a time with samples; a profile is kept, and the next import asks nothing."""
    code, told = typed(tmp_path, [export.name], ["maybe\n", "y\n", "\n", "kyllä\n"])

    assert code == 0, told
    assert told.count("The column: ") == 3
    assert told.count("[y/N]") == 4
    assert "  - aino@salo.example" in told
    assert "Answer y for yes" in told
    assert "What you answered is kept in " in told
    (profile,) = (tmp_path / "profiles").iterdir()
    assert stat.S_IMODE(profile.parent.stat().st_mode) == 0o700
    content = profile.read_text(encoding="utf-8")
    assert '\n  "Edustamasi kunta": organisation\n' in content
    assert not any(value in content for value in ("aino@", "Salo", "Aino"))
    assert organisations(digikunta) == {"Salo", "Turku"}

    again = digikunta("import", export)
    assert (again.code, again.err) == (0, "")
    assert digikunta("import", export, "--role", "mentor").code == 3


def test_a_dry_run_at_a_terminal_keeps_nothing(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """It asks, since everything rests on the answers."""
    before = set(tmp_path.iterdir())
    code, told = typed(tmp_path, [export.name, "--dry-run"], ["y\n"] * 3)

    assert code == 0
    assert "kept in" not in told
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("answers", [["n\n"] * 9, ["\x04"]])
def test_without_an_organisation_nothing_is_imported(
    digikunta: Digikunta, tmp_path: Path, export: Path, answers: list[str]
) -> None:
    """Whether a person says no to every column, or goes away."""
    code, _told = typed(tmp_path, [export.name], list(answers))

    assert code == (3 if answers[0] == "n\n" else 130)
    assert not (tmp_path / "profiles").exists()
    assert not (tmp_path / "network.db").exists()


def test_the_same_form_twice_in_one_import_is_asked_for_once(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """What was answered for the first file counts for the second."""
    copy = write_export(tmp_path / "toinen.csv", {**OWN, "Edustamasi kunta": "Lohja"})
    code, told = typed(tmp_path, [export.name, copy.name], ["y\n"] * 9)

    assert code == 0
    assert told.count("[y/N]") == 3
    assert organisations(digikunta) == {"Salo", "Turku", "Lohja"}


def test_yes_asks_nothing_at_a_terminal_either(
    digikunta: Digikunta, tmp_path: Path, export: Path
) -> None:
    """What would be asked is refused, with the draft."""
    code, told = typed(tmp_path, [export.name, "--yes"], [])

    assert (code, "[y/N]" in told) == (3, False)
    assert (tmp_path / "oma.csv.profile.yaml").is_file()


def test_a_field_that_was_found_is_asked_for_no_more(digikunta: Digikunta, tmp_path: Path) -> None:
    """The second of two columns of addresses stays an extra."""
    row = {**OWN, "Minne lähetämme laskun?": "laskut@salo.example"}
    code, told = typed(tmp_path, [write_export(tmp_path / "a.csv", row).name], ["y\n"] * 9)
    (profile,) = (tmp_path / "profiles").iterdir()

    assert code == 0
    assert told.count("[y/N]") == 3
    assert '"Minne lähetämme laskun?": extra' in profile.read_text(encoding="utf-8")


def test_what_options_in_other_words_mean_is_asked_once(
    digikunta: Digikunta, tmp_path: Path, reworded: Path
) -> None:
    """One text at a time with the options; it counts at once, and Enter leaves it as it is."""
    code, told = typed(tmp_path, [reworded.name], ["5\n", "9\n", "1\n", "\n", " 1 \n"])

    assert code == 0, told
    assert told.count("The column: ") == 4
    assert '"Kansan ääni" recurs there' in told
    assert "\n  5. Participation" in told.replace("\r", "")
    assert "9. other" not in told and "Answer with one of the numbers" in told
    assert "What you answered is kept in " in told
    (profile,) = (tmp_path / "profiles").iterdir()
    values = profile.read_text(encoding="utf-8").partition("\nvalues:\n")[2]
    assert values == (
        '  topics:\n    "Kansan ääni": participation\n'
        '  support:\n    "Vertaisryhmä verkossa": mentor\n'
        '  commitment:\n    "ollaan mukana": yes\n'
    )
    listed = digikunta("list", "--format", "json").json
    assert [(each["topics"], each["commitment"]) for each in listed] == [
        (["participation"], True)
    ] * len(TOWNS)

    code, told = typed(tmp_path, [reworded.name], [])
    assert (code, "The column: " in told) == (0, False)
    assert "Everything was here already" in told


def test_what_was_left_as_it_is_is_not_asked_again(
    digikunta: Digikunta, tmp_path: Path, reworded: Path
) -> None:
    """Enter four times is an answer too."""
    code, told = typed(tmp_path, [reworded.name], ["\n"] * 4)
    again, told_again = typed(tmp_path, [reworded.name], [])

    assert (code, again) == (0, 0)
    assert len(QUESTION.findall(told)) == 4
    assert QUESTION.search(told_again) is None


def test_columns_are_asked_before_what_stands_in_them(digikunta: Digikunta, tmp_path: Path) -> None:
    """One profile keeps both, and each is asked once."""
    towns = ({**OWN, "Edustamasi kunta": town, "Kokeilun vaihe": "alkutaival"} for town in TOWNS)
    export = write_export(tmp_path / "oma.csv", *towns)
    code, told = typed(tmp_path, [export.name], ["y\n", "y\n", "y\n", "2\n"])
    (profile,) = (tmp_path / "profiles").iterdir()

    assert code == 0, told
    assert [each.group() for each in QUESTION.finditer(told)][3:] == ["[1-4, or Enter"]
    assert '\n  stage:\n    "alkutaival": planned\n' in profile.read_text(encoding="utf-8")


def test_texts_that_are_no_option_are_not_asked_about_where_nobody_may_be(
    digikunta: Digikunta, tmp_path: Path, reworded: Path
) -> None:
    """With --yes, or into a pipe, the findings say where their meaning can be told."""
    code, told = typed(tmp_path, [reworded.name, "--yes"], [])
    piped = digikunta("import", reworded, "--dry-run", "--format", "json")

    assert (code, QUESTION.search(told)) == (0, None)
    assert not (tmp_path / "profiles").exists()
    (file,) = piped.json["files"]
    recurring = [each for each in file["findings"] if each["code"] == "choice-recurring"]
    assert [each["value"] for each in recurring] == ["Kansan ääni", "Vertaisryhmä verkossa", "viro"]
    assert "values:" in recurring[0]["text"]


def test_which_day_a_time_means_is_asked_once_and_kept(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Where nothing tells the order of day and month; it counts at once, and the next time too."""
    answers = ({**WHOLE, "Tidstämpel": f"0{n}/04/2024 10:00:00"} for n in (3, 5))
    first = write_export(tmp_path / "a.csv", *answers)
    second = write_export(
        tmp_path / "b.csv", {**WHOLE, ORGANISATION: "Salo", "Tidstämpel": "07/06/2024 09:00:00"}
    )

    code, told = typed(tmp_path, ["a.csv"], ["1\n"])
    assert code == 0 and "1. 2024-04-03" in told and "2. 2024-03-04" in told
    assert first.is_file() and "dates: dmy" in next((tmp_path / "profiles").iterdir()).read_text()
    assert typed(tmp_path, ["b.csv"], [])[0] == 0
    times = [digikunta("show", name, "--format", "json").json for name in ("Espoo", "Salo")]
    assert second.is_file()
    assert "2024-04-05" in str(times[0]) and "2024-06-07" in str(times[1])


def test_without_an_answer_the_times_stay_out(digikunta: Digikunta, tmp_path: Path) -> None:
    """Nothing is guessed, and an order that was said is not asked for."""
    write_export(tmp_path / "a.csv", {**WHOLE, "Tidstämpel": "03/04/2024 10:00:00"})

    code, told = typed(tmp_path, ["a.csv"], ["\n"])
    assert code == 0 and "Which day is it?" in told
    assert not (tmp_path / "profiles").exists()
    assert "Which day" not in typed(tmp_path, ["a.csv", "--dates", "mdy"], [])[1]

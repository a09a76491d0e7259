"""Ideas and questions, and what was answered to them, as a coordinator keeps it."""

import json
import sqlite3
from pathlib import Path

import pytest

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

QUESTION = "Kuka maksaa tulkit?"


def form(path: Path, idea: str = QUESTION, **answers: str) -> Path:
    """An export of two experimenters, of whom the first asks something."""
    rows = [
        experimenter("Salo", ideas=idea, **answers),
        experimenter("Loimaa", ideas="", **answers),
        experimenter("Paimio", ideas="Tavataanko Turussa?", **answers),
    ]
    return write(path, rows)


@pytest.fixture
def asking(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """A network of which two experimenters ask something."""
    assert digikunta("import", form(tmp_path / "kokeilijat.csv")).code == 0
    return digikunta


def events(folder: Path) -> list[tuple[str, object]]:
    """What was recorded about ideas."""
    db = sqlite3.connect(folder / "network.db")
    rows = db.execute("select action, facts from event where action like 'idea%' order by id")
    found = [(action, json.loads(facts)) for action, facts in rows]
    db.close()
    return found


def test_ideas_that_wait_come_before_those_answered(asking: Digikunta) -> None:
    """With the date and the note of the answer; who has no idea is not in the list."""
    waiting = asking("report", "ideas", "--format", "json").json["ideas"]
    answered = asking("idea", "answer", "3", "--note", "Kyllä, toukokuussa").out
    told = asking("report", "ideas").out.splitlines()
    ideas = asking("report", "ideas", "--format", "json").json

    assert waiting == [
        {"id": 1, "text": QUESTION, "answered": None, "note": None},
        {"id": 3, "text": "Tavataanko Turussa?", "answered": None, "note": None},
    ]
    assert "Kyllä, toukokuussa" in answered
    assert [line.split("\t")[0] for line in told[-2:]] == ["1", "3"]
    assert ideas["ideas"][1] == {
        "id": 3,
        "text": "Tavataanko Turussa?",
        "answered": ideas["date"],
        "note": "Kyllä, toukokuussa",
    }


def test_a_changed_idea_waits_again(asking: Digikunta, tmp_path: Path) -> None:
    """The same idea with other blanks stays answered, another one does not inherit its note."""
    asking("idea", "answer", "1", "--note", "Valtio")
    later = {"Vastausaika": "2.9.2016 9:00"}
    asking("import", form(tmp_path / "uusi.csv", f"  {QUESTION.upper()} ", **later))
    same = asking("report", "ideas", "--format", "json").json["ideas"]
    newest = {"Vastausaika": "3.9.2016 9:00"}
    asking("import", form(tmp_path / "uusin.csv", "Kuka kääntää?", **newest))
    other = asking("report", "ideas", "--format", "json").json["ideas"]
    answered = asking("idea", "answer", "1", "--format", "json").json

    assert [each["note"] for each in same if each["id"] == 1] == ["Valtio"]
    assert [each["answered"] for each in other if each["id"] == 1] == [None]
    assert (answered["answered"] is None, answered["note"]) == (False, None)


def test_an_answer_may_be_said_again_and_taken_back(asking: Digikunta, tmp_path: Path) -> None:
    """A note stays until another is given; each is recorded without a word of anybody's."""
    asking("idea", "answer", "1", "--note", "Valtio")
    again = asking("idea", "answer", "1", "--note", " ", "--format", "json").json
    reopened = asking("idea", "reopen", "1", "--format", "json").json
    still = asking("idea", "reopen", "1", "--format", "json").json

    assert again["note"] == "Valtio"
    assert reopened == still == {"id": 1, "text": QUESTION, "answered": None, "note": None}
    assert events(tmp_path) == [
        ("idea-answered", {"registration": 1}),
        ("idea-answered", {"registration": 1}),
        ("idea-reopened", {"registration": 1}),
    ]


@pytest.mark.parametrize("verb", ["answer", "reopen"])
@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("99", "There is no registration with id 99. See the ids with"),
        ("2", "Registration 2 tells no idea or question. See those that do with"),
    ],
)
def test_what_is_no_idea_is_neither_answered_nor_reopened(
    asking: Digikunta, tmp_path: Path, verb: str, id: str, sentence: str
) -> None:
    """One sentence says what is wrong, one what to do, and nothing is recorded."""
    result = asking("idea", verb, id)

    assert (result.code, result.out) == (2, "")
    assert sentence in result.err
    assert events(tmp_path) == []


def test_a_public_report_has_no_ideas(asking: Digikunta, tmp_path: Path) -> None:
    """People write freely in them, so that permission to publish is not about them."""
    asking(
        "import",
        write(
            tmp_path / "lupa.csv", [experimenter("Lieto", ideas="Soita Ainolle!", publish="kyllä")]
        ),
    )
    alone = asking("report", "ideas", "--public").out

    assert asking("report", "--public", "--format", "json").json["ideas"] == []
    assert "left out of a report that may be published" in alone
    assert "Soita" not in asking("report", "--public").out


def test_a_network_without_ideas_says_so(digikunta: Digikunta, tmp_path: Path) -> None:
    """Asked for alone the section is a sentence; in the whole report it is left out."""
    assert digikunta("report", "ideas").code == 0
    digikunta("import", write(tmp_path / "kokeilijat.csv", [experimenter()]))

    assert "Nobody has written ideas or questions." in digikunta("report", "ideas").out
    assert "Nobody has written" not in digikunta("report").out


def test_mentors_ask_too(digikunta: Digikunta, tmp_path: Path) -> None:
    """Both forms have the question."""
    rows = [mentor(ideas="Saako esimerkkejä lainata?")]
    digikunta("import", write(tmp_path / "vaikuttajat.csv", rows, role=Role.MENTOR))

    assert "Vaasa\tmentor\tSaako esimerkkejä lainata?" in digikunta("report", "ideas").out

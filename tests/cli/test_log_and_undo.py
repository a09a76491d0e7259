"""`digikunta log` and `digikunta undo` as a coordinator runs them."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import TIME, experimenter, mentor, write
from tests.terminal import typed


@pytest.fixture
def twice(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """Two imports: a mentor with two experimenters, then one of these changed and one more."""
    mentors = write(tmp_path / "mentors.csv", [mentor()], role=Role.MENTOR)
    first = write(tmp_path / "first.csv", [experimenter("Salo"), experimenter("Lohja")])
    changed = experimenter("Lohja", months="9", **{TIME: "2.10.2016 9:00"})
    second = write(tmp_path / "second.csv", [changed, experimenter("Kemi")])
    assert digikunta("import", mentors, first).code == 0
    assert digikunta("import", second).code == 0
    return digikunta


def ids(digikunta: Digikunta) -> dict[str, int]:
    """The registrations' ids by their organisation."""
    return {each["organisation"]: each["id"] for each in digikunta("list", "-f", "json").json}


def log(digikunta: Digikunta) -> list[dict[str, Any]]:
    """What `log` gives as data."""
    found: list[dict[str, Any]] = digikunta("log", "--format", "json").json
    return found


def test_log_lists_the_files_the_newest_first(twice: Digikunta, tmp_path: Path) -> None:
    """With run, hash, tool, role and counts."""
    found = log(twice)

    assert [(each["file"], each["run"]) for each in found] == [
        ("second.csv", 2),
        ("first.csv", 1),
        ("mentors.csv", 1),
    ]
    digest = hashlib.sha256((tmp_path / "second.csv").read_bytes()).hexdigest()
    newest = found[0]
    assert (newest["sha256"], newest["tool"], newest["role"]) == (
        digest,
        "Webropol",
        "experimenter",
    )
    assert [newest[name] for name in ("rows", "new", "changed", "same")] == [2, 1, 1, 0]
    assert digest[:12] in twice("log", "--format", "csv").out
    assert digest[12:24] not in twice("log", "--format", "csv").out


def test_log_of_nothing_says_how_to_begin(digikunta: Digikunta, tmp_path: Path) -> None:
    """No database is made for looking."""
    assert log(digikunta) == []
    assert "digikunta import" in digikunta("log", "--format", "md").out
    assert not (tmp_path / "network.db").exists()


def test_an_import_that_brought_nothing_is_not_in_the_log(twice: Digikunta, tmp_path: Path) -> None:
    """It changed nothing, so there is nothing to take back."""
    twice("import", tmp_path / "second.csv")

    assert len(log(twice)) == 3


def test_undo_takes_back_one_import_after_the_other(twice: Digikunta) -> None:
    """The last one first, all its files together."""
    undone = twice("undo", "--format", "json").json
    assert [each["file"] for each in undone["batches"]] == ["second.csv"]
    assert (undone["removed"], undone["restored"]) == ([4], [3])
    assert set(ids(twice)) == {"Salo", "Lohja", "Vaasa"}
    assert len(twice("show", "Lohja", "--format", "json").json[0]["versions"]) == 1

    undone = twice("undo", "--format", "json").json
    assert [each["file"] for each in undone["batches"]] == ["first.csv", "mentors.csv"]
    assert ids(twice) == {}
    assert log(twice) == []


def test_an_id_is_never_given_twice(twice: Digikunta, tmp_path: Path) -> None:
    """What was written down about a registration can mean no other."""
    before = ids(twice)
    twice("undo")
    twice("import", write(tmp_path / "third.csv", [experimenter("Oulu")]))

    assert ids(twice)["Oulu"] > max(before.values())


def test_a_dry_undo_writes_nothing(twice: Digikunta, tmp_path: Path) -> None:
    """It says the same, and the database stays byte for byte."""
    before = (tmp_path / "network.db").read_bytes()
    dry = twice("undo", "--dry-run", "--format", "json").json
    words = twice("undo", "--dry-run").out

    assert (tmp_path / "network.db").read_bytes() == before
    assert "nothing was written" in words
    assert dry == twice("undo", "--format", "json").json


def test_nothing_to_undo_is_said(digikunta: Digikunta, tmp_path: Path) -> None:
    """Exit 2, one sentence, and no database appears."""
    result = digikunta("undo")

    assert (result.code, result.out) == (2, "")
    assert "no import to take back" in result.err
    assert not (tmp_path / "network.db").exists()


def test_pairs_without_people_go_with_their_registrations(twice: Digikunta) -> None:
    """A pair that was declined holds nobody back."""
    known = ids(twice)
    twice("pair", "add", str(known["Kemi"]), str(known["Vaasa"]))
    twice("reject", "1")
    result = twice("undo", "--format", "md")

    assert result.code == 0
    assert "Pairs that went with them: 1." in result.out
    assert "digikunta match" in result.out
    assert twice("pairs", "--format", "json").json == []


@pytest.mark.parametrize("state", ["accepted", "ended"])
def test_a_pair_that_people_made_stops_an_undo(
    twice: Digikunta, tmp_path: Path, state: str
) -> None:
    """Exit 2, one sentence that names the pair, and everything stays."""
    known = ids(twice)
    twice("pair", "add", str(known["Kemi"]), str(known["Vaasa"]))
    if state != "accepted":
        assert twice("pair", "move", "1", state).code == 0
    before = (tmp_path / "network.db").read_bytes()
    result = twice("undo")

    assert (result.code, result.out) == (2, "")
    assert "(1)" in result.err
    assert (tmp_path / "network.db").read_bytes() == before


def test_a_pair_of_a_registration_that_stays_stops_nothing(twice: Digikunta) -> None:
    """Only its answer goes back."""
    known = ids(twice)
    twice("pair", "add", str(known["Lohja"]), str(known["Vaasa"]))

    assert twice("undo").code == 0
    assert len(twice("pairs", "--format", "json").json) == 1


def test_undo_says_which_import_it_took_back(twice: Digikunta, tmp_path: Path) -> None:
    """It may be an earlier one than the one that ran last, where that one brought nothing."""
    twice("import", tmp_path / "first.csv")
    words = twice("undo", "--format", "plain").out

    assert re.search(r"The import of \d{4}-\d\d-\d\d \d\d:\d\d: second\.csv\.", words)
    assert "one that brought nothing left no trace" in words


@pytest.mark.parametrize(("answer", "left"), [("\n", 3), ("y\n", 2)])
def test_at_a_terminal_the_import_is_named_and_asked_for(
    twice: Digikunta, tmp_path: Path, answer: str, left: int
) -> None:
    """Enter takes nothing back."""
    code, told = typed(tmp_path, ["undo"], [answer])

    assert code == 0
    assert "second.csv" in told.partition("Take back this import?")[0]
    assert ("Nothing was taken back." in told) == (left == 3)
    assert len(log(twice)) == left


def test_with_yes_nothing_is_asked_at_a_terminal(twice: Digikunta, tmp_path: Path) -> None:
    """Which import it was is said all the same."""
    code, told = typed(tmp_path, ["undo", "--yes"], [])

    assert code == 0
    assert "[y/N]" not in told
    assert "second.csv" in told
    assert len(log(twice)) == 2


def test_what_people_noted_is_not_lost_with_an_import(digikunta: Digikunta) -> None:
    """An invitation and an answered idea are taken back by those who noted them first."""
    write(Path("a.csv"), [experimenter("Salo", ideas="Miten data avataan?")])
    digikunta("import", "a.csv")
    digikunta("meeting", "add", "Tapaaminen", "--date", "31.3.2090", "--start", "9")
    digikunta("meeting", "invite", "1", "--everyone")
    digikunta("idea", "answer", "1")
    invited = digikunta("undo", "--yes")
    digikunta("meeting", "uninvite", "1", "1")
    answered = digikunta("undo", "--yes")
    digikunta("idea", "reopen", "1")

    assert (invited.code, "are invited to meetings (1)" in invited.err) == (2, True)
    assert (answered.code, "were answered (1)" in answered.err) == (2, True)
    assert digikunta("undo", "--yes").code == 0

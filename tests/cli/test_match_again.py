"""Rounds of matching one after the other, as a coordinator runs them."""

import csv
import random
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SEVEN, SIXTY, SIXTY_NEWER, Digikunta

Ends = set[tuple[int, int]]


def match(digikunta: Digikunta, *options: str) -> dict[str, Any]:
    """What a round gives as data."""
    found: dict[str, Any] = digikunta("match", *options, "--format", "json").json
    return found


def ends(pairs: list[dict[str, Any]]) -> Ends:
    """Who is with whom."""
    return {(pair["experimenter"], pair["mentor"]) for pair in pairs}


def test_what_changes_is_counted_and_adds_up(newer: Digikunta) -> None:
    """Earlier proposals stay or go; new ones make the rest, and each that goes has a successor."""
    before = ends(newer("pairs", "--format", "json").json)
    found = match(newer)
    changes, after = found["changes"], ends(found["pairs"])

    assert changes["kept"] == len(before & after)
    assert ends(changes["gone"]) == before - after
    assert ends(changes["new"]) == after - before
    for gone in changes["gone"]:
        assert {(gone["experimenter"], mentor) for mentor in gone["instead"]} <= after
    assert ends(newer("pairs", "--format", "json").json) == after


def test_what_changes_is_said_in_words(newer: Digikunta) -> None:
    """How many stay and go, and which ones go where they are few."""
    said = newer("match", "--format", "md").out
    again = newer("match", "--format", "md").out

    assert "Of the earlier proposals 29 stay and 9 go; 9 are new." in said
    assert "Proposals that go" in said and "nobody" in said
    assert "Of the earlier proposals 38 stay and 0 go; 0 are new." in again
    assert "Proposals that go" not in again


def test_many_that_go_are_only_counted(newer: Digikunta) -> None:
    """A table of more than a dozen would hide the rest."""
    said = newer("match", "--policy", "fair", "--format", "md").out

    assert "15 go" in said
    assert "Proposals that go" not in said


def test_the_first_round_speaks_of_no_earlier_one(shortage: Digikunta) -> None:
    """There is nothing to compare with."""
    assert "earlier proposals" not in shortage("match", "--format", "md").out


def test_keep_lets_no_proposal_go_that_can_stay(newer: Digikunta) -> None:
    """It costs points, never a mentor for somebody."""
    total, keep = (match(newer, "--dry-run", "--policy", each) for each in ("total", "keep"))

    assert keep["changes"]["gone"] == []
    assert keep["summary"]["covered"] == total["summary"]["covered"]
    assert keep["summary"]["total_score"] < total["summary"]["total_score"]
    assert "By these terms" in newer("match", "--dry-run", "--policy", "keep").out


def test_a_load_that_cannot_be_met_is_said(matched: Digikunta) -> None:
    """With its mentors and how many they lack."""
    people = matched("list", "--role", "experimenter", "--format", "json").json
    gone = [option for each in people[3:] for option in ("--without", str(each["id"]))]
    compared = matched("match", "--min-load", "3", *gone, "--format", "json").json
    words = matched("match", "--min-load", "3", *gone, "--format", "md").out

    assert compared["now"]["shortfall"] == {}
    assert sum(compared["then"]["shortfall"].values()) > 0
    assert "fewer than --min-load asks for" in words


def test_few_experimenters_leave_mentors_short(digikunta: Digikunta, tmp_path: Path) -> None:
    """The round says which mentors get fewer than asked for."""
    lines = SIXTY.read_bytes().splitlines(keepends=True)
    few = tmp_path / "few.csv"
    few.write_bytes(b"".join(lines[:3]))
    digikunta("import", few, SEVEN)
    found = match(digikunta, "--min-load", "2")

    assert sum(found["shortfall"].values()) == 14 - found["summary"]["used"]
    assert "Fewer experimenters than asked for" in digikunta("match", "--min-load", "2").out


def shuffled(path: Path, folder: Path, seed: int) -> Path:
    """A copy of an export with its answers in another order."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        file.seek(0)
        reader = csv.reader(file, delimiter=";" if first.count(";") > first.count(",") else ",")
        heading, *rows = list(reader)
    random.Random(seed).shuffle(rows)
    copy = folder / f"{seed}-{path.name}"
    with copy.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([heading, *rows])
    return copy


def by_content(digikunta: Digikunta, *options: object) -> set[tuple[str, str, str]]:
    """The pairs of a round by what the two are called."""
    people = {e["id"]: e for e in digikunta(*options, "list", "--format", "json").json}
    pairs = digikunta(*options, "match", "--format", "json").json["pairs"]
    return {
        (
            people[pair["experimenter"]]["organisation"],
            people[pair["experimenter"]]["title"],
            people[pair["mentor"]]["organisation"],
        )
        for pair in pairs
    }


def test_shuffled_rows_change_not_one_pair(matched: Digikunta, tmp_path: Path) -> None:
    """The order of the rows and the ids that come of it mean nothing, in a second round neither."""
    other = tmp_path / "other.db"
    for seed, path in enumerate((SEVEN, SIXTY)):
        assert matched("--db", other, "import", shuffled(path, tmp_path, seed)).code == 0

    assert by_content(matched) == by_content(matched, "--db", other)
    for options, path in (((), SIXTY_NEWER), (("--db", other), shuffled(SIXTY_NEWER, tmp_path, 7))):
        matched(*options, "import", path)
    assert by_content(matched) == by_content(matched, "--db", other)
    hashes = {
        matched(*options, "log", "--format", "json").json[0]["input_sha256"]
        for options in ((), ("--db", other))
    }
    assert len(hashes) == 1


def test_a_narrow_terminal_shows_a_second_round_in_a_hundred_lines(
    newer: Digikunta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes takes a few lines, each organisation with its mentor before and after."""
    newer("accept", "1", "2", "5", "8")
    newer("reject", "3")
    monkeypatch.setenv("COLUMNS", "80")
    lines = newer("match", "--format", "table").out.splitlines()
    (place,) = (number for number, line in enumerate(lines) if line.startswith("Proposals that go"))
    gone = " ".join(lines[place : lines.index("", place)])

    assert len(lines) <= 100 and max(map(len, lines)) <= 80
    assert "Jämsä: Esimerkin yliopisto -> Lahti; " in gone
    assert "Lohja: Espoo -> nobody; " in gone
    assert gone.count(" -> ") == 7
    assert [line for line in lines if "window of 120 columns" in line] == lines[-1:]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_second_round_takes_a_hundred_lines_in_every_language(
    newer: Digikunta, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Before anybody has decided anything, when most proposals can go."""
    monkeypatch.setenv("COLUMNS", "80")
    said = newer("--lang", language, "match", "--dry-run", "--format", "table").out

    assert len(said.splitlines()) <= 100

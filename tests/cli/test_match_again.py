"""Rounds of matching one after the other, as a coordinator runs them."""

import csv
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA, Digikunta
from tests.terminal import typed

EXPERIMENTERS = DATA / "kokeilijat_60.csv"
NEWER = DATA / "kokeilijat_60_uusi.csv"
MENTORS = DATA / "vaikuttajat_7.csv"
Ends = set[tuple[int, int]]


@pytest.fixture
def matched(digikunta: Digikunta) -> Digikunta:
    """Sixty experimenters and seven mentors after a first round."""
    assert digikunta("import", EXPERIMENTERS, MENTORS).code == 0
    assert digikunta("match").code == 0
    return digikunta


@pytest.fixture
def newer(matched: Digikunta) -> Digikunta:
    """The same, and a newer export after the first round."""
    assert matched("import", NEWER).code == 0
    return matched


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


def test_the_first_round_speaks_of_no_earlier_one(digikunta: Digikunta) -> None:
    """There is nothing to compare with."""
    digikunta("import", EXPERIMENTERS, MENTORS)

    assert "earlier proposals" not in digikunta("match", "--format", "md").out


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
    lines = EXPERIMENTERS.read_bytes().splitlines(keepends=True)
    few = tmp_path / "few.csv"
    few.write_bytes(b"".join(lines[:3]))
    digikunta("import", few, MENTORS)
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
    for seed, path in enumerate((MENTORS, EXPERIMENTERS)):
        assert matched("--db", other, "import", shuffled(path, tmp_path, seed)).code == 0

    assert by_content(matched) == by_content(matched, "--db", other)
    for options, path in (((), NEWER), (("--db", other), shuffled(NEWER, tmp_path, 7))):
        matched(*options, "import", path)
    assert by_content(matched) == by_content(matched, "--db", other)
    hashes = {
        matched(*options, "log", "--format", "json").json[0]["input_sha256"]
        for options in ((), ("--db", other))
    }
    assert len(hashes) == 1


def test_a_round_gives_the_same_pairs_again(newer: Digikunta) -> None:
    """Whatever came in since, and that is said."""
    newer("match", "--policy", "fair", "--min-load", "2")
    first, second = (newer("match", "--repeat", id, "--format", "json").json for id in "12")

    assert (first["same"], first["pairs"], first["input_same"]) == (True, 38, False)
    assert (second["same"], second["pairs"], second["input_same"]) == (True, 38, True)
    assert (second["round"]["policy"], second["round"]["min_load"]) == ("fair", 2)
    words = newer("match", "--repeat", "1").out
    assert "Round 1 gives the same 38 pairs again." in words
    assert "have changed since" in words
    assert "would start from the same" in newer("match", "--repeat", "2").out


def test_a_round_outlives_what_is_taken_back(newer: Digikunta) -> None:
    """Pairs of registrations that went are left aside, and the rest is the same."""
    newer("match")
    assert newer("undo").code == 0
    again = newer("match", "--repeat", "2", "--format", "json").json

    assert again["same"] is True
    assert again["aside"] == 38 - again["pairs"] > 0
    assert "left aside" in newer("match", "--repeat", "2").out


def test_a_round_that_was_tampered_with_is_told(matched: Digikunta, tmp_path: Path) -> None:
    """A pair less, or another topics file or version, do not go unnoticed."""
    with sqlite3.connect(tmp_path / "network.db") as db:
        db.execute(
            "delete from round_pair where experimenter_id = (select min(experimenter_id)"
            " from round_pair)"
        )
        db.execute(
            "insert into round_pair select 1, min(registration.id), 61, 0 from registration"
            " where id not in (select experimenter_id from round_pair) and id > 1"
        )
        db.execute("update round set version = '0.0', topics_sha256 = input_sha256")
    db.close()
    again = matched("match", "--repeat", "1", "--format", "json").json
    words = matched("match", "--repeat", "1").out

    assert (again["same"], len(again["gone"]), len(again["new"])) == (False, 1, 1)
    assert "does not give the same pairs again: 1 go and 1 come" in words
    assert "version 0.0" in words and "topics file has changed" in words


def test_an_unknown_round_is_told(matched: Digikunta) -> None:
    """Exit 2, and where the rounds are listed."""
    result = matched("match", "--repeat", "9")

    assert (result.code, result.out) == (2, "")
    assert "digikunta log" in result.err


def test_the_log_has_the_rounds_too(matched: Digikunta) -> None:
    """Each entry says what it is; a round says what it went by."""
    entries = matched("log", "--format", "json").json
    (entry,) = [each for each in entries if each["kind"] == "round"]

    assert [each["kind"] for each in entries] == ["round", "import", "import"]
    assert (entry["policy"], entry["covered"], entry["experimenters"]) == ("total", 38, 51)
    assert entry["weights"]["topic"] == 100
    assert len(entry["topics_sha256"]) == len(entry["input_sha256"]) == 64
    assert "highest total" in matched("log").out


def test_what_is_kept_of_a_round_names_nobody(matched: Digikunta, tmp_path: Path) -> None:
    """Numbers and the policy's key only: no letter of an answer."""
    with sqlite3.connect(tmp_path / "network.db") as db:
        (kept,) = db.execute("select input from round").fetchone()
    db.close()

    assert kept.isascii() and "@" not in kept
    assert "total" in kept and "Espoo" not in kept


def test_a_dry_round_is_no_round(matched: Digikunta) -> None:
    """Neither the log nor the numbering knows of it."""
    assert match(matched, "--dry-run")["round"] is None
    assert match(matched)["round"] == 2


def test_two_ways_of_matching_at_once_are_refused(matched: Digikunta) -> None:
    """Exit 2 and one sentence that names both."""
    result = matched("match", "--repeat", "1", "--add-seat", "61")

    assert (result.code, result.out) == (2, "")
    assert "--repeat" in result.err and "--what-if" in result.err


@pytest.mark.parametrize(("answer", "kept"), [("n\n", False), ("\n", False), ("y\n", True)])
def test_at_a_terminal_what_goes_is_shown_before_it_is_kept(
    newer: Digikunta, tmp_path: Path, answer: str, kept: bool
) -> None:
    """One question, and nothing is written unless the answer is yes."""
    before = (tmp_path / "network.db").read_bytes()
    code, told = typed(tmp_path, ["match"], [answer])

    assert code == 0, told
    assert "29 stay and 9 go" in told
    assert told.count("[y/N]") == 1
    assert ("Kept as proposals" in told) is kept
    assert ("Nothing was kept" in told) is not kept
    assert ((tmp_path / "network.db").read_bytes() == before) is not kept


@pytest.mark.parametrize("options", [["--yes"], ["--dry-run"], ["--policy", "keep"]])
def test_nothing_is_asked_where_nothing_goes_or_may_be_asked(
    newer: Digikunta, tmp_path: Path, options: list[str]
) -> None:
    """--yes asks nothing, a dry run keeps nothing, and what stays needs no yes."""
    code, told = typed(tmp_path, ["match", *options], [])

    assert (code, "[y/N]" in told) == (0, False)


def test_a_first_round_at_a_terminal_asks_nothing(digikunta: Digikunta, tmp_path: Path) -> None:
    """There is nothing that could go."""
    digikunta("import", EXPERIMENTERS, MENTORS)
    code, told = typed(tmp_path, ["match"], [])

    assert (code, "[y/N]" in told, "Kept as proposals" in told) == (0, False, True)


def test_whoever_leaves_the_question_changes_nothing(newer: Digikunta, tmp_path: Path) -> None:
    """The end of the input is no answer."""
    before = (tmp_path / "network.db").read_bytes()
    code, _told = typed(tmp_path, ["match"], ["\x04"])

    assert code == 130
    assert (tmp_path / "network.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["network.db"]

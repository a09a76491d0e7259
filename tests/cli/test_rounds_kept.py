"""What is kept of a round, and choosing again as in one."""

import sqlite3
from pathlib import Path

from tests.conftest import Digikunta


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
    assert matched("match", "--dry-run", "-f", "json").json["round"] is None
    assert matched("match", "-f", "json").json["round"] == 2

"""What coordinators decide about pairs, rule by rule, and what each decision costs."""

from pathlib import Path

import pytest

from digikunta_cli.model import Role
from tests.cli.pair_cases import alike, pairs, proposal
from tests.conftest import DATA, Digikunta
from tests.invented import TIME, experimenter, mentor, write


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("allow", "2", "1"), "was not ruled out"),
        (("forbid", "1", "2"), "is not of the role"),
        (("allow", "9", "1"), "is not of the role"),
        (("lock", "9"), "no pair with id 9"),
        (("note", "9", "text"), "no pair with id 9"),
    ],
)
def test_what_cannot_be_is_told(small: Digikunta, arguments: tuple[str, ...], said: str) -> None:
    """Exit 2, one sentence, and nothing is done."""
    result = small("pair", *arguments)

    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_pair_that_people_agreed_on_is_neither_ruled_out_nor_locked(small: Digikunta) -> None:
    """It must be ended or rejected first."""
    small("pair", "add", "2", "1")

    for arguments in (("forbid", "2", "1"), ("lock", "1")):
        result = small("pair", *arguments)
        assert (result.code, "accepted" in result.err) == (2, True)
    assert small("reject", "1").code == 0
    assert small("pair", "forbid", "2", "1", "--format", "json").json["dropped"] is None


def test_a_locked_proposal_stays_though_others_are_better(
    matched: Digikunta, tmp_path: Path
) -> None:
    """It takes its seat in the next rounds; unlocked, it goes again; both say what it costs."""
    matched("import", DATA / "kokeilijat_60_uusi.csv")
    gone = matched("match", "--dry-run", "--format", "json").json["changes"]["gone"]
    ends = [(each["experimenter"], each["mentor"]) for each in gone]
    pair = next(p for p in pairs(matched) if (p["experimenter"], p["mentor"]) in ends)
    (locked,) = matched("pair", "lock", str(pair["id"]), "--format", "json").json
    kept = matched("match", "--format", "json").json
    found = next(each for each in kept["pairs"] if each["id"] == pair["id"])

    assert (locked["locked"], locked["state"]) == (True, "proposed")
    assert (found["locked"], found["state"]) == (True, "proposed")
    assert kept["summary"]["total_score"] == 12729 + locked["cost"]["total_score"]
    (free,) = matched("pair", "unlock", str(pair["id"]), "--format", "json").json
    assert free["locked"] is False
    assert free["cost"]["total_score"] == -locked["cost"]["total_score"]
    again = matched("match", "--format", "json").json
    assert pair["id"] not in {each["id"] for each in again["pairs"]}


def test_a_lock_is_seen_and_done_with_once_it_is_accepted(small: Digikunta) -> None:
    """An accepted pair stays anyway."""
    small("match")
    id = str(proposal(small)["id"])

    assert "locked" in small("pair", "lock", id).out
    assert "Nobody loses a mentor by this." in small("pair", "lock", id).out
    assert small("accept", id, "--format", "json").json[0]["locked"] is False


def test_a_locked_proposal_takes_its_mentors_seat(small: Digikunta) -> None:
    """No other pair is made by hand over it."""
    small("match")
    pair = proposal(small)
    small("pair", "lock", str(pair["id"]))
    other = ({2, 3} - {pair["experimenter"]}).pop()
    result = small("pair", "add", str(other), "1")

    assert (result.code, "no seat left" in result.err) == (2, True)


def test_a_note_is_kept_with_its_pair(small: Digikunta, tmp_path: Path) -> None:
    """Through rounds, on one line, in no record of events; an empty one takes it away."""
    small("match")
    id = str(proposal(small)["id"])
    (noted,) = small("pair", "note", id, "call\nin May", "--format", "json").json
    small("match")

    assert noted["note"] == "call in May"
    assert proposal(small)["note"] == "call in May"
    assert "call in May" in small("pairs").out
    assert b"call in May" not in _events(tmp_path)
    assert small("pair", "note", id, "", "--format", "json").json[0]["note"] is None


def _events(folder: Path) -> bytes:
    import sqlite3

    with sqlite3.connect(folder / "network.db") as db:
        rows = db.execute("select action, facts from event").fetchall()
    db.close()
    return repr(rows).encode()


def test_a_pair_by_hand_has_its_points_and_says_what_it_costs(matched: Digikunta) -> None:
    """Scored like any other; the next round agrees with the cost, and it stays by hand."""
    taken = {pair["experimenter"]: pair["mentor"] for pair in pairs(matched)}
    experimenter_id, mentor_id = next((e, m) for e, m in taken.items() if m == 61)
    other = next(m for m in (62, 63, 64) if m != mentor_id)
    made = matched("pair", "add", str(experimenter_id), str(other), "--format", "json")
    (pair,) = made.json
    after = matched("match", "--format", "json").json

    assert pair["score"] == sum(pair["parts"].values()) > 0
    assert (pair["state"], "by-hand" in pair["flags"]) == ("accepted", True)
    assert after["summary"]["total_score"] == 12328 + pair["cost"]["total_score"]
    found = next(each for each in after["pairs"] if each["id"] == pair["id"])
    assert (found["score"], "by-hand" in found["flags"]) == (pair["score"], True)


def test_what_is_only_a_flag_warns(digikunta: Digikunta, tmp_path: Path) -> None:
    """Nothing in common and a possible supplier are for a coordinator to judge."""
    company = mentor("Esimerkki Oy", organisation_type="Yritys", solution="Lumen auraus")
    mentors = write(tmp_path / "m.csv", [company], role=Role.MENTOR)
    digikunta("import", mentors, write(tmp_path / "e.csv", [experimenter()]))

    assert digikunta("match", "--format", "json").json["pairs"] == []
    said = digikunta("pair", "add", "2", "1").out
    assert "Look at pair 1 once more: " in said and "no common topic" in said


@pytest.mark.parametrize("state", ["accepted", "mentor-asked"])
def test_a_proposal_that_a_rule_forbids_by_now_cannot_be_settled(
    small: Digikunta, tmp_path: Path, state: str
) -> None:
    """Whoever no longer commits to sharing is told by the rule's sentence."""
    small("match")
    pair = proposal(small)
    towns = {2: "Salo", 3: "Lohja"}
    change = {TIME: "2.10.2016 9:00", "commitment": "ei"}
    changed = alike(towns[pair["experimenter"]], **change)
    small("import", write(tmp_path / "new.csv", [changed]))
    moved = small("pair", "move", str(pair["id"]), state)
    locked = small("pair", "lock", str(pair["id"]))

    for result in (moved, locked):
        assert (result.code, result.out) == (2, "")
        assert "does not commit to sharing" in result.err
    assert small("reject", str(pair["id"])).code == 0


def test_a_declined_pair_may_be_taken_up_again_by_hand(small: Digikunta) -> None:
    """Whoever moves it knows that it was declined."""
    small("match")
    id = str(proposal(small)["id"])
    small("reject", id)

    assert small("pair", "move", id, "active").code == 0


def test_what_is_decided_goes_with_its_registrations(small: Digikunta) -> None:
    """Undo lets locks, rulings and rounds of new registrations go, and a round still repeats."""
    small("match")
    pair = proposal(small)
    small("pair", "lock", str(pair["id"]))
    small("pair", "forbid", str(({2, 3} - {pair["experimenter"]}).pop()), "1")

    assert small("undo").code == 0
    assert pairs(small) == []
    assert "Ruled out" not in small("pairs", "--format", "md").out
    again = small("match", "--repeat", "1", "--format", "json").json
    assert (again["same"], again["pairs"], again["aside"]) == (True, 0, 1)

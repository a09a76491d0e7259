"""`digikunta match` and what follows it, as a coordinator runs them."""

from pathlib import Path

import pytest

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write


def test_the_match_is_proven_and_adds_up(network: Digikunta) -> None:
    """Optimal, everyone accounted for, nobody over capacity."""
    matched = network("match", "--format", "json").json
    summary = matched["summary"]
    people = {each["id"]: each for each in network("list", "--format", "json").json}

    assert summary["optimal"] is True
    assert summary["total_score"] == summary["bound"] == sum(p["score"] for p in matched["pairs"])
    assert summary["experimenters"] == summary["covered"] + summary["unmatched"]
    assert summary["unmatched"] == len(matched["unmatched"])
    assert summary["used"] == len(matched["pairs"])
    for id in {pair["mentor"] for pair in matched["pairs"]}:
        taken = sum(pair["mentor"] == id for pair in matched["pairs"])
        assert taken <= people[id]["capacity"]


def test_nobody_is_paired_with_itself_or_without_commitment(network: Digikunta) -> None:
    """The same organisation never, and only who commits to sharing."""
    people = {each["id"]: each for each in network("list", "--format", "json").json}

    for pair in network("match", "--format", "json").json["pairs"]:
        experimenter, mentor = people[pair["experimenter"]], people[pair["mentor"]]
        assert experimenter["organisation"] != mentor["organisation"]
        assert experimenter["commitment"] is True and mentor["commitment"] is True
        assert experimenter["wanted"] >= 1
        assert sum(pair["parts"].values()) == pair["score"]
        assert pair["reasons"]


def test_a_dry_run_keeps_nothing(network: Digikunta, tmp_path: Path) -> None:
    """No ids, and the database byte for byte as it was."""
    before = (tmp_path / "network.db").read_bytes()
    matched = network("match", "--dry-run", "--format", "json").json

    assert all(pair["id"] is None for pair in matched["pairs"])
    assert (tmp_path / "network.db").read_bytes() == before


def test_accepted_pairs_stay_and_rejected_ones_do_not_come_back(network: Digikunta) -> None:
    """The next matching works around what people decided."""
    pairs = network("match", "--format", "json").json["pairs"]
    accepted, rejected = pairs[0], pairs[1]
    assert network("accept", str(accepted["id"])).code == 0
    assert network("reject", str(rejected["id"]), "--reason", "ei aikaa").code == 0
    again = network("match", "--format", "json").json["pairs"]
    ends = {(pair["experimenter"], pair["mentor"]): pair for pair in again}

    kept = ends[accepted["experimenter"], accepted["mentor"]]
    assert (kept["id"], kept["state"]) == (accepted["id"], "accepted")
    assert (rejected["experimenter"], rejected["mentor"]) not in ends


def test_matching_again_keeps_the_ids_of_proposals(network: Digikunta) -> None:
    """Nothing changed, so nothing moves."""
    first = network("match", "--format", "json").json
    second = network("match", "--format", "json").json

    about = ("changes", "round")
    assert {k: v for k, v in second.items() if k not in about} == {
        k: v for k, v in first.items() if k not in about
    }
    assert second["changes"] == {"kept": len(first["pairs"]), "gone": [], "new": []}


def test_explain_shows_every_mentor(network: Digikunta) -> None:
    """Each mentor with its parts, and what became of it."""
    pair = network("match", "--format", "json").json["pairs"][0]
    candidates = network("match", "--explain", str(pair["experimenter"]), "--format", "json").json

    assert len(candidates) == 25
    paired = next(each for each in candidates if each["mentor"] == pair["mentor"])
    assert (paired["status"], paired["score"]) == ("paired", pair["score"])


def test_a_pair_is_made_by_hand_within_the_rules(network: Digikunta) -> None:
    """Never with itself, never twice, never over the seats."""
    people = network("list", "--format", "json").json
    both = [each for each in people if each["organisation"] == "Kuusamo"]
    mentor = next(each["id"] for each in both if each["role"] == "mentor")
    experimenter = next(each["id"] for each in both if each["role"] == "experimenter")
    others = [each["id"] for each in people if each["organisation"] in ("Raahe", "Inari")]

    assert network("pair", "add", str(experimenter), str(mentor)).code == 2
    assert network("pair", "add", str(mentor), str(experimenter)).code == 2
    assert network("pair", "add", str(others[0]), str(mentor)).code == 0
    assert network("pair", "add", str(others[0]), str(mentor)).code == 2
    assert network("pair", "add", str(others[1]), str(mentor)).code == 0
    full = network("pair", "add", str(others[2]), str(mentor))
    assert (full.code, "no seat left" in full.err) == (2, True)


def test_unknown_pairs_and_ids_are_told(network: Digikunta) -> None:
    """Exit 2 and the way to the right id."""
    for arguments in (
        ("accept", "999"),
        ("pair", "move", "999", "active"),
        ("match", "--explain", "999"),
    ):
        result = network(*arguments)
        assert (result.code, result.out) == (2, "")
        assert "999" in result.err


def test_peer_groups_are_listed(network: Digikunta) -> None:
    """Three to six members, each in two groups at most, with what they share."""
    network("match")
    groups = network("groups", "--format", "json").json
    members = [member for group in groups for member in group["members"]]

    assert groups
    assert all(3 <= len(group["members"]) <= 6 for group in groups)
    assert all(group["topics"] or group["shared"] for group in groups)
    assert all(members.count(member) <= 2 for member in members)


def test_the_order_of_import_does_not_matter(network: Digikunta, tmp_path: Path) -> None:
    """The sides are ordered by content, not by id."""
    from tests.conftest import EXPERIMENTERS, MENTORS

    other = tmp_path / "other.db"
    network("--db", other, "import", MENTORS)
    network("--db", other, "import", EXPERIMENTERS)

    def named(*options: str | Path) -> list[tuple[str, str, str]]:
        people = {e["id"]: e for e in network(*options, "list", "--format", "json").json}
        pairs = network(*options, "match", "--format", "json").json["pairs"]
        return sorted(
            (
                people[p["experimenter"]]["organisation"],
                str(people[p["experimenter"]]["title"]),
                people[p["mentor"]]["organisation"],
            )
            for p in pairs
        )

    assert named() == named("--db", other)


def test_one_seat_of_one_mentor_is_said_as_one(digikunta: Digikunta, tmp_path: Path) -> None:
    """One is not said as several, of a mentor who is there or of one more."""
    topics = "Osallistuminen ja vaikuttaminen"
    wanting = [experimenter(name, topics=topics) for name in ("Salo", "Lohja")]
    only = mentor(topics=topics, capacity="1")
    digikunta("import", write(tmp_path / "k.csv", wanting))
    digikunta("import", write(tmp_path / "v.csv", [only], role=Role.MENTOR))
    said = " ".join(digikunta("match", "--format", "table").out.split())

    assert "1 of 1 seat of 1 mentor is used." in said
    assert "(with 1 seat, the median)" in said


def test_a_narrow_terminal_shows_the_sample_network_in_a_hundred_lines(
    shortage: Digikunta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who goes with whom and why, who is left, and what would cure it, at 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = shortage("match", "--format", "table").out.splitlines()

    assert len(lines) <= 100 and max(map(len, lines)) <= 80
    assert "Espoo: 6 of 6 seats" in lines
    assert any("Kittilä: " in line and "e-services; Finnish" in line for line in lines)
    assert any(
        "Hollola: " in line and "23 for 11 places; could help: a seat at Espoo" in line
        for line in lines
    )
    assert "One more seat at Espoo would serve 1 more experimenter: Mäntsälä." in lines

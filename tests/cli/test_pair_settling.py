"""What settles a pair: never more than is wanted, and always with what it costs."""

from pathlib import Path
from typing import Any

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

ALIKE = "Neuvontaa kuvapuhelimella kirjastosta"


def pairs(digikunta: Digikunta) -> list[dict[str, Any]]:
    """All pairs as data."""
    found: list[dict[str, Any]] = digikunta("pairs", "--format", "json").json
    return found


def test_an_experimenter_is_not_settled_above_what_it_wants(matched: Digikunta) -> None:
    """Neither accepting nor locking a second one is let through; ending the first gives way."""
    pair = pairs(matched)[0]
    other = next(m for m in (61, 62, 63, 64) if m != pair["mentor"])
    (made,) = matched("pair", "add", str(pair["experimenter"]), str(other), "-f", "json").json
    id = str(pair["id"])
    for arguments in (("accept", id), ("pair", "lock", id), ("pair", "move", id, "active")):
        refused = matched(*arguments)
        assert (refused.code, refused.out) == (2, "")
        assert "has all the mentors it wants (1 for 1 wanted)" in refused.err
    assert matched("reject", str(made["id"])).code == 0
    assert matched("accept", id).code == 0


def test_who_asks_for_no_mentor_may_have_one_with_a_warning(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """A coordinator may know better, and looks at it once more."""
    mentors = write(tmp_path / "m.csv", [mentor(solution=ALIKE)], role=Role.MENTOR)
    digikunta(
        "import",
        mentors,
        write(tmp_path / "e.csv", [experimenter("Salo", plan=ALIKE, support="tiedotus")]),
    )
    made = digikunta("pair", "add", "2", "1")

    assert (made.code, "asks for no mentor" in made.out) == (0, True)


def test_moving_pairs_says_what_it_costs_together(matched: Digikunta) -> None:
    """What is rejected is told like what is ruled out, and the next round agrees."""
    ids = [str(pair["id"]) for pair in pairs(matched)[:3]]
    accepted = matched("accept", *ids, "--format", "json").json
    rejected = matched("reject", *ids, "--format", "json").json
    after = matched("match", "--format", "json").json

    assert {pair["cost"]["total_score"] for pair in accepted} == {0}
    assert {pair["cost"]["covered"] for pair in accepted} == {0}
    (cost,) = {pair["cost"]["total_score"] for pair in rejected}
    assert cost < 0
    assert after["summary"]["total_score"] == 12328 + cost
    assert "It brings " in matched("pair", "move", ids[0], "proposed").out


def test_pairs_move_together_or_not_at_all(matched: Digikunta) -> None:
    """A mentor was asked about all its pairs in one letter, so one command says so."""
    ids = [str(pair["id"]) for pair in pairs(matched)[:3]]
    refused = matched("pair", "move", *ids, "999", "mentor-asked")
    assert (refused.code, refused.out) == (2, "")
    assert {pair["state"] for pair in pairs(matched)} == {"proposed"}

    moved = matched("pair", "move", *ids, "mentor-asked", "--format", "json").json
    assert {str(pair["id"]) for pair in moved} == set(ids)
    assert {pair["state"] for pair in moved} == {"mentor-asked"}


def test_what_was_declined_names_the_way_back(matched: Digikunta) -> None:
    """It is not ruled out, so it is put back to a proposal."""
    pair = pairs(matched)[0]
    matched("reject", str(pair["id"]))
    refused = matched("pair", "allow", str(pair["experimenter"]), str(pair["mentor"]))

    assert (refused.code, refused.out) == (2, "")
    assert f"digikunta pair move {pair['id']} proposed" in refused.err
    assert matched("pair", "move", str(pair["id"]), "proposed").code == 0

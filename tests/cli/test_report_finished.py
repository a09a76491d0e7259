"""An experimenter whose pair has ended was served: it is no unmet need, and no round seats it."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest

from digikunta_cli.model import Role
from tests.cli.pair_cases import ALIKE, alike, proposal
from tests.conftest import Digikunta
from tests.invented import mentor, write

NAMES = ("Salo", "Lohja", "Pori", "Rauma")


@pytest.fixture
def ended(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """One mentor with one seat, Kuopio with another, and some alike; the first pair has ended."""
    mentors = [mentor("Vaasa", capacity="1", solution=ALIKE)]
    mentors.append(mentor("Kuopio", capacity="1", solution=ALIKE))
    rows = [alike(name, topics="Uudet palveluinnovaatiot") for name in NAMES]
    files = (
        write(tmp_path / "k.csv", [*rows, alike("Ii", commitment="ei")]),
        write(tmp_path / "v.csv", mentors, role=Role.MENTOR),
    )
    assert digikunta("import", *files).code == 0
    assert digikunta("match").code == 0
    first = str(proposal(digikunta)["id"])
    for state in ("accepted", "active", "ended"):
        assert digikunta("pair", "move", first, state).code == 0
    return digikunta


def ids(digikunta: Digikunta) -> tuple[int, set[int], set[int]]:
    """Who is finished, who has a live pair, and who is left without."""
    report = digikunta("report", "--format", "json").json
    (finished,) = report["finished"]
    unmatched = {each["experimenter"] for each in report["unmatched"]}
    return finished, {each["experimenter"] for each in report["pairs"]}, unmatched


def test_whose_pair_has_ended_is_finished_and_not_left_without(ended: Digikunta) -> None:
    """Before the next round, everywhere in the report and in what `status` counts."""
    finished, paired, left = ids(ended)
    report = ended("report", "topics", "--format", "json").json["topics"]
    told = ended("report", "needs", "glance").out
    status = ended("status", "--format", "json").json

    assert {finished} | paired | left == {1, 2, 3, 4}
    assert (len(paired), len(left), status["unmatched"]) == (1, 2, 2)
    assert report[-1]["unmatched"] == 2
    assert "experimenters left without\t2" in told
    assert "experimenters finished\t1" in told
    assert "# Finished: their pair has ended\nexperimenter\ttopics\n" in told
    assert "not matched since things changed" not in told


def test_pairs_that_are_over_stand_below_the_others(ended: Digikunta) -> None:
    """By how they ended, without an age; a public report tells of none."""
    assert ended("reject", str(proposal(ended)["id"])).code == 0
    told = ended("report", "pairs").out
    states = ended("report", "pairs", "--format", "json").json["states"]
    public = ended("report", "pairs", "--public", "--format", "json").json["states"]

    assert "\nended\t1\t" in told
    assert "\ndeclined\t1\t" in told
    assert (states, public) == ({"ended": 1, "declined": 1}, {})


def test_what_changed_since_the_matching_is_told_beside_the_causes(ended: Digikunta) -> None:
    """Seats came free, so "no seat left" may hold no more; after a new round it holds again."""
    database = Path("network.db")
    with closing(connect(database)) as db, db:
        db.execute("update event set at = '2016-09-01T12:00:00' where action = 'match'")
    warned = "seats may have come free. Match again: digikunta match."

    assert warned in ended("report", "needs").out
    assert warned not in ended("report", "needs", "--public").out
    assert ended("match", "--yes").code == 0
    assert warned not in ended("report", "needs").out


def test_who_does_not_commit_is_told_with_a_cure(ended: Digikunta) -> None:
    """To ask for the commitment, where there is somebody to ask."""
    assert "ask for it and import the new answer" in ended("report", "needs").out


def test_the_glance_leaves_no_experimenter_out(ended: Digikunta, tmp_path: Path) -> None:
    """With a pair, without, finished, asking for none, or not committed: together all of them."""
    row = alike("Naantali", support="Försöksfinansiering")
    assert ended("import", write(tmp_path / "more.csv", [row])).code == 0
    lines = [line.split("\t") for line in ended("report", "glance").out.splitlines()]
    counts = {line[0]: int(line[1]) for line in lines if len(line) > 1 and line[1].isdigit()}
    kinds = ("with a pair", "left without", "finished", "who ask for no mentor")

    assert counts["experimenters who ask for no mentor"] == 1
    assert counts["experimenters"] == 6
    parts = [counts[f"experimenters {kind}"] for kind in kinds]
    assert sum(parts) + counts["registrations not committed to share"] == 6


def test_the_picture_draws_nobody_who_is_finished_as_alone(ended: Digikunta) -> None:
    """It is of those who have a pair or could have one."""
    finished, _paired, left = ids(ended)
    told = ended("report", "network").out

    assert all(NAMES[id - 1] in told.partition("Without a pair: ")[2] for id in left)
    assert NAMES[finished - 1] not in told


def test_the_next_round_seats_others_instead(ended: Digikunta) -> None:
    """Nor does it tell a cause or a cure for whoever is finished."""
    finished, _paired, _left = ids(ended)
    again: Any = ended("match", "--format", "json").json
    now_finished, paired, left = ids(ended)
    cures = ended("report", "needs", "--format", "json").json["cures"]

    assert (again["summary"]["experimenters"], again["summary"]["unmatched"]) == (3, 1)
    assert {each["experimenter"] for each in again["unmatched"]} == left
    assert (now_finished, len(paired), len(left)) == (finished, 2, 1)
    assert {each["gain"] for each in cures} == {1}
    assert all(set(each["experimenters"]) == left for each in cures)
    assert ended("status", "--format", "json").json["unmatched"] == 1


def test_ending_a_pair_is_told_to_cost_nobody_a_mentor(ended: Digikunta) -> None:
    """The seat is free for others, as the next round will have it."""
    ended("match")
    second = str(proposal(ended)["id"])
    _finished, _paired, left = ids(ended)
    assert ended("pair", "move", second, "active").code == 0
    cost = ended("pair", "move", second, "ended", "--format", "json").json[0]["cost"]

    assert (cost["loses"], cost["gains"]) == ([], list(left))


def test_no_seat_is_asked_for_where_one_became_free(ended: Digikunta) -> None:
    """What the last matching found is told as long as it holds."""
    full = proposal(ended)["mentor"]
    cures = ended("report", "needs", "--format", "json").json["cures"]

    assert {each["mentor"] for each in cures if each["kind"] == "seat"} <= {full}
    assert ended("reject", str(proposal(ended)["id"])).code == 0
    later = ended("report", "needs", "--format", "json").json["cures"]
    assert [each for each in later if each["kind"] == "seat"] == []


def test_a_new_pair_makes_it_no_longer_finished(ended: Digikunta) -> None:
    """By hand it may have another mentor, and then it is paired."""
    finished, _paired, _left = ids(ended)
    other = proposal(ended)
    assert ended("reject", str(other["id"])).code == 0
    assert ended("pair", "add", str(finished), str(other["mentor"])).code == 0
    report = ended("report", "--format", "json").json

    assert report["finished"] == []
    assert finished in {pair["experimenter"] for pair in report["pairs"]}


def test_an_uncommitted_one_with_a_pair_is_no_unmet_need(ended: Digikunta, tmp_path: Path) -> None:
    """Who stopped committing is kept out of the next round, and has its mentor all the same."""
    _finished, paired, _left = ids(ended)
    (id,) = paired
    ended("accept", str(proposal(ended)["id"]))
    name = NAMES[id - 1]
    later = alike(name, topics="Uudet palveluinnovaatiot", commitment="ei")
    later["Vastausaika"] = "2.9.2016 9:00"
    assert ended("import", write(tmp_path / "later.csv", [later])).code == 0
    told = ended("report", "needs").out

    assert id in ended("report", "needs", "--format", "json").json["kept_out"]
    assert name not in told.partition("# Finished")[0]
    assert "Ii: Etäneuvonta\tnot committed to share" in told

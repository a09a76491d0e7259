"""What came, changed, moved or stands still, as the report tells it."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

EARLIER, SINCE = "2016-08-20T12:00:00+00:00", "2016-09-01"
LATER = {"Vastausaika": "5.9.2016 9:00"}


def in_database(folder: Path, *statements: str) -> None:
    """Let the clock have stood elsewhere."""
    db = sqlite3.connect(folder / "network.db")
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def everything_is_old(folder: Path) -> None:
    """Let all that is there have come before SINCE."""
    in_database(
        folder,
        f"update import_batch set imported_at = '{EARLIER}'",
        f"update registration set first_seen_at = '{EARLIER}', changed_at = '{EARLIER}'",
        f"update pair set proposed_at = '{EARLIER}', changed_at = '{EARLIER}'",
    )


def changes(digikunta: Digikunta, *options: str) -> Any:
    """The section as JSON, since SINCE."""
    report = digikunta("report", "changes", "--since", SINCE, *options, "--format", "json")
    return report.json["changes"]


@pytest.fixture
def paired(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """Two experimenters with a pair each and a third without a wish, all of them old."""
    rows = [
        experimenter("Salo", support="Kokeilurahoitusta; Försöksfadder", publish="kyllä"),
        experimenter("Loimaa", publish="kyllä"),
        experimenter("Paimio", support="Kokeilurahoitusta", commitment="ei", publish="kyllä"),
    ]
    mentors = [mentor(publish="kyllä")]
    files = (
        write(tmp_path / "kokeilijat.csv", rows),
        write(tmp_path / "vaikuttajat.csv", mentors, role=Role.MENTOR),
    )
    assert digikunta("import", *files).code == 0
    for id in ("1", "2"):
        assert digikunta("pair", "add", id, "4").code == 0
    everything_is_old(tmp_path)
    return digikunta


def test_a_first_report_lists_nothing_as_changed(paired: Digikunta) -> None:
    """There is nothing to compare it with, and that is said."""
    told = paired("report", "changes").out
    report = paired("report", "changes", "--format", "json").json

    assert told.splitlines()[1:] == [
        "No report was made before today, so there is nothing to compare with."
        " Name a day: --since DATE."
    ]
    assert (report["since"], report["new"]) == (None, [1, 2, 3, 4])
    assert report["changes"] == {"new": [], "changed": [], "pairs": []}


def test_answers_are_told_as_they_were_and_as_they_are(paired: Digikunta, tmp_path: Path) -> None:
    """Consent and commitment first, personal answers only as changed, newcomers as new."""
    rows = [
        experimenter("Loimaa", months="12", need="Aino soittaa aina", publish="kyllä", **LATER),
        experimenter("Paimio", commitment="kyllä", publish="kyllä", **LATER),
        experimenter("Lieto", **LATER),
    ]
    paired("import", write(tmp_path / "uusi.csv", rows))
    found = changes(paired)
    told = paired("report", "changes", "--since", SINCE).out

    assert found["new"] == [5]
    assert [
        (each["registration"], each["field"], each["old"], each["new"]) for each in found["changed"]
    ] == [
        (3, "commitment", False, True),
        (2, "need", None, None),
        (2, "months", 6, 12),
        (3, "support", ["funding"], None),
    ]
    assert "3\tPaimio: Etäneuvonta\tanswer changed\tcommits to share\tno\tyes" in told
    assert "experimenter\tLieto: Etäneuvonta\tnew" in told
    assert "experimenter\tLoimaa: Etäneuvonta\tchanged" in told
    assert "Changes are told from 2016-09-01 on." in told
    assert "soittaa" not in told


def test_two_imports_are_compared_with_what_counted_before_both(
    paired: Digikunta, tmp_path: Path
) -> None:
    """What changed and changed back has not changed, and what was there is not new."""
    for day, months in (("5", "12"), ("6", "6")):
        later = {"Vastausaika": f"{day}.9.2016 9:00", "publish": "kyllä"}
        rows = [experimenter("Loimaa", months=months, **later)]
        paired("import", write(tmp_path / f"{day}.csv", rows))
    found = changes(paired)

    assert (found["new"], found["changed"]) == ([], [])


def test_pairs_that_moved_are_told_with_state_and_date(paired: Digikunta, tmp_path: Path) -> None:
    """Also those that came to nothing, but not in a report for everybody."""
    paired("pair", "move", "2", "active")
    paired("reject", "1", "--reason", "Aino ei ehdi")
    in_database(
        tmp_path,
        "update pair set changed_at = '2016-09-03T09:00:00+00:00' where id = 1",
        "update pair set changed_at = '2016-09-02T09:00:00+00:00' where id = 2",
    )
    declined, active = changes(paired)["pairs"]
    told = paired("report", "--since", SINCE).out

    assert declined == {
        "id": 1,
        "experimenter": 1,
        "mentor": 4,
        "state": "declined",
        "since": "2016-09-03",
    }
    assert (active["id"], active["state"], active["since"]) == (2, "active", "2016-09-02")
    assert "2\tVaasa\tLoimaa: Etäneuvonta\tactive\t2016-09-02" in told
    assert [pair["id"] for pair in changes(paired, "--public")["pairs"]] == [2]


def test_a_public_report_tells_no_answers_before_and_after(
    paired: Digikunta, tmp_path: Path
) -> None:
    """Only who came or changed, of those who permitted it; no reason in somebody's words."""
    rows = [experimenter("Loimaa", months="12", publish="kyllä", **LATER)]
    paired("import", write(tmp_path / "uusi.csv", [*rows, experimenter("Lieto", **LATER)]))
    paired("pair", "move", "2", "active", "--reason", "Aino lupasi")
    told = paired("report", "--since", SINCE, "--public").out

    assert (changes(paired, "--public")["changed"], changes(paired, "--public")["new"]) == ([], [])
    assert "Loimaa: Etäneuvonta\tchanged" in told
    assert "Lieto" not in told
    assert "Aino" not in told
    assert "Aino lupasi" in paired("report").out


def test_nothing_changed_is_said_where_that_was_asked(paired: Digikunta) -> None:
    """Alone the section is a sentence; in the whole report it is left out."""
    told = paired("report", "changes", "--since", SINCE).out

    assert told.splitlines()[1:] == ["Nothing has changed since 2016-09-01."]
    assert "Nothing has changed" not in paired("report", "--since", SINCE).out


def test_pairs_that_stand_still_come_first(paired: Digikunta, tmp_path: Path) -> None:
    """With their days in the state, how many stand still in each, and how many there are."""
    in_database(tmp_path, "update pair set changed_at = datetime('now', '-10 days') where id = 1")
    told = paired("report", "pairs").out
    report = paired("report", "pairs", "--format", "json").json
    rows = told[told.index("# Pairs\n") :].splitlines()[2:]

    assert "1 pair has not moved for 30 days or longer." in told
    assert [row.split("\t")[0] for row in rows] == ["2", "1"]
    assert [(pair["id"], pair["stale"]) for pair in report["pairs"]] == [(1, False), (2, True)]
    assert report["pairs"][1]["since"] == EARLIER[:10]
    assert rows[1].split("\t")[5] == "10"
    assert "accepted\t2\t1\t" in told


def test_how_many_days_are_too_many_is_the_coordinators_to_say(
    paired: Digikunta, tmp_path: Path
) -> None:
    """Another number of days makes others stale, or nobody."""
    in_database(tmp_path, "update pair set changed_at = datetime('now', '-10 days') where id = 1")
    patient = paired("report", "pairs", "--stale-days", "100000").out

    impatient = paired("report", "--stale-days", "10").out
    assert "2 pairs have not moved for 10 days" in impatient
    assert "in the same state for so many days or more: 10." in impatient
    assert "have not moved" not in patient
    assert [row.split("\t")[0] for row in patient.splitlines()[-2:]] == ["2", "1"]
    assert "not moved for 1 day or longer." in paired("report", "--stale-days", "1").out
    assert paired("report", "--stale-days", "0").code == 2

"""Candidates for theme events in the report, as a coordinator reads it in every format."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from digikunta_cli.document import Document
from digikunta_cli.model import Role
from digikunta_cli.names import Names
from digikunta_cli.outlook import Theme
from digikunta_cli.rendering.terminal import render
from digikunta_cli.reports.network.events import events_table
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

TITLE = "Candidates for theme events"


def test_themes_of_the_sample_are_worth_meeting_about(matched: Digikunta) -> None:
    """Topics and subjects, of those left without a mentor first, with who could speak."""
    report = matched("report", "--format", "json").json
    events = {event["theme"]: event for event in report["events"]}
    left = {each["experimenter"] for each in report["unmatched"]}
    mentors = {each["id"] for each in matched("list", "--role", "mentor", "--format", "json").json}

    assert len(events) == 8
    assert {"e-services", "innovations", "school", "archive"} <= events.keys()
    assert events["school"]["topic"] == "innovations"
    assert [event["unmatched"] for event in report["events"]] == sorted(
        (event["unmatched"] for event in report["events"]), reverse=True
    )
    for event in events.values():
        assert len(event["experimenters"]) >= 3
        assert event["unmatched"] == len(left & set(event["experimenters"]))
        assert event["speakers"]
        assert mentors.issuperset(event["speakers"])
        assert event["languages"]


@pytest.mark.parametrize("format", ["table", "plain", "csv", "md", "html"])
def test_the_themes_are_in_every_format(matched: Digikunta, format: str) -> None:
    """A section of its own, which names organisations and no contact persons."""
    out = matched("report", "--format", format).out
    section = out[out.rindex(TITLE) :]

    assert "schools" in section
    assert "Rovaniemi" in section
    assert ".example" not in section


def test_the_themes_have_a_sheet(matched: Digikunta, tmp_path: Path) -> None:
    """The workbook holds the themes with their figures as numbers."""
    from python_calamine import CalamineWorkbook

    assert matched("report", "--output", tmp_path / "report.xlsx").code == 0
    book = CalamineWorkbook.from_path(str(tmp_path / "report.xlsx"))
    (name,) = (name for name in book.sheet_names if name.startswith("Candidates"))
    rows = book.get_sheet_by_name(name).to_python()
    first = next(row for row in rows if row[0] == "e-services")

    assert first[1] == 27
    assert len(rows) >= 9


def test_events_need_neither_a_matching_nor_mentors(digikunta: Digikunta, tmp_path: Path) -> None:
    """Three alike are a theme before anything else is known, and who could speak is open."""
    texts = {"need": "Kartta puuttuu", "plan": "Kartalle tulevat reitit"}
    rows = [experimenter(name, **texts) for name in ("Salo", "Raahe", "Inari")]
    assert digikunta("import", write(tmp_path / "three.csv", rows)).code == 0
    (event,) = digikunta("report", "--format", "json").json["events"]
    out = digikunta("report").out

    assert event["unmatched"] == 3
    assert event["speakers"] == []
    assert "none yet" in out[out.index(TITLE) :]


def test_who_is_not_invited_may_speak_all_the_same(digikunta: Digikunta, tmp_path: Path) -> None:
    """A report about those invited does not say that nobody could speak."""
    topic = "Uudet palveluinnovaatiot"
    rows = [experimenter(name, topics=topic, title=name) for name in ("Salo", "Raahe", "Inari")]
    files = (
        write(tmp_path / "three.csv", rows),
        write(tmp_path / "one.csv", [mentor("Vaasa", topics=topic)], role=Role.MENTOR),
    )
    assert digikunta("import", *files).code == 0
    planned = (
        "meeting",
        "add",
        "Tapaaminen",
        "--date",
        "31.3.2027",
        "--start",
        "9",
        "--place",
        "A",
    )
    assert digikunta(*planned).code == 0
    assert digikunta("meeting", "invite", "1", "--role", "experimenter", "--everyone").code == 0
    out = digikunta("report", "events", "--meeting", "1").out

    assert TITLE in out
    assert "none yet" not in out
    assert "Vaasa" in digikunta("report", "events").out


def test_without_three_alike_there_is_no_section(digikunta: Digikunta, tmp_path: Path) -> None:
    """A network of two has no themes, and the report says nothing of them."""
    rows = [experimenter("Salo"), experimenter("Raahe")]
    assert digikunta("import", write(tmp_path / "two.csv", rows)).code == 0

    assert TITLE not in digikunta("report").out
    assert digikunta("report", "--format", "json").json["events"] == []


def test_an_organisation_is_named_once_among_the_speakers(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Two people of one organisation who registered for it are one name, and two ids."""
    topic = "Uudet palveluinnovaatiot"
    rows = [experimenter(name, topics=topic, title=name) for name in ("Salo", "Raahe", "Inari")]
    hosts = [
        mentor("Vaasa", topics=topic),
        mentor("Vaasa", topics=topic, contact_email="maija@vaasa.example", solution="Robotit"),
    ]
    files = (
        write(tmp_path / "three.csv", rows),
        write(tmp_path / "two.csv", hosts, role=Role.MENTOR),
    )
    assert digikunta("import", *files).code == 0
    out = digikunta("report", "--format", "csv").out

    assert "innovations;3;3;Vaasa;" in out[out.index(TITLE) :]
    assert len(digikunta("report", "--format", "json").json["events"][0]["speakers"]) == 2


def test_a_report_loads_nothing_that_computes_likeness(matched: Digikunta) -> None:
    """Themes are found by words alone, so that the report begins as quickly as before."""
    code = (
        "import sys\n"
        "from digikunta_cli.__main__ import run\n"
        "assert run(['report']) == 0\n"
        "sys.stderr.write(' '.join(sys.modules))\n"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert {"numpy", "pylmcf"}.isdisjoint(done.stderr.split())


def test_a_narrow_terminal_shows_themes_in_lines() -> None:
    """What is not told has no line, and a region that is not known goes by its code."""
    theme = Theme(
        key="robot",
        kind="subject",
        topic=None,
        experimenters=(),
        speakers=(),
        languages=(),
        regions=("77",),
        without_mentor=0,
    )
    table = events_table([theme], {}, Names({}, {}))
    lines = render(Document("R", (table,), None), width=80).splitlines()

    assert lines[-3:] == [
        "robot: 0 experimenters, 0 without a mentor",
        "  possible speakers  none yet",
        "  regions            77",
    ]

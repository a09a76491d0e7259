"""What a meeting is written to: a calendar file, a workbook to print, a report."""

from pathlib import Path

from icalendar import Calendar
from python_calamine import CalamineWorkbook

from tests.conftest import Digikunta

ALI, CARL, DORA, EMIL = 1, 3, 4, 5
"""Ids: three of the experiments, and the mentor of participation."""


def test_a_calendar_file_names_no_participants(planned: Digikunta, tmp_path: Path) -> None:
    """Only the meeting, in UTC, with the topics in words; never the coordinators' note."""
    planned("meeting", "invite", "1")
    assert planned("meeting", "calendar", "1", "--output", "meeting.ics").code == 0
    content = (tmp_path / "meeting.ics").read_bytes()
    (event,) = Calendar.from_ical(content).walk("VEVENT")

    assert event["DTSTART"].to_ical() == b"20170331T063000Z"
    assert (event["SUMMARY"], event["LOCATION"]) == ("Verkosto tapaa", "Helsinki")
    assert "Participation" in str(event["DESCRIPTION"])
    assert not {"ATTENDEE", "ORGANIZER"} & set(event)
    assert b"kahvit" not in content


def test_the_list_to_sign_is_in_finnish_order(planned: Digikunta, tmp_path: Path) -> None:
    """Rooms to sign, also for who comes uninvited; a pair sits at one table; badges."""
    planned("meeting", "invite", "1", "--everyone")
    assert planned("meeting", "sign-in", "1", "--output", "list.xlsx").code == 0
    book = CalamineWorkbook.from_path(tmp_path / "list.xlsx")
    rows = book.get_sheet_by_name("Sign-in").to_python()
    seats = {row[2]: row[0] for row in book.get_sheet_by_name("Seating by topic").to_python()[1:]}

    assert book.sheet_names == ["Sign-in", "Seating by topic", "Name badges"]
    assert [row[0] for row in rows[1:7]] == [
        *("Kuopio", "Salo", "Salo", "Utsjoki", "Vaasa", "Äänekoski"),
    ]
    assert rows[2][1:4] == ["Lomake", "e-services", ""]
    assert seats["Utsjoki"] == seats["Vaasa"]
    assert ["Kuopio", "mentor"] in book.get_sheet_by_name("Name badges").to_python()


def test_names_of_contacts_are_printed_where_asked_and_shared(
    planned: Digikunta, tmp_path: Path
) -> None:
    """Who did not agree signs in without a name beside."""
    planned("meeting", "invite", "1", "Salo")
    planned("meeting", "sign-in", "1", "-o", "list.xlsx", "--contacts")
    book = CalamineWorkbook.from_path(tmp_path / "list.xlsx")

    assert [row[3] for row in book.get_sheet_by_name("Sign-in").to_python()[1:3]] == [
        *("", "Ali Esimerkki"),
    ]
    assert book.get_sheet_by_name("Name badges").to_python()[2] == [
        *("Ali Esimerkki", "Salo", "Raati"),
    ]


def test_a_report_is_about_a_meeting_and_those_invited(planned: Digikunta) -> None:
    """Its topics and their totals only; the page tells when and where."""
    planned("meeting", "invite", "1")
    planned("meeting", "invite", "1", "Utsjoki")
    report = planned("report", "--meeting", "1", "--format", "json").json
    page = planned("report", "--meeting", "1", "--format", "html").out

    assert [row["topic"] for row in report["topics"]] == ["participation", "totals"]
    assert report["topics"][-1]["experimenters"] == 3
    assert report["topics"][-1]["matched"] == 1
    assert report["meeting"]["invited"] == [ALI, CARL, DORA, EMIL]
    assert "Before the meeting: Verkosto tapaa" in page
    assert "Helsinki" in page
    assert "kahvit" not in page
    assert "Kuopio" not in planned("report", "--meeting", "1").out


def test_a_public_report_tells_only_of_those_who_permitted_it(planned: Digikunta) -> None:
    """Their number, and no ids of the others."""
    planned("meeting", "invite", "1")
    report = planned("report", "--meeting", "1", "--public", "--format", "json").json

    assert report["meeting"]["invited"] == [CARL]
    assert report["participants"]["experimenters"] == 1


def test_a_report_for_a_meeting_with_nobody_invited_says_so(planned: Digikunta) -> None:
    """And a meeting that there is none of has no report."""
    assert "digikunta meeting invite 1" in planned("report", "--meeting", "1").out
    assert planned("report", "--meeting", "7").code == 2

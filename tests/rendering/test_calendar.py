"""Meetings for calendars: RFC 5545, byte for byte, and read back by a library."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from digikunta_cli.meeting import Meeting, exists, in_finland, in_utc
from digikunta_cli.rendering.calendar import render
from digikunta_cli.text import one_line
from tests.rendering.rendering_samples import speaking

NOW = datetime(2017, 3, 1, 12, tzinfo=UTC)


def meeting(title: str = "Verkosto tapaa", place: str | None = "Helsinki") -> Meeting:
    """A meeting in summer time, changed twice."""
    return Meeting(
        id=1,
        uid="3f0c5b3e-0000-4000-8000-000000000000",
        title=title,
        starts=datetime(2017, 3, 31, 9, 30),
        ends=datetime(2017, 3, 31, 11),
        place=place,
        note="kahvit",
        changes=2,
    )


def test_a_calendar_file_has_these_bytes() -> None:
    """Times in UTC, lines ended by CR and LF, no note and no participants."""
    with speaking("en"):
        lines = render(meeting(), now=NOW, topic_names=["E-services", "Other"]).split(b"\r\n")

    assert lines == [
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        b"PRODID:-//digikunta//digikunta//EN",
        b"BEGIN:VEVENT",
        b"SUMMARY:Verkosto tapaa",
        b"DTSTART:20170331T063000Z",
        b"DTEND:20170331T080000Z",
        b"DTSTAMP:20170301T120000Z",
        b"UID:3f0c5b3e-0000-4000-8000-000000000000",
        b"SEQUENCE:2",
        b"DESCRIPTION:Topics: E-services\\; Other",
        b"LOCATION:Helsinki",
        b"END:VEVENT",
        b"END:VCALENDAR",
        b"",
    ]


def test_a_cancelled_meeting_says_so_to_calendars() -> None:
    """With the UID of the one that it cancels."""
    gone = replace(meeting(), cancelled_at="2017-03-02T09:00:00+00:00")
    (event,) = Calendar.from_ical(render(gone, now=NOW, topic_names=[])).walk("VEVENT")

    assert (event["STATUS"], event["UID"]) == ("CANCELLED", meeting().uid)


def test_what_is_not_told_is_left_out() -> None:
    """No place and no topics, no empty lines for them."""
    content = render(meeting(place=None), now=NOW, topic_names=[])

    assert b"LOCATION" not in content
    assert b"DESCRIPTION" not in content


@settings(max_examples=30)
@given(title=st.text(min_size=1).map(one_line), place=st.text().map(one_line))
def test_any_words_are_folded_and_read_back(title: str, place: str) -> None:
    """Commas, semicolons and backslashes stay as they were; no line is longer than 75 bytes."""
    content = render(meeting(title, place), now=NOW, topic_names=[])
    (event,) = Calendar.from_ical(content).walk("VEVENT")

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert (event["SUMMARY"], event.get("LOCATION", "")) == (title, place)
    content.decode("utf-8")


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)))
def test_a_clock_that_exists_is_the_same_after_utc_and_back(clock: datetime) -> None:
    """And one that does not exist is in the hour that clocks skip in March."""
    assert exists(clock) == (in_finland(in_utc(clock)) == clock)
    assert exists(clock) or (clock.month, clock.hour) == (3, 3)


@pytest.mark.parametrize(
    ("clock", "hours"),
    [
        (datetime(2017, 1, 31, 9), 2),
        (datetime(2017, 6, 30, 9), 3),
        (datetime(2017, 10, 29, 3, 30), 3),
    ],
)
def test_finland_is_ahead_of_utc(clock: datetime, hours: int) -> None:
    """By two hours in winter and three in summer, which the doubled hour in October still is."""
    assert in_utc(clock).replace(tzinfo=None) == clock - timedelta(hours=hours)

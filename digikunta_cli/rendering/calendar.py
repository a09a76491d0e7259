"""A meeting as an iCalendar file (RFC 5545), for any calendar to take; it names no participants."""

from collections.abc import Sequence
from datetime import datetime

from icalendar import Calendar, Event

from digikunta_cli.locale import _
from digikunta_cli.meeting import Meeting, in_utc

_PRODUCT = "-//digikunta//digikunta//EN"


def render(meeting: Meeting, *, now: datetime, topic_names: Sequence[str]) -> bytes:
    """The file's bytes; `now` tells calendars which of two such files is the newer one."""
    event = Event()
    event.add("uid", meeting.uid)
    event.add("dtstamp", now)
    event.add("sequence", meeting.changes)
    if meeting.cancelled_at is not None:
        event.add("status", "CANCELLED")
    event.add("dtstart", in_utc(meeting.starts))
    event.add("dtend", in_utc(meeting.ends))
    event.add("summary", meeting.title)
    if meeting.place:
        event.add("location", meeting.place)
    if topic_names:
        told = _("Topics: {topics}").format(topics="; ".join(topic_names))
        event.add("description", told)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content

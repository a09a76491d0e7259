"""Meetings at the same time, and who is invited to both."""

from collections.abc import Iterable

from digikunta_cli.meeting import Meeting
from digikunta_cli.reports.meeting_facts import Clash, People
from digikunta_cli.services.pair_pages import contact_key


def clashes(meeting: Meeting, others: Iterable[Meeting], people: People) -> tuple[Clash, ...]:
    """The meetings that take place while this one does, the earliest first.

    Whoever registered twice is one contact, whichever registration was invited.
    """
    if meeting.cancelled_at is not None:
        return ()
    return tuple(
        Clash(meeting=other, invited=_in_both(meeting, other, people))
        for other in others
        if other.id != meeting.id and other.cancelled_at is None and _overlap(meeting, other)
    )


def _overlap(one: Meeting, other: Meeting) -> bool:
    return one.starts < other.ends and other.starts < one.ends


def _in_both(one: Meeting, other: Meeting, people: People) -> tuple[int, ...]:
    elsewhere = {contact_key(people[each]) for each in other.invited}
    return tuple(each for each in one.invited if contact_key(people[each]) in elsewhere)

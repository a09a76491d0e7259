"""`meeting`: planning meetings, and looking at them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from pathlib import Path
from sqlite3 import Connection
from uuid import uuid4

from digikunta_cli.errors import UsageError
from digikunta_cli.matching.round_tables import Guest, seat
from digikunta_cli.meeting import Meeting, in_finland, stamp
from digikunta_cli.model import SETTLED
from digikunta_cli.reports.meeting_facts import Calendar, Planned, Seated, SignIn
from digikunta_cli.services.clashes import clashes
from digikunta_cli.services.meeting_times import moved, planned
from digikunta_cli.services.pairing import people_of
from digikunta_cli.store import meetings as store
from digikunta_cli.store import pairs
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.events import record
from digikunta_cli.text import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was told of a meeting; None was not told, and an empty text takes away what was."""

    title: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    note: str | None = None
    topics: tuple[str, ...] | None = None


def list_meetings(database: Path, *, now: datetime) -> Calendar:
    """All meetings, those of today that are over among the past ones."""
    clock = in_finland(now)
    with reading(database) as db:
        found = store.meetings(db)
    return Calendar(
        upcoming=tuple(each for each in found if each.ends > clock),
        past=tuple(each for each in reversed(found) if each.ends <= clock),
    )


def find_meeting(database: Path, id: int) -> Planned:
    """A meeting with those invited; raises UsageError where there is none of this id."""
    with reading(database) as db:
        return planned_meeting(db, id)


def planned_meeting(db: Connection, id: int) -> Planned:
    """The same inside a transaction."""
    meeting, people = meeting_of(db, id), people_of(db)
    found = clashes(meeting, store.meetings(db), people)
    return Planned(meeting=meeting, people=people, clashes=found)


def meeting_of(db: Connection, id: int) -> Meeting:
    """The meeting of an id; raises UsageError where there is none."""
    found = next((each for each in store.meetings(db) if each.id == id), None)
    if found is None:
        raise UsageError("meeting-unknown", id=id)
    return found


def held_meeting(db: Connection, id: int) -> Meeting:
    """The meeting of an id; raises UsageError where there is none, or it is cancelled."""
    found = meeting_of(db, id)
    if found.cancelled_at is not None:
        raise UsageError("meeting-cancelled", id=id)
    return found


def add(
    database: Path, plan: Plan, *, now: datetime, new_uid: Callable[[], object] = uuid4
) -> Planned:
    """Plan a meeting; raises UsageError for one without a title, or at a time that cannot be."""
    starts, ends = planned(plan.date or "", plan.start or "", plan.end)
    meeting = Meeting(
        id=None,
        uid=str(new_uid()),
        title=_title(plan.title or ""),
        starts=starts,
        ends=ends,
        place=one_line(plan.place or "") or None,
        note=one_line(plan.note or "") or None,
        topics=plan.topics or (),
    )
    with writing(database) as session:
        id = store.keep_meeting(session.db, meeting, stamp(now))
        record(session.db, "meeting", now, {"meeting": id})
        return planned_meeting(session.db, id)


def change(database: Path, id: int, plan: Plan, *, now: datetime) -> Planned:
    """Change what was told of a meeting, and leave the rest.

    Raises UsageError as `add` does, and where the meeting is cancelled.
    """
    with writing(database) as session:
        before = held_meeting(session.db, id)
        _keep_change(session.db, before, _changed(before, plan), now)
        return planned_meeting(session.db, id)


def cancel(database: Path, id: int, *, now: datetime, is_held: bool = False) -> Planned:
    """Keep that a meeting does not take place, or that it does after all.

    Who is invited stays so, as they must be told. Raises UsageError where there is no such meeting.
    """
    with writing(database) as session:
        before = meeting_of(session.db, id)
        since = None if is_held else before.cancelled_at or stamp(now)
        _keep_change(session.db, before, replace(before, cancelled_at=since), now)
        return planned_meeting(session.db, id)


def _keep_change(db: Connection, before: Meeting, after: Meeting, now: datetime) -> None:
    if after == before:
        return
    is_seen = replace(before, note=after.note) != after
    after = replace(after, changes=before.changes + is_seen)
    store.change_meeting(db, after, stamp(now))
    record(db, "meeting", now, {"meeting": before.id})


def _changed(before: Meeting, plan: Plan) -> Meeting:
    starts, ends = moved((before.starts, before.ends), plan.date, plan.start, plan.end)
    return replace(
        before,
        title=before.title if plan.title is None else _title(plan.title),
        starts=starts,
        ends=ends,
        place=before.place if plan.place is None else one_line(plan.place) or None,
        note=before.note if plan.note is None else one_line(plan.note) or None,
        topics=before.topics if plan.topics is None else plan.topics,
    )


def _title(told: str) -> str:
    title = one_line(told)
    if not title:
        raise UsageError("meeting-untitled")
    return title


def sign_in(database: Path, id: int) -> SignIn:
    """Who is invited to a meeting, seated by topic, pairs and peer groups together.

    Raises UsageError where there is no such meeting, it is cancelled, or nobody is invited.
    """
    with reading(database) as db:
        meeting, everyone = held_meeting(db, id), people_of(db)
        people = {each: everyone[each] for each in meeting.invited}
        if not people:
            raise UsageError("meeting-nobody", id=id)
        together = [(p.experimenter, p.mentor) for p in pairs.pairs(db) if p.state in SETTLED]
        peers = [two for group in pairs.groups(db) for two in combinations(group.members, 2)]
    tables = seat(
        [Guest(id=each.id, topics=each.topics) for each in people.values()],
        together=together,
        near=peers,
        first=meeting.topics,
    )
    seated = tuple(Seated(topic=each.topic, members=each.members) for each in tables)
    return SignIn(meeting=meeting, people=people, tables=seated)

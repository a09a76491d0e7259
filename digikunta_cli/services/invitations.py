"""`meeting invite`, `uninvite` and `attend`: who comes to a meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.meeting import Meeting, in_finland, stamp
from digikunta_cli.model import SETTLED, Role
from digikunta_cli.reports.meeting_facts import Invited, Noted, People, Uninvited
from digikunta_cli.services.clashes import clashes
from digikunta_cli.services.meetings import held_meeting, meeting_of
from digikunta_cli.services.pairing import people_of
from digikunta_cli.services.showing import meant
from digikunta_cli.store import meetings as store
from digikunta_cli.store import pairs
from digikunta_cli.store.database import writing
from digikunta_cli.store.events import record

_Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guests:
    """Whom to invite; where nothing is told, those who have a topic of the meeting."""

    who: tuple[str, ...] = ()
    """Ids, and names of organisations."""
    topics: tuple[str, ...] = ()
    """Whoever has any of these."""
    everyone: bool = False
    role: Role | None = None
    """Only this one of those told by the others."""
    pairs: bool = False
    """The other side of their settled pairs too, whatever its role."""


def invite(database: Path, id: int, guests: Guests, *, now: datetime) -> Invited:
    """Invite whom the wish tells; who is invited already stays so.

    Raises UsageError where there is no such meeting or it is cancelled, where a name means nobody
    or several, and where nobody is told and the meeting has no topics.
    """
    with writing(database) as session:
        db = session.db
        meeting, people = held_meeting(db, id), people_of(db)
        chosen = _chosen(db, meeting, people, guests)
        fresh = tuple(each for each in chosen if each not in meeting.invited)
        store.invite(db, id, fresh, stamp(now))
        record(db, "invite", now, {"meeting": id, "invited": len(fresh)})
        after = meeting_of(db, id)
        return Invited(
            meeting=after,
            fresh=fresh,
            already=tuple(each for each in chosen if each in meeting.invited),
            people=people,
            clashes=clashes(after, store.meetings(db), people),
        )


def _chosen(db: Connection, meeting: Meeting, people: People, guests: Guests) -> _Ids:
    """Ids of those to invite, in order."""
    is_told = bool(guests.who or guests.topics or guests.everyone)
    topics = guests.topics if is_told else meeting.topics
    if not is_told and not topics:
        raise UsageError("meeting-topicless", id=meeting.id)
    named = {one for who in guests.who for one in named_ids(people, who)}
    found = {
        each.id
        for each in people.values()
        if each.id in named or guests.everyone or not set(topics).isdisjoint(each.topics)
    }
    if guests.role:
        found = {each for each in found if people[each].role is guests.role}
    return tuple(sorted(found | _other_sides(db, found) if guests.pairs else found))


def _other_sides(db: Connection, found: Iterable[int]) -> set[int]:
    ends = [{p.experimenter, p.mentor} for p in pairs.pairs(db) if p.state in SETTLED]
    return set().union(*(two for two in ends if not two.isdisjoint(found)))


def named_ids(people: People, who: str) -> list[int]:
    """The registrations that a text means; raises UsageError where it may mean several bodies."""
    found = meant(tuple(people.values()), who)
    bodies = {people[each].organisation.key for each in found}
    if len(bodies) > 1:
        raise UsageError("who-several", who=who, count=len(bodies))
    return found


def uninvite(database: Path, id: int, who: Sequence[str], *, now: datetime) -> Uninvited:
    """Take invitations back; raises UsageError as `invite` does."""
    with writing(database) as session:
        db = session.db
        meeting, people = meeting_of(db, id), people_of(db)
        chosen = sorted({one for each in who for one in named_ids(people, each)})
        gone = tuple(each for each in chosen if each in meeting.invited)
        store.uninvite(db, id, gone)
        record(db, "uninvite", now, {"meeting": id, "uninvited": len(gone)})
        return Uninvited(
            meeting=meeting_of(db, id),
            gone=gone,
            others=tuple(each for each in chosen if each not in gone),
            people=people,
        )


def attend(
    database: Path, id: int, who: Sequence[str], *, now: datetime, attended: bool = True
) -> Noted:
    """Note who came; who came without being invited is added, and who did not is left alone.

    The name of an organisation means those of its registrations that are invited, or all of them
    where none is. That somebody will not come may be noted before the day, too. Raises UsageError
    as `invite` does, and where who came is noted before the day.
    """
    with writing(database) as session:
        db = session.db
        meeting, people = held_meeting(db, id), people_of(db)
        if attended and meeting.starts.date() > in_finland(now).date():
            raise UsageError("meeting-not-yet", id=id, date=f"{meeting.starts:%Y-%m-%d}")
        chosen = sorted({one for each in who for one in _at_meeting(meeting, people, each)})
        others = tuple(each for each in chosen if each not in meeting.invited)
        added = others if attended else ()
        noted = tuple(each for each in chosen if attended or each in meeting.invited)
        store.invite(db, id, added, stamp(now))
        store.note_attendance(db, id, noted, attended=attended)
        record(db, "attend", now, {"meeting": id, "noted": len(noted), "attended": attended})
        return Noted(
            meeting=meeting_of(db, id),
            noted=noted,
            added=added,
            others=() if attended else others,
            attended=attended,
            people=people,
        )


def _at_meeting(meeting: Meeting, people: People, who: str) -> list[int]:
    found = named_ids(people, who)
    return [each for each in found if each in meeting.invited] or found

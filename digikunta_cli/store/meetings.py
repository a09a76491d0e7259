"""Meetings, their topics, and who is invited to them."""

import json
from collections.abc import Iterable
from datetime import datetime
from sqlite3 import Connection, Row

from digikunta_cli.meeting import Invitation, Meeting
from digikunta_cli.topics import TOPIC_KEYS


def meetings(db: Connection) -> tuple[Meeting, ...]:
    """Every meeting, in the order in which they begin."""
    rows = db.execute(
        """
        select id, uid, title, starts_at, ends_at, place, note, changes, cancelled_at, (
            select json_group_array(topic)
            from meeting_topic
            where meeting_id = meeting.id
        ) as topics, (
            select json_group_array(json_array(registration_id, invited_at, attended))
            from (
                select registration_id, invited_at, attended
                from invitation
                where meeting_id = meeting.id
                order by registration_id
            )
        ) as invitations
        from meeting
        order by starts_at, id
        """
    )
    return tuple(map(_meeting, rows))


def _meeting(row: Row) -> Meeting:
    topics = json.loads(row["topics"])
    return Meeting(
        id=row["id"],
        uid=row["uid"],
        title=row["title"],
        starts=datetime.fromisoformat(row["starts_at"]),
        ends=datetime.fromisoformat(row["ends_at"]),
        place=row["place"],
        note=row["note"],
        topics=tuple(sorted(topics, key=TOPIC_KEYS.index)),
        changes=row["changes"],
        cancelled_at=row["cancelled_at"],
        invitations=tuple(
            Invitation(
                registration=registration,
                invited_at=invited_at,
                attended=None if attended is None else bool(attended),
            )
            for registration, invited_at, attended in json.loads(row["invitations"])
        ),
    )


def keep_meeting(db: Connection, meeting: Meeting, now: str) -> int:
    """Keep a new meeting with its topics, and give its id; invitations are kept on their own."""
    row = db.execute(
        """
        insert into meeting (uid, title, starts_at, ends_at, place, note, changes, cancelled_at,
            created_at, changed_at)
        values (:uid, :title, :starts, :ends, :place, :note, :changes, :cancelled, :now, :now)
        returning id
        """,
        {**_facts(meeting), "uid": meeting.uid, "now": now},
    ).fetchone()
    id = int(row["id"])
    _keep_topics(db, id, meeting.topics)
    return id


def change_meeting(db: Connection, meeting: Meeting, now: str) -> None:
    """Put what a meeting is now in the place of what it was; its uid and invitations stay."""
    db.execute(
        """
        update meeting
        set title = :title, starts_at = :starts, ends_at = :ends, place = :place, note = :note,
            changes = :changes, cancelled_at = :cancelled, changed_at = :now
        where id = :id
        """,
        {**_facts(meeting), "id": meeting.id, "now": now},
    )
    db.execute("delete from meeting_topic where meeting_id = :id", {"id": meeting.id})
    _keep_topics(db, meeting.id, meeting.topics)


def _facts(meeting: Meeting) -> dict[str, object]:
    return {
        "title": meeting.title,
        "starts": meeting.starts.isoformat(timespec="minutes"),
        "ends": meeting.ends.isoformat(timespec="minutes"),
        "place": meeting.place,
        "note": meeting.note,
        "changes": meeting.changes,
        "cancelled": meeting.cancelled_at,
    }


def _keep_topics(db: Connection, id: int | None, topics: Iterable[str]) -> None:
    db.executemany(
        "insert into meeting_topic values (:meeting, :topic)",
        [{"meeting": id, "topic": topic} for topic in dict.fromkeys(topics)],
    )


def invite(db: Connection, meeting: int, registrations: Iterable[int], now: str) -> None:
    """Invite registrations that are not invited yet."""
    db.executemany(
        """
        insert into invitation (meeting_id, registration_id, invited_at)
        values (:meeting, :registration, :now)
        """,
        [{"meeting": meeting, "registration": each, "now": now} for each in registrations],
    )


def uninvite(db: Connection, meeting: int, registrations: Iterable[int]) -> None:
    """Take invitations back, with what was noted of who came."""
    db.executemany(
        """
        delete from invitation
        where meeting_id = :meeting
        and registration_id = :registration
        """,
        [{"meeting": meeting, "registration": each} for each in registrations],
    )


def note_attendance(
    db: Connection, meeting: int, registrations: Iterable[int], *, attended: bool
) -> None:
    """Note of those invited whether they came."""
    db.executemany(
        """
        update invitation
        set attended = :attended
        where meeting_id = :meeting
        and registration_id = :registration
        """,
        [
            {"meeting": meeting, "registration": each, "attended": attended}
            for each in registrations
        ],
    )

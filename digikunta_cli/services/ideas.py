"""`idea`: says of the idea or question of a registration that it was answered, or that it waits."""

from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.ideas import AnsweredIdea, fingerprint, idea_of
from digikunta_cli.model import Participant
from digikunta_cli.reports.network.ideas import Idea
from digikunta_cli.store import ideas as store
from digikunta_cli.store.database import writing
from digikunta_cli.store.events import record
from digikunta_cli.store.participants import participants


def answer(database: Path, id: int, *, now: datetime, note: str | None = None) -> Idea:
    """Keep that the idea of a registration was answered, with a note where there is one.

    Raises UsageError where there is no such registration, or where it tells no idea.
    """
    with writing(database) as session:
        participant, idea = _found(session.db, id)
        stamp = now.isoformat(timespec="seconds")
        kept = AnsweredIdea(
            sha256=fingerprint(idea), answered_at=stamp, note=(note or "").strip() or None
        )
        store.keep_answered(session.db, id, kept)
        record(session.db, "idea-answered", now, {"registration": id})
        return Idea(participant, idea, store.answered(session.db)[id])


def reopen(database: Path, id: int, *, now: datetime) -> Idea:
    """Let the idea of a registration wait for an answer again.

    Raises UsageError as `answer` does.
    """
    with writing(database) as session:
        participant, idea = _found(session.db, id)
        if store.drop_answered(session.db, id):
            record(session.db, "idea-reopened", now, {"registration": id})
        return Idea(participant, idea, None)


def _found(db: Connection, id: int) -> tuple[Participant, str]:
    participant = next((each for each in participants(db) if each.id == id), None)
    if participant is None:
        raise UsageError("participant-unknown", id=id)
    idea = idea_of(participant)
    if idea is None:
        raise UsageError("idea-unknown", id=id)
    return participant, idea

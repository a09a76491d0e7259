"""`topics`: the topics themselves, suggestions for open texts, and a coordinator's decisions."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from digikunta_cli.derived import waits_for_decision
from digikunta_cli.errors import UsageError
from digikunta_cli.model import Participant
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.events import record
from digikunta_cli.store.participants import participants
from digikunta_cli.store.topics import decide


def open_texts(database: Path) -> tuple[Participant, ...]:
    """Registrations that wrote a topic of their own and have it still undecided, by id."""
    with reading(database) as db:
        return tuple(each for each in participants(db) if waits_for_decision(each))


def set_topics(database: Path, id: int, topics: Sequence[str], *, now: datetime) -> Participant:
    """Decide which topics an open text means; kept whatever is imported later.

    Raises UsageError where there is no such registration.
    """
    with writing(database) as session:
        known = {each.id for each in participants(session.db)}
        if id not in known:
            raise UsageError("participant-unknown", id=id)
        decide(session.db, id, topics, now.isoformat(timespec="seconds"))
        record(session.db, "topics", now, {"registration": id, "topics": list(topics)})
        return next(each for each in participants(session.db) if each.id == id)

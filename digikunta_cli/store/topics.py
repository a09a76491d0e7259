"""A coordinator's decisions about topics: they belong to the registration, not to an answer."""

from collections.abc import Iterable
from sqlite3 import Connection


def decide(db: Connection, registration_id: int, topics: Iterable[str], now: str) -> None:
    """Put a decision in the place of an earlier one."""
    db.execute("delete from topic_decision where registration_id = :id", {"id": registration_id})
    db.executemany(
        "insert into topic_decision values (:id, :topic, :now)",
        [{"id": registration_id, "topic": topic, "now": now} for topic in topics],
    )

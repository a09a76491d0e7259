"""What was done when: no personal data, only actions, ids and counts."""

from collections.abc import Mapping
from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.store.rows import dumps


def record(db: Connection, action: str, now: datetime, facts: Mapping[str, object]) -> None:
    """Write down an action with its facts."""
    db.execute(
        "insert into event (at, action, facts) values (:at, :action, :facts)",
        {"at": now.isoformat(timespec="seconds"), "action": action, "facts": dumps(dict(facts))},
    )


def last(db: Connection, action: str, *, before: str = "9999") -> str | None:
    """When an action was last done, before an ISO date where one is given; None if never."""
    row = db.execute(
        """
        select at
        from event
        where action = :action
        and at < :before
        order by id desc
        limit 1
        """,
        {"action": action, "before": before},
    ).fetchone()
    return str(row["at"]) if row else None


def happened(db: Connection, action: str, *, on: str) -> bool:
    """Whether an action was done on an ISO date."""
    row = db.execute(
        "select 1 from event where action = :action and substr(at, 1, 10) = :day limit 1",
        {"action": action, "day": on},
    ).fetchone()
    return row is not None

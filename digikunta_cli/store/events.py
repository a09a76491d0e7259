"""What was done when: no personal data, only actions, ids and counts."""

from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.store.rows import dumps


def record(db: Connection, action: str, now: datetime, facts: dict[str, object]) -> None:
    """Write down an action with its facts."""
    db.execute(
        "insert into event (at, action, facts) values (:at, :action, :facts)",
        {"at": now.isoformat(timespec="seconds"), "action": action, "facts": dumps(facts)},
    )


def last(db: Connection, action: str) -> str | None:
    """When an action was last done, None where it never was."""
    row = db.execute(
        "select at from event where action = :action order by id desc limit 1", {"action": action}
    ).fetchone()
    return str(row["at"]) if row else None

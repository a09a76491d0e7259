"""What the tests of the database do to one: write to it, look at it, try it dry."""

import sqlite3
from pathlib import Path

from digikunta_cli.store.database import reading, writing


def add_event(db: sqlite3.Connection) -> None:
    """Write something small."""
    db.execute("insert into event (at, action, facts) values ('2016', 'test', '{}')")


def count(path: Path) -> int:
    """How many events a database has."""
    with reading(path) as db:
        return int(db.execute("select count(*) from event").fetchone()[0])


def write(path: Path) -> None:
    """Write something small in a transaction of its own."""
    with writing(path) as session:
        add_event(session.db)


def dry_run(path: Path) -> None:
    """Write something of which nothing is kept."""
    with writing(path, keep=False) as session:
        add_event(session.db)

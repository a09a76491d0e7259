"""Commands that only look need no database that can be written, and change none."""

import sqlite3
from pathlib import Path

import pytest

from digikunta_cli.store.database import SCHEMA_VERSION
from tests.conftest import Digikunta

LOOKING = [
    ("list",),
    ("status",),
    ("pairs",),
    ("groups",),
    ("log",),
    ("topics",),
    ("meeting", "list"),
    ("match", "--dry-run"),
    ("report", "topics", "needs", "coverage"),
]


def without_meetings(path: Path) -> None:
    """The database as the version before meetings left it."""
    db = sqlite3.connect(path)
    for table in ("invitation", "meeting_topic", "meeting", "answered_idea"):
        db.execute(f"drop table if exists {table}")
    db.execute("delete from _sqlite_migrations where name like 'm0002%'")
    db.execute(f"pragma user_version = {SCHEMA_VERSION - 1}")
    db.commit()
    db.close()


@pytest.mark.parametrize("command", LOOKING)
def test_an_empty_file_is_told_as_an_empty_network_and_stays_empty(
    digikunta: Digikunta, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """It says what it says where there is no file."""
    none = digikunta(*command)
    (tmp_path / "network.db").touch()
    empty = digikunta(*command)

    assert (empty.code, empty.out, empty.err) == (0, none.out, "")
    assert (tmp_path / "network.db").read_bytes() == b""


@pytest.mark.parametrize("command", LOOKING[:-1])
def test_an_older_database_is_looked_at_and_left_as_it_is(
    matched: Digikunta, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """It says what it says of an up-to-date one."""
    path = tmp_path / "network.db"
    today = matched(*command)
    without_meetings(path)
    before = path.read_bytes()
    older = matched(*command)

    assert (older.code, older.out, older.err) == (0, today.out, "")
    assert path.read_bytes() == before


def test_a_report_is_one_where_its_day_cannot_be_remembered(
    matched: Digikunta, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where another program is about to write."""
    monkeypatch.setattr("digikunta_cli.store.database.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(tmp_path / "network.db", isolation_level=None)
    other.execute("begin immediate")
    told = matched("report", "glance")
    other.execute("rollback")
    later = matched("report", "glance")
    other.close()

    assert (told.code, told.out, told.err) == (0, later.out, "")


def test_a_report_brings_an_older_database_up_to_date_as_it_remembers_its_day(
    matched: Digikunta, tmp_path: Path
) -> None:
    """Afterwards it is as if it had always been so."""
    without_meetings(tmp_path / "network.db")
    first = matched("report", "topics")
    again = matched("report", "topics")
    with sqlite3.connect(tmp_path / "network.db") as db:
        version = db.execute("pragma user_version").fetchone()[0]
    db.close()

    assert (first.code, first.out) == (0, again.out)
    assert version == SCHEMA_VERSION

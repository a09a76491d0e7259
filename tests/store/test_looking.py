"""Looking at a database writes nothing, whatever its age, and asks for nothing to write to."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from digikunta_cli.errors import DatabaseError
from digikunta_cli.store.database import APPLICATION_ID, reading, writing
from digikunta_cli.store.schema import migrations
from tests.store.databases import add_event, count, dry_run, write


def older(path: Path) -> None:
    """A database with an event, as the first version of the schema had it."""
    import sqlite_utils

    db = sqlite3.connect(path)
    migrations.apply(sqlite_utils.Database(db), stop_before="m0002_meetings_and_answered_ideas")
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("pragma user_version = 1")
    add_event(db)
    db.commit()
    db.close()


def unwritten(path: Path) -> None:
    """A database of SQLite's in which there is nothing yet."""
    db = sqlite3.connect(path)
    db.execute("vacuum")
    db.close()


@pytest.mark.parametrize(("make", "events"), [(older, 1), (unwritten, 0), (write, 1)])
def test_looking_leaves_the_file_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], events: int
) -> None:
    """Whatever its schema, it is read as today's, and nothing stands beside it."""
    path = tmp_path / "network.db"
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with reading(path) as db:
        assert db.execute("select count(*) from meeting").fetchone()[0] == 0
        assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert count(path) == events

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    write(path)
    assert count(path) == events + 1


@pytest.mark.parametrize("make", [older, write, Path.touch, Path.exists])
def test_a_session_that_keeps_nothing_asks_for_nothing_to_write_to(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    """It sees what is there and what it writes, and no file changes or comes."""
    folder = tmp_path / "later" / "still"
    path = tmp_path / "network.db"
    make(path)
    before = path.read_bytes() if path.exists() else None
    with writing(path, keep=False) as session:
        add_event(session.db)
        assert session.db.execute("select count(*) from event").fetchone()[0] in (1, 2)
        assert session.db.execute("pragma foreign_keys").fetchone()[0] == 1
    with writing(folder / "network.db", keep=False) as session:
        add_event(session.db)

    assert (path.read_bytes() if path.exists() else None) == before
    assert not folder.exists()


@pytest.mark.parametrize("make", [older, write])
@pytest.mark.parametrize(("folder_mode", "mode"), [(0o755, 0o444), (0o555, 0o644), (0o555, 0o444)])
def test_what_may_only_be_read_is_read(
    tmp_path: Path, make: Callable[[Path], None], folder_mode: int, mode: int
) -> None:
    """A file or a folder without the permission to write; whoever writes is told."""
    folder = tmp_path / "shared"
    folder.mkdir()
    path = folder / "network.db"
    make(path)
    before = path.read_bytes()
    path.chmod(mode)
    folder.chmod(folder_mode)
    if os.access(path, os.W_OK) and os.access(folder, os.W_OK):
        pytest.skip("who may do everything may write everywhere")
    try:
        assert count(path) == 1
        with writing(path, keep=False) as session:
            add_event(session.db)
        with pytest.raises(DatabaseError) as refused:
            write(path)
    finally:
        folder.chmod(0o755)

    assert refused.value.code == "database-read-only"
    assert path.read_bytes() == before


def test_a_copy_waits_its_turn_no_longer_than_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older database that another program holds for itself is told as in use."""
    monkeypatch.setattr("digikunta_cli.store.database.BUSY_SECONDS", 0.1)
    path = tmp_path / "network.db"
    older(path)
    other = sqlite3.connect(path)
    other.execute("begin exclusive")
    for used in (count, dry_run):
        with pytest.raises(DatabaseError) as refused:
            used(path)
        assert refused.value.code == "database-locked"
    other.close()

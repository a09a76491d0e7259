"""Opening and writing the database."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from digikunta_cli.errors import DatabaseError
from digikunta_cli.store.database import APPLICATION_ID, SCHEMA_VERSION, reading, writing
from digikunta_cli.store.schema import migrations
from tests.store.databases import add_event, count, dry_run, write


def test_a_new_database_is_ours_and_its_owners_alone(tmp_path: Path) -> None:
    """Application id, schema version, mode 0600, and the folder is made."""
    path = tmp_path / "deep" / "network.db"
    with writing(path) as session:
        add_event(session.db)
    db = sqlite3.connect(path)

    assert db.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
    assert db.execute("pragma user_version").fetchone()[0] == SCHEMA_VERSION
    assert db.execute("pragma journal_mode").fetchone()[0] == "delete"
    assert db.execute("pragma foreign_key_check").fetchall() == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    db.close()


def test_the_schema_version_counts_the_migrations(tmp_path: Path) -> None:
    """The number said for readers is the number there is."""
    import sqlite_utils

    assert len(migrations.pending(sqlite_utils.Database(memory=True))) == SCHEMA_VERSION


def test_an_error_inside_keeps_nothing(tmp_path: Path) -> None:
    """All or nothing, and a file made for it goes again."""
    path = tmp_path / "network.db"
    with pytest.raises(RuntimeError), writing(path) as session:
        add_event(session.db)
        raise RuntimeError
    assert not path.exists()

    with writing(path) as session:
        add_event(session.db)
    with pytest.raises(RuntimeError), writing(path) as session:
        add_event(session.db)
        raise RuntimeError
    assert count(path) == 1


def test_a_session_that_keeps_nothing_leaves_the_bytes(tmp_path: Path) -> None:
    """A dry run touches not a byte."""
    path = tmp_path / "network.db"
    with writing(path) as session:
        add_event(session.db)
    before = path.read_bytes()
    with writing(path, keep=False) as session:
        add_event(session.db)

    assert path.read_bytes() == before


def test_no_database_reads_as_an_empty_one(tmp_path: Path) -> None:
    """Looking makes no file."""
    path = tmp_path / "network.db"

    assert count(path) == 0
    assert not path.exists()


def test_foreign_keys_are_on(tmp_path: Path) -> None:
    """A row that points nowhere is refused."""
    with pytest.raises(sqlite3.IntegrityError), writing(tmp_path / "x.db") as session:
        session.db.execute("insert into topic_decision values (99, 'other', '2016')")


def foreign(path: Path) -> None:
    """A database of another program."""
    db = sqlite3.connect(path)
    db.execute("create table moz_places (url)")
    db.commit()
    db.close()


def newer(path: Path) -> None:
    """A database of a later version of this program."""
    with writing(path) as session:
        add_event(session.db)
    db = sqlite3.connect(path)
    db.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    db.commit()
    db.close()


def damaged(path: Path) -> None:
    """A database of which only the first page is left."""
    with writing(path) as session:
        add_event(session.db)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (foreign, "database-not-ours"),
        (newer, "database-newer"),
        (damaged, "database-damaged"),
        (lambda path: path.write_text("Nimi;Kunta\n" * 9), "database-not-ours"),
        (lambda path: path.mkdir(), "database-not-file"),
        (lambda path: os.mkfifo(path), "database-not-file"),
    ],
)
def test_what_is_no_database_of_ours_is_refused(
    tmp_path: Path, make: Callable[[Path], object], code: str
) -> None:
    """Refused in reading and in writing, and left byte for byte as it was."""
    path = tmp_path / "network.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for used in (count, write, dry_run):
        with pytest.raises(DatabaseError) as refused:
            used(path)
        assert refused.value.code == code
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_locked_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits in vain gets a sentence, and readers are not stopped."""
    monkeypatch.setattr("digikunta_cli.store.database.BUSY_SECONDS", 0.1)
    path = tmp_path / "network.db"
    with writing(path) as session:
        add_event(session.db)
        session.db.execute("commit")
        session.db.execute("begin immediate")
        with pytest.raises(DatabaseError) as refused, writing(path) as other:
            add_event(other.db)
        assert refused.value.code == "database-locked"
        assert count(path) == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file in the way of the folder."""
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(DatabaseError) as refused, writing(tmp_path / "data" / "network.db"):
        pass
    assert refused.value.code == "database-unwritable"


@pytest.mark.parametrize("name", ["ä ö?#%41.db", "a'b;c.db", os.fsdecode(b"\xff.db")])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """Letters that mean something in an address, and bytes that are no letters."""
    with writing(tmp_path / name) as session:
        add_event(session.db)

    assert count(tmp_path / name) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """A file of no bytes is nobody's, whether it is looked at or written to."""
    path = tmp_path / "network.db"
    path.touch()

    assert count(path) == 0
    assert path.read_bytes() == b""
    with writing(path) as session:
        add_event(session.db)
    assert count(path) == 1


def test_a_database_without_its_tables_is_damaged(tmp_path: Path) -> None:
    """Our mark alone does not make it whole."""
    path = tmp_path / "network.db"
    db = sqlite3.connect(path)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute(f"pragma user_version = {SCHEMA_VERSION}")
    db.execute("create table other (x)")
    db.commit()
    db.close()
    with pytest.raises(DatabaseError) as refused, reading(path):
        pass

    assert refused.value.code == "database-damaged"


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    """The transaction is undone, whatever did not fit."""
    path = tmp_path / "network.db"
    with writing(path) as session:
        add_event(session.db)
    with pytest.raises(DatabaseError) as refused, writing(path) as session:
        pages = session.db.execute("pragma page_count").fetchone()[0]
        session.db.execute(f"pragma max_page_count = {pages}")
        for _turn in range(200):
            session.db.execute(
                "insert into event (at, action, facts) values ('2016', :text, '{}')",
                {"text": "x" * 4000},
            )

    assert refused.value.code == "disk-full"
    assert count(path) == 1


def test_a_fault_of_ours_in_sql_is_no_fault_of_the_database(tmp_path: Path) -> None:
    """It is not told as a damaged file."""
    with pytest.raises(sqlite3.OperationalError), writing(tmp_path / "network.db") as session:
        session.db.execute("select no_such_column from event")

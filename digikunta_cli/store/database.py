"""Opening the database: ours and whole, or refused; one transaction for whoever writes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from digikunta_cli.errors import DatabaseError

APPLICATION_ID = 0x4469676B  # "Digk"
SCHEMA_VERSION = 2
"""How many migrations `store.schema` has; said here so that a reader need not load them."""
BUSY_SECONDS = 8
_HEADER = b"SQLite format 3\x00"
_PAGE = 8_192
"""Bytes of a page: an answered form takes some 1,700, of which twice as many fill it better."""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for looking only, which leaves the file as it is.

    A file that is not there or has nothing in it reads as an empty database, one of an older
    schema as an up-to-date copy. Raises DatabaseError where the file is not ours, newer, damaged
    or locked.
    """
    with _explained(path):
        if not _is_blank(path):
            with _closing(_open(path)) as db:
                if _checked(db, path) == SCHEMA_VERSION:
                    yield db
                    return
        with _copied(path) as copy:
            yield copy


@dataclass(slots=True)
class Session:
    """One transaction; set `keep` to False and nothing of it stays."""

    db: sqlite3.Connection
    keep: bool = True


@contextmanager
def writing(path: Path, *, keep: bool = True) -> Iterator[Session]:
    """A session in one transaction: all is kept at the end, or nothing.

    The file is created, for its owner alone, where there is none; where nothing was kept, a file
    created so goes again. A session that is to keep nothing works on a copy, so that it needs no
    file that can be written. Raises DatabaseError as `reading` does, and where the disk is full.
    """
    with _explained(path):
        if keep:
            with _kept(path) as session:
                yield session
            return
        with _copied(path) as copy:
            _sound(copy, path)
            yield Session(copy, keep=False)


@contextmanager
def _kept(path: Path) -> Iterator[Session]:
    """A session on the file itself."""
    created = _create(path)
    kept = False
    try:
        with _closing(_open(path)) as db:
            _begin(db)
            _checked(db, path)
            _migrate(db)
            _sound(db, path)
            session = Session(db)
            yield session
            if session.keep:
                db.execute("commit")
                kept = True
    finally:
        if created and not kept:
            path.unlink(missing_ok=True)


@contextmanager
def _copied(path: Path) -> Iterator[sqlite3.Connection]:
    """An up-to-date copy in memory, which goes with whatever is written to it."""
    with _closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.row_factory = sqlite3.Row
        if not _is_blank(path):
            _fill(copy, path)
        copy.execute("pragma foreign_keys = on")
        _begin(copy)
        _migrate(copy)
        yield copy


def _fill(copy: sqlite3.Connection, path: Path) -> None:
    """Put all that the file has into an empty database."""
    with _closing(_open(path)) as db:
        db.execute("begin")
        # Waits for others no longer than any opening; copying by itself would wait without end.
        _checked(db, path)
        db.backup(copy)


def _is_blank(path: Path) -> bool:
    """Whether the file is not there, or has not a byte; a pipe or a folder is none."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


@contextmanager
def _closing(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Roll back what was not committed, and close."""
    try:
        yield db
    finally:
        if db.in_transaction:
            db.rollback()
        db.close()


def _create(path: Path) -> bool:
    """Make an empty file that only its owner can read; False where there is one already."""
    if path.exists():
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        if path.exists():  # made by another process in this very moment
            return False
        raise DatabaseError("database-unwritable", file=str(path), reason=error.strerror) from None
    return True


def _open(path: Path) -> sqlite3.Connection:
    """Open a regular file, with the settings that keep it safe.

    The rollback journal and `cache_spill=off` touch the file at commit only, which keeps the
    moment short in which a sync folder could copy it half written; `synchronous=extra` also
    syncs the folder. Read-only mode is used only where nothing can be written: a reader must be
    able to roll back what a crash left.
    """
    if not path.is_file():
        raise DatabaseError("database-not-file", file=str(path))
    with path.open("rb") as file:
        start = file.read(len(_HEADER))
    if start and start != _HEADER:
        raise DatabaseError("database-not-ours", file=str(path))
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    db = sqlite3.connect(
        _address(path, "rw" if writable else "ro"),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
    )
    db.row_factory = sqlite3.Row
    db.execute("pragma foreign_keys = on")
    db.execute("pragma secure_delete = on")
    if writable:
        db.execute(f"pragma page_size = {_PAGE}")  # of a file that is still empty
        db.execute("pragma synchronous = extra")
        db.execute("pragma cache_spill = off")
    return db


def _address(path: Path, mode: str) -> str:
    """The URI of a file; a network folder's name goes into its path, as SQLite wants it."""
    place = path.resolve().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place))}?mode={mode}"


def _begin(db: sqlite3.Connection) -> None:
    db.execute("begin immediate")


def _checked(db: sqlite3.Connection, path: Path) -> int:
    """The number of migrations that the database has.

    Raises DatabaseError where another program made the file, or a newer version of this one.
    """
    application = db.execute("pragma application_id").fetchone()[0]
    version = int(db.execute("pragma user_version").fetchone()[0])
    is_empty = not db.execute("select 1 from sqlite_schema limit 1").fetchone()
    if application != APPLICATION_ID and not (is_empty and application == 0):
        raise DatabaseError("database-not-ours", file=str(path))
    if version and not db.execute("select 1 from sqlite_schema where name = 'event'").fetchone():
        raise DatabaseError("database-damaged", file=str(path))
    if version > SCHEMA_VERSION:
        raise DatabaseError("database-newer", file=str(path))
    return version


def _migrate(db: sqlite3.Connection) -> None:
    """Bring the schema up to date inside the transaction that is open."""
    if int(db.execute("pragma user_version").fetchone()[0]) == SCHEMA_VERSION:
        return
    # sqlite-utils takes longer to load than most commands take to run.
    from sqlite_utils import Database

    from digikunta_cli.store.schema import migrations

    migrations.apply(Database(db, execute_plugins=False))
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute(f"pragma user_version = {SCHEMA_VERSION}")


def _sound(db: sqlite3.Connection, path: Path) -> None:
    if db.execute("pragma quick_check(1)").fetchone()[0] != "ok":
        raise DatabaseError("database-damaged", file=str(path))


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say what SQLite's own errors mean."""
    try:
        yield
    except OSError as error:
        raise DatabaseError("database-unreachable", file=str(path)) from error
    except sqlite3.OperationalError as error:
        raise DatabaseError(_code(error), file=str(path)) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise DatabaseError("database-damaged", file=str(path)) from error


def _code(error: sqlite3.OperationalError) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "database-locked"
    if name.startswith("SQLITE_FULL"):
        return "disk-full"
    if name.startswith("SQLITE_READONLY"):
        return "database-read-only"
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return "database-unreachable"
    raise error

"""A file as it lies on the disk becomes tables of text; its content decides how it is read."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.importing.delimited import read_delimited
from digikunta_cli.importing.encoding import decode
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.workbook import read_workbook
from digikunta_cli.model import Finding
from digikunta_cli.text import one_line

MOST_BYTES = 200_000_000

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = ("EncryptedPackage", "DRMEncryptedDataSpace")
_PAGE = ("<html", "<table", "<!doctype html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The tables of one file: its name without folders, and the hash of its bytes."""

    file_name: str
    sha256: str
    grids: tuple[Grid, ...]
    notes: tuple[Finding, ...] = ()


def read(path: Path) -> Source:
    """Read a workbook or a delimited text; raises InputError where that cannot be done."""
    file = one_line(path.name or str(path))
    data = _bytes(path, file)
    grids, notes = _tables(data, file)
    filled = tuple(grid for grid in grids if grid.rows)
    if not filled:
        raise InputError("file-empty", file=file)
    digest = hashlib.sha256(data).hexdigest()
    return Source(file_name=file, sha256=digest, grids=filled, notes=notes)


def _bytes(path: Path, file: str) -> bytes:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # opening a pipe would wait for ever
            raise InputError("file-not-regular", file=file)
        # A file may grow after it was measured, so the reading is limited too.
        with path.open("rb") as stream:
            data = stream.read(min(facts.st_size, MOST_BYTES) + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InputError("file-missing", file=file) from error
    except OSError as error:
        raise InputError("file-unreadable", file=file) from error
    if len(data) > MOST_BYTES:
        raise InputError("file-too-large", file=file, limit="200 MB")
    return data


def _tables(data: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    if data.startswith(_ZIP):
        return read_workbook(data, file=file)
    if data.startswith(_OLE):
        raise InputError(_kind_of_ole(data), file=file)
    decoded = decode(data, file=file)
    start = decoded.text[:4096].lstrip().casefold()
    if start.startswith("<") and any(tag in start for tag in _PAGE):
        raise InputError("file-html", file=file)
    grid, notes = read_delimited(decoded.text, file=file)
    return (grid,), (*decoded.notes, *notes)


def _kind_of_ole(data: bytes) -> str:
    """What an OLE container is, by the names of its streams."""
    if any(name.encode("utf-16-le") in data for name in _ENCRYPTED):
        return "file-encrypted"
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return "file-old-xls"
    return "file-encrypted-or-old"

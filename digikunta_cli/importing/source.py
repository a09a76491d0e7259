"""A file as it lies on the disk becomes tables of text; its content decides how it is read."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.importing.decoded import Decoded
from digikunta_cli.importing.delimited import read_delimited
from digikunta_cli.importing.encoding import decode
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.limits import MOST_ROWS, Limits, check_bytes, too_much_memory
from digikunta_cli.importing.raw_size import check_raw
from digikunta_cli.importing.records import is_records, read_records
from digikunta_cli.importing.workbook import read_old_workbook, read_workbook
from digikunta_cli.model import Finding
from digikunta_cli.text import one_line

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0"
_PAGE = ("<html", "<table", "<!doctype html")
_XML_WORKBOOK = ("urn:schemas-microsoft-com:office:spreadsheet", 'progid="excel.sheet"')
"""What tells an XML Spreadsheet 2003, which has tables as a web page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The tables of one file: its name without folders, and the hash of its bytes."""

    file_name: str
    sha256: str
    grids: tuple[Grid, ...]
    notes: tuple[Finding, ...] = ()


def read(path: Path, *, most_rows: int | None = None) -> Source:
    """Read a workbook, a delimited text or JSON.

    Raises InputError where that cannot be done, or a sheet has more than `most_rows` rows
    (None: the usual number); the other limits grow with that one.
    """
    file = one_line(path.name or str(path))
    limits = Limits(most_rows or MOST_ROWS)
    digest, content = _content(path, file, limits)
    grids, notes = _tables(content, file, limits)
    filled = tuple(grid for grid in grids if grid.rows)
    if not filled:
        raise InputError("file-empty", file=file)
    return Source(file_name=file, sha256=digest, grids=filled, notes=notes)


def _content(path: Path, file: str, limits: Limits) -> tuple[str, bytes | Decoded]:
    """The hash of a file's bytes, and a workbook's bytes or else how its text is decoded."""
    data = _bytes(path, file, limits)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith((*_ZIP, _OLE)):
        return digest, data
    check_raw(data, file=file, limits=limits)
    decoded = decode(data, file=file)
    if len(decoded.data) > limits.decoded:
        raise too_much_memory(file, limits)
    return digest, decoded


def _bytes(path: Path, file: str, limits: Limits) -> bytes:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # opening a pipe would wait for ever
            raise InputError("file-not-regular", file=file)
        # A file may grow after it was measured, so the reading is limited too.
        with path.open("rb") as stream:
            data = stream.read(min(facts.st_size, limits.bytes) + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InputError("file-missing", file=file) from error
    except OSError as error:
        raise InputError("file-unreadable", file=file) from error
    check_bytes(file, len(data), limits.bytes)
    return data


def _tables(
    content: bytes | Decoded, file: str, limits: Limits
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    if isinstance(content, Decoded):
        return _from_text(content, file, limits)
    read_any = read_old_workbook if content.startswith(_OLE) else read_workbook
    return read_any(content, file=file, limits=limits)


def _from_text(
    decoded: Decoded, file: str, limits: Limits
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    start = decoded.start()
    shown = start[:4096].lstrip().casefold()
    if shown.startswith("<"):
        _refuse_marked_up(shown, file)
    if is_records(start):
        text = decoded.start(limits.records + 1)
        return (read_records(text, file=file, limits=limits),), decoded.notes
    grid, notes = read_delimited(decoded, file=file, limits=limits)
    return (grid,), (*decoded.notes, *notes)


def _refuse_marked_up(start: str, file: str) -> None:
    if "<html" not in start and any(sign in start for sign in _XML_WORKBOOK):
        raise InputError("file-xml-workbook", file=file)
    if any(tag in start for tag in _PAGE):
        raise InputError("file-html", file=file)

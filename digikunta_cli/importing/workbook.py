"""Workbooks (xlsx, xls, ods) become grids: looked over first, then read apart from the program."""

from collections.abc import Iterable

from digikunta_cli.errors import DigikuntaError, InputError
from digikunta_cli.importing.apart import HAS_LIMITS, pieces_apart
from digikunta_cli.importing.grid import Grid, Rows
from digikunta_cli.importing.limits import USUAL, Limits, Room, check_size, unsafe
from digikunta_cli.importing.package import look_over
from digikunta_cli.importing.sheets import Piece, pieces
from digikunta_cli.model import Finding
from digikunta_cli.text import one_line

Read = tuple[tuple[Grid, ...], tuple[Finding, ...]]

_ENCRYPTED = ("EncryptedPackage", "DRMEncryptedDataSpace")
_OLD_BOOK = ("Workbook", "Book")
_PACKAGE_END = b"PK\x05\x06"
_PACKAGE_END_WITHIN = 70_000


def read_workbook(data: bytes, *, file: str, limits: Limits = USUAL) -> Read:
    """Read the visible sheets of a packed workbook; hidden ones are named in the notes.

    Raises InputError where the file is no workbook, damaged, protected, too large or unsafe.
    """
    try:
        look_over(data, file, limits)
    except DigikuntaError:
        raise
    except Exception as error:  # readers of packages and XML raise many kinds
        raise InputError("file-damaged", file=file) from error
    # Where a process has no limits, the look must do.
    told = pieces_apart(data, file, limits) if HAS_LIMITS else pieces(data)
    return _gathered(told, file, limits)


def read_old_workbook(data: bytes, *, file: str, limits: Limits = USUAL) -> Read:
    """Read the visible sheets of an xls; raises InputError as read_workbook does."""
    if _has_stream(data, _ENCRYPTED):
        raise InputError("file-encrypted", file=file)
    if not _has_stream(data, _OLD_BOOK):
        raise InputError("file-encrypted-or-damaged", file=file)
    if _PACKAGE_END in data[-_PACKAGE_END_WITHIN:]:  # it could be read as the package behind it
        raise unsafe(file, limits)
    return _gathered(pieces_apart(data, file, limits), file, limits)


def hidden_sheets(notes: Iterable[Finding]) -> str:
    """The names of the hidden sheets in quotation marks; empty where none is."""
    return ", ".join(f'"{note.value}"' for note in notes if note.code == "sheet-hidden")


def _has_stream(data: bytes, names: Iterable[str]) -> bool:
    return any(name.encode("utf-16-le") in data for name in names)


def _gathered(pieces: Iterable[Piece], file: str, limits: Limits) -> Read:
    """Grids and notes of the pieces in which a workbook is told."""
    room = Room(file, limits)
    sheets: list[tuple[str, Rows]] = []
    notes: list[Finding] = []
    for kind, content in pieces:
        if isinstance(content, list):
            sheets[-1][1].extend(content)
        elif kind == "sheet":
            sheets.append((one_line(content), Rows(room)))
        elif kind == "hidden":
            notes.append(Finding(code="sheet-hidden", value=one_line(content)))
        elif kind == "wrong":
            raise InputError(content, file=file)
    grids = tuple(rows.grid(name) for name, rows in sheets)
    hidden = hidden_sheets(notes)
    if hidden and not any(grid.rows for grid in grids):
        raise InputError("form-hidden", file=file, sheets=hidden)
    for grid in grids:
        widest = max((len(cells) for _number, cells in grid.rows), default=0)
        check_size(file, limits, rows=len(grid.rows), columns=widest)
    return grids, tuple(notes)

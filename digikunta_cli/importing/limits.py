"""How large an export may be before it is refused: no form is answered that often."""

from dataclasses import dataclass

from digikunta_cli.errors import InputError
from digikunta_cli.locale import _

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_CELLS = 20_000_000
"""Rows times columns, as a reader sets aside room for blank cells too."""
LONGEST_LINE = 20_000_000
"""Letters, or bytes; no row is as long as four of the longest cells."""
_LINES = 20
"""No row has so many lines on the average."""
_MEGABYTE = 1_000_000
_MEBIBYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may hold; whoever allows more rows allows more of everything with them."""

    rows: int = MOST_ROWS

    @property
    def _scale(self) -> int:
        return max(1, -(-self.rows // MOST_ROWS))

    @property
    def cells(self) -> int:
        """Rows times columns of one sheet."""
        return MOST_CELLS * self._scale

    @property
    def bytes(self) -> int:
        """The file as it lies on the disk, and one part of a workbook unpacked."""
        return 200 * _MEGABYTE * self._scale

    @property
    def text(self) -> int:
        """A text file as it lies on the disk."""
        return 100 * _MEGABYTE * self._scale

    @property
    def decoded(self) -> int:
        """A text as UTF-8, or as it lies on the disk where each letter has two bytes."""
        return 165 * _MEGABYTE * self._scale

    @property
    def cell(self) -> int:
        """Letters in one cell; a spreadsheet allows 32,767."""
        return _MEGABYTE * 5

    @property
    def unpacked(self) -> int:
        """All parts of a workbook together, unpacked."""
        return 300 * _MEGABYTE * self._scale

    @property
    def records(self) -> int:
        """A text of named values, which takes the most memory for its size."""
        return 50 * _MEGABYTE * self._scale

    @property
    def values(self) -> int:
        """Values and lists in a text of named values."""
        return 2_500_000 * self._scale

    @property
    def memory(self) -> int:
        """What the reading of one file may take, in bytes."""
        return 512 * _MEBIBYTE * self._scale

    @property
    def kept(self) -> int:
        """What the cells of one file may take of that: the rest is for the file and the program."""
        return 300 * _MEBIBYTE * self._scale


USUAL = Limits()


@dataclass(slots=True)
class Room:
    """The memory that the cells of one file take as they are kept, in bytes."""

    file: str
    limits: Limits
    taken: int = 0

    def take(self, size: int) -> None:
        """Count so many bytes more; raises InputError where they are too many."""
        self.taken += size
        if self.taken > self.limits.kept:
            raise too_much_memory(self.file, self.limits)


def check_size(
    file: str, limits: Limits = USUAL, *, rows: int = 0, columns: int = 0, cells: int = 0
) -> None:
    """Refuse a table that no form export is as large as, before room is set aside for it."""
    if rows > limits.rows:
        raise _too_many_rows(file, limits)
    if columns > MOST_COLUMNS:
        raise _too_large(file, _("{count} columns"), MOST_COLUMNS)
    if max(cells, rows * columns) > limits.cells:
        raise _too_large(file, _("{count} cells"), limits.cells)


def check_lines(file: str, limits: Limits, count: int) -> None:
    """Refuse a text with so many lines that it must have too many rows, before it is decoded."""
    if count > limits.rows * _LINES:
        raise _too_many_rows(file, limits)


def too_much_memory(file: str, limits: Limits) -> InputError:
    """What is raised where reading a file would take more memory than is allowed."""
    limit = _("{count} of memory").format(count=f"{limits.memory // _MEBIBYTE}\u00a0MiB")
    return InputError("file-too-large", file=file, limit=limit)


def cell_too_long(file: str, limits: Limits) -> InputError:
    """What is raised where one cell is longer than anybody's answer."""
    return _too_large(file, _("{count} letters in one cell"), limits.cell)


def check_bytes(file: str, count: int, most: int) -> None:
    """Refuse so many bytes where they are more than allowed; the limit is named in megabytes."""
    if count > most:
        raise InputError("file-too-large", file=file, limit=f"{most // _MEGABYTE} MB")


def unsafe(file: str, limits: Limits) -> InputError:
    """What is raised where reading a file could harm; it names the memory that is allowed."""
    return InputError("file-unsafe", file=file, limit=f"{limits.memory // _MEBIBYTE} MiB")


def _too_many_rows(file: str, limits: Limits) -> InputError:
    return _too_large(file, _("{count} rows, unless --max-rows allows more"), limits.rows)


def _too_large(file: str, sentence: str, most: int) -> InputError:
    count = f"{most:,}".replace(",", "\u00a0")
    return InputError("file-too-large", file=file, limit=sentence.format(count=count))

"""How much a text holds, told by its bytes: far too much is refused before it is decoded."""

import re

from digikunta_cli.importing.limits import (
    Limits,
    cell_too_long,
    check_bytes,
    check_lines,
    check_size,
    too_many_cells,
)

_SEPARATORS = (b";", b"\t", b",", b"|")
_WIDEST = tuple(bytes([first]) for first in range(0xF0, 0xF5))
"""How letters of four bytes begin; one of them makes Python set aside four for every letter."""
_OTHER = re.compile(rb"[^\x21-\x7e]*[\[{<]")
"""The beginning of JSON or of a page, which may stand on one line."""
_LOOKED_AT = 1_000


def check_raw(data: bytes, *, file: str, limits: Limits) -> None:
    """Refuse a text whose bytes, lines, cells or letters in one line no form export has.

    Cells are told by the commonest separator, blank ones and those in quotes too, and so only by
    a limit that is far above the one of filled cells.
    """
    check_bytes(file, len(data), limits.text)
    lines = max(data.count(b"\n"), data.count(b"\r"))
    check_lines(file, limits, lines)
    cells = lines + max(map(data.count, _SEPARATORS))
    check_size(file, limits, cells=cells)
    if cells > limits.filled and any(first in data for first in _WIDEST):
        raise too_many_cells(file, limits)
    if _has_endless_line(data, 4 * limits.cell):
        raise cell_too_long(file, limits)


def _has_endless_line(data: bytes, most: int) -> bool:
    """Whether a line of a table, in an alphabet of one byte or UTF-8, is longer than so much."""
    if b"\x00" in data[:_LOOKED_AT] or _OTHER.match(data, 0, _LOOKED_AT):
        return False
    at = 0
    while len(data) - at > most:
        end = max(data.rfind(b"\n", at, at + most), data.rfind(b"\r", at, at + most))
        if end < 0:
            return True
        at = end + 1
    return False

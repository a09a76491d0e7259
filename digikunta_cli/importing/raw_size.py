"""How much a text holds, told by its bytes: far too much is refused before it is decoded."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from digikunta_cli.importing.limits import (
    LONGEST_LINE,
    Limits,
    cell_too_long,
    check_bytes,
    check_lines,
    check_size,
)

_SEPARATORS = (b";", b"\t", b",", b"|")
_OTHER = re.compile(rb"[^\x21-\x7e]*[\[{<]")
"""The beginning of JSON or of a page, which may stand on one line."""
_LOOKED_AT = 1_000


def check_raw(data: bytes, *, file: str, limits: Limits) -> None:
    """Refuse a text whose bytes, lines, cells or letters in one line no form export has.

    Cells are told by the commonest separator, blank ones and those in quotes too, and so only by
    a limit that is far above what form exports have.
    """
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\x00" in data[:_LOOKED_AT]
    check_bytes(file, len(data), limits.decoded if is_wide else limits.text)
    lines = max(data.count(b"\n"), data.count(b"\r"))
    check_lines(file, limits, lines)
    check_size(file, limits, cells=lines + max(map(data.count, _SEPARATORS)))
    if not is_wide and _has_endless_line(data):
        raise cell_too_long(file, limits)


def _has_endless_line(data: bytes) -> bool:
    """Whether a line of a table, in an alphabet of one byte or UTF-8, is longer than any row."""
    if _OTHER.match(data, 0, _LOOKED_AT):
        return False
    at = 0
    while len(data) - at > LONGEST_LINE:
        end = max(data.rfind(sign, at, at + LONGEST_LINE) for sign in (b"\n", b"\r"))
        if end < 0:
            return True
        at = end + 1
    return False

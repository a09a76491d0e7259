"""Bytes become text: Unicode where they are that, else the old alphabet whose letters fit best."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from digikunta_cli.errors import InputError
from digikunta_cli.model import Finding

_OLD = ("cp1252", "iso8859-15", "mac_roman", "cp850")
"""Windows, old Unix, old Macintosh and old DOS; the earlier one wins where letters fit alike."""
_LOOKED_AT = 1_000_000
_LETTER = re.compile(
    "[åäö](?=[a-zåäö])|(?<=[a-zåäöA-ZÅÄÖ])[åäö]"  # next to a letter
    "|(?<![a-zåäö])[ÅÄÖ](?=[a-zåäöA-ZÅÄÖ])|(?<=[A-ZÅÄÖ])[ÅÄÖ]"  # a capital, not inside a word
)
_SEEN_OFTEN = re.compile("[éüÉÜ–—’‘”“…€°²½·•´«»\u00a0]")
_FOREIGN = re.compile("[^\x00-\x7f]+")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINES = 10_000
_LETTER_OF_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xf4][\x80-\xbf]{2}")
_CP1252_HAS_NOT = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f]")
_UNDEFINED = {code: 0xDC00 + code for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that cp1252 does not define; Windows passes them on, so garbled text has them."""
_GARBLING = ("cp1252", "mac_roman", "cp850")
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf", b"SQLite format 3")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and notes where its letters had to be guessed or put right."""

    text: str
    notes: tuple[Finding, ...] = ()


def decode(data: bytes, *, file: str) -> Decoded:
    """Decode a text file; raises InputError where it is no text."""
    if data.startswith(_BINARY):
        raise InputError("file-binary", file=file)
    wide = _wide(data)
    decoded = _from_wide(data, wide, file) if wide else _from_narrow(data)
    if "\x00" in decoded.text or _is_noise(decoded.text):
        raise InputError("file-binary", file=file)
    return decoded


def _from_wide(data: bytes, name: str, file: str) -> Decoded:
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise InputError("file-damaged", file=file) from error


def _from_narrow(data: bytes) -> Decoded:
    text = _utf8(data)
    return _old(data) if text is None else _repaired(text.removeprefix("\ufeff"))


def _wide(data: bytes) -> str | None:
    """The UTF-16 that a mark or the places of NULs tell; Latin letters have every other one."""
    if data.startswith(BOM_UTF16_LE):
        return "utf-16-le"
    if data.startswith(BOM_UTF16_BE):
        return "utf-16-be"
    start = data[:_LOOKED_AT]
    first, second = start[::2].count(0), start[1::2].count(0)
    if 2 * max(first, second) < len(start) // 2 or min(first, second) * 10 > max(first, second):
        return None
    return "utf-16-be" if first > second else "utf-16-le" if second else None


def _repaired(text: str) -> Decoded:
    """Undo a decoding as an old alphabet where all of the text shows that this had happened."""
    letters = _FOREIGN.search(text)
    # No byte of a UTF-8 letter is ASCII, so the first run of such letters tells quickly.
    names = [name for name in _GARBLING if letters and _ungarbled(letters[0], name)]
    for name in names:
        repaired = _ungarbled(text, name)
        if repaired:
            note = Finding(code="encoding-repaired")
            return Decoded(repaired.removeprefix("\ufeff"), (note,))
    return Decoded(text)


def _ungarbled(text: str, name: str) -> str | None:
    try:
        return text.translate(_UNDEFINED).encode(name, "surrogateescape").decode("utf-8")
    except UnicodeError:
        return None


def _old(data: bytes) -> Decoded:
    """The text by the old alphabet that fits best, and by UTF-8 in those lines that are UTF-8.

    Two exports put together are so; a line in an old alphabet is all but never UTF-8 too.
    """
    data = data.removeprefix(BOM_UTF8)
    # Without one letter of UTF-8 no line is UTF-8, which is told much quicker.
    if not _LETTER_OF_UTF8.search(data):
        name = _fitting(data)
        return Decoded(data.decode(name), (Finding(code="encoding-guessed", value=name),))
    name = _fitting(_sample(line for line in _lines(data) if _utf8(line) is None))
    is_mixed = any(text and not text.isascii() for text in map(_utf8, _lines(data)))
    note = Finding(code="encoding-guessed", value=f"UTF-8, {name}" if is_mixed else name)
    texts = (line.decode(name) if (t := _utf8(line)) is None else t for line in _lines(data))
    # Some lines at a time, as all of them at once could fill the memory.
    whole = "".join(iter(lambda: "".join(islice(texts, _LINES)), ""))
    return Decoded(whole, (note,))


def _lines(data: bytes) -> Iterator[bytes]:
    """Each line with its end, and no empty one."""
    return (match[0] for match in _LINE.finditer(data))


def _sample(lines: Iterable[bytes]) -> bytes:
    """The first lines, as far as they are looked at."""
    sample = bytearray()
    for line in lines:
        sample += line
        if len(sample) > _LOOKED_AT:
            break
    return bytes(sample)


def _utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _fitting(data: bytes) -> str:
    """The old alphabet in which most letters are ones that people here write."""
    names = _OLD[1:] if _CP1252_HAS_NOT.search(data) else _OLD
    return max(names, key=lambda name: _fit(data[:_LOOKED_AT].decode(name)))


def _fit(text: str) -> int:
    letters = len(_LETTER.findall(text))
    often = len(_SEEN_OFTEN.findall(text))
    # Each other letter speaks against the alphabet, and a control character more so.
    others = sum(map(len, _FOREIGN.findall(text))) - letters - often
    return 3 * letters + often - others - 3 * len(_CONTROL.findall(text))


def _is_noise(text: str) -> bool:
    """Whether there are more control characters than a slip or two."""
    start = text[:_LOOKED_AT]
    return len(_CONTROL.findall(start)) * 50 > len(start)

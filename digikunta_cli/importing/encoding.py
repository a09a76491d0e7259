"""Bytes become text: Unicode where they are that, else the old alphabet whose letters fit best."""

import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterable, Iterator
from itertools import compress

from digikunta_cli.errors import InputError
from digikunta_cli.importing.decoded import Decoded, cut
from digikunta_cli.model import Finding

_OLD = ("cp1252", "iso8859-15", "mac_roman", "cp850")
"""Windows, old Unix, old Macintosh and old DOS; the earlier one wins where letters fit alike."""
_LOOKED_AT = 1_000_000
_LETTER = re.compile(
    "[åäö](?=[a-zåäö])|(?<=[a-zåäöA-ZÅÄÖ])[åäö]"  # next to a letter
    "|(?<![a-zåäö])[ÅÄÖ](?=[a-zåäöA-ZÅÄÖ])|(?<=[A-ZÅÄÖ])[ÅÄÖ]"  # a capital, not inside a word
)
_SEEN_OFTEN = re.compile("[éüÉÜ–—’‘”“…€°²½·•´«»\u00a0]")
_FOREIGN = re.compile(rb"[\x80-\xff]+")
_OTHERS = re.compile("[^\x00-\x7f]+")
_CHUNK = 1_000_000
_LETTER_OF_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xf4][\x80-\xbf]{2}")
_CP1252_HAS_NOT = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f]")
_UNDEFINED = {code: 0xDC00 + code for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that cp1252 does not define; Windows passes them on, so garbled text has them."""
_GARBLING = ("cp1252", "mac_roman", "cp850")
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf", b"SQLite format 3")


def decode(data: bytes, *, file: str) -> Decoded:
    """Decode a text file; raises InputError where it is no text."""
    if data.startswith(_BINARY):
        raise InputError("file-binary", file=file)
    wide = _wide(data)
    decoded = Decoded(_from_wide(data, wide, file)) if wide else _from_narrow(data)
    if b"\x00" in decoded.data or _is_noise(decoded.start(_LOOKED_AT)):
        raise InputError("file-binary", file=file)
    return decoded


def _from_wide(data: bytes, name: str, file: str) -> bytes:
    """UTF-16 as UTF-8, some letters at a time, as a text of all of them could fill the memory."""
    decoder = io.IncrementalNewlineDecoder(getincrementaldecoder(name)(), translate=True)
    begin = len(BOM_UTF16_LE) if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else 0
    starts = range(begin, len(data), _CHUNK)
    parts = (decoder.decode(data[at : at + _CHUNK], at + _CHUNK >= len(data)) for at in starts)
    try:
        return _joined(part.encode() for part in parts)
    except UnicodeError as error:
        raise InputError("file-damaged", file=file) from error


def _from_narrow(data: bytes) -> Decoded:
    data = _tidy(data)
    return _repaired(data) if _is_utf8(data) else _old(data)


def _tidy(data: bytes) -> bytes:
    """One kind of line end, and no mark at the start."""
    data = data.removeprefix(BOM_UTF8)
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


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


def _repaired(data: bytes) -> Decoded:
    """Undo a decoding as an old alphabet where all of the text shows that this had happened."""
    found = _FOREIGN.search(data)
    first = found[0] if found else b""
    for name in _GARBLING:
        # No byte of a UTF-8 letter is ASCII, so the first run of such letters tells quickly.
        whole = _ungarbled([first], name) and _ungarbled(cut(data), name)
        if whole:
            note = Finding(code="encoding-repaired")
            return Decoded(whole.removeprefix(BOM_UTF8), (note,))
    return Decoded(data)


def _ungarbled(parts: Iterable[bytes], name: str) -> bytes | None:
    """UTF-8 as it was before somebody took it for an old alphabet; None if nobody can have."""
    letters = (part.decode().translate(_UNDEFINED) for part in parts)
    try:
        before = _joined(each.encode(name, "surrogateescape") for each in letters)
    except UnicodeError:
        return None
    return before if _is_utf8(before) else None


def _old(data: bytes) -> Decoded:
    """The text by the old alphabet that fits best, and by UTF-8 in those lines that are UTF-8.

    Two exports put together are so; a line in an old alphabet is all but never UTF-8 too.
    """
    # Without one letter of UTF-8 no line is UTF-8, which is told much quicker.
    if not _LETTER_OF_UTF8.search(data):
        name = _fitting(data[:_LOOKED_AT], lacks=_CP1252_HAS_NOT.search(data) is not None)
        whole = _joined(part.decode(name).encode() for part in cut(data))
        return Decoded(whole, (Finding(code="encoding-guessed", value=name),))
    is_old = bytearray(not _is_letters(line) for line in _lines(data))
    lacks = any(map(_CP1252_HAS_NOT.search, compress(_lines(data), is_old)))
    name = _fitting(_sample(compress(_lines(data), is_old)), lacks=lacks)
    others = compress(_lines(data), (not each for each in is_old))
    is_mixed = not all(map(bytes.isascii, others))
    note = Finding(code="encoding-guessed", value=f"UTF-8, {name}" if is_mixed else name)
    lines = zip(_lines(data), is_old, strict=True)
    whole = _joined(line.decode(name).encode() if old else line for line, old in lines)
    return Decoded(whole, (note,))


def _lines(data: bytes) -> Iterator[bytes]:
    """Each line with its end; all of them at once could fill the memory."""
    return io.BytesIO(data)


def _joined(parts: Iterable[bytes]) -> bytes:
    """All the parts, of which only one is there at a time."""
    whole = io.BytesIO()
    whole.writelines(parts)
    return whole.getvalue()


def _is_utf8(data: bytes) -> bool:
    return all(map(_is_letters, cut(data)))


def _is_letters(part: bytes) -> bool:
    """Whether some bytes are letters of UTF-8, as a whole."""
    try:
        return part.isascii() or part.decode() is not None
    except UnicodeDecodeError:
        return False


def _sample(lines: Iterable[bytes]) -> bytes:
    """The first lines, as far as they are looked at."""
    sample = bytearray()
    for line in lines:
        sample += line
        if len(sample) > _LOOKED_AT:
            break
    return bytes(sample[:_LOOKED_AT])


def _fitting(sample: bytes, *, lacks: bool) -> str:
    """The old alphabet in which most letters of a sample are ones that people here write.

    `lacks` says that cp1252 has no letter for some byte of the whole text.
    """
    return max(_OLD[lacks:], key=lambda name: _fit(sample.decode(name)))


def _fit(text: str) -> int:
    letters = len(_LETTER.findall(text))
    often = len(_SEEN_OFTEN.findall(text))
    # Each other letter speaks against the alphabet, and a control character more so.
    others = sum(map(len, _OTHERS.findall(text))) - letters - often
    return 3 * letters + often - others - 3 * len(_CONTROL.findall(text))


def _is_noise(text: str) -> bool:
    """Whether there are more control characters than a slip or two."""
    start = text[:_LOOKED_AT]
    return len(_CONTROL.findall(start)) * 50 > len(start)

"""A packed workbook (xlsx, ods) is looked over before any reader touches it."""

import io
from zipfile import ZipFile, ZipInfo

from digikunta_cli.errors import InputError
from digikunta_cli.importing.extent import OpenCells, PlainLook, XlsxCells
from digikunta_cli.importing.limits import Limits, check_bytes, unsafe
from digikunta_cli.importing.near import Nearness

MOST_SHRUNK = 500
"""A part that is so many times larger unpacked was made to harm; real ones stay near 10."""
_CHUNK = 1_000_000
_BOOKS = {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}
"""The part by which a reader knows each kind of workbook."""
_OPEN_DOCUMENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"


def look_over(data: bytes, file: str, limits: Limits) -> None:
    """Raise InputError where a package is no workbook, protected, too large or unsafe.

    What the package has wrong in itself is raised as its readers do.
    """
    with ZipFile(io.BytesIO(data)) as package:
        _check_directory(package, file, limits)
        for part in package.infolist():
            _check_part(package, part, file, limits)


def _check_directory(package: ZipFile, file: str, limits: Limits) -> None:
    """Refuse by the directory of the package alone, before anything is unpacked."""
    parts = package.infolist()
    books = _BOOKS & {part.filename.casefold() for part in parts}
    if not books or books == {"xl/workbook.bin"}:
        raise InputError("file-not-table", file=file)
    if len(books) > 1:  # looked over as one kind, it could be read as the other
        raise unsafe(file, limits)
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("file-encrypted", file=file)
    sizes = [part.file_size for part in parts]
    check_bytes(file, max(sizes), limits.bytes)
    check_bytes(file, sum(sizes), limits.unpacked)
    if any(map(_is_shrunk, parts)):
        raise unsafe(file, limits)
    if _OPEN_DOCUMENT in books and _is_locked(package):
        raise InputError("file-encrypted", file=file)


def _is_shrunk(part: ZipInfo) -> bool:
    return part.file_size > max(_CHUNK, part.compress_size * MOST_SHRUNK)


def _is_locked(package: ZipFile) -> bool:
    """Whether an open document says that its parts are encrypted."""
    with package.open(_MANIFEST) as stream:
        return b"encryption-data" in stream.read(_CHUNK)


def _check_part(package: ZipFile, part: ZipInfo, file: str, limits: Limits) -> None:
    """Unpack a part piece by piece: its sums must be right, its cells near, its XML plain."""
    name = part.filename
    if name == _OPEN_DOCUMENT:
        _parse(package, part, OpenCells(file, limits))
    elif not name.casefold().endswith((".xml", ".rels")):
        _check_other(package, part, file, limits)
    # Parsing a large part takes longer than reading it, so a quick look comes first.
    elif part.file_size <= _CHUNK or not _is_near(package, part, limits):
        _parse(package, part, XlsxCells(file, limits))


def _check_other(package: ZipFile, part: ZipInfo, file: str, limits: Limits) -> None:
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            tail = tail[-8:] + chunk
            if b"sheetData" in tail:  # a sheet under a name that hides it
                raise unsafe(file, limits)


def _is_near(package: ZipFile, part: ZipInfo, limits: Limits) -> bool:
    """Whether a quick look finds all cells of a part within the limits."""
    nearness = Nearness(limits)
    with package.open(part) as stream:
        while nearness.is_certain and (chunk := stream.read(_CHUNK)):
            nearness.feed(chunk)
    return nearness.is_near()


def _parse(package: ZipFile, part: ZipInfo, look: PlainLook) -> None:
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            look.parser.Parse(chunk)
    look.parser.Parse(b"", True)
    look.check()

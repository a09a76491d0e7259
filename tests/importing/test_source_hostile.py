"""What people never send on purpose: read or refused in one sentence, the database untouched."""

import io
import json
import os
import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from digikunta_cli.errors import InputError
from digikunta_cli.importing.source import read
from digikunta_cli.importing.workbook import read_workbook
from tests.conftest import EXPERIMENTERS, Digikunta
from tests.importing.opendocuments import cell, document, row, table
from tests.importing.workbooks import SHEET, added, book, changed, small

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
TEXTS = "xl/sharedStrings.xml"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
EXPORT = EXPERIMENTERS.read_bytes()


def bomb() -> bytes:
    """A small package of which one part unpacks to more than the limit."""
    stream = io.BytesIO(book(small))
    with ZipFile(stream, "a", ZIP_DEFLATED) as package, package.open("xl/a.xml", "w") as part:
        for _times in range(21):
            part.write(bytes(10_000_000))
    return stream.getvalue()


def lying() -> bytes:
    """A package whose directory calls a large part small."""
    data = bytearray(added("xl/a.xml", b"<a>" + b"b" * 500_000 + b"</a>"))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 1000)
    return bytes(data)


def wide() -> bytes:
    """A workbook whose one row has 10,000 cells."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet("Taul1").write_row(0, 0, ["a"] * 10_000)

    return book(fill)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "truncated xlsx": (lambda: book(small)[:3000], "damaged"),
    "truncated xls": (lambda: OLE + "Workbook".encode("utf-16-le"), "damaged"),
    "truncated ods": (lambda: document(table(row(cell("a"))))[:500], "damaged"),
    "truncated json": (lambda: b'[{"a": "b"', "damaged"),
    "page": (lambda: b"<html><table><tr><td>Aino", "web page"),
    "bomb": (bomb, "limit (200 MB)"),
    "lying directory": (lying, "damaged"),
    "entities": (lambda: changed(TEXTS, b"<sst", LAUGHS + b"<sst"), "limit (512 MiB)"),
    "entities in a sheet": (lambda: changed(SHEET, b"<work", LAUGHS + b"<work"), "(512 MiB)"),
    "outer entities": (lambda: changed(TEXTS, b"<sst", OUTSIDE + b"<sst"), "(512 MiB)"),
    "far cell": (
        lambda: changed(SHEET, b'<c r="B2"', b'<c r="XFD1048576"'),
        "limit (200\u00a0000 rows, unless",
    ),
    "repetition": (
        lambda: document(table(row(cell("a"), repeated=1_048_576))),
        "limit (200\u00a0000 rows, unless",
    ),
    "columns in xlsx": (wide, "limit (2\u00a0000 columns)"),
    "columns in csv": (lambda: b"a;" * 10_000, "limit (2\u00a0000 columns)"),
    "rows in csv": (lambda: b"a;b\n" * 1_000_000, "limit (200\u00a0000 rows, unless"),
    "rows in json": (
        lambda: b"[" + b",".join([b'{"a":1}'] * 200_001) + b"]",
        "limit (200\u00a0000 rows, unless",
    ),
    "NULs": (lambda: bytes(65_536), "neither text nor a workbook"),
    "NUL in a text": (lambda: EXPORT.replace(b";", b";\x00", 1), "neither text nor a workbook"),
    "unclosed quote": (
        lambda: b'Nimi;Kunta\n"Aino;Oulu\nHanna;Pori\n',
        "quotation mark opened in row 2 is never closed",
    ),
    "empty": (lambda: b"", "empty"),
}


@pytest.fixture
def refused(network: Digikunta, tmp_path: Path) -> Callable[[Path], str]:
    """Import a file that must be refused; gives the sentences that say why."""
    before = (tmp_path / "network.db").read_bytes()

    def refuse(path: Path) -> str:
        result = network("import", path)
        assert (result.code, result.out) == (3, "")
        assert len(result.err.strip().splitlines()) <= 2
        assert "Traceback" not in result.err
        assert (tmp_path / "network.db").read_bytes() == before
        return " ".join(result.err.split())

    return refuse


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(
    name: str, refused: Callable[[Path], str], tmp_path: Path
) -> None:
    """Exit 3, one sentence that says what is wrong, and the database byte for byte as before."""
    content, sentence = HOSTILE[name]
    path = tmp_path / "vienti.xls"
    path.write_bytes(content())

    assert " ".join(sentence.split()) in refused(path)


def test_an_option_allows_more_rows(network: Digikunta, tmp_path: Path) -> None:
    """The sentence about the limit names the option, and the option moves it."""
    path = tmp_path / "vienti.csv"
    path.write_bytes(EXPORT)

    assert "(10 rows, unless --max-rows allows more)" in " ".join(
        network("import", path, "--max-rows", "10").err.replace("\u00a0", " ").split()
    )
    assert network("import", path, "--max-rows", "300000").code == 0
    assert network("import", path, "--max-rows", "0").code == 2


def test_a_folder_is_refused(refused: Callable[[Path], str], tmp_path: Path) -> None:
    """Its name is told without the folders above."""
    assert "is a folder or a device" in refused(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_a_pipe_is_refused(refused: Callable[[Path], str], tmp_path: Path) -> None:
    """It is never opened, as nobody may ever write to it."""
    os.mkfifo(tmp_path / "putki.csv")

    assert "is a folder or a device" in refused(tmp_path / "putki.csv")


def test_a_file_that_may_not_be_read_is_refused(
    refused: Callable[[Path], str], tmp_path: Path
) -> None:
    """The sentence says where to look."""
    path = tmp_path / "vienti.csv"
    path.write_bytes(EXPORT)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")

    assert "Check its permissions" in refused(path)


def test_wrong_dimensions_are_not_believed() -> None:
    """What a sheet says of its own size changes nothing."""
    data = changed(SHEET, b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')

    assert read_workbook(data, file="a.xlsx") == read_workbook(book(small), file="a.xlsx")


def test_a_megabyte_in_one_cell_is_read(tmp_path: Path) -> None:
    """An answer may be as long as its writer likes, in each kind of file."""
    long = " ".join(map(str, range(200_000)))
    path = tmp_path / "vienti"
    for content in (
        f"Nimi;Kunta\nAino;{long}\n".encode(),
        json.dumps([{"Nimi": "Aino", "Kunta": long}]).encode(),
        changed(TEXTS, b"Oulu", long.encode()),
        document(table(row(cell("Nimi"), cell("Kunta")), row(cell("Aino"), cell(long)))),
    ):
        path.write_bytes(content)
        assert read(path).grids[0].rows == ((1, ("Nimi", "Kunta")), (2, ("Aino", long)))


def test_more_rows_are_read_where_they_are_allowed(tmp_path: Path) -> None:
    """The limit is the caller's to raise, or to lower."""
    path = tmp_path / "vienti.csv"
    path.write_bytes(b"a;b\n" * 200_001 + b";\n" * 5)

    assert len(read(path, most_rows=200_001).grids[0].rows) == 200_001
    for most in (200_000, 10):
        with pytest.raises(InputError) as caught:
            read(path, most_rows=most)
        assert caught.value.code == "file-too-large"

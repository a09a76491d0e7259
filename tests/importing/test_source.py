"""Files are told apart by their content, and whatever is no table is refused in words."""

import csv
import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.limits import USUAL
from digikunta_cli.importing.source import Source, read

DATA = Path(__file__).parents[2] / "data"
EXAMPLES = ("kokeilijat_webropol.csv", "vaikuttajat_msforms.csv")
XML_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
XML_WORKBOOK = f"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="{XML_SPREADSHEET}"><Worksheet><Table><Row/></Table></Worksheet></Workbook>
"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)


def refusal(path: Path) -> tuple[str, dict[str, object]]:
    """The code and the facts with which a file is refused."""
    with pytest.raises(InputError) as caught:
        read(path)
    return caught.value.code, caught.value.facts


def refusal_of(content: bytes, tmp_path: Path) -> str:
    """The code with which this content is refused, under a name that says nothing."""
    path = tmp_path / "vienti.csv"
    path.write_bytes(content)
    code, facts = refusal(path)
    assert facts["file"] == "vienti.csv"
    return code


def records_of(name: str) -> list[list[str]]:
    """The cells of an example as the csv module reads them."""
    with (DATA / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


def delimited(records: list[list[str]], delimiter: str, encoding: str) -> bytes:
    """The records written anew with another delimiter and in another encoding."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(records)
    return stream.getvalue().encode(encoding)


def workbook(records: list[list[str]]) -> bytes:
    """The records written into a workbook, all cells as text."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Vastaukset")
        for row, cells in enumerate(records):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    return stream.getvalue()


def shapes(records: list[list[str]]) -> Iterator[bytes]:
    """The same table in every shape that coordinators may save it in."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        for delimiter in ";,\t|":
            yield delimited(records, delimiter, encoding)
    yield delimited(records, ";", "utf-8").replace(b"\r\n", b"\n")
    yield delimited(records, ";", "utf-8").replace(b"\r\n", b"\r")
    yield delimited(records, ";", "mac_roman")
    yield workbook(records)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_shape_of_an_export_gives_the_same_cells(name: str, tmp_path: Path) -> None:
    """Encoding, delimiter, line ends and container make no difference to what is read."""
    wanted = read(DATA / name).grids[0].rows
    records = records_of(name)
    path = tmp_path / "vienti"
    for content in shapes(records):
        path.write_bytes(content)
        assert [grid.rows for grid in read(path).grids] == [wanted]
    assert [number for number, _cells in wanted] == list(range(1, len(records) + 1))


def test_a_source_tells_its_name_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    """An import batch remembers which file it came from, without the folders."""
    content = b"Nimi;Kunta\r\nAino;Kuusamo\r\n"
    path = tmp_path / "vienti.xlsx"
    path.write_bytes(content)

    assert read(path) == Source(
        file_name="vienti.xlsx",
        sha256=hashlib.sha256(content).hexdigest(),
        grids=(Grid(None, ((1, ("Nimi", "Kunta")), (2, ("Aino", "Kuusamo")))),),
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf \r\n;;\r\n", "file-empty"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>Kirjaudu", "file-html"),
        (b"\n <html xmlns:x='urn'><body><table><tr>", "file-html"),
        ("<table><tr><td>Pöytyä".encode("utf-16"), "file-html"),
        (XML_WORKBOOK.encode(), "file-xml-workbook"),
        (b"\xef\xbb\xbf" + XML_WORKBOOK.partition("\n")[2].encode(), "file-xml-workbook"),
        (XML_WORKBOOK.encode("utf-16"), "file-xml-workbook"),
        (f"<html xmlns:x='{XML_SPREADSHEET}'><body>".encode(), "file-html"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
        (OLE + "DRMEncryptedDataSpace".encode("utf-16-le"), "file-encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "file-damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "file-encrypted-or-damaged"),
        (b"Nimi;Kunta\n\x00;Oulu\n", "file-binary"),
        (b"PK\x05\x06" + bytes(18), "file-not-table"),
    ],
)
def test_what_is_no_table_is_refused_by_its_content(
    content: bytes, code: str, tmp_path: Path
) -> None:
    """The suffix of a name is never believed."""
    assert refusal_of(content, tmp_path) == code


def test_an_answer_in_angle_brackets_is_no_page(tmp_path: Path) -> None:
    """Text that merely starts with a bracket is read as a table."""
    path = tmp_path / "vienti.csv"
    path.write_bytes(b"<kunta>;nimi\nOulu;Aino\n")

    assert read(path).grids[0].rows == ((1, ("<kunta>", "nimi")), (2, ("Oulu", "Aino")))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A wrong name, a file used as a folder and an impossible name are told alike."""
    (tmp_path / "tiedosto").touch()

    assert refusal(tmp_path / "ei.csv") == ("file-missing", {"file": "ei.csv"})
    assert refusal(tmp_path / "tiedosto" / "a.csv") == ("file-missing", {"file": "a.csv"})
    assert refusal(tmp_path / "a\x00.csv") == ("file-missing", {"file": "a.csv"})


def test_folders_pipes_and_devices_are_refused_without_opening_them(tmp_path: Path) -> None:
    """A pipe that nobody writes to would otherwise hold the program for ever."""
    assert refusal(tmp_path) == ("file-not-regular", {"file": tmp_path.name})
    assert refusal(Path(tmp_path.anchor))[0] == "file-not-regular"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_a_pipe_and_a_device_are_refused(tmp_path: Path) -> None:
    """Neither ever ends, so neither is opened."""
    pipe = tmp_path / "putki.csv"
    os.mkfifo(pipe)

    assert refusal(pipe) == ("file-not-regular", {"file": "putki.csv"})
    assert refusal(Path("/dev/zero")) == ("file-not-regular", {"file": "zero"})


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_to_itself_cannot_be_read(tmp_path: Path) -> None:
    """Whatever the system refuses is told as unreadable."""
    link = tmp_path / "silmukka.csv"
    link.symlink_to(link)

    assert refusal(link) == ("file-unreadable", {"file": "silmukka.csv"})


def test_a_file_over_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    """No form export is that large, and reading it could fill the memory."""
    path = tmp_path / "iso.csv"
    with path.open("wb") as stream:
        stream.truncate(USUAL.bytes + 1)

    assert refusal(path) == ("file-too-large", {"file": "iso.csv", "limit": "200 MB"})


def test_a_text_over_its_own_limits_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    """Decoded it takes a multiple of its bytes; and no row has twenty lines on the average."""
    large, long = tmp_path / "iso.csv", tmp_path / "pitka.csv"
    with large.open("wb") as stream:
        stream.write(b"nimi;kunta\n" * 100)
        stream.truncate(USUAL.text + 1)
    long.write_bytes(b"\xe4\n" * (20 * USUAL.rows + 1))

    assert refusal(large) == ("file-too-large", {"file": "iso.csv", "limit": "100 MB"})
    assert refusal(long)[1]["limit"] == "200\u00a0000 rows, unless --max-rows allows more"


def test_a_text_that_decoded_fills_the_memory_is_refused(tmp_path: Path) -> None:
    """Letters of an old alphabet take twice their bytes."""
    path = tmp_path / "iso.csv"
    path.write_bytes((b"\xe4" * 999 + b"\n") * 85_000)

    assert refusal(path)[1]["limit"] == "512\u00a0MiB of memory"


def test_letters_of_utf_16_that_hold_the_bytes_of_a_line_end_stay(tmp_path: Path) -> None:
    """A Malayalam letter ends with the byte of a carriage return, and a line feed follows it."""
    path = tmp_path / "leveä.csv"
    path.write_bytes("nimi;kieli\nAino;\u0d05\nEino;b\n".encode("utf-16"))

    rows = [cells for _number, cells in read(path).grids[0].rows]

    assert rows == [("nimi", "kieli"), ("Aino", "\u0d05"), ("Eino", "b")]

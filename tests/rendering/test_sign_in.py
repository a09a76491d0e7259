"""The workbook to print: how its sheets scroll and print."""

import io
import re
from zipfile import ZipFile

from digikunta_cli.document import Column, Document, Table, Text
from digikunta_cli.rendering.sign_in import render
from tests.rendering.rendering_samples import speaking


def sheet(title: str = "Verkosto tapaa", topics: tuple[str, ...] = ()) -> str:
    """The XML of the only sheet of a list with one row."""
    columns = (Column("organisation", "organisation"), Column("topics", "topics", "list"))
    table = Table("sign-in", "Sign-in", columns, (("Salo", topics),))
    document = Document(title, (Text(("Helsinki",)), table), None, subtitle="2017-03-31 09:30")
    with speaking("en"):
        workbook = ZipFile(io.BytesIO(render(document)))
    assert "xl/worksheets/sheet2.xml" not in workbook.namelist()
    return workbook.read("xl/worksheets/sheet1.xml").decode()


def heights(xml: str) -> list[float]:
    """The heights of the rows that have one of their own, in points."""
    return [float(found) for found in re.findall(r' ht="([\d.]+)"', xml)]


def test_a_list_prints_upright_with_lines_and_its_meeting() -> None:
    """A4, headings on each page and in sight, the title, place and time above."""
    xml = sheet("Kysy & kerro")

    assert re.search('<pageSetup paperSize="9" [^>]*orientation="portrait"', xml)
    assert 'gridLines="1"' in xml
    assert 'state="frozen"' in xml
    assert "&amp;L&amp;BKysy &amp;&amp; kerro&amp;B\nHelsinki&amp;R2017-03-31 09:30" in xml


def test_rows_are_high_enough_to_sign_and_for_what_they_hold() -> None:
    """A centimetre at least, more where many topics are folded."""
    (low,), (high,) = heights(sheet()), heights(sheet(topics=("e-services",) * 12))

    assert low == 30
    assert high > 90


def test_a_long_title_is_cut_to_what_a_heading_holds() -> None:
    """Excel opens no file with a longer one."""
    (header,) = re.findall("<oddHeader>(.*)</oddHeader>", sheet("&" * 300), flags=re.DOTALL)

    assert 100 < len(header.replace("&amp;", "&")) <= 255


def test_blank_rows_are_printed_too() -> None:
    """For those who come without being invited."""
    columns = (Column("organisation", "organisation"), Column("signature", "signature"))
    table = Table("sign-in", "Sign-in", columns, (("Salo", None), (None, None)))
    with speaking("en"):
        workbook = ZipFile(io.BytesIO(render(Document("Verkosto", (table,), None))))

    assert "'Sign-in'!$A$1:$B$3" in workbook.read("xl/workbook.xml").decode()

"""Workbooks, read back by another library."""

import io
import re
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from digikunta_cli.document import Cell, Column, Document, Record, Table, Text
from digikunta_cli.rendering.xlsx import render
from digikunta_cli.text import safe
from tests.rendering.rendering_samples import (
    EVERYTHING,
    SAVINGS,
    one_cell,
    speaking,
    texts,
    with_hostile,
)


def read(document: Document) -> dict[str, list[list[Any]]]:
    """All sheets of a document's workbook by name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(render(document)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def table(cell: Cell, kind: str = "text", title: str = "Table") -> Table:
    """A table of one cell."""
    return Table("t", title, (Column("c", "cell", kind),), ((cell,),))


def test_each_part_has_a_sheet() -> None:
    """The first sheet has the sentences, the others a table each; hints are left out."""
    with speaking("en"):
        sheets = read(EVERYTHING)

    assert sheets["Report"] == [["Report"], [""], ["2017-05-31"], ["Nobody has a pair."]]
    assert sheets["Raahe"] == [
        ["what", "value"],
        ["id", 12.0],
        ["need", "Cars stand still.\nCalls in office hours."],
        ["x", ""],
    ]
    assert list(sheets) == ["Report", "Savings", "Raahe", "Network"]


def test_dates_and_numbers_are_real() -> None:
    """Excel can add and sort them; lists and yes or no are words."""
    with speaking("en"):
        sheets = read(Document("Savings", (SAVINGS,), None))

    assert sheets["Savings"][1:3] == [
        ["Raahe", 48500.5, date(2017, 3, 31), "e-services; other", "yes"],
        ["Utsjoki", -1200.0, "", "", "no"],
    ]


@pytest.mark.parametrize(
    ("cell", "kind", "found"),
    [
        (10**20, "number", "100000000000000000000"),
        (float("nan"), "number", "nan"),
        (date(1899, 1, 1), "date", "1899-01-01"),
        ("2017-03-01 09:05:00", "date", datetime(2017, 3, 1, 9, 5)),
        (datetime(2017, 3, 1, 9, 5, tzinfo=UTC), "date", datetime(2017, 3, 1, 9, 5)),
    ],
)
def test_values_that_excel_has_not_are_texts(cell: Cell, kind: str, found: object) -> None:
    """Long numbers and old dates lose nothing."""
    with speaking("en"):
        assert read(Document("T", (table(cell, kind),), None))["Table"][1] == [found]


@settings(max_examples=60)
@with_hostile
@given(text=texts)
def test_hostile_text_is_a_text(text: str) -> None:
    """Any text comes back as it was, and no part of the workbook holds a formula or a link."""
    content = render(one_cell(text))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    parts = zipfile.ZipFile(io.BytesIO(content))
    sheet = parts.read("xl/worksheets/sheet1.xml")

    found = rows[1][0] if len(rows) > 1 else ""
    assert found == safe(text) or found == safe(text) + " " == "<r><t>x</t></r> "
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


def test_what_tells_nothing_leaves_its_cell_empty() -> None:
    """Excel counts and filters as empty what was not told, whatever kind it is of."""
    columns = tuple(Column(kind, kind, kind) for kind in ("text", "list", "date", "number"))
    rows: tuple[tuple[Cell, ...], ...] = (("", (), None, None), ("x", ("",), "2017-03-01", 0))
    told = Table("t", "T", columns, rows)
    parts = zipfile.ZipFile(io.BytesIO(render(Document("T", (told,), None))))
    sheet = parts.read("xl/worksheets/sheet1.xml").decode()

    assert re.findall(r'<c r="(\w+)"', sheet) == ["A1", "B1", "C1", "D1", "A3", "C3", "D3"]


def test_texts_look_as_all_cells_do() -> None:
    """They wrap and begin at the top without a look of their own; headings and totals have one."""
    told = Table("t", "T", (Column("c", "cell"),), (("x",), ("total",)), total=True)
    parts = zipfile.ZipFile(io.BytesIO(render(Document("T", (told,), None))))
    sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    styles = parts.read("xl/styles.xml").decode()

    assert re.findall(r'<c r="(\w+)" s=', sheet) == ["A1", "A3"]
    for looks in ("cellStyleXfs", "cellXfs"):
        first = re.search(f"<{looks} count=.*?</xf>", styles)
        assert first and '<alignment vertical="top" wrapText="1"/>' in first[0]


def test_long_text_is_cut_with_a_mark() -> None:
    """Excel holds 32,767 units in a cell, and a letter outside the plane counts as two."""
    found = read(Document("T", (table("😀" * 20_000),), None))["Table"][1][0]

    assert found == "😀" * 16_380 + " [cut]"


@settings(max_examples=60)
@given(title=texts, other=texts)
def test_any_title_makes_a_sheet(title: str, other: str) -> None:
    """Sheets get names that Excel takes, all different."""
    tables = (table("x", title=title), table("y", title=title), Record(other, ()))
    names = CalamineWorkbook.from_filelike(
        io.BytesIO(render(Document("T", tables, None)))
    ).sheet_names

    assert len({name.casefold() for name in names}) == 3
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in names)


def test_note_is_as_wide_as_its_table() -> None:
    """A long note wraps below the table instead of running out of sight."""
    noted = Table("t", "T", SAVINGS.columns, SAVINGS.rows, note="word " * 60)
    single = Table("t", "S", (Column("c", "cell"),), (("x",),), note="word " * 6000)
    bare = Table("t", "B", (), (), note="Nothing.")
    parts = zipfile.ZipFile(io.BytesIO(render(Document("T", (noted, single, bare), None))))
    sheets = [parts.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3)]

    assert '<mergeCell ref="A6:E6"/>' in sheets[0]
    assert 'r="6" spans="1:5" ht="90" customHeight="1"' in sheets[0]
    assert "mergeCell" not in sheets[1] + sheets[2]
    assert 'ht="408.75"' in sheets[1]


def test_rows_are_as_high_as_their_texts() -> None:
    """A wrapped text covers no other row, in programs that find no heights themselves either."""
    long = Table("t", "T", (Column("c", "cell"),), (("word " * 30,), ("x",), (("item",) * 20,)))
    record = Record("R", (("need", "one\n\nthree"), ("id", 12)))
    parts = zipfile.ZipFile(io.BytesIO(render(Document("T", (long, record), None))))
    sheets = [parts.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2)]

    assert re.findall(r'<row r="(\d)"[^>]* ht="(\d+)"', sheets[0]) == [("2", "45"), ("4", "45")]
    assert re.findall(r'<row r="(\d)"[^>]* ht="(\d+)"', sheets[1]) == [("2", "45")]


def test_sentences_on_the_first_sheet_have_room() -> None:
    """What would help is told there, in more than one line."""
    content = render(Document("T", (Text(("word " * 40, "short")),), None))
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()

    assert re.findall(r'<row r="(\d)"[^>]* ht="(\d+)"', sheet) == [("3", "45")]


def test_date_below_the_title_is_spoken() -> None:
    """The first sheet has the date as the language writes it."""
    with speaking("fi"):
        assert read(EVERYTHING)["Report"][2] == ["31.5.2017"]


@pytest.mark.parametrize("title", ["History", "''", "[]:*?/\\", "a" * 40])
def test_titles_that_excel_refuses_are_changed(title: str) -> None:
    """Reserved, empty, forbidden and long names are made allowed ones."""
    names = list(read(Document("T", (table("x", title=title),) * 2, None)))

    assert names in (
        ["History.", "History. 2"],
        ["Sheet", "Sheet 2"],
        ["a" * 31, "a" * 29 + " 2"],
    )


def test_long_titles_are_cut_between_words() -> None:
    """A name that ends in the middle of a word looks like a fault."""
    tables = (table("x", title="Innovatiivisia hankintoja toivovat"),) * 2

    assert list(read(Document("T", tables, None))) == [
        "Innovatiivisia hankintoja…",
        "Innovatiivisia hankintoja… 2",
    ]


def test_document_of_hints_still_opens() -> None:
    """A workbook has at least one sheet."""
    assert read(Document("Pairs", (Text(("Run match.",), "faint"),), None)) == {
        "Pairs": [["Pairs"]]
    }


def test_table_without_rows_or_columns_opens() -> None:
    """Nothing in a table is no reason for a broken workbook."""
    tables = (Table("a", "A", (), ()), Table("b", "B", (Column("c", "cell"),), (), total=True))
    assert read(Document("T", tables, None)) == {"A": [], "B": [["cell"]]}

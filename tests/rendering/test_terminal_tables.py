"""Which columns a terminal shows, and where their lines break."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.document import Column, Document, Record, Table
from digikunta_cli.rendering.terminal import render
from tests.rendering.rendering_samples import speaking


def test_spare_columns_give_way_on_a_narrow_terminal() -> None:
    """A table keeps its shape by leaving out what it can spare, and says what that was."""
    columns = tuple(Column(f"c{n}", f"heading {n}", is_spare=n > 3) for n in range(8))
    table = Table("t", "Table", columns, (("experimenter",) * 8,))
    document = Document("Table", (table,), None)

    assert render(document, width=80).splitlines()[2:] == [
        "heading 0     heading 1     heading 2     heading 3",
        "──────────────────────────────────────────────────────",
        "experimenter  experimenter  experimenter  experimenter",
        "Left out here, shown in a wider window: heading 4, heading 5, heading 6, heading",
        "7.",
    ]
    assert "Left out" not in render(document, width=200)


def test_items_of_lines_begin_a_line_each() -> None:
    """Reasons stand under one another instead of in one long sentence."""
    columns = (Column("a", "who"), Column("b", "why", "lines"))
    table = Table("t", "Table", columns, (("Raahe", ("same topic", "same language")),))

    assert render(Document("Table", (table,), None)).splitlines()[2:] == [
        "who    why",
        "────────────────────",
        "Raahe  same topic",
        "       same language",
    ]


def test_rows_of_several_lines_are_parted() -> None:
    """A blank line shows where one group ends and the next begins."""
    columns = (Column("n", "n", "number"), Column("b", "members", "lines"))
    table = Table("t", "Table", columns, ((1, ("Raahe", "Salo")), (2, ("Oulu",))))

    assert render(Document("Table", (table,), None)).splitlines()[4:] == [
        "1  Raahe",
        "   Salo",
        "",
        "2  Oulu",
    ]


def test_spare_columns_go_before_names_break() -> None:
    """A long name stays whole as long as something can be left out instead."""
    columns = (Column("a", "who"), *(Column(f"c{n}", f"c{n}", is_spare=n > 2) for n in range(5)))
    table = Table("t", "Table", columns, (("Varsinais-Suomi", *("experimenter",) * 5),))
    lines = render(Document("Table", (table,), None), width=70).splitlines()

    assert lines[4].split() == ["Varsinais-Suomi", *("experimenter",) * 3]
    assert lines[5] == "Left out here, shown in a wider window: c3, c4."


@given(width=st.integers(32, 120))
def test_addresses_are_never_broken(width: int) -> None:
    """An address can be copied from a table or a record of any width that holds it."""
    address = "nadja.kuvitteinen@vantaa.example"
    columns = (Column("a", "who"), Column("b", "contact", "list", is_spare=width % 2 == 0))
    table = Table("t", "Table", columns, (("experimenter", ("Nadja", address)),))
    record = Record("R", (("a long label of a question", f"Nadja, {address}"),))

    for part in (table, record):
        drawn = render(Document("T", (part,), None), width=width)
        assert address in drawn or "Left out here" in drawn


@given(width=st.integers(30, 80))
def test_dates_are_spoken_and_never_wrap(width: int) -> None:
    """A moment is one word, in a column of dates or of anything, and below the title."""
    columns = (Column("a", "a", "date"), Column("b", "b"), Column("c", "c"))
    moment = datetime(2026, 11, 24, 9, 2)
    table = Table("t", "Table", columns, (("2026-11-24 09:02:00", moment, "word " * 20),))
    with speaking("fi"):
        drawn = render(Document("T", (table,), None, "2026-11-24"), width=width)

    assert drawn.count("24.11.2026 9.02") == 2
    assert drawn.splitlines()[1] == "24.11.2026"

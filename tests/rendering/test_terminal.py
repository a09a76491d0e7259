"""Tables on terminals of every width, colour and alphabet."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from digikunta_cli.document import Column, Document, Record, Table, Text
from digikunta_cli.rendering.terminal import console_for, draw, render
from digikunta_cli.text import one_line, safe
from tests.rendering.rendering_samples import (
    EVERYTHING,
    RAAHE,
    SAVINGS,
    one_cell,
    speaking,
    texts,
    with_hostile,
)

WIDE = 2000


def test_table_stands_in_straight_columns() -> None:
    """Numbers are flush right, the total stands under a line, notes follow."""
    with speaking("en"):
        drawn = render(Document("Report", (SAVINGS,), None), width=80)

    assert drawn.splitlines() == [
        "Report",
        "",
        "Savings",
        "who         saving  day         topics             shared",
        "─────────────────────────────────────────────────────────",
        "Raahe    48,500.50  2017-03-31  e-services; other  yes",
        "Utsjoki     -1,200                                 no",
        "─────────────────────────────────────────────────────────",
        "all      47,300.50",
        "The last row adds them up.",
    ]


def test_narrow_terminal_gets_labelled_lines() -> None:
    """Where no table fits each fact has a line of its own, and what was not told has none."""
    with speaking("en"):
        drawn = render(Document("Savings", (SAVINGS, RAAHE), None), width=30)

    assert drawn.splitlines() == [
        "Savings",
        "",
        "who: Raahe",
        "saving: 48,500.50",
        "day: 2017-03-31",
        "topics: e-services; other",
        "shared: yes",
        "",
        "who: Utsjoki",
        "saving: -1,200",
        "shared: no",
        "",
        "who: all",
        "saving: 47,300.50",
        "The last row adds them up.",
        "",
        "Raahe",
        "id: 12",
        "need: Cars stand still.",
        "  Calls in office hours.",
    ]


def test_labels_are_dim_and_further_lines_set_in() -> None:
    """Labels are told from facts by their look, and facts from one another by their margin."""
    record = Record("Raahe", (("need", "word " * 8),))
    assert render(Document("Raahe", (record,), None), width=30, colour=True).splitlines()[2:] == [
        "\x1b[2mneed:\x1b[0m word word word word",
        "  word word word word",
    ]


@pytest.mark.parametrize("width", [45, 60])
def test_table_that_fits_stays_one(width: int) -> None:
    """Two columns need no wide window; nor do the facts of a record."""
    table = Table("t", "Table", (Column("a", "who"), Column("b", "why")), (("Raahe", "x " * 40),))
    lines = render(Document("Table", (table, RAAHE), None), width=width).splitlines()

    assert lines[2] == "who    why"
    assert lines[-3:-1] == ["need  Cars stand still.", "      Calls in office hours."]


def test_record_has_its_labels_in_a_column() -> None:
    """On a wide terminal the facts of a record stand under each other."""
    assert render(Document("Raahe", (RAAHE,), None), width=80).splitlines() == [
        "Raahe",
        "",
        "id    12",
        "need  Cars stand still.",
        "      Calls in office hours.",
        "x",
    ]


def test_record_without_facts_is_its_title() -> None:
    """Nothing known is nothing shown."""
    assert render(Document("Raahe", (Record("Oulu", ()),), None)).rstrip() == "Raahe\n\nOulu"


def test_table_without_rows_says_so() -> None:
    """An empty table is no bare line of headings."""
    empty = Table("t", "Table", (Column("c", "cell"),), ())
    assert render(Document("Table", (empty,), None)) == "Table\n\nNothing to show.\n"


def test_too_many_columns_become_labelled_lines() -> None:
    """A table that cannot be read at this width is not squeezed into it."""
    columns = tuple(Column(f"c{n}", f"heading {n}") for n in range(12))
    table = Table("t", "Table", columns, (("experimenter",) * 12,))

    assert render(Document("Table", (table,), None)).splitlines()[2] == "heading 0: experimenter"


def test_numbers_never_wrap() -> None:
    """A number beside a long text keeps its line."""
    table = Table(
        "t", "Table", (Column("n", "n", "number"), Column("c", "cell")), ((1234567, "word " * 90),)
    )
    assert "1234567  word word" in render(Document("Table", (table,), None))


@with_hostile
@given(text=texts)
def test_hostile_text_shows_as_it_is(text: str) -> None:
    """No markup, no emoji, no escape sequence: the cell holds the safe text."""
    last = render(one_cell(text), width=WIDE).splitlines()[-1]

    assert last == one_line(text).rstrip() or (not one_line(text) and last in ("", "cell"))


@given(text=texts, width=st.integers(20, 240))
def test_nothing_acts_and_nothing_is_too_wide(text: str, width: int) -> None:
    """Titles, sentences and records are as safe as cells, at any width."""
    document = Document(
        text, (Text((text,)), Record(text, ((text, text),)), *one_cell(text).parts), None, text
    )
    drawn = render(document, width=width)

    assert safe(drawn) == drawn
    assert max(map(cell_len, drawn.split("\n"))) <= width


def test_colour_is_bold_headings_and_little_more() -> None:
    """With colour the title is bold, a good sentence green and a faint one dim."""
    document = Document("Title", (Text(("Well.",), "good"), Text(("Hint.",), "faint")), None)
    assert render(document, colour=True).splitlines() == [
        "\x1b[1mTitle\x1b[0m",
        "",
        "\x1b[32mWell.\x1b[0m",
        "",
        "\x1b[2mHint.\x1b[0m",
    ]


class Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Whether somebody looks at it."""
        return True


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252", "utf-8"])
def test_consoles_of_other_alphabets_are_written_to(encoding: str) -> None:
    """What the console has no letter for becomes a question mark, and lines become hyphens."""
    raw = io.BytesIO()
    stream = Terminal(raw, encoding=encoding, errors="replace", newline="\n")
    with speaking("en"):
        draw(EVERYTHING, console_for(stream, width=80, colour=False))
    stream.flush()

    rule = "─" * 57 if encoding == "utf-8" else "-" * 57
    assert rule in raw.getvalue().decode(encoding).splitlines()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_none_is_wanted(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """NO_COLOR and a dumb terminal are honoured."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(name, value)
    raw = io.BytesIO()
    stream = Terminal(raw, encoding="utf-8")
    draw(Document("Title", (Text(("Well.",), "good"),), None), console_for(stream))
    stream.flush()

    assert b"\x1b[32m" not in raw.getvalue()


def test_width_that_is_no_width_is_taken_as_twenty(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS=1 does not make a column of letters."""
    monkeypatch.setenv("COLUMNS", "1")
    assert console_for(io.StringIO()).width == 20


def test_a_dumb_terminal_has_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is longer than it is, and a wide one is used."""
    monkeypatch.setenv("TERM", "dumb")
    for columns in (59, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert console_for(io.StringIO(), colour=True).width == columns

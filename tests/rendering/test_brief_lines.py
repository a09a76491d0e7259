"""Tables in one line a fact on narrow terminals."""

import io

import pytest

from digikunta_cli.document import Column, Document, Line, Table, Text
from digikunta_cli.rendering.brief import draw_brief
from digikunta_cli.rendering.terminal import console_for, render

LINES = (
    Line("Espoo: 2 of 2 seats", is_heading=True),
    Line("   7 Salo: " + "Etäneuvonta " * 6, "e-services; Finnish"),
    Line("  12 Turku", "x" * 90),
    Line("only this"),
)
TABLE = Table("pairs", "Pairs", (Column("a", "mentor"),), (("Espoo",),), brief=LINES)


def drawn(width: int) -> list[str]:
    """The lines of a terminal that wide."""
    return render(Document("Match", (TABLE,), None), width=width).splitlines()[3:]


def test_a_narrow_terminal_shows_one_line_a_fact_and_says_what_is_cut() -> None:
    """What is said begins in one column, and no line is longer than the terminal."""
    assert drawn(80) == [
        "Espoo: 2 of 2 seats",
        "   7 Salo: Etäneuvonta Etäneu…  e-services; Finnish",
        f"  12 Turku                      {'x' * 47}…",
        "only this",
        "Lines are cut here, and whole in a window of 120 columns.",
    ]


@pytest.mark.parametrize("width", [40, 120])
def test_wide_and_very_narrow_terminals_show_the_table(width: int) -> None:
    """There is room for it, or no room for a line."""
    assert "Espoo: 2 of 2 seats" not in "\n".join(drawn(width))


def test_nothing_is_said_to_be_cut_where_nothing_is() -> None:
    """Short lines take the room that they need, whatever control characters they hold."""
    stream = io.StringIO()
    is_cut = draw_brief((Line("a\x1b[31m", "b\nc"),), console_for(stream, width=60))

    assert not is_cut
    assert stream.getvalue().splitlines()[0].split() == ["a[31m", "b", "c"]
    assert len(stream.getvalue().splitlines()) == 1


def test_several_tables_say_once_at_the_end_that_lines_are_cut() -> None:
    """A terminal shows the end."""
    short = Table("left", "Left", (Column("a", "mentor"),), (("Espoo",),), brief=LINES[:2])
    said = render(Document("Match", (TABLE, short, Text(("Kept.",))), None)).splitlines()

    assert [place for place, line in enumerate(said) if "cut here" in line] == [len(said) - 1]
    assert said[-2] == "Kept."


def test_a_sentence_stands_beside_its_heading() -> None:
    """It is never cut, and wraps between words."""
    lines = (Line("one " * 30),)
    remark = Table("gone", "What goes", (Column("a", "a"),), (("one",),), brief=lines)
    said = render(Document("Match", (remark,), None)).splitlines()

    assert said[2].startswith("What goes: one one") and len(said) == 4
    assert " ".join(said[2:]).count("one") == 30


def test_a_terminal_without_other_letters_gets_dots() -> None:
    """An ellipsis is no ASCII."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors="strict")
    draw_brief((Line("a" * 100, "b"),), console_for(stream, width=60))
    stream.flush()

    assert raw.getvalue().decode("ascii").splitlines()[0] == "a" * 54 + "...  b"

"""Bars: as a picture in the page, and as block letters on a terminal."""

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.document import Bars, Column, Document, Line, Table
from digikunta_cli.rendering.blocks import with_blocks
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.rendering.plain import render as render_plain
from digikunta_cli.rendering.svg.drawing import draw
from digikunta_cli.rendering.terminal import render
from tests.rendering.rendering_samples import texts, with_hostile

SVG = "{http://www.w3.org/2000/svg}"
TABLE = Table(
    "topics",
    "Topics",
    (
        Column("topic", "topic"),
        Column("wanted", "wanted", "number"),
        Column("unmatched", "unmatched", "number"),
        Column("capacity", "offered", "number"),
    ),
    (
        ("Participation", 20, 5, 10),
        ("Sähköisen päätöksenteon ja johtamisen kokeileminen", 4, 4, 7),
        ("Nothing yet", 0, 0, 0),
        ("everyone once", 24, 9, 17),
    ),
    note="Each counts once.",
    total=True,
)
BARS = Bars(TABLE, ("wanted", "capacity"), parts=(("wanted", "unmatched"),))


def picture(bars: Bars) -> ElementTree.Element:
    """The picture as a browser reads it."""
    return ElementTree.fromstring(draw(bars, key="bars"))


def words(root: ElementTree.Element) -> list[str | None]:
    """The texts of a picture from above."""
    return [text.text for text in root.iter(f"{SVG}text")]


def drawn(bars: Bars, *, width: int = 120, ascii_only: bool = False) -> list[tuple[str, ...]]:
    """The bars of each row on a terminal of this width; none where they have no room."""
    table = with_blocks(bars, width=width, ascii_only=ascii_only)
    if table.columns[-1].key != "bars":
        return []
    return [row[-1] for row in table.rows]  # type: ignore[misc]


def test_the_picture_says_what_the_table_says() -> None:
    """A legend, then each row with the figure of each bar; the totals have none."""
    root = picture(BARS)

    assert words(root) == [
        *("wanted", "unmatched (figure in brackets)", "offered"),
        *("Participation", "20 (5)", "10"),
        *("Sähköisen päätöksenteon ja johtamisen", "kokeileminen", "4 (4)", "7"),
        *("Nothing yet", "0", "0"),
    ]
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == [
        "Topics",
        "Bars from above: wanted, offered.",
    ]


def test_bars_are_as_long_as_their_figures() -> None:
    """The longest leaves room for its figure; the marked part is the end of its bar."""
    bars = [
        (bar.get("x"), bar.get("width"))
        for bar in picture(BARS).iter(f"{SVG}rect")
        if "%" in bar.attrib["width"]
    ]

    assert bars[:4] == [
        ("0", "72.00%"),
        ("54.00%", "18.00%"),
        ("54.00%", "18.00%"),
        ("0", "36.00%"),
    ]
    assert bars[-1] == ("0", "0.00%")


def test_nothing_stands_over_anything() -> None:
    """Lines of text keep their distance, and all are inside the picture."""
    root = picture(BARS)
    heights = [float(text.attrib["y"]) for text in root.iter(f"{SVG}text")]

    assert all(later - earlier >= 18 for earlier, later in pairwise(heights))
    assert heights[-1] < float(root.attrib["height"])


@pytest.mark.parametrize("bars", [replace(BARS, measures=("none",)), Bars(TABLE, ())])
def test_without_measures_only_the_rows_are_named(bars: Bars) -> None:
    """A column that is not there has no bars, in the page and on a terminal."""
    assert len(list(picture(bars).iter(f"{SVG}rect"))) == 0
    assert drawn(bars) == []


def test_no_rows_are_no_bars() -> None:
    """An empty network has an empty picture."""
    bars = Bars(replace(TABLE, rows=(), total=False), ("wanted",))

    assert words(picture(bars)) == ["wanted"]
    assert drawn(bars) == []


@with_hostile
@given(text=texts)
def test_hostile_label_is_a_text(text: str) -> None:
    """No label can add an element to the picture."""
    columns = (Column("a", text), Column("b", text, "number"))
    root = picture(Bars(Table("t", text, columns, ((text, 3), (None, None))), ("b",)))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}

    assert tags == {"svg", "title", "desc", "style", "text", "rect"}


def test_terminal_bars_stand_beside_the_figures() -> None:
    """In eighths of a letter, but for a bar with a marked end."""
    bars = drawn(BARS)

    assert bars == [
        (f"{'█' * 30}{'▒' * 10} 20", f"{'█' * 20} 10"),
        (f"{'▒' * 8} 4", f"{'█' * 14} 7"),
        ("0", "0"),
        (),
    ]


def test_bars_are_no_longer_than_the_names_beside_them_allow() -> None:
    """A name takes no more lines than there are bars, and none of its words is broken."""
    forms = tuple((form, 50, 0, 7) for form in ("scaling and counting savings", "a mentor"))
    bars = replace(BARS, table=replace(TABLE, rows=forms, total=False))
    lengths = {width: len(drawn(bars, width=width)[0][0]) - 3 for width in (120, 80, 71, 68)}
    lines = render(Document("R", (bars,), None), width=68).splitlines()

    assert drawn(Bars(TABLE, ("capacity",)))[1] == (f"{'█' * 19}▋ 7",)
    assert lengths == {120: 40, 80: 28, 71: 20, 68: 20}
    assert any(line.startswith("scaling and ") for line in lines)
    assert not any("-" in line for line in lines)
    narrow = (("innovaatiotoimintaympäristö", 50, 0, 7),)
    assert drawn(replace(bars, table=replace(TABLE, rows=narrow, total=False)), width=70) == []


def test_terminal_bars_are_measured_in_eighths() -> None:
    """A third of twenty letters is six and five eighths."""
    table = replace(TABLE, rows=(("a", 3, 0, 0), ("b", 1, 0, 0)), total=False)

    assert drawn(Bars(table, ("wanted",)), width=60) == [(f"{'█' * 20} 3",), (f"{'█' * 6}▋ 1",)]


def test_ascii_terminals_have_bars_of_ascii() -> None:
    """Old consoles have no blocks; the end without a pair is told apart all the same."""
    assert drawn(BARS, ascii_only=True)[0] == (f"{'#' * 30}{'=' * 10} 20", f"{'#' * 20} 10")


def test_a_marked_part_is_seen_however_small() -> None:
    """One of many is no nothing."""
    table = replace(TABLE, rows=(("a", 1000, 1, 0),), total=False)

    assert drawn(replace(BARS, table=table))[0] == (f"{'█' * 39}▒ 1000", "0")


def test_narrow_terminals_show_the_table_alone() -> None:
    """Figures and names come first; where there is a little room the bars are shorter."""
    lengths = {
        width: max(map(len, (row[0] for row in drawn(BARS, width=width) if row)), default=0)
        for width in (50, 76, 88, 120)
    }

    assert lengths[50] == 0
    assert 0 < lengths[76] < lengths[88] < lengths[120]
    assert with_blocks(BARS, width=40, ascii_only=False) == TABLE


def test_a_table_in_brief_stays_in_brief() -> None:
    """Where lines stand for the table there are no bars; where it is shown there are."""
    told = replace(BARS, table=replace(TABLE, brief=(Line("in", "brief"),)))
    document = Document("R", (told,), None)

    assert render(document, width=100).splitlines()[-1].split() == ["in", "brief"]
    assert "█" in render(document, width=130)


def test_terminal_says_what_the_bars_are() -> None:
    """Each line of the table keeps to the width, and the note tells which bar is which."""
    lines = render(Document("R", (BARS,), None), width=100).splitlines()

    assert lines[-1] == "Each counts once. Bars from above: wanted (▒ unmatched), offered."
    assert any(line.endswith("▒ 20") for line in lines)
    assert max(map(len, lines)) <= 100


def test_other_programs_get_no_bars() -> None:
    """Into a pipe goes the table as it is."""
    assert as_table(BARS) == TABLE
    assert "█" not in render_plain(Document("R", (BARS,), None))


@given(
    st.lists(st.tuples(st.integers(-3, 400), st.one_of(st.none(), st.integers(0, 400)))),
    st.integers(20, 200),
    st.booleans(),
)
def test_bars_never_break_and_never_grow_too_long(
    figures: list[tuple[int, int | None]], width: int, ascii_only: bool
) -> None:
    """Whatever the figures and the width are, the drawn table fits."""
    rows = tuple(("Aihe", wanted, part, 1) for wanted, part in figures)
    bars = replace(BARS, table=replace(TABLE, rows=rows, total=False))
    for row in drawn(bars, width=width, ascii_only=ascii_only):
        assert all(len(bar.split(" ")[0]) <= 40 for bar in row)
    lines = render(Document("R", (bars,), None), width=width).splitlines()
    assert max(map(len, lines)) <= width

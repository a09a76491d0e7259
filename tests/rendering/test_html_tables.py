"""Tables and lists on the page: for wide and small screens, and for paper."""

from digikunta_cli.document import Column, Document, Network, Part, Record, Table
from digikunta_cli.rendering.html.page import render
from tests.rendering.rendering_samples import network, speaking
from tests.rendering.test_html_page import Page

GROUPS = Table(
    "groups",
    "Groups",
    (Column("n", "n", "number"), Column("who", "members", "lines"), Column("t", "topics", "list")),
    ((1, ("Raahe", "Salo"), ("forms", "maps")), (2, ("Oulu",), ("maps",))),
)


def page_of(*parts: Part) -> Page:
    """A page with these parts."""
    with speaking("en"):
        return Page(render(Document("Title", parts, None)))


def test_only_items_of_lines_stand_below_one_another() -> None:
    """Short lists run on in their cell; one item of lines has the same edge as several."""
    page = page_of(GROUPS)

    assert page.words("li") == ["Raahe", "Salo", "Oulu"]
    assert {"forms, maps", "maps"} <= set(page.words("td"))


def test_list_of_a_record_runs_on() -> None:
    """A fact of several items is one line too."""
    page = page_of(Record("Raahe", (("topics", ("forms", "maps")),)))

    assert page.words("dd") == ["forms, maps"]
    assert page.attributes("li") == []


def test_rows_are_headed_by_the_column_that_says_so() -> None:
    """Without a flag it is the first column of texts, or the first of all."""
    columns = (Column("r", "role"), Column("o", "organisation", heads_row=True))
    flagged = Table("t", "T", columns, (("mentor", "Oulu"),))
    numbers = Table("t", "T", (Column("n", "n", "number"),), ((1,),))

    heads = [
        text
        for table in (flagged, GROUPS, numbers)
        for tag, text in page_of(table).texts
        if tag == "th" and text not in ("role", "organisation", "n", "members", "topics")
    ]
    assert heads == ["Oulu", "1", "2"]


def test_columns_that_tell_nothing_are_left_out() -> None:
    """A column of dashes takes room from the others."""
    table = Table("t", "T", (Column("a", "a"), Column("b", "notes", "list")), (("x", ()),))
    assert page_of(table).words("th") == ["a"]
    assert page_of(table).words("td") == ["x"]


def test_only_wide_tables_become_blocks_on_a_small_screen() -> None:
    """Their cells carry their headings; small tables and figures stay as they are."""
    columns = tuple(Column(f"c{n}", f"heading {n}") for n in range(4))
    wide = Table("t", "T", columns, (("x",) * 4,))
    page = page_of(
        wide,
        GROUPS,
        Table("t", "T", columns[:3], (("y",) * 3,)),
        Table("glance", "T", columns, (("z",) * 4,)),
    )
    labels = [each["data-label"] for each in page.attributes("td") if "data-label" in each]

    assert page.attributes("table") == [{"class": "wide"}, {"class": "wide"}, {}, {}]
    assert labels == ["heading 1", "heading 2", "heading 3", *("members", "topics") * 2]


def test_table_of_the_picture_can_be_printed_while_folded_away() -> None:
    """It stands after the button, so that only the style for screens hides it."""
    page = page_of(network())
    tags = [tag for tag, _attributes in page.elements]
    after = page.elements[tags.index("summary") + 1]

    assert after == ("div", {"class": "same"})
    assert "@media screen { details:not([open]) + .same { display: none; } }" in render(
        Document("Title", (), None)
    )


def test_empty_picture_has_no_table() -> None:
    """Nobody is no row; but a list of those without a pair is worth reading."""
    nobody = Network("Network", "Experimenters", "Mentors", (), (), ())

    assert page_of(nobody).attributes("details") == []
    assert len(page_of(network(right=0, links=())).attributes("details")) == 1


def test_picture_is_as_wide_on_paper_as_a_page_of_whole_rows_asks_for() -> None:
    """A4 without its margins, in the whole pixels that browsers print, is 51 rows of 27."""
    inch, pixels = 25.4, 96
    page, above, below = (round(each / inch * pixels) for each in (297, 16, 18))
    width = 640 * (page - above - below) / pixels * inch / (51 * 27)
    assert f".nw-tall {{ max-width: {int(width * 100) / 100}mm; }}" in render(
        Document("Title", (), None)
    )

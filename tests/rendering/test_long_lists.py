"""Long lists on a page and a terminal are cut and say so; nothing is missing from other formats."""

import pytest

from digikunta_cli.document import (
    Cell,
    Cluster,
    Clusters,
    Column,
    Document,
    Line,
    Node,
    Record,
    Table,
    Text,
)
from digikunta_cli.rendering.formats import render
from digikunta_cli.rendering.shortened import MOST_ROWS, shortened
from tests.rendering.rendering_samples import network, speaking

OTHER = Table("other", "Other", (Column("a", "name"),), (("Salo",),))


def long_table(count: int, *, total: bool = False) -> Table:
    """A table of so many numbered rows, with a note, and a row of totals below if asked for."""
    rows: list[tuple[Cell, ...]] = [(f"row {number}.",) for number in range(1, count + 1)]
    columns = (Column("a", "name"),)
    return Table("t", "Pairs", columns, (*rows, *([("all",)] * total)), note="Noted.", total=total)


@pytest.mark.parametrize("format", ["html", "table"])
def test_long_list_among_others_is_cut_and_says_how_many_there_are(format: str) -> None:
    """The first rows and what says where the others are; the note stays."""
    document = Document("Report", (OTHER, long_table(MOST_ROWS + 1)), None)

    with speaking("en"):
        said = " ".join(str(render(document, format, width=200)).split())

    assert f"row {MOST_ROWS}." in said
    assert f"row {MOST_ROWS + 1}." not in said
    assert (
        "The first 500 of 501 rows; a file whose name ends in .xlsx or .csv has them all. Noted."
    ) in said


@pytest.mark.parametrize("format", ["plain", "csv", "md"])
def test_other_formats_have_every_row(format: str) -> None:
    """Nothing is lost."""
    document = Document("Report", (OTHER, long_table(MOST_ROWS + 1)), None)

    assert f"row {MOST_ROWS + 1}." in str(render(document, format))


def test_total_stays_below_the_rows_that_are_left() -> None:
    """It counts neither as a row nor among those cut."""
    with speaking("en"):
        document = shortened(Document("R", (OTHER, long_table(MOST_ROWS + 9, total=True)), None))
    table = document.parts[1]

    assert isinstance(table, Table)
    assert table.rows[-2:] == ((f"row {MOST_ROWS}.",), ("all",))
    assert table.note.startswith("The first 500 of 509 rows;")


def test_list_alone_stays_whole() -> None:
    """Who asks for one list wants it all."""
    document = Document("List", (Text(("Said.",)), long_table(MOST_ROWS + 1)), None)

    assert shortened(document) is document


def test_short_lists_and_other_parts_stay_as_they_are() -> None:
    """Also a list of exactly as many rows as are shown."""
    clusters = Clusters(OTHER, (Cluster("one", (Node(1, "Salo"),)),))
    record = Record("Salo", (("name", "Salo"),))
    parts = (Text(("Said.",)), record, network(2, 2), clusters, long_table(MOST_ROWS, total=True))
    document = Document("Report", parts, None)

    assert shortened(document) == document


def test_picture_shows_as_many_as_its_table() -> None:
    """Clusters are told in the order of the rows."""
    clusters = tuple(Cluster(f"{n}", (Node(n, "Salo"),)) for n in range(MOST_ROWS + 1))
    picture = Clusters(long_table(MOST_ROWS + 1), clusters)

    with speaking("en"):
        (_other, short) = shortened(Document("Report", (OTHER, picture), None)).parts

    assert isinstance(short, Clusters)
    assert (len(short.clusters), len(short.table.rows)) == (MOST_ROWS, MOST_ROWS)


def test_lines_that_stand_for_a_table_are_cut_too() -> None:
    """On a terminal too narrow for the table, where a row may take several lines."""
    lines = tuple(Line(f"line {number}.") for number in range(1, MOST_ROWS + 3))
    table = Table("t", "Pairs", (Column("a", "name"),), (("Espoo",),), brief=lines)

    with speaking("en"):
        drawn = str(render(Document("Report", (OTHER, table), None), "table", width=100))

    assert f"line {MOST_ROWS}.\nThe first 500 of 502 lines; a file whose name" in drawn
    assert f"line {MOST_ROWS + 1}." not in drawn

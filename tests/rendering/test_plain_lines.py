"""Tab-separated lines."""

from hypothesis import given

from digikunta_cli.document import Document, Text
from digikunta_cli.rendering.plain import render
from digikunta_cli.text import one_line
from tests.rendering.rendering_samples import (
    EVERYTHING,
    SAVINGS,
    one_cell,
    speaking,
    texts,
    with_hostile,
)


def test_single_table_is_headings_and_rows() -> None:
    """A table alone has no title, so that other programs find the headings first."""
    document = Document("Savings", (SAVINGS, Text(("3 rows",), "faint")), None)
    with speaking("en"):
        assert render(document) == (
            "who\tsaving\tday\ttopics\tshared\n"
            "Raahe\t48500.5\t2017-03-31\te-services; other\tyes\n"
            "Utsjoki\t-1200\t\t\tno\n"
            "all\t47300.5\t\t\t\n"
            "# The last row adds them up.\n"
        )


def test_several_parts_have_titles_and_blank_lines() -> None:
    """Parts are told apart by a blank line and a title behind a hash."""
    with speaking("en"):
        blocks = render(EVERYTHING).split("\n\n")

    assert [block.split("\n")[0] for block in blocks] == [
        "# Nobody has a pair.",
        "# Savings",
        "# Raahe",
        "# Network",
    ]
    assert (
        blocks[2]
        == "# Raahe\nwhat\tvalue\nid\t12\nneed\tCars stand still. Calls in office hours.\nx\t"
    )


def test_sentences_alone_are_printed_bare() -> None:
    """Where there is no table the sentences are all there is, hints too."""
    document = Document("Pairs", (Text(("No pairs yet.",)), Text(("Run match.",), "faint")), None)
    assert render(document) == "No pairs yet.\nRun match.\n"


@with_hostile
@given(text=texts)
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    """Whatever a cell holds, it is one field of one line."""
    assert render(one_cell(text)) == f"cell\n{one_line(text)}\n"

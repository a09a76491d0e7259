"""Markdown as GitHub draws it."""

from hypothesis import given
from markdown_it import MarkdownIt

from digikunta_cli.document import Column, Document, Table, Text
from digikunta_cli.rendering.markdown import escaped, render
from digikunta_cli.text import one_line
from tests.rendering.rendering_samples import EVERYTHING, one_cell, speaking, texts, with_hostile

PARSER = MarkdownIt().enable(["table", "strikethrough"])


def test_document_has_headings_paragraphs_and_tables() -> None:
    """Numbers are flush right, the total is bold, and lines of a record keep their ends."""
    with speaking("en"):
        drawn = render(EVERYTHING)

    assert drawn.split("\n\n") == [
        "# Report",
        "2017-05-31",
        "Nobody has a pair.",
        "## Savings",
        "| who | saving | day | topics | shared |\n"
        "| --- | ---: | --- | --- | --- |\n"
        "| Raahe | 48,500.50 | 2017-03-31 | e-services; other | yes |\n"
        "| Utsjoki | -1,200 |  |  | no |\n"
        "| **all** | **47,300.50** |  |  |  |",
        "The last row adds them up.",
        "## Raahe",
        "| what | value |\n| --- | --- |\n| id | 12 |\n"
        "| need | Cars stand still.<br>Calls in office hours. |\n| x |  |",
        "## Network",
        "| Mentors | settled | proposed |\n| --- | --- | --- |\n"
        "| Sparraaja 0 | Kunta 0 |  |\n| Sparraaja 1 |  | Kunta 1 |",
        "Without a pair: Kunta 2",
        "Next: match.\n",
    ]


def test_date_below_the_title_is_spoken() -> None:
    """A reader in Finnish sees the date as it is written there."""
    with speaking("fi"):
        assert "\n31.5.2017\n" in render(EVERYTHING)


def test_columns_that_tell_nothing_are_left_out() -> None:
    """Nobody reads a column of blanks."""
    table = Table("t", "Table", (Column("a", "a"), Column("b", "b")), (("x", None),))
    assert render(Document("Table", (table,), None)) == "# Table\n\n| a |\n| --- |\n| x |\n"


def test_title_is_not_said_twice() -> None:
    """A table that is called as the document has no heading of its own."""
    assert "## Table" not in render(Document("Table", one_cell("x").parts, None))


def test_addresses_and_names_become_no_links() -> None:
    """GitHub makes links, mentions and emoji of bare words, so those are escaped too."""
    assert escaped("https://trap.example www.trap.example @kunta :smile: #1 a: b") == (
        r"https\://trap.example www\.trap.example \@kunta \:smile: \#1 a: b"
    )
    assert escaped("WWW.trap.example awww.example a.b R&D") == (
        r"WWW\.trap.example awww.example a.b R&amp;D"
    )


@with_hostile
@given(text=texts)
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    """A parser finds one cell with the text, and nothing else."""
    tokens = PARSER.parse(render(one_cell(text)))
    children = [token.children or [] for token in tokens if token.type == "inline"][-1]

    assert {child.type for child in children} <= {"text", "text_special", "softbreak"}
    assert "".join(child.content for child in children) == one_line(text)


@with_hostile
@given(text=texts)
def test_hostile_sentence_stays_a_paragraph(text: str) -> None:
    """No sentence becomes a list, a heading or a rule."""
    tokens = PARSER.parse(render(Document("Title", (Text((text,)),), None)))

    paragraphs = [token.type for token in tokens[3:]]
    assert paragraphs == (["paragraph_open", "inline", "paragraph_close"] if one_line(text) else [])

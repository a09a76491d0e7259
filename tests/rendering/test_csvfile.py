"""CSV as Excel with Finnish settings opens it."""

import csv
import io

from hypothesis import given

from digikunta_cli.document import Document
from digikunta_cli.rendering.csvfile import render
from digikunta_cli.text import one_line
from tests.rendering.rendering_samples import (
    EVERYTHING,
    SAVINGS,
    one_cell,
    speaking,
    texts,
    with_hostile,
)


def test_table_opens_in_excel() -> None:
    """A mark for UTF-8, semicolons, CRLF, decimal commas; a negative number stays a number."""
    with speaking("en"):
        assert render(Document("Savings", (SAVINGS,), None)) == (
            "\ufeffwho;saving;day;topics;shared\r\n"
            'Raahe;48500,5;2017-03-31;"e-services; other";yes\r\n'
            "Utsjoki;-1200;;;no\r\n"
            "all;47300,5;;;\r\n"
            "The last row adds them up.\r\n"
        )


def test_several_tables_follow_one_another() -> None:
    """Each has its title above and a blank line before it."""
    titles = [part.split("\r\n")[0] for part in render(EVERYTHING).split("\r\n\r\n")]
    assert titles == ["\ufeffNobody has a pair.", "Savings", "Raahe", "Network"]


@with_hostile
@given(text=texts)
def test_no_text_is_a_formula(text: str) -> None:
    """What begins like a formula gets an apostrophe, and everything reads back as it was."""
    rows = list(csv.reader(io.StringIO(render(one_cell(text)), newline=""), delimiter=";"))
    read = rows[1][0] if rows[1] else ""

    assert read == one_line(text) or read == f"'{one_line(text)}"
    assert not read.startswith(("=", "+", "-", "@", "\t", "\r"))

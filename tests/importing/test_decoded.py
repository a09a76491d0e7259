"""A text comes in parts, so that no more than some of it is in the memory at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.decoded import Decoded
from digikunta_cli.importing.encoding import decode
from digikunta_cli.importing.limits import LONGEST_LINE

LINES = st.lists(st.text("aä😀;", max_size=9), max_size=9)


def test_parts_are_of_whole_lines_and_together_the_text() -> None:
    """A row of a table is never cut, wherever the bytes of a part would end."""
    text = "".join(f"{number};äänestys € 😀\n" for number in range(20_000))

    parts = list(Decoded(text.encode()).parts())

    assert "".join(parts) == text
    assert len(parts) > 3
    assert all(part.endswith("\n") for part in parts)


@pytest.mark.parametrize("letter", ["ä", "€", "😀"])
def test_a_line_longer_than_any_row_is_cut_between_letters(letter: str) -> None:
    """Such a line is refused, and a letter cut in two would be told as damage."""
    text = "x" + letter * (LONGEST_LINE // len(letter.encode()) + 100_000)

    parts = list(Decoded(text.encode()).parts())

    assert len(parts) == 2
    assert "".join(parts) == text


def test_bytes_that_are_no_letters_are_cut_too() -> None:
    """In an old alphabet all bytes of a long line may look like the inside of a letter."""
    data = b"[{" + b"\x96" * (LONGEST_LINE + 200_000)

    assert decode(data, file="a.json").start(len(data)) == "[{" + "–" * (len(data) - 2)


def test_the_start_is_as_long_as_is_asked_or_the_whole() -> None:
    """Only so much is decoded."""
    text = "rivi;ä\n" * 40_000

    start = Decoded(text.encode()).start(1_000)

    assert 1_000 <= len(start) < len(text)
    assert text.startswith(start)
    assert Decoded(text.encode()).start(len(text) + 1) == text
    assert Decoded(b"").start() == ""


@given(
    LINES,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_end_of_a_line_becomes_a_line_feed(lines: list[str], name: str, end: str) -> None:
    """In each encoding."""
    text = "".join(line + end for line in lines)

    decoded = decode(text.encode(name), file="a.csv")

    assert decoded.data.decode() == "".join(line + "\n" for line in lines)

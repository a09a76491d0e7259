"""Limits: a large network fits below them, and what is far above them is refused undecoded."""

import csv
import io
from itertools import islice

import pytest

from digikunta_cli.errors import InputError
from digikunta_cli.importing.decoded import Decoded
from digikunta_cli.importing.delimited import read_delimited
from digikunta_cli.importing.grid import grid_of
from digikunta_cli.importing.limits import Limits, Room
from digikunta_cli.importing.raw_size import check_raw
from tests.benchmark_import import registrations

MANY = 100_000
SOME = 300
SMALL = Limits(rows=10)


def limit_of(data: bytes, limits: Limits = SMALL) -> str:
    """The limit that the refusal of a text names."""
    with pytest.raises(InputError) as caught:
        check_raw(data, file="a.csv", limits=limits)
    assert caught.value.code == "file-too-large"
    return str(caught.value.facts["limit"])


def test_a_hundred_thousand_registrations_stay_within_the_usual_limits() -> None:
    """Answers as people give them fill far more cells than the form has required questions."""
    rows = list(islice(registrations(SOME), 1, None))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    limits = Limits()
    room = Room("a.csv", limits)
    grid_of(rows, room=room)

    assert limits.rows >= MANY
    assert limits.kept * SOME >= room.taken * MANY
    assert limits.cells * SOME >= sum(map(len, rows)) * MANY
    assert limits.text * SOME >= len(text.getvalue().encode()) * MANY
    assert limits.decoded * SOME >= len(text.getvalue().encode("utf-16")) * MANY


@pytest.mark.parametrize("separator", [b";", b"\t", b",", b"|"])
def test_a_text_of_separators_is_refused_by_their_number(separator: bytes) -> None:
    """Whichever of them parts the cells, room for so many would be set aside in vain."""
    assert limit_of(separator * 20_000_001) == "20\u00a0000\u00a0000 cells"


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_one_endless_line_is_refused_and_many_long_ones_are_read(end: bytes) -> None:
    """A row of more letters than four of the longest cells is nobody's answer."""
    line = b"x" * 15_000_000

    check_raw(line + end + line + end + line, file="a.csv", limits=SMALL)
    assert limit_of(b"a;b" + end + line + line) == "5\u00a0000\u00a0000 letters in one cell"


@pytest.mark.parametrize("start", [b"[{", b"\xef\xbb\xbf {", b"<html>", b"x\x00"])
def test_what_may_stand_on_one_line_is_not_refused_for_that(start: bytes) -> None:
    """JSON and pages have no lines to speak of, and wide letters no line ends of one byte."""
    check_raw(start + b"x" * 20_000_001, file="a.csv", limits=SMALL)


def test_blank_cells_are_not_counted_however_many_there_are() -> None:
    """A form of very many columns may have few answers."""
    data = f"x{';' * 1_950}\n".encode() * 3_100
    grid, _notes = read_delimited(Decoded(data), file="a.csv")

    assert grid.rows == tuple((number, ("x",)) for number in range(1, 3_101))


def test_cells_that_all_differ_are_kept_as_they_are() -> None:
    """Only so many texts are remembered to be shared."""
    texts = [f"{number:x}" for number in range(1_000, 201_100)]

    rows = grid_of(([text] for text in texts), room=Room("a.csv", Limits())).rows

    assert [cells for _number, cells in rows] == [(text,) for text in texts]

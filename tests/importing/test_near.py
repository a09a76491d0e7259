"""The quick look at a large part never takes a far cell for a near one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.importing.extent import XlsxCells, column_number
from digikunta_cli.importing.limits import USUAL, Limits
from digikunta_cli.importing.near import Nearness

PLAIN = (
    b'<worksheet><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>a &lt; b</t></is></c>'
    b'<c r="AB1"/></row><row r="150000"><c r="B150000"><v>1</v></c></row></sheetData></worksheet>'
)


def looks_near(part: bytes, size: int = 50, limits: Limits = USUAL) -> bool:
    """Whether the quick look, given so many bytes at once, finds the part near."""
    nearness = Nearness(limits)
    for start in range(0, len(part), size):
        nearness.feed(part[start : start + size])
    return nearness.is_near()


def is_near(part: bytes, limits: Limits = USUAL) -> bool:
    """Whether parsing the whole part finds it near."""
    cells = XlsxCells("a.xlsx", limits)
    cells.parser.Parse(part, True)
    try:
        cells.check()
    except InputError:
        return False
    return True


@pytest.mark.parametrize("size", [1, 7, 64, 65, 1_000])
def test_a_plain_part_is_near_wherever_it_is_cut(size: int) -> None:
    """A part comes in pieces, and tags and figures may be cut by them."""
    assert looks_near(PLAIN, size)
    assert looks_near(b'<sst uniqueCount="2000000">' + b"paljon sanoja " * 99 + b"</sst>", 1_000)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"B150000"', b'"B200001"'),
        (b'"AB1"', b'"XFD1"'),
        (b'"AB1"', b'"ABA1"'),
        (b'"AB1"', b'"ABCD1"'),
        (b'"AB1"', b'"A01"'),
        (b'"AB1"', b'"AB1" r="A1048576"'),
        (b'"AB1"', b'"A1" s=" " r="A1048576"'),
        (b'<c r="AB1"', b"<c r='AB1'"),
        (b'<c r="AB1"', b'<c\tr="AB1"'),
        (b'<c r="AB1"', b'<c  r="AB1"'),
        (b'<c r="AB1"', b"<c"),
        (b'<c r="AB1"', b'<x:c r="AB1"'),
        (b"<worksheet>", b'<!DOCTYPE x SYSTEM "y"><worksheet>'),
        (b"<worksheet>", b'<worksheet uniqueCount="99999999">'),
        (b"<worksheet>", b"<worksheet uniqueCount='1'>"),
        (b"<worksheet>", b"<worksheet>\x00"),
        (b"</worksheet>", b"<c r="),
    ],
)
def test_what_is_far_or_strange_is_left_to_the_parser(old: bytes, new: bytes) -> None:
    """The quick look knows one way of writing cells, the one of spreadsheet programs."""
    assert old in PLAIN
    for size in (1, 13, 1_000):
        assert not looks_near(PLAIN.replace(old, new), size)


def test_a_wide_part_with_many_rows_has_too_many_cells() -> None:
    """The farthest row and the farthest column are taken together."""
    assert not looks_near(PLAIN.replace(b'"AB1"', b'"EZ1"'))
    assert looks_near(PLAIN.replace(b'"AB1"', b'"EZ1"'), limits=Limits(400_000))


ROWS = st.one_of(st.integers(1, 300_000), st.integers(99_990, 100_010))
COLUMNS = st.integers(1, 2_100)


def letters(column: int) -> str:
    """The letters of a column by its number."""
    return "" if not column else letters((column - 1) // 26) + chr(65 + (column - 1) % 26)


@given(st.lists(st.tuples(ROWS, COLUMNS), max_size=5), st.integers(1, 100))
@example([(200_000, 100)], 64)
@example([(200_001, 1)], 64)
@example([(1, 2_001)], 64)
def test_what_looks_near_is_near(places: list[tuple[int, int]], size: int) -> None:
    """Whatever cells there are and wherever the part is cut."""
    cells = "".join(f'<c r="{letters(column)}{row}"><v>1</v></c>' for row, column in places)
    part = f"<sheetData>{cells}</sheetData>".encode()

    assert not looks_near(part, size) or is_near(part)
    assert all(column_number(letters(column)) == column for _row, column in places)

"""How single values read."""

from datetime import date, datetime

import pytest

from digikunta_cli.document import Cell
from digikunta_cli.rendering.cells import exact, is_number, items, listed, spoken, typed
from tests.rendering.rendering_samples import speaking


@pytest.mark.parametrize(
    ("cell", "kind", "english", "finnish"),
    [
        (None, "text", "", ""),
        (True, "text", "yes", "yes"),
        (12345, "number", "12345", "12345"),
        (2.5, "number", "2.5", "2,5"),
        (2.0, "number", "2", "2"),
        (12345, "money", "12,345", "12 345"),
        (-2900.5, "money", "-2,900.50", "-2 900,50"),
        (float("inf"), "number", "inf", "inf"),
        (date(2017, 3, 1), "date", "2017-03-01", "1.3.2017"),
        ("2017-03-01", "date", "2017-03-01", "1.3.2017"),
        ("2017-03-99", "date", "2017-03-99", "2017-03-99"),
        ("2017-03-01", "text", "2017-03-01", "2017-03-01"),
        (datetime(2017, 3, 1, 9, 5), "date", "2017-03-01 09:05", "1.3.2017 9.05"),
        ("2017-03-01 09:05:00", "date", "2017-03-01 09:05", "1.3.2017 9.05"),
        ("2017-03-01T09:05", "date", "2017-03-01 09:05", "1.3.2017 9.05"),
        ("2017-03-01 25:05", "date", "2017-03-01 25:05", "2017-03-01 25:05"),
        ("2017-03-01 or so", "date", "2017-03-01 or so", "2017-03-01 or so"),
        (("a", "\x1b", "b\nc"), "list", "a; b c", "a; b c"),
        (" a\tb ", "text", "a b", "a b"),
    ],
)
def test_cell_reads_as_its_language_has_it(
    cell: Cell, kind: str, english: str, finnish: str
) -> None:
    """Numbers and dates follow the language, and everything stays on one line."""
    with speaking("en"):
        assert spoken(cell, kind) == english
    with speaking("fi"):
        # The words themselves come from the catalogues, which are not under test here.
        assert spoken(cell, kind) == finnish or cell is True


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        (12345, "12345"),
        (2900.5, "2900.5"),
        (date(2017, 3, 1), "2017-03-01"),
        (datetime(2017, 3, 1, 9, 5), "2017-03-01 09:05:00"),
        (("a", "b"), "a; b"),
        (False, "no"),
    ],
)
def test_exact_cell_is_the_same_in_every_language(cell: Cell, written: str) -> None:
    """Programs get points in numbers and ISO dates."""
    assert exact(cell) == written


def test_exact_number_takes_the_decimal_point_asked_for() -> None:
    """A Finnish spreadsheet reads a comma."""
    assert exact(2900.5, point=",") == "2900,5"


def test_only_columns_of_dates_make_dates_of_texts() -> None:
    """An ISO date in a text column is left as somebody wrote it."""
    assert (typed("2017-03-01", "date"), typed("2017-03-01", "text")) == (
        date(2017, 3, 1),
        "2017-03-01",
    )


def test_yes_and_no_are_no_numbers() -> None:
    """A boolean is never summed or set flush right."""
    assert [is_number(cell) for cell in (1, 1.5, True, None, "1")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_empty_items_are_left_out() -> None:
    """A list shows only what has anything in it."""
    assert items(("a", " ", "")) == ("a",)


def test_short_list_stands_in_a_line() -> None:
    """Commas part the items, semicolons where an item has a comma itself."""
    assert listed(("a", "", "b")) == "a, b"
    assert listed(("a, b", "c")) == "a, b; c"

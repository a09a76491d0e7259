"""Tables with fewer columns."""

import pytest

from digikunta_cli.document import Cell, Column, Table
from digikunta_cli.rendering.columns import without_empty_columns, without_spare_columns

COLUMNS = (Column("a", "a"), Column("b", "b", is_spare=True), Column("c", "c", "list"))


def table(*rows: tuple[Cell, ...]) -> Table:
    """A table of three columns."""
    return Table("t", "Table", COLUMNS, rows, note="Note.", total=True)


def test_columns_that_tell_nothing_go() -> None:
    """A column stays for one cell; note and total stay as they were."""
    assert without_empty_columns(table(("x", 0, ()), ("", None, ("",)))) == Table(
        "t", "Table", COLUMNS[:2], (("x", 0), ("", None)), note="Note.", total=True
    )


@pytest.mark.parametrize("rows", [(), (("", None, ()),)])
def test_table_that_tells_nothing_keeps_its_headings(rows: tuple[tuple[Cell, ...], ...]) -> None:
    """A table has columns, whatever is in them."""
    assert without_empty_columns(table(*rows)) == table(*rows)


def test_spare_columns_can_be_left_out() -> None:
    """What a narrow terminal may leave out goes with its cells."""
    assert without_spare_columns(table(("x", 0, ("y",)))).rows == (("x", ("y",)),)

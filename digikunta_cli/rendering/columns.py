"""Tables with fewer columns: without those that tell nothing, or those that can be spared."""

from collections.abc import Sequence

from digikunta_cli.document import Table
from digikunta_cli.rendering.cells import spoken


def without_empty_columns(table: Table) -> Table:
    """The table without columns that tell nothing, so that the others get their room."""
    numbers = range(len(table.columns))
    return _with_columns(
        table, [number for number in numbers if any(spoken(row[number]) for row in table.rows)]
    )


def without_spare_columns(table: Table) -> Table:
    """The table without what a narrow terminal may leave out."""
    return _with_columns(
        table, [number for number, column in enumerate(table.columns) if not column.is_spare]
    )


def _with_columns(table: Table, kept: Sequence[int]) -> Table:
    """The table with those columns; whole where none would be left."""
    kept = kept or range(len(table.columns))
    return Table(
        table.key,
        table.title,
        tuple(table.columns[number] for number in kept),
        tuple(tuple(row[number] for number in kept) for row in table.rows),
        note=table.note,
        total=table.total,
    )

"""Where the headings of a sheet stand: in one of its first rows, or in two together."""

from collections.abc import Sequence

from digikunta_cli.importing.form import Form, recognise
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.headings import joined, may_go_on
from digikunta_cli.model import Role
from digikunta_cli.topics import Catalogue

_FIRST_ROWS = 10
"""Headings are looked for in so many first rows of a sheet."""

Found = tuple[Form, int]
"""A form, and the index of the row below its headings."""
Reading = tuple[tuple[str, ...], int]
"""Headings, and the index of the row below them."""


def find_form(
    rows: Sequence[Row], catalogue: Catalogue, *, role: Role | None = None
) -> tuple[Form | None, int]:
    """The form of the first rows that ask its questions, and the index of the row below them."""
    for index in range(min(len(rows), _FIRST_ROWS)):
        found = _readings(rows, index, catalogue, role)
        if found and found[0][1] > index + 1:
            # Only two rows together ask the questions: the upper may be but a title.
            found = [*_readings(rows, index + 1, catalogue, role), *found]
        if found:
            return max(found, key=_answered)
    return None, 0


def _readings(
    rows: Sequence[Row], index: int, catalogue: Catalogue, role: Role | None
) -> list[Found]:
    """The forms that a row has by itself, and together with the row below it."""
    forms = [
        (recognise(headings, catalogue, role=role), start)
        for headings, start in readings_at(rows, index)
    ]
    return [(form, start) for form, start in forms if form is not None]


def readings_at(rows: Sequence[Row], index: int) -> list[Reading]:
    """A row as headings by itself, and together with the row below it where that goes on."""
    cells = [row[1] for row in rows[index : index + 2]]
    readings = [(cells[0], index + 1)]
    if len(cells) == 2 and may_go_on(*cells):
        readings.append((joined(*cells), index + 2))
    return readings


def first_readings(rows: Sequence[Row]) -> list[Reading]:
    """Every way to read headings in the first rows of a sheet."""
    places = range(min(len(rows), _FIRST_ROWS))
    return [reading for index in places for reading in readings_at(rows, index)]


def _answered(found: Found) -> int:
    """How many columns have a meaning; an answer read as a heading has none."""
    return len(found[0].targets)

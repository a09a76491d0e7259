"""A cell in words: as people read it in their language, or exactly, for programs to read."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime

from digikunta_cli.document import Cell
from digikunta_cli.locale import current_language
from digikunta_cli.locale.dates import day_said
from digikunta_cli.locale.labels import yes_no
from digikunta_cli.text import one_line

NUMERIC = frozenset({"number", "money"})
"""Kinds of columns that stand flush right."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?P<time>[ T]\d\d:\d\d(:\d\d)?)?", re.ASCII)


def typed(cell: Cell, kind: str) -> Cell:
    """The cell itself, but an ISO date or moment in a column of dates as a real one."""
    found = _ISO.fullmatch(cell) if kind == "date" and isinstance(cell, str) else None
    if found is None:
        return cell
    try:
        return (datetime if found["time"] else date).fromisoformat(found[0])
    except ValueError:
        return cell


def spoken(cell: Cell, kind: str = "text", *, clean: Callable[[str], str] = one_line) -> str:
    """The cell as people read it; nothing where it was not told.

    `clean` makes texts safe: `one_line` for tables, `text.safe` where lines may stay.
    """
    cell = typed(cell, kind)
    if isinstance(cell, tuple):
        return "; ".join(items(cell, clean=clean))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _number(cell, kind)
    if isinstance(cell, date):
        return _day(cell)
    return clean(cell) if isinstance(cell, str) else yes_no(cell)


def listed(cell: tuple[str, ...], *, clean: Callable[[str], str] = one_line) -> str:
    """A short list as it stands in a sentence; semicolons where an item has a comma itself."""
    told = items(cell, clean=clean)
    return ("; " if any("," in item for item in told) else ", ").join(told)


def exact(cell: Cell, *, point: str = ".") -> str:
    """The cell on one line with ISO dates and ungrouped numbers."""
    if isinstance(cell, float):
        return str(cell).replace(".", point)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if is_number(cell) else spoken(cell)


def items(cell: tuple[str, ...], *, clean: Callable[[str], str] = one_line) -> tuple[str, ...]:
    """The items of a list that have anything in them."""
    return tuple(item for item in map(clean, cell) if item)


def is_number(cell: Cell) -> bool:
    """Whether the cell is a number; yes and no are not."""
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _number(value: int | float, kind: str) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    grouped = "," if kind == "money" else ""
    if isinstance(value, int) or value.is_integer():
        return _in_language(f"{int(value):{grouped}d}")
    digits = f"{value:{grouped}.2f}"
    return _in_language(digits if kind == "money" else digits.rstrip("0").rstrip("."))


def _in_language(digits: str) -> str:
    """1,234.5 as it stands in English, 1 234,5 in Finnish and Swedish."""
    if current_language() == "en":
        return digits
    return digits.replace(",", " ").replace(".", ",")


def _day(day: date) -> str:
    """ISO in English, 31.3.2017 9.02 in Finnish and Swedish."""
    said = day_said(day.isoformat())
    if not isinstance(day, datetime):
        return said
    return f"{said} {day:%H:%M}" if current_language() == "en" else f"{said} {day.hour}.{day:%M}"

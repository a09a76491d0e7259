"""JSON with an object for each answer becomes a table: the names of values are the headings."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from json import JSONDecodeError
from sys import getsizeof
from typing import NamedTuple, TypeGuard

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid, clean, grid_of
from digikunta_cli.importing.limits import (
    USUAL,
    Limits,
    Room,
    check_bytes,
    check_size,
    too_much_memory,
)
from digikunta_cli.importing.sheets import written

_START = re.compile(r'\s*(?:\[\s*[{\]]|\{\s*["}])')
_EMPTY = 80
"""Bytes that an object takes beside its names and values."""
_Name = tuple[str, int]
"""A heading, and which one of that name it is among those of an answer."""


class _Object(NamedTuple):
    """The names of an object in order, of which one may stand in it twice, and their values."""

    names: tuple[str, ...]
    values: tuple[object, ...]

    def pairs(self) -> Iterator[tuple[str, object]]:
        """Each name with its value."""
        return zip(self.names, self.values, strict=True)


def is_records(text: str) -> bool:
    """Whether a text begins as JSON with objects does, and no table of cells."""
    return _START.match(text) is not None


def read_records(text: str, *, file: str, limits: Limits = USUAL) -> Grid:
    """Read an array of objects, or the one array of objects that an object holds.

    Headings are the names in the order in which they first appear, in row 1. Raises InputError
    where the text is damaged, too large, or holds no such array.
    """
    check_bytes(file, len(text), limits.records)
    room = Room(file, limits)
    # A list takes room before any of its objects is complete, and so all are counted first.
    if getsizeof(text) > 2 * limits.records or sum(map(text.count, ",[{")) > limits.values:
        raise too_much_memory(file, limits)
    try:
        content = json.loads(
            text, object_pairs_hook=maker(room), parse_int=str, parse_constant=_nothing
        )
        records = _records(content, file)
        check_size(file, limits, rows=len(records))
        return _grid(records, file, limits)
    except (JSONDecodeError, RecursionError) as error:
        raise InputError("file-damaged", file=file) from error


def maker(room: Room) -> Callable[[list[tuple[str, object]]], _Object]:
    """What makes an object of pairs, within the room; objects alike have their names in common."""
    known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def made(pairs: list[tuple[str, object]]) -> _Object:
        names = tuple(name for name, _value in pairs)
        values = tuple(value for _name, value in pairs)
        if names not in known:
            room.take(getsizeof(names))
        room.take(_EMPTY + sum(map(getsizeof, (values, *filter(None, values)))))
        return _Object(known.setdefault(names, names), values)

    return made


def _nothing(_constant: str) -> None:
    """NaN and the infinities are no answers."""


def _records(content: object, file: str) -> Sequence[_Object]:
    found = [content]
    if isinstance(content, _Object):
        found = [value for value in content.values if value and _are_objects(value)]
    if len(found) != 1 or not _are_objects(found[0]):
        raise InputError("json-not-answers", file=file)
    return found[0]


def _are_objects(value: object) -> TypeGuard[list[_Object]]:
    return isinstance(value, list) and all(isinstance(each, _Object) for each in value)


def _grid(records: Sequence[_Object], file: str, limits: Limits) -> Grid:
    columns: dict[_Name, None] = {}
    for record in records:
        columns.update(dict.fromkeys(name for name, _text in _cells(record)))
        check_size(file, limits, rows=len(records), columns=len(columns))
    headings = [clean(heading) for heading, _nth in columns]
    rows = (_row(record, columns) for record in records)
    room = Room(file, limits)
    return grid_of(chain([headings], rows), room=room) if columns else Grid(None, ())


def _row(record: _Object, columns: dict[_Name, None]) -> list[str]:
    cells = dict(_cells(record))
    return [cells.get(name, "") for name in columns]


def _cells(record: _Object) -> Iterator[tuple[_Name, str]]:
    """The cells of an answer, each with its name."""
    seen: Counter[str] = Counter()
    for heading, value in _flat(record):
        seen[heading] += 1
        yield (heading, seen[heading]), _text(value)


def _flat(record: _Object) -> Iterator[tuple[str, object]]:
    """Names and values; parts of a question are headed as form tools do, `question:part`."""
    for name, value in record.pairs():
        if isinstance(value, _Object):
            yield from ((f"{name}:{part}", inner) for part, inner in _flat(value))
        else:
            yield name, value


def _text(value: object) -> str:
    """A value as a workbook's cell would be; a list as the options chosen, `a;b`."""
    if value is None:
        return ""
    if isinstance(value, _Object):
        return ", ".join(f"{clean(name)}: {_text(inner)}" for name, inner in value.pairs())
    if isinstance(value, list):
        return ";".join(filter(None, map(_text, value)))
    return written(value) if isinstance(value, (bool, float)) else clean(str(value))

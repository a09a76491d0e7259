"""Who sits at which table of a meeting: by a topic that all at the table share.

Whoever must sit together is one unit, seated whole. The topic of most units still standing is
seated first, so that few topics have a table of their own.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digikunta_cli.matching.sides import OTHER
from digikunta_cli.topics import TOPIC_KEYS

SEATS = 8
"""Guests at a table at most."""

_Ids = tuple[int, ...]
_Two = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Someone to seat, with the topics that it has."""

    id: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTable:
    """Who sits at one table, by id; `topic` is what it was laid for, None where for none."""

    topic: str | None
    members: _Ids


@dataclass(frozen=True, slots=True)
class _Unit:
    """Guests who sit together, with the topics that they share, else those that any of them has."""

    members: _Ids
    topics: frozenset[str]


def seat(
    guests: Iterable[Guest],
    *,
    together: Iterable[_Two] = (),
    near: Iterable[_Two] = (),
    first: Container[str] = (),
) -> tuple[RoundTable, ...]:
    """Seat every guest at one table.

    Who is `together` sits at one table, unless so many hang together that no table holds them;
    who is `near` does where there is a choice. The topics `first` come before all others.
    """
    standing = _units(sorted(guests, key=lambda each: each.id), together)
    neighbours = frozenset(frozenset(two) for two in near)
    tables: list[RoundTable] = []
    while standing:
        topic = _topic(standing, first)
        taken = [each for each in standing if topic is None or topic in each.topics]
        standing = [each for each in standing if each not in taken]
        tables.extend(_seated(topic, taken, neighbours))
    return tuple(_without_lone(tables))


def _units(guests: Sequence[Guest], together: Iterable[_Two]) -> list[_Unit]:
    circles = {each.id: frozenset({each.id}) for each in guests}
    for one, other in together:
        if one in circles and other in circles:
            joined = circles[one] | circles[other]
            circles.update(dict.fromkeys(joined, joined))
    topics = {each.id: frozenset(each.topics) for each in guests}
    whole = {c if len(c) <= SEATS else frozenset({id}): None for id, c in circles.items()}
    return [_unit(tuple(sorted(members)), [topics[id] for id in members]) for members in whole]


def _unit(members: _Ids, topics: Sequence[frozenset[str]]) -> _Unit:
    shared = frozenset.intersection(*topics)
    return _Unit(members, shared or frozenset().union(*topics))


def _topic(units: Iterable[_Unit], first: Container[str]) -> str | None:
    """The topic of most guests, those `first` before others; None where nobody has any.

    Who chose "other" shares only that nothing else fitted, so it is seated last.
    """
    counts = dict.fromkeys(TOPIC_KEYS, 0)
    for unit in units:
        for topic in unit.topics:
            counts[topic] += len(unit.members)
    found = [topic for topic in TOPIC_KEYS if counts[topic]]
    return max(
        found,
        key=lambda topic: (topic in first, topic != OTHER, counts[topic]),
        default=None,
    )


def _seated(
    topic: str | None, units: Sequence[_Unit], near: Container[frozenset[int]]
) -> list[RoundTable]:
    """The units at as few tables as hold them, about as many at each."""
    guests = sum(len(each.members) for each in units)
    tables: list[_Ids] = [()] * -(-guests // SEATS)
    for unit in sorted(units, key=lambda each: (-len(each.members), each.members)):
        fitting = [n for n, at in enumerate(tables) if len(at) + len(unit.members) <= SEATS]
        if not fitting:
            tables.append(unit.members)
            continue
        best = max(fitting, key=lambda n: (_links(tables[n], unit.members, near), -len(tables[n])))
        tables[best] += unit.members
    return [RoundTable(topic=topic, members=tuple(sorted(at))) for at in tables if at]


def _links(at: _Ids, unit: _Ids, near: Container[frozenset[int]]) -> int:
    return sum(frozenset({one, other}) in near for one in at for other in unit)


def _without_lone(tables: Sequence[RoundTable]) -> Iterator[RoundTable]:
    """No table of one guest: several such sit with each other, a single one where there is room."""
    others = [table for table in tables if len(table.members) > 1]
    lone = tuple(sorted(table.members[0] for table in tables if len(table.members) == 1))
    smallest = min(others, key=lambda table: len(table.members), default=None)
    if len(lone) == 1 and smallest and len(smallest.members) < SEATS:
        joined = replace(smallest, members=tuple(sorted((*smallest.members, *lone))))
        yield from (joined if table is smallest else table for table in others)
        return
    yield from others
    count = -(-len(lone) // SEATS)
    yield from (RoundTable(topic=None, members=lone[n::count]) for n in range(count))

"""Pairs by state and by age: those that have not moved for long come first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from digikunta_cli.document import Cell, Column, Json, Line, Part, Table, Text
from digikunta_cli.locale import _, mark, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Pair, PairState
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.reports.pairs import in_order, pairs_table


@dataclass(frozen=True, slots=True)
class _Age:
    """A pair with how many days it has been in its state, and whether that is too long."""

    pair: Pair
    days: int
    is_stale: bool


def _ages(view: View) -> list[_Age]:
    """The pairs of the report, by mentor and then by experimenter."""
    return [_age(view, pair) for pair in in_order(_told(view), view.people, view.names)]


def _age(view: View, pair: Pair) -> _Age:
    today = date.fromisoformat(view.facts.date)
    days = max((today - date.fromisoformat(_since(pair))).days, 0)
    return _Age(pair, days, days >= view.wish.stale_days)


def _since(pair: Pair) -> str:
    """The ISO date of its state."""
    return pair.changed_at[:10]


def _parts(view: View) -> tuple[Part, ...]:
    ages = _ages(view)
    return (*_warning(view, ages), _states(view, ages), _table(view, ages))


def _warning(view: View, ages: Iterable[_Age]) -> tuple[Text, ...]:
    count = sum(age.is_stale for age in ages)
    days = view.wish.stale_days
    age = plural("for {days} day or longer", "for {days} days or longer", days).format(days=days)
    said = plural("{count} pair has not moved {age}.", "{count} pairs have not moved {age}.", count)
    line = said.format(count=count, age=age)
    return (Text((line,), "warning"),) if count else ()


def _states(view: View, ages: Iterable[_Age]) -> Table:
    """How many stand in each state and for how long; below them those that are over."""
    by_state: dict[PairState, list[_Age]] = {state: [] for state in PairState}
    for age in ages:
        by_state[age.pair.state].append(age)
    return Table(
        "states",
        _("Pairs by state"),
        (
            Column("state", _("state")),
            Column("count", _("pairs"), "number"),
            Column("stale", _("not moved"), "number"),
            Column("longest", _("longest, days"), "number"),
        ),
        tuple(
            (
                label(state.value),
                len(those),
                sum(age.is_stale for age in those),
                max(age.days for age in those),
            )
            for state, those in by_state.items()
            if those
        )
        + tuple((label(state), count, None, None) for state, count in _closed(view).items()),
        note=_("Not moved: in the same state for so many days or more: {days}.").format(
            days=view.wish.stale_days
        ),
    )


def _closed(view: View) -> dict[str, int]:
    """Pairs that are over; what came to nothing is not for everybody, nor with whom it was."""
    return {} if view.wish.is_public else view.facts.closed_states()


def _table(view: View, ages: Iterable[_Age]) -> Table:
    """The pairs with their age before the reasons, those that have not moved for longest first."""
    ages = list(ages)
    table = pairs_table((age.pair for age in ages), view.people, view.names)
    place = next(n for n, column in enumerate(table.columns, 1) if column.key == "state")
    aged = (
        Column("since", _("since"), "date", is_spare=True),
        Column("days", _("days"), "number"),
    )
    rows = sorted(
        zip(ages, table.rows, strict=True), key=lambda each: -each[0].days * each[0].is_stale
    )
    return replace(
        table,
        columns=(*table.columns[:place], *aged, *table.columns[place:]),
        rows=tuple(_row(age, row, place) for age, row in rows),
        brief=tuple(_lines(view, [age for age, _cells in rows])),
    )


def _lines(view: View, ages: Iterable[_Age]) -> Iterator[Line]:
    """The pairs under their mentors, in the same order, with how long they have stood."""
    ages = list(ages)
    width = max((len(str(age.pair.id)) for age in ages), default=0)
    for mentor, those in groupby(ages, key=lambda age: age.pair.mentor):
        yield Line(view.names.who(view.people[mentor]), is_heading=True)
        for age in those:
            who = view.names.who(view.people[age.pair.experimenter])
            yield Line(f"  {str(age.pair.id).rjust(width)} {who}", _standing(age))
    if ages:
        yield Line(_("Why they suit each other: digikunta pairs."))


def _standing(age: _Age) -> str:
    """A pair's state, for how long it has been in it, and what there is to look at."""
    said = plural("{state}, {count} day", "{state}, {count} days", age.days)
    state = said.format(state=label(age.pair.state.value), count=age.days)
    return "; ".join((state, *map(label, age.pair.flags)))


def _told(view: View) -> Iterable[Pair]:
    """What a coordinator wrote of a pair, or has to look at in it, is not for everybody."""
    if not view.wish.is_public:
        return view.facts.pairs
    return [replace(pair, reason=None, flags=(), is_locked=False) for pair in view.facts.pairs]


def _row(age: _Age, row: tuple[Cell, ...], place: int) -> tuple[Cell, ...]:
    return (*row[:place], _since(age.pair), age.days, *row[place:])


def _data(view: View) -> dict[str, Json]:
    return {
        "states": {**view.facts.states(), **_closed(view)},
        "pairs": [_pair_data(_age(view, pair)) for pair in view.facts.shown_pairs()],
    }


def _pair_data(age: _Age) -> dict[str, Json]:
    pair = age.pair
    return {
        "id": pair.id,
        "experimenter": pair.experimenter,
        "mentor": pair.mentor,
        "topics": list(pair.topics),
        "score": pair.score,
        "state": pair.state.value,
        "since": _since(pair),
        "stale": age.is_stale,
    }


SECTION = Section("pairs", _parts, _data, mark("There are no pairs to show."))

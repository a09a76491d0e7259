"""What came or changed since a date: registrations, their answers, and pairs.

A report for everybody tells neither answers before and after nor pairs that came to nothing.
"""

from collections.abc import Iterable
from dataclasses import replace

from digikunta_cli.document import Cell, Column, Json, Line, Part, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.dates import day_said
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Pair, Participant
from digikunta_cli.reports import changes as answers
from digikunta_cli.reports.change import Change
from digikunta_cli.reports.network.facts import live_pairs
from digikunta_cli.reports.network.section import Section, View


def _parts(view: View) -> tuple[Part, ...]:
    """Nothing is listed in a first report: there all is new."""
    if view.facts.since is None:
        said = _(
            "No report was made before today, so there is nothing to compare with."
            " Name a day: --since DATE."
        )
        return (Text((said,), "faint"),) if view.facts.everyone else ()
    told = _told(view)
    named = [replace(each, organisation=_named(view, each)) for each in told]
    tables = (_came(view), answers.table(named, dry_run=False), _moved(view))
    day = day_said(view.facts.since)
    if any(table.rows for table in tables):
        return (Text((_("Changes are told from {date} on.").format(date=day),)), *tables)
    if not view.wish.sections or view.facts.is_partial:
        return ()
    said = _("Nothing has changed since {date}.").format(date=day)
    return (Text((said,), "faint"),)


def _named(view: View, change: Change) -> str:
    return view.names.who(view.people[change.registration])


def _came(view: View) -> Table:
    came = sorted(view.facts.new(), key=view.names.order)
    return Table(
        "new",
        _("New or changed"),
        (
            Column("role", _("role")),
            Column("who", _("who"), heads_row=True),
            Column("what", _("what")),
            Column("changed", _("came or changed"), "date"),
        ),
        tuple(_row(view, each) for each in came),
        brief=tuple(
            Line(view.names.who(each), f"{label(each.role.value)}, {_what(view, each)}")
            for each in came
        ),
    )


def _row(view: View, each: Participant) -> tuple[Cell, ...]:
    what = _what(view, each)
    return label(each.role.value), view.names.who(each), what, each.changed_at[:10]


def _what(view: View, each: Participant) -> str:
    return _("new registration") if _is_new(view, each) else _("changed answers")


def _is_new(view: View, each: Participant) -> bool:
    return view.facts.since is not None and each.first_seen >= view.facts.since


def _told(view: View) -> list[Change]:
    if view.wish.is_public:
        return []
    return [each for each in view.facts.changes if each.registration in view.people]


def _pairs(view: View) -> list[Pair]:
    """Pairs of which both sides are here, those that moved last first."""
    moved = live_pairs(view.facts.moved) if view.wish.is_public else view.facts.moved
    here = [p for p in moved if p.experimenter in view.people and p.mentor in view.people]
    return sorted(here, key=lambda pair: pair.changed_at, reverse=True)


def _moved(view: View) -> Table:
    people, names = view.people, view.names
    return Table(
        "moved",
        _("Pairs proposed or moved"),
        (
            Column("id", _("id"), "number"),
            Column("mentor", _("mentor")),
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("state", _("state")),
            Column("since", _("since"), "date"),
        ),
        tuple(
            (
                pair.id,
                names.who(people[pair.mentor]),
                names.who(people[pair.experimenter]),
                label(pair.state.value),
                pair.changed_at[:10],
            )
            for pair in _pairs(view)
        ),
    )


def _data(view: View) -> dict[str, Json]:
    """`new` is everyone in a first report; `changes` has nothing in it there."""
    came = [each.id for each in view.facts.everyone if _is_new(view, each)]
    told = answers.in_order(_told(view))
    return {
        "new": [each.id for each in view.facts.new()],
        "changes": {
            "new": list(came),
            "changed": [answers.to_data(each, dry_run=False) for each in told],
            "pairs": _pairs_data(_pairs(view)),
        },
    }


def _pairs_data(pairs: Iterable[Pair]) -> Json:
    return [
        {
            "id": pair.id,
            "experimenter": pair.experimenter,
            "mentor": pair.mentor,
            "state": pair.state.value,
            "since": pair.changed_at[:10],
        }
        for pair in pairs
    ]


SECTION = Section("changes", _parts, _data)

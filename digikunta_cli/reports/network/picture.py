"""The picture of the network: who works with whom, or of a large one how many by region."""

from collections import Counter

from digikunta_cli.document import Cell, Column, Flow, Flows, Json, Link, Network, Node, Part, Table
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import SETTLED, Participant, Role
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.topics import TOPIC_KEYS

_MOST = 600
"""Participants of both sides that can still be told apart in a picture."""
_OTHER, _WITHOUT = "other", "without"
_COLUMNS = (*TOPIC_KEYS, _WITHOUT)
"""Where an experimenter stands: in the first topic of its pair, or without one."""


def _parts(view: View) -> tuple[Part, ...]:
    """Who has a pair or could have one; the others are in the list of unmet needs.

    Nothing where one side may not be told of, beside which the other would seem to be alone.
    """
    here = {pair.experimenter for pair in view.facts.pairs} | view.facts.asking()
    guests = tuple(each for each in view.facts.of_role(Role.EXPERIMENTER) if each.id in here)
    mentors = view.facts.of_role(Role.MENTOR)
    if any(map(view.facts.hides, Role)) or not (guests or mentors):
        return ()
    if len(guests) + len(mentors) > _MOST:
        return (_flows(view, guests),)
    return (_network(view, guests, mentors),)


def _network(
    view: View, guests: tuple[Participant, ...], mentors: tuple[Participant, ...]
) -> Network:
    """Who has a pair with somebody left out of the report is left out, and not without one."""

    def node(each: Participant) -> Node:
        return Node(each.id, view.names.organisation(each), each.title or "")

    away = view.facts.paired_away()
    return Network(
        title=_("The network"),
        left_title=_("Experimenters"),
        right_title=_("Mentors"),
        left=tuple(node(each) for each in guests if each.id not in away),
        right=tuple(node(each) for each in mentors if each.id not in away),
        links=tuple(
            Link(p.experimenter, p.mentor, "settled" if p.state in SETTLED else "proposed")
            for p in view.facts.shown_pairs()
        ),
    )


def _flows(view: View, guests: tuple[Participant, ...]) -> Flows:
    """Experimenters by region on the left, by the topic of their pair on the right."""
    counts = Counter[tuple[str | None, str]]()
    standing = _standing(view)
    for each in guests:
        counts[each.organisation.region, standing.get(each.id, _WITHOUT)] += 1
    regions = _regions(counts)
    return Flows(
        table=_table(view, counts, regions),
        left_title=_("Experimenters"),
        right_title=_("Their pair's topic"),
        left=tuple(Node(n, _region(view, code)) for n, code in enumerate(regions)),
        right=tuple(
            Node(-n, _column(key))
            for n, key in enumerate(_COLUMNS, 1)
            if any(counts[region, key] for region in regions)
        ),
        flows=tuple(
            Flow(regions.index(region), -1 - _COLUMNS.index(key), count)
            for (region, key), count in counts.items()
        ),
    )


def _standing(view: View) -> dict[int, str]:
    """The first topic of each experimenter's first pair; other where they share none."""
    standing: dict[int, str] = {}
    for pair in view.facts.pairs:
        standing.setdefault(pair.experimenter, next(iter(pair.topics), _OTHER))
    return standing


def _regions(counts: Counter[tuple[str | None, str]]) -> tuple[str | None, ...]:
    """Regions with the most experimenters first; None, for those without one, last."""
    totals = Counter[str | None]()
    for (region, _key), count in counts.items():
        totals[region] += count
    return tuple(sorted(totals, key=lambda code: (code is None, -totals[code], code or "")))


def _table(
    view: View, counts: Counter[tuple[str | None, str]], regions: tuple[str | None, ...]
) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (_region(view, code), *(counts[code, key] for key in _COLUMNS)) for code in regions
    ]
    totals = (sum(counts[code, key] for code in regions) for key in _COLUMNS)
    return Table(
        "network",
        _("The network"),
        (
            Column("region", _("region"), heads_row=True),
            *(Column(key, _column(key), "number") for key in _COLUMNS),
        ),
        (*rows, (_("all"), *totals)),
        note=_("Experimenters by region; each counts once, in the first topic of its first pair."),
        total=True,
    )


def _region(view: View, code: str | None) -> str:
    return view.names.region(code) or _("no region")


def _column(key: str) -> str:
    return _("without a pair") if key == _WITHOUT else label(f"topic:{key}")


def _data(_view: View) -> dict[str, Json]:
    """The pairs are told by the section on pairs."""
    return {}


SECTION = Section("network", _parts, _data)

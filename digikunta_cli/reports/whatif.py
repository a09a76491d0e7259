"""What `match --what-if` says: the outcome as it stands beside the one as it would be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digikunta_cli.document import Cell, Column, Document, Json, Part, Table, Text
from digikunta_cli.locale import _, mark
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant
from digikunta_cli.names import Names
from digikunta_cli.reports.match_facts import Ends
from digikunta_cli.reports.round_facts import Compared, Side

People = Mapping[int, Participant]
_FACTS = {
    "covered": mark("experimenters with a mentor"),
    "unmatched": mark("left without a mentor"),
    "used": mark("seats used"),
    "capacity": mark("seats"),
    "mentors": mark("mentors"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    """An experimenter whose mentors would be others."""

    experimenter: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    points: int
    """How many more its best pair would have."""

    @property
    def fate(self) -> str:
        """Whether it gains, loses, or only has another mentor."""
        if self.points:
            return "gains" if self.points > 0 else "loses"
        return "same"


def build(compared: Compared, names: Names) -> Document:
    """Both outcomes in one table, then who gains and who loses."""
    moved = _moved(compared)
    people = compared.participants
    weighed = _("Points are by the weights as they stand, so that both can be compared.")
    parts: tuple[Part, ...] = (
        _sides(compared),
        _movers(moved, people, names) if moved else Text((_("No pair would be another."),)),
        *([Text((weighed,))] if compared.is_weighed else []),
        Text((_("Nothing was written."),), "faint"),
    )
    return Document(title=_("What if"), parts=parts, data=_data(compared, moved))


def _sides(compared: Compared) -> Table:
    now, then = compared.now, compared.then
    rows: list[tuple[Cell, ...]] = [
        (_(said), now.summary[key], then.summary[key], then.summary[key] - now.summary[key])
        for key, said in _FACTS.items()
    ]
    rows.append((_("score"), now.points, then.points, then.points - now.points))
    rows.append((_("points of the worst-off"), now.worst_off, then.worst_off, _worst(compared)))
    rows.append((_("pairs that differ"), len(compared.gone), len(compared.new), None))
    if now.shortfall or then.shortfall:
        short = [sum(side.shortfall.values()) for side in (now, then)]
        rows.append((_("fewer than --min-load asks for"), *short, short[1] - short[0]))
    if now.policy != then.policy:
        rows.append(
            (_("comes first"), *(label(f"policy:{side.policy}") for side in (now, then)), None)
        )
    return Table(
        "compared",
        _("What if"),
        (
            Column("fact", _("what"), heads_row=True),
            Column("now", _("as it stands"), "number"),
            Column("then", _("as it would be"), "number"),
            Column("difference", _("difference"), "number"),
        ),
        tuple(rows),
    )


def _worst(compared: Compared) -> int | None:
    now, then = compared.now.worst_off, compared.then.worst_off
    return None if now is None or then is None else then - now


def _moved(compared: Compared) -> list[_Moved]:
    """Everyone whose mentors differ, by id."""
    touched = sorted({experimenter for experimenter, _mentor in (*compared.gone, *compared.new)})
    return [
        _Moved(
            experimenter=id,
            before=_mentors(compared.now, id),
            after=_mentors(compared.then, id),
            points=_best(compared.then, id) - _best(compared.now, id),
        )
        for id in touched
    ]


def _mentors(side: Side, experimenter: int) -> tuple[int, ...]:
    return tuple(sorted(mentor for one, mentor in side.pairs if one == experimenter))


def _best(side: Side, experimenter: int) -> int:
    return max((score for ends, score in side.pairs.items() if ends[0] == experimenter), default=0)


def _movers(moved: Iterable[_Moved], people: People, names: Names) -> Table:
    ordered = sorted(moved, key=lambda each: (-each.points, names.order(people[each.experimenter])))
    return Table(
        "moved",
        _("Who gains and who loses"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("now", _("as it stands")),
            Column("then", _("as it would be")),
            Column("points", _("score"), "number"),
        ),
        tuple(
            (
                names.who(people[each.experimenter]),
                _called(each.before, people, names),
                _called(each.after, people, names),
                each.points,
            )
            for each in ordered
        ),
    )


def _called(ids: Iterable[int], people: People, names: Names) -> str:
    return ", ".join(names.who(people[id]) for id in ids) or _("nobody")


def _data(compared: Compared, moved: Iterable[_Moved]) -> Json:
    fates: dict[str, list[Json]] = {"gains": [], "loses": [], "same": []}
    for each in moved:
        fates[each.fate].append(each.experimenter)
    return {
        "now": _side_data(compared.now),
        "then": _side_data(compared.then),
        "gone": [_ends(ends, compared.now) for ends in compared.gone],
        "new": [_ends(ends, compared.then) for ends in compared.new],
        "gains": fates["gains"],
        "loses": fates["loses"],
    }


def _side_data(side: Side) -> dict[str, Json]:
    return {
        **side.summary,
        "points": side.points,
        "worst_off": side.worst_off,
        "shortfall": {str(mentor): lack for mentor, lack in side.shortfall.items()},
        "policy": side.policy,
        "min_load": side.min_load,
    }


def _ends(ends: Ends, side: Side) -> dict[str, Json]:
    return {"experimenter": ends[0], "mentor": ends[1], "score": side.pairs[ends]}

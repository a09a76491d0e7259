"""What a decision about a pair costs, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from digikunta_cli.document import Document, Json, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.model import Participant
from digikunta_cli.names import Names

if TYPE_CHECKING:
    from digikunta_cli.reports.round_facts import Cost, Ruled

People = Mapping[int, Participant]


def cost_lines(cost: Cost, people: People, names: Names) -> tuple[str, ...]:
    """What a decision costs: who loses or gains a mentor, and points."""
    said = [
        _called(_("Without a mentor by this: {names}."), cost.loses, people, names),
        _called(_("With a mentor by this: {names}."), cost.gains, people, names),
        "" if cost.loses else _("Nobody loses a mentor by this."),
        _points(cost.total_score),
    ]
    return tuple(filter(None, said))


def _called(sentence: str, ids: Sequence[int], people: People, names: Names) -> str:
    return sentence.format(names="; ".join(names.who(people[id]) for id in ids)) if ids else ""


def _points(difference: int) -> str:
    if not difference:
        return _("It costs no points.")
    count = abs(difference)
    if difference < 0:
        return plural("It costs {count} point.", "It costs {count} points.", count).format(
            count=count
        )
    return plural("It brings {count} point.", "It brings {count} points.", count).format(
        count=count
    )


def cost_data(cost: Cost) -> dict[str, Json]:
    """A cost as the JSON has it; below 0 where something is lost."""
    return {
        "covered": cost.covered,
        "total_score": cost.total_score,
        "loses": list(cost.loses),
        "gains": list(cost.gains),
    }


def build_ruled(ruled: Ruled, names: Names) -> Document:
    """What ruling a pair out, or letting it in again, came to."""
    people, pair = ruled.participants, ruled.pair
    ends = {
        "experimenter": names.who(people[pair.experimenter]),
        "mentor": names.who(people[pair.mentor]),
    }
    first = (
        _("Ruled out for all rounds: {experimenter} with {mentor}.")
        if ruled.is_forbidden
        else _("May be proposed again: {experimenter} with {mentor}.")
    )
    dropped = [] if ruled.dropped is None else [_("The proposal {id} of it is gone.")]
    said = [first.format(**ends), *(line.format(id=ruled.dropped) for line in dropped)]
    return Document(
        title=_("Pairs"),
        parts=(
            Text((*said, *cost_lines(ruled.cost, people, names))),
            Text((_("Next: digikunta match."),), "faint"),
        ),
        data={
            "experimenter": pair.experimenter,
            "mentor": pair.mentor,
            "forbidden": ruled.is_forbidden,
            "reason": pair.reason,
            "dropped": ruled.dropped,
            "cost": cost_data(ruled.cost),
        },
    )

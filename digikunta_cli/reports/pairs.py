"""Pairs and peer groups in tables, shared by everything that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from digikunta_cli.document import Column, Document, Json, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Forbidden, Group, Pair, Participant
from digikunta_cli.names import Names
from digikunta_cli.reports.costs import cost_data, cost_lines

if TYPE_CHECKING:
    from digikunta_cli.reports.round_facts import PairList

People = Mapping[int, Participant]
_SHOWN_REASONS = 3
"""The strongest reasons tell enough in a table; JSON and `match --explain` have them all."""


def pairs_table(
    pairs: Iterable[Pair], people: People, names: Names, *, notes: bool = False
) -> Table:
    """Pairs of which both sides are here, in the order given, with the reasons in words.

    The coordinators' `notes` are their own, so only their own lists show them.
    """
    return Table(
        "pairs",
        _("Pairs"),
        (
            Column("id", _("id"), "number"),
            Column("mentor", _("mentor")),
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("state", _("state")),
            Column("score", _("score"), "number", is_spare=True),
            Column("reasons", _("why"), "lines"),
            Column("flags", _("notes"), "list"),
        ),
        tuple(
            (
                pair.id,
                names.who(people[pair.mentor]),
                names.who(people[pair.experimenter]),
                label(pair.state.value),
                pair.score,
                names.reasons(pair.parts, pair.facts)[:_SHOWN_REASONS],
                _remarks(pair, notes=notes),
            )
            for pair in pairs
        ),
    )


def in_order(pairs: Iterable[Pair], people: People, names: Names) -> list[Pair]:
    """The pairs of which both sides are here, by mentor and then by experimenter."""
    return sorted(
        (pair for pair in pairs if pair.mentor in people and pair.experimenter in people),
        key=lambda pair: (
            names.order(people[pair.mentor]),
            pair.mentor,
            names.order(people[pair.experimenter]),
        ),
    )


def _remarks(pair: Pair, *, notes: bool) -> tuple[str, ...]:
    """What there is to look at in a pair, and what people wrote down."""
    keys = (*pair.flags, *(["locked"] if pair.is_locked else []))
    note = pair.note if notes else None
    return tuple(filter(None, (*map(label, keys), pair.reason, note)))


def _forbidden_table(forbidden: Iterable[Forbidden], people: People, names: Names) -> Table:
    """Pairs that a coordinator ruled out, with the ids that `pair allow` wants."""
    return Table(
        "forbidden",
        _("Ruled out"),
        (
            Column("experimenter_id", _("id"), "number"),
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("mentor_id", _("id"), "number"),
            Column("mentor", _("mentor")),
            Column("reason", _("notes")),
        ),
        tuple(
            (
                each.experimenter,
                names.who(people[each.experimenter]),
                each.mentor,
                names.who(people[each.mentor]),
                each.reason,
            )
            for each in forbidden
        ),
    )


def groups_table(groups: Iterable[Group], people: People, names: Names) -> Table:
    """Peer groups with their members and what they share."""
    return Table(
        "groups",
        _("Peer groups"),
        (
            Column("id", _("id"), "number"),
            Column("members", _("members"), "lines"),
            Column("topics", _("topics"), "list"),
            Column("shared", _("shared words"), "list"),
        ),
        tuple(
            (
                group.id,
                called((people[id] for id in group.members if id in people), names),
                names.topic_list(group.topics),
                group.shared,
            )
            for group in groups
        ),
    )


def build_pairs(found: PairList, names: Names) -> Document:
    """What `pairs` says: pairs in every state, those ruled out, and what a decision costs."""
    people = found.participants
    table = pairs_table(in_order(found.pairs, people, names), people, names, notes=True)
    ruled_out = _forbidden_table(found.forbidden, people, names)
    hint = _("No pairs yet. Run: digikunta match.")
    cost: dict[str, Json] = {} if found.cost is None else {"cost": cost_data(found.cost)}
    return Document(
        title=_("Pairs"),
        parts=(
            table if table.rows else Text((hint,)),
            *([ruled_out] if ruled_out.rows else []),
            *_warnings(found),
            *([Text(cost_lines(found.cost, people, names))] if found.cost else []),
        ),
        data=[{**pair_data(pair, names), **cost} for pair in found.pairs],
    )


def _warnings(found: PairList) -> list[Text]:
    """What to look at once more in pairs that were made all the same."""
    said = _("Look at pair {id} once more: {flags}.")
    lines = tuple(
        said.format(id=id, flags=", ".join(map(label, flags))) for id, flags in found.flags.items()
    )
    return [Text(lines, "warning")] if lines else []


def build_groups(groups: Sequence[Group], people: People, names: Names) -> Document:
    """What `groups` says: the peer groups of the last matching."""
    table = groups_table(groups, people, names)
    hint = _("No peer groups yet. Run: digikunta match.")
    return Document(
        title=_("Peer groups"),
        parts=(table,) if table.rows else (Text((hint,)),),
        data=[group_data(group) for group in groups],
    )


def called(participants: Iterable[Participant], names: Names) -> tuple[str, ...]:
    """What participants are called, in Finnish order."""
    return tuple(names.who(each) for each in sorted(participants, key=names.order))


def pair_data(pair: Pair, names: Names) -> dict[str, Json]:
    """A pair as the JSON contract has it."""
    return {
        "id": pair.id,
        "experimenter": pair.experimenter,
        "mentor": pair.mentor,
        "topics": list(pair.topics),
        "score": pair.score,
        "parts": dict(pair.parts),
        "reasons": list(names.reasons(pair.parts, pair.facts)),
        "flags": list(pair.flags),
        "reason": pair.reason,
        "note": pair.note,
        "locked": pair.is_locked,
        "state": pair.state.value,
    }


def group_data(group: Group) -> dict[str, Json]:
    """A peer group as the JSON contract has it."""
    return {
        "id": group.id,
        "name": group.name,
        "members": list(group.members),
        "topics": list(group.topics),
        "shared": list(group.shared),
    }

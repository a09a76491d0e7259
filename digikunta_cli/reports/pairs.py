"""Pairs and peer groups in tables, shared by everything that shows them."""

from collections.abc import Iterable, Mapping, Sequence

from digikunta_cli.document import Column, Document, Json, Part, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Group, Left, Pair, Participant
from digikunta_cli.names import Names, who
from digikunta_cli.reports.facts import Matched
from digikunta_cli.text import finnish_order

People = Mapping[int, Participant]
_SHOWN_REASONS = 3
"""The strongest reasons tell enough in a table; JSON and `match --explain` have them all."""


def pairs_table(pairs: Iterable[Pair], people: People, names: Names) -> Table:
    """Pairs by mentor, then by experimenter, with the reasons in words."""
    ordered = sorted(
        (pair for pair in pairs if pair.mentor in people and pair.experimenter in people),
        key=lambda pair: (
            finnish_order(who(people[pair.mentor])),
            pair.mentor,
            finnish_order(who(people[pair.experimenter])),
        ),
    )
    return Table(
        "pairs",
        _("Pairs"),
        (
            Column("id", _("id"), "number"),
            Column("mentor", _("mentor")),
            Column("experimenter", _("experimenter")),
            Column("state", _("state")),
            Column("score", _("score"), "number", is_spare=True),
            Column("reasons", _("why"), "lines"),
            Column("flags", _("notes"), "list"),
        ),
        tuple(
            (
                pair.id,
                who(people[pair.mentor]),
                who(people[pair.experimenter]),
                label(pair.state.value),
                pair.score,
                names.reasons(pair.parts, pair.facts)[:_SHOWN_REASONS],
                tuple(label(flag) for flag in pair.flags),
            )
            for pair in ordered
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
                tuple(who(people[member]) for member in group.members if member in people),
                names.topic_list(group.topics),
                group.shared,
            )
            for group in groups
        ),
    )


def build_match(matched: Matched, names: Names) -> Document:
    """What `match` says: the summary, pairs, who is left without and why, and peer groups."""
    people = matched.participants
    parts: list[Part] = [
        _summary(matched),
        pairs_table(matched.pairs, people, names),
        _left(matched.unmatched, people, names),
        groups_table(matched.groups, people, names),
        *_closing(matched),
    ]
    return Document(
        title=_("Matching"),
        parts=tuple(part for part in parts if not isinstance(part, Table) or part.rows),
        data={
            "summary": dict(matched.summary),
            "pairs": [pair_data(pair, names) for pair in matched.pairs],
            "unmatched": [
                {"experimenter": left.experimenter, "cause": left.cause, "text": left.text}
                for left in matched.unmatched
            ],
            "groups": [group_data(group) for group in matched.groups],
            "alone": list(matched.alone),
            "kept_out": list(matched.kept_out),
        },
    )


def build_pairs(pairs: Sequence[Pair], people: People, names: Names) -> Document:
    """What `pairs` says: every pair in every state."""
    table = pairs_table(pairs, people, names)
    hint = _("No pairs yet. Run: digikunta match.")
    return Document(
        title=_("Pairs"),
        parts=(table,) if table.rows else (Text((hint,)),),
        data=[pair_data(pair, names) for pair in pairs],
    )


def build_groups(groups: Sequence[Group], people: People, names: Names) -> Document:
    """What `groups` says: the peer groups of the last matching."""
    table = groups_table(groups, people, names)
    hint = _("No peer groups yet. Run: digikunta match.")
    return Document(
        title=_("Peer groups"),
        parts=(table,) if table.rows else (Text((hint,)),),
        data=[group_data(group) for group in groups],
    )


def _summary(matched: Matched) -> Text:
    summary = matched.summary
    if not summary["experimenters"]:
        said = _("There is nobody to match. Import the exports of both roles first.")
        return Text((said,), "warning")
    lines = [
        _("{covered} of {experimenters} experimenters get a mentor, {unmatched} are left without."),
        _("{used} of {capacity} seats of {mentors} mentors are used."),
        _("No other choice of pairs covers more or scores higher: {total_score} points, proven.")
        if summary["optimal"]
        else _("Total {total_score} points; at most {bound} are possible."),
    ]
    return Text(tuple(line.format(**summary) for line in lines), "good")


def _left(left: Sequence[Left], people: People, names: Names) -> Table:
    return Table(
        "unmatched",
        _("Left without a mentor"),
        (
            Column("experimenter", _("experimenter")),
            Column("topics", _("topics"), "list"),
            Column("cause", _("why")),
        ),
        tuple(
            (
                who(people[each.experimenter]),
                names.topic_list(people[each.experimenter].topics),
                each.text or label(each.cause),
            )
            for each in left
        ),
    )


def _closing(matched: Matched) -> list[Part]:
    people = matched.participants
    said: list[Part] = []
    if matched.alone:
        names = "; ".join(who(people[id]) for id in matched.alone)
        said.append(Text((_("Without a peer: {names}").format(names=names),)))
    if matched.kept_out:
        names = "; ".join(who(people[id]) for id in matched.kept_out)
        line = _("Kept out until they commit to share: {names}").format(names=names)
        said.append(Text((line,), "warning"))
    closing = (
        _("Kept as proposals. Next: digikunta accept ID, digikunta reject ID.")
        if matched.is_kept
        else _("This was a dry run: nothing was written.")
    )
    return [*said, Text((closing,), "faint")]


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

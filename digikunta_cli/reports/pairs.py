"""Pairs and peer groups in tables, shared by everything that shows them."""

from collections.abc import Iterable, Mapping, Sequence

from digikunta_cli.document import Column, Document, Json, Part, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Group, Left, Pair, Participant
from digikunta_cli.names import Names
from digikunta_cli.reports.facts import Matched

People = Mapping[int, Participant]
_BY_HAND = "by-hand"
_SHOWN_REASONS = 3
"""The strongest reasons tell enough in a table; JSON and `match --explain` have them all."""


def pairs_table(pairs: Iterable[Pair], people: People, names: Names) -> Table:
    """Pairs by mentor, then by experimenter, with the reasons in words."""
    ordered = sorted(
        (pair for pair in pairs if pair.mentor in people and pair.experimenter in people),
        key=lambda pair: (
            names.order(people[pair.mentor]),
            pair.mentor,
            names.order(people[pair.experimenter]),
        ),
    )
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
                None if _BY_HAND in pair.flags else pair.score,
                names.reasons(pair.parts, pair.facts)[:_SHOWN_REASONS],
                tuple(filter(None, (*map(label, pair.flags), pair.reason))),
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
                _called((people[id] for id in group.members if id in people), names),
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
        *_closing(matched, names),
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
    if not summary["experimenters"] or not summary["mentors"]:
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
                names.who(people[each.experimenter]),
                names.topic_list(people[each.experimenter].topics),
                each.text or label(each.cause),
            )
            for each in sorted(left, key=lambda each: names.order(people[each.experimenter]))
        ),
    )


def _called(participants: Iterable[Participant], names: Names) -> tuple[str, ...]:
    """What participants are called, in Finnish order."""
    return tuple(names.who(each) for each in sorted(participants, key=names.order))


def _closing(matched: Matched, names: Names) -> list[Part]:
    """What else is to be known; the summary again, since a terminal shows the end."""
    people = matched.participants
    said: list[Part] = []
    if matched.alone:
        alone = "; ".join(_called((people[id] for id in matched.alone), names))
        said.append(Text((_("Without a peer: {names}").format(names=alone),)))
    if matched.kept_out:
        kept_out = "; ".join(_called((people[id] for id in matched.kept_out), names))
        line = _("No pair until they commit to share: {names}").format(names=kept_out)
        said.append(Text((line,), "warning"))
    if not matched.pairs:
        return said
    closing = (
        _("Kept as proposals. Next: digikunta accept ID, digikunta reject ID.")
        if matched.is_kept
        else _("This was a dry run: nothing was written.")
    )
    return [*said, _summary(matched), Text((closing,), "faint")]


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

"""What `match` says: the round, who is left without and why, and what changes."""

from collections.abc import Sequence
from dataclasses import replace

from digikunta_cli.document import Column, Document, Part, Table, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Left, Role
from digikunta_cli.names import Names
from digikunta_cli.outlook import Cure
from digikunta_cli.reports.cures import cure_data, cure_named, cures_data, cures_text
from digikunta_cli.reports.match_facts import Matched
from digikunta_cli.reports.match_lines import group_lines, left_lines, pair_lines
from digikunta_cli.reports.pairs import (
    People,
    called,
    group_data,
    groups_table,
    in_order,
    pair_data,
    pairs_table,
)
from digikunta_cli.reports.rounds import changes_data, changes_parts, shortfall_text


def build_match(matched: Matched, names: Names) -> Document:
    """What `match` says: the summary, pairs, who is left without and why, and peer groups."""
    people = matched.participants
    parts: list[Part] = [
        _summary(matched),
        replace(
            pairs_table(in_order(matched.pairs, people, names), people, names, notes=True),
            brief=pair_lines(matched.pairs, people, names),
        ),
        *changes_parts(matched, names),
        *_left_over(matched, names),
        replace(
            groups_table(matched.groups, people, names),
            brief=group_lines(matched.groups),
        ),
        *_closing(matched, names),
    ]
    return Document(
        title=_("Matching"),
        parts=tuple(part for part in parts if not isinstance(part, Table) or part.rows),
        data={
            "summary": dict(matched.summary),
            "pairs": [pair_data(pair, names) for pair in matched.pairs],
            "unmatched": [
                {
                    "experimenter": left.experimenter,
                    "cause": left.cause,
                    "text": left.text,
                    "cure": cure_data(left.cure, people, names) if left.cure else None,
                }
                for left in matched.unmatched
            ],
            "cures": cures_data(matched.cures, people, names),
            "groups": [group_data(group) for group in matched.groups],
            "alone": list(matched.alone),
            "kept_out": list(matched.kept_out),
            "policy": matched.policy,
            "shortfall": {str(mentor): lack for mentor, lack in matched.shortfall.items()},
            "changes": changes_data(matched.changes, matched.pairs),
            "round": matched.round,
        },
    )


def _summary(matched: Matched) -> Text:
    summary = matched.summary
    hindrance = _hindrance(matched)
    if hindrance is not None:
        return Text((hindrance,), "warning")
    lines = [
        _("{covered} of {experimenters} experimenters get a mentor, {unmatched} are left without."),
        _seats_used(int(summary["capacity"]), int(summary["mentors"])),
        _best(matched),
    ]
    return Text(tuple(line.format(**summary) for line in lines), "good")


def _hindrance(matched: Matched) -> str | None:
    """Why nobody can be paired at all, and what to do about it; None where somebody can."""
    here = {each.role for each in matched.participants.values()}
    if not here:
        return _("There is nobody to match. Import the exports of both roles first.")
    if Role.MENTOR not in here:
        return _("No mentors have been imported yet. Import their form: digikunta import FILE.")
    if Role.EXPERIMENTER not in here:
        return _(
            "No experimenters have been imported yet. Import their form: digikunta import FILE."
        )
    if not matched.summary["mentors"]:
        return _(
            "No mentor can be paired, as none has committed to sharing results."
            " See them with: digikunta list --role mentor."
        )
    if not matched.summary["experimenters"]:
        return _(
            "No experimenter can be paired, as none has committed to sharing results and wants a"
            " mentor. See them with: digikunta list --role experimenter."
        )
    return None


def _seats_used(capacity: int, mentors: int) -> str:
    if mentors == 1:
        return plural(
            "{used} of {capacity} seat of 1 mentor is used.",
            "{used} of {capacity} seats of 1 mentor are used.",
            capacity,
        )
    return plural(
        "{used} of {capacity} seat of {mentors} mentors is used.",
        "{used} of {capacity} seats of {mentors} mentors are used.",
        capacity,
    )


def _best(matched: Matched) -> str:
    """How good the choice is; points are not all that counts where other terms were asked for."""
    if not matched.summary["optimal"]:
        return _("Total {total_score} points; at most {bound} are possible.")
    if matched.policy == "total" and not matched.min_load:
        return _(
            "No other choice of pairs covers more or scores higher: {total_score} points, proven."
        )
    return _("By these terms no other choice of pairs is better: {total_score} points, proven.")


def _left_over(matched: Matched, names: Names) -> list[Part]:
    """Who is left and what would help; where a side is missing, its import would help them all."""
    people = matched.participants
    if {each.role for each in people.values()} != set(Role):
        return []
    return [_left(matched.unmatched, people, names), *_helps(matched.cures, people, names)]


def _left(left: Sequence[Left], people: People, names: Names) -> Table:
    ordered = sorted(left, key=lambda each: names.order(people[each.experimenter]))
    return Table(
        "unmatched",
        _("Left without a mentor"),
        (
            Column("experimenter", _("experimenter")),
            Column("cause", _("why")),
            Column("cure", _("what could help")),
        ),
        tuple(
            (
                names.who(people[each.experimenter]),
                each.text or label(each.cause),
                cure_named(each.cure, people, names) if each.cure else None,
            )
            for each in ordered
        ),
        brief=left_lines(ordered, people, names),
    )


def _helps(cures: Sequence[Cure], people: People, names: Names) -> list[Part]:
    text = cures_text(cures, people, names)
    return [text] if text.lines else []


def _closing(matched: Matched, names: Names) -> list[Part]:
    """What else is to be known; who is served again, since a terminal shows the end."""
    said: list[Part] = []
    if matched.alone:
        alone = _listed(matched.alone, matched.participants, names)
        said.append(Text((_("Without a peer: {names}").format(names=alone),)))
    warnings = _warnings(matched, names)
    if not matched.pairs:
        return [*said, Text(warnings, "warning")] if warnings else said
    closing = (
        _("Kept as proposals. Next: digikunta accept ID, digikunta reject ID.")
        if matched.is_kept
        else _("This was a dry run: nothing was written.")
    )
    lines = (*warnings, *_summary(matched).lines[:1], closing)
    return [*said, Text(lines, "warning" if warnings else "good")]


def _warnings(matched: Matched, names: Names) -> tuple[str, ...]:
    people, warnings = matched.participants, []
    if matched.kept_out:
        kept_out = _listed(matched.kept_out, people, names)
        warnings.append(_("No pair until they commit to share: {names}").format(names=kept_out))
    if matched.shortfall:
        warnings.append(shortfall_text(matched.shortfall, people, names))
    return tuple(warnings)


def _listed(ids: Sequence[int], people: People, names: Names) -> str:
    return "; ".join(called((people[id] for id in ids), names))

"""Rounds in words: what changes in one, how it compares when repeated, and the list of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from digikunta_cli.document import Column, Document, Json, Line, Part, Table, Text
from digikunta_cli.history import Round
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Pair, Participant
from digikunta_cli.names import Names
from digikunta_cli.reports.match_facts import Changes, Ends, Matched
from digikunta_cli.reports.round_facts import Repeated

People = Mapping[int, Participant]
_FEW = 12
"""So many proposals that go are shown one by one; more would hide the rest."""
_FINLAND = ZoneInfo("Europe/Helsinki")


def changes_parts(matched: Matched, names: Names) -> tuple[Part, ...]:
    """How many earlier proposals stay, go and come, and which ones go where they are few."""
    changes = matched.changes
    if not (changes.kept or changes.gone):
        return ()
    said = _("Of the earlier proposals {kept} stay and {gone} go; {new} are new.").format(
        kept=changes.kept, gone=len(changes.gone), new=len(changes.new)
    )
    if not 0 < len(changes.gone) <= _FEW:
        return (Text((said,), "warning" if changes.gone else "plain"),)
    return (Text((said,), "warning"), _gone_table(matched, names))


def _gone_table(matched: Matched, names: Names) -> Table:
    people = matched.participants
    gone = sorted(matched.changes.gone, key=lambda ends: names.order(people[ends[0]]))
    after = [_instead(matched.pairs, one) for one, _mentor in gone]
    return Table(
        "changes",
        _("Proposals that go"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("before", _("before")),
            Column("after", _("after"), "list"),
        ),
        tuple(
            (
                names.who(people[experimenter]),
                names.who(people[mentor]),
                tuple(names.who(people[id]) for id in instead) or (_("nobody"),),
            )
            for (experimenter, mentor), instead in zip(gone, after, strict=True)
        ),
        brief=(Line("; ".join(map(partial(_gone, people=people, names=names), gone, after))),),
    )


def _gone(ends: Ends, instead: Iterable[int], *, people: People, names: Names) -> str:
    """A proposal that goes, by organisation; with its experiment where there are several."""
    one, called = people[ends[0]], names.organisation(people[ends[0]])
    alike = [each for each in people.values() if each.role is one.role]
    is_alone = [names.organisation(each) for each in alike].count(called) == 1
    before, *after = (names.organisation(people[id]) for id in (ends[1], *instead))
    return _("{who}: {before} -> {after}").format(
        who=called if is_alone else names.who(one),
        before=before,
        after=", ".join(after) or _("nobody"),
    )


def _instead(pairs: Iterable[Pair], experimenter: int) -> list[int]:
    """The mentors that an experimenter has in the new round."""
    return sorted(pair.mentor for pair in pairs if pair.experimenter == experimenter)


def changes_data(changes: Changes, pairs: Sequence[Pair]) -> dict[str, Json]:
    """The changes as the JSON has them."""
    gone: list[Json] = [
        {**_ends(ends), "instead": list(_instead(pairs, ends[0]))} for ends in changes.gone
    ]
    return {"kept": changes.kept, "gone": gone, "new": [_ends(ends) for ends in changes.new]}


def _ends(ends: Ends) -> dict[str, Json]:
    return {"experimenter": ends[0], "mentor": ends[1]}


def build_changes(matched: Matched, names: Names) -> Document:
    """What is shown before a round is kept: only what changes, and what the round comes to."""
    summary = _(
        "{covered} of {experimenters} experimenters get a mentor, {unmatched} are left without."
    ).format(**matched.summary)
    return Document(
        title=_("What this round would change"),
        parts=(*changes_parts(matched, names), Text((summary,))),
        data=changes_data(matched.changes, matched.pairs),
    )


def shortfall_text(shortfall: Mapping[int, int], people: People, names: Names) -> str:
    """Which mentors get fewer experimenters than they should, in a sentence."""
    short = sorted(shortfall, key=lambda id: names.order(people[id]))
    listed = "; ".join(f"{names.who(people[id])} (-{shortfall[id]})" for id in short)
    return _("Fewer experimenters than asked for with --min-load: {names}.").format(names=listed)


def build_repeated(repeated: Repeated, names: Names) -> Document:
    """Whether a round gives the same pairs again, and what has changed since."""
    round = repeated.round
    same = _("Round {id} gives the same {pairs} pairs again.")
    other = _("Round {id} does not give the same pairs again: {gone} go and {new} come.")
    counts = {"gone": len(repeated.gone), "new": len(repeated.new)}
    verdict = (same if repeated.is_same else other).format(
        id=round.id, pairs=repeated.pairs, **counts
    )
    return Document(
        title=_("A round again"),
        parts=(
            Text((verdict,), "good" if repeated.is_same else "warning"),
            Text(tuple(_since(repeated))),
            *([] if repeated.is_same else [_differing(repeated, names)]),
        ),
        data={
            "round": round_data(round),
            "same": repeated.is_same,
            "pairs": repeated.pairs,
            "gone": [_ends(ends) for ends in repeated.gone],
            "new": [_ends(ends) for ends in repeated.new],
            "aside": repeated.aside,
            "topics_same": repeated.is_topics_same,
            "input_same": repeated.is_input_same,
        },
    )


def _since(repeated: Repeated) -> list[str]:
    """What a new round would not have in common with this one."""
    version = repeated.round.version
    said = {
        _("Pairs left aside, as a registration of theirs was taken back: {aside}."): repeated.aside,
        _("The program was version {version} then."): version != repeated.version,
        _("The topics file has changed since."): not repeated.is_topics_same,
        _("Registrations or decisions about pairs have changed since."): not repeated.is_input_same,
    }
    lines = [
        line.format(aside=repeated.aside, version=version) for line, is_so in said.items() if is_so
    ]
    return lines or [_("A new round would start from the same registrations and decisions.")]


def _differing(repeated: Repeated, names: Names) -> Table:
    people = repeated.participants
    rows = [(ends, _("goes")) for ends in repeated.gone]
    rows += [(ends, _("comes")) for ends in repeated.new]
    return Table(
        "pairs",
        _("Pairs that differ"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("mentor", _("mentor")),
            Column("what", _("what")),
        ),
        tuple((names.who(people[one]), names.who(people[two]), what) for (one, two), what in rows),
    )


def rounds_table(rounds: Iterable[Round]) -> Table:
    """Rounds of matching as `log` lists them."""
    return Table(
        "rounds",
        _("Rounds of matching"),
        (
            Column("round", _("round"), "number"),
            Column("when", _("when")),
            Column("policy", _("comes first")),
            Column("min-load", _("min load"), "number", is_spare=True),
            Column("experimenters", _("experimenters"), "number"),
            Column("covered", _("with a mentor"), "number"),
            Column("score", _("score"), "number"),
            Column("input", _("hash"), is_spare=True),
        ),
        tuple(
            (
                round.id,
                moment(round.matched_at),
                label(f"policy:{round.policy}"),
                round.min_load,
                round.experimenters,
                round.covered,
                round.total_score,
                round.input_sha256[:12],
            )
            for round in rounds
        ),
    )


def moment(text: str) -> str:
    """A time as the coordinators' clocks showed it."""
    return datetime.fromisoformat(text).astimezone(_FINLAND).strftime("%Y-%m-%d %H:%M")


def round_data(round: Round) -> dict[str, Json]:
    """A round as the JSON has it."""
    return {
        "id": round.id,
        "matched_at": round.matched_at,
        "version": round.version,
        "policy": round.policy,
        "min_load": round.min_load,
        "weights": dict(round.weights),
        "topics_sha256": round.topics_sha256,
        "input_sha256": round.input_sha256,
        "experimenters": round.experimenters,
        "covered": round.covered,
        "total_score": round.total_score,
    }

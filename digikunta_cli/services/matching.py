"""`match`: proposes pairs, keeps them as proposals, says who is left without and why."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, count
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.matching.auditing import Audited
from digikunta_cli.matching.propose import Outcome, propose
from digikunta_cli.matching.sides import Settled
from digikunta_cli.model import SETTLED, Group, Left, Pair, PairState, Role
from digikunta_cli.reports.match_facts import BY_HAND, Changes, Matched
from digikunta_cli.services.proposals import proposal_of
from digikunta_cli.services.rounds import keep_round
from digikunta_cli.services.situation import Situation, situation
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import pairs as store
from digikunta_cli.store.cures import keep_cures
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.events import record
from digikunta_cli.weights import Terms


def match(
    workspace: Workspace,
    *,
    now: datetime,
    dry_run: bool = False,
    terms: Terms | None = None,
    agreed: Changes | None = None,
) -> Matched:
    """Match all live registrations anew around the pairs that are settled already.

    Raises UsageError where other proposals would go and come than were `agreed` to.
    """
    terms = terms or Terms()
    with writing(workspace.database, keep=not dry_run) as session:
        found = situation(session.db)
        outcome = _solve(found, workspace, terms)
        matched = _matched(found, outcome, terms=terms, is_kept=not dry_run)
        groups = named(matched.groups, store.groups(session.db))
        matched = replace(matched, groups=groups)
        if agreed is not None and matched.changes != agreed:
            raise UsageError("match-overtaken")
        # With nobody there to match nothing is written, not even an empty database.
        session.keep = session.keep and bool(found.everyone)
        if not session.keep:
            return matched
        kept = _keep(session.db, matched, now)
        id = keep_round(session.db, found, outcome, workspace=workspace, terms=terms, now=now)
        return replace(kept, round=id)


def preview(workspace: Workspace, *, now: datetime, terms: Terms) -> Matched | None:
    """What a round would come to, where it would let earlier proposals go; None elsewhere."""
    with reading(workspace.database) as db:
        has_proposals = any(pair.state is PairState.PROPOSED for pair in store.pairs(db))
    if not has_proposals:
        return None
    matched = match(workspace, now=now, dry_run=True, terms=terms)
    return matched if matched.changes.gone else None


def _solve(found: Situation, workspace: Workspace, terms: Terms) -> Outcome:
    return propose(
        found.board(workspace),
        settled=found.settled,
        kept=found.kept,
        terms=terms,
        topic_names=workspace.names.short_topics(),
    )


def _matched(found: Situation, outcome: Outcome, *, terms: Terms, is_kept: bool) -> Matched:
    known = {(pair.experimenter, pair.mentor): pair for pair in found.pairs}
    grouped = {member for group in outcome.groups for member in group.members}
    experimenters = [each.id for each in found.everyone if each.role is Role.EXPERIMENTER]
    pairs = tuple(
        _pair(each, known.get((each.experimenter, each.mentor)), is_kept=is_kept)
        for each in outcome.pairs
    )
    return Matched(
        summary=outcome.summary,
        pairs=pairs,
        unmatched=tuple(
            Left(
                experimenter=each.experimenter,
                cause=each.cause,
                text=each.text,
                cure=each.cure,
            )
            for each in outcome.unmatched
        ),
        cures=outcome.cures,
        groups=tuple(
            Group(
                id=None,
                name=each.key,
                members=each.members,
                topics=each.topics,
                shared=each.shared,
            )
            for each in outcome.groups
        ),
        alone=tuple(id for id in experimenters if id not in grouped),
        kept_out=tuple(each.id for each in found.everyone if each.commitment is not True),
        participants=found.people,
        is_kept=is_kept,
        policy=terms.policy,
        min_load=terms.min_load,
        shortfall=outcome.shortfall,
        changes=_changes(found.kept, pairs),
    )


def named(groups: Sequence[Group], earlier: Sequence[Group]) -> tuple[Group, ...]:
    """The groups, with the names of the earlier ones that they go on from; no name goes astray."""
    heirs = _heirs(groups, earlier)
    taken = {each.name for each in earlier}
    found = []
    for place, group in enumerate(groups):
        name = heirs.get(place) or _free(group.name, taken)
        taken.add(name)
        found.append(replace(group, name=name))
    return tuple(found)


def _heirs(groups: Sequence[Group], earlier: Sequence[Group]) -> dict[int, str]:
    """The earlier name of each group by place that shares half of the smaller one's members."""
    ranked = sorted(
        (-common, old, new)
        for old, before in enumerate(earlier)
        for new, group in enumerate(groups)
        if (common := len(set(before.members) & set(group.members)))
        and 2 * common >= min(len(before.members), len(group.members))
    )
    heirs: dict[int, str] = {}
    for _common, old, new in ranked:
        name = earlier[old].name
        if new not in heirs and name not in heirs.values():
            heirs[new] = name
    return heirs


def _free(name: str, taken: Container[str]) -> str:
    """The name, numbered where another group has or had it."""
    numbered = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(each for each in numbered if each not in taken)


def _changes(before: Iterable[Settled], pairs: Iterable[Pair]) -> Changes:
    """Which proposals of the round before stay, which go, and which are new."""
    earlier = {(each.experimenter, each.mentor) for each in before}
    proposed = {
        (pair.experimenter, pair.mentor) for pair in pairs if pair.state is PairState.PROPOSED
    }
    return Changes(
        kept=len(earlier & proposed),
        gone=tuple(sorted(earlier - proposed)),
        new=tuple(sorted(proposed - earlier)),
    )


def _pair(found: Audited, known: Pair | None, *, is_kept: bool) -> Pair:
    """A pair of the outcome; under a dry run only what is settled has an id."""
    fresh = proposal_of(found)
    if known is None:
        return fresh
    by_hand = (BY_HAND,) if BY_HAND in known.flags else ()
    return replace(
        fresh,
        id=known.id if is_kept or known.state in SETTLED else None,
        state=known.state,
        flags=(*found.flags, *by_hand),
        changed_at=known.changed_at,
        reason=known.reason,
        note=known.note,
        is_locked=known.is_locked,
    )


def _keep(db: Connection, matched: Matched, now: datetime) -> Matched:
    """Keep the proposals, the groups, and who is left without."""
    stamp = now.isoformat(timespec="seconds")
    store.drop_proposals(db, but=[pair.id for pair in matched.pairs if pair.id is not None])
    pairs = tuple(
        replace(pair, id=store.keep_pair(db, pair, stamp), changed_at=pair.changed_at or stamp)
        for pair in matched.pairs
    )
    groups = store.keep_groups(db, matched.groups)
    store.keep_unmatched(db, matched.unmatched)
    keep_cures(db, matched.cures)
    record(db, "match", now, dict(matched.summary))
    return replace(matched, pairs=pairs, groups=groups)

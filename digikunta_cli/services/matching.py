"""`match`: proposes pairs, keeps them as proposals, says who is left without and why."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.matching.propose import Match, Outcome, propose
from digikunta_cli.matching.sides import Settled
from digikunta_cli.model import (
    SETTLED,
    Group,
    Left,
    Pair,
    PairState,
    Participant,
    Role,
)
from digikunta_cli.reports.facts import Matched
from digikunta_cli.services.sides import experimenter_side, mentor_side
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import pairs as store
from digikunta_cli.store.database import writing
from digikunta_cli.store.events import record
from digikunta_cli.store.participants import participants

TRIED = frozenset({PairState.DECLINED, PairState.CANCELLED, PairState.ENDED})
"""States after which a pair is not proposed again."""


def match(workspace: Workspace, *, now: datetime, dry_run: bool = False) -> Matched:
    """Match all live registrations anew around the pairs that are settled already."""
    with writing(workspace.database, keep=not dry_run) as session:
        everyone = participants(session.db)
        before = store.pairs(session.db)
        outcome = _solve(everyone, before, workspace)
        matched = _matched(everyone, before, outcome, is_kept=not dry_run)
        # With nobody there to match nothing is written, not even an empty database.
        session.keep = session.keep and bool(everyone)
        return matched if dry_run else _keep(session.db, matched, now)


def _solve(
    everyone: Iterable[Participant], before: Iterable[Pair], workspace: Workspace
) -> Outcome:
    catalogue = workspace.catalogue
    by_role = {role: [each for each in everyone if each.role is role] for role in Role}
    return propose(
        [experimenter_side(each) for each in by_role[Role.EXPERIMENTER]],
        [mentor_side(each) for each in by_role[Role.MENTOR]],
        settled=in_states(before, SETTLED),
        declined=in_states(before, TRIED),
        weights=catalogue.weights,
        keywords=catalogue.keyword_topics(),
        topic_names=workspace.names.short_topics(),
    )


def in_states(pairs: Iterable[Pair], states: frozenset[PairState]) -> tuple[Settled, ...]:
    """The ends of the pairs that are in one of these states."""
    return tuple(
        Settled(experimenter=pair.experimenter, mentor=pair.mentor)
        for pair in pairs
        if pair.state in states
    )


def _matched(
    everyone: tuple[Participant, ...],
    before: tuple[Pair, ...],
    outcome: Outcome,
    *,
    is_kept: bool,
) -> Matched:
    known = {(pair.experimenter, pair.mentor): pair for pair in before}
    grouped = {member for group in outcome.groups for member in group.members}
    experimenters = [each.id for each in everyone if each.role is Role.EXPERIMENTER]
    return Matched(
        summary=outcome.summary,
        pairs=tuple(
            _pair(each, known.get((each.experimenter, each.mentor)), is_kept=is_kept)
            for each in outcome.pairs
        ),
        unmatched=tuple(
            Left(experimenter=each.experimenter, cause=each.cause, text=each.text)
            for each in outcome.unmatched
        ),
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
        kept_out=tuple(each.id for each in everyone if each.commitment is not True),
        participants={each.id: each for each in everyone},
        is_kept=is_kept,
    )


def _pair(found: Match, known: Pair | None, *, is_kept: bool) -> Pair:
    """A pair of the outcome; under a dry run only what is settled has an id."""
    shows_id = known is not None and (is_kept or known.state in SETTLED)
    return Pair(
        id=known.id if known and shows_id else None,
        experimenter=found.experimenter,
        mentor=found.mentor,
        state=known.state if known else PairState.PROPOSED,
        score=found.score,
        topics=found.topics,
        parts=found.parts,
        facts=found.facts,
        flags=found.flags,
        changed_at=known.changed_at if known else "",
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
    record(db, "match", now, dict(matched.summary))
    return replace(matched, pairs=pairs, groups=groups)

"""What coordinators decide about pairs, and what each decision costs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.locale.labels import label
from digikunta_cli.matching.auditing import audit
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.sides import Settled
from digikunta_cli.model import SETTLED, Forbidden, Pair, PairState, Role
from digikunta_cli.reports.match_facts import BY_HAND
from digikunta_cli.reports.round_facts import PairList, Ruled
from digikunta_cli.services.checking import check_rules, check_seat, check_wish
from digikunta_cli.services.costs import cost_of
from digikunta_cli.services.pairing import pair_of
from digikunta_cli.services.proposals import proposal_of
from digikunta_cli.services.situation import TRIED, Situation, situation
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import pairs as store
from digikunta_cli.store.database import writing
from digikunta_cli.store.events import record

_MAY_BECOME = {
    PairState.ACCEPTED: (PairState.PROPOSED, PairState.MENTOR_ASKED, PairState.ACCEPTED),
    PairState.DECLINED: (*sorted(SETTLED), PairState.PROPOSED, PairState.DECLINED),
}
"""From which states a pair is accepted or declined; the other moves are free."""


def add(workspace: Workspace, experimenter: int, mentor: int, *, now: datetime) -> PairList:
    """Make a pair by hand, accepted at once, and say what it costs.

    Raises UsageError where a rule forbids it, where the mentor has no seat, or where it is there.
    """
    with writing(workspace.database) as session:
        db = session.db
        before = situation(db)
        _check_ends(before, experimenter, mentor)
        known = _known(before, experimenter, mentor)
        if known is not None:
            raise UsageError("pair-exists", id=known.id)
        flags = _check(before, experimenter, mentor)
        board = before.board(workspace)
        pair = _by_hand(board, Settled(experimenter=experimenter, mentor=mentor))
        id = store.keep_pair(db, pair, now.isoformat(timespec="seconds"))
        record(db, "pair", now, {"pair": id, "state": pair.state.value})
        return _listed(db, [id], before, board, flags={id: flags} if flags else {})


def move(
    workspace: Workspace,
    ids: Sequence[int],
    state: PairState,
    *,
    now: datetime,
    reason: str | None = None,
) -> PairList:
    """Put pairs in another state, all of them or none, and say what they cost together.

    Raises UsageError where there is no such pair, where a rule forbids it, where a mentor has no
    seat for it, or where an experimenter has all the mentors it wants.
    """
    stamp = now.isoformat(timespec="seconds")
    with writing(workspace.database) as session:
        db = session.db
        before = found = situation(db)
        flags: dict[int, tuple[str, ...]] = {}
        for id in ids:
            flags[id] = _check_move(found, id, state)
            store.move_pair(db, id, state, now=stamp, reason=reason)
            record(db, "pair", now, {"pair": id, "state": state.value})
            found = replace(found, pairs=store.pairs(db))
        raised = {id: said for id, said in flags.items() if said}
        return _listed(db, ids, before, before.board(workspace), flags=raised)


def _check_move(found: Situation, id: int, state: PairState) -> tuple[str, ...]:
    """Refuse a move that cannot be; else the flags of a pair that becomes settled."""
    pair = pair_of(found.pairs, id)
    if pair.state not in _MAY_BECOME.get(state, tuple(PairState)):
        raise UsageError("pair-state", id=id, state=label(pair.state.value))
    if state not in SETTLED or pair.state in SETTLED:
        return ()
    return _check(found, pair.experimenter, pair.mentor, but=id)


def _check(
    found: Situation, experimenter: int, mentor: int, *, but: int | None = None
) -> tuple[str, ...]:
    """Refuse a pair that may not be held; else what there is to look at in it."""
    one, other = found.people[experimenter], found.people[mentor]
    flags = check_rules(one, other, forbidden=found.forbidden_pairs)
    check_seat(found.pairs, other, but=but)
    return (*flags, *check_wish(found.pairs, one, but=but))


def _by_hand(board: Board, ends: Settled) -> Pair:
    """An accepted pair with what the criteria say of it."""
    (found,) = audit(board, [ends])
    return replace(proposal_of(found), state=PairState.ACCEPTED, flags=(*found.flags, BY_HAND))


def lock(workspace: Workspace, id: int, *, locked: bool, now: datetime) -> PairList:
    """Let a proposal stay through the next rounds, or no longer, and say what that costs.

    Raises UsageError where there is no such proposal, or where a rule forbids it by now.
    """
    with writing(workspace.database) as session:
        before = situation(session.db)
        pair = pair_of(before.pairs, id)
        if pair.state is not PairState.PROPOSED:
            raise UsageError("pair-state", id=id, state=label(pair.state.value))
        if locked:
            _check(before, pair.experimenter, pair.mentor, but=id)
        store.lock_pair(session.db, id, locked=locked)
        record(session.db, "lock" if locked else "unlock", now, {"pair": id})
        return _listed(session.db, [id], before, before.board(workspace))


def _listed(
    db: Connection,
    ids: Sequence[int],
    before: Situation,
    board: Board,
    *,
    flags: dict[int, tuple[str, ...]] | None = None,
) -> PairList:
    after = situation(db)
    return PairList(
        pairs=tuple(pair_of(after.pairs, id) for id in ids),
        participants=after.people,
        cost=cost_of(db, board, before, after),
        flags=flags or {},
    )


def forbid(
    workspace: Workspace,
    experimenter: int,
    mentor: int,
    *,
    now: datetime,
    reason: str | None = None,
) -> Ruled:
    """Rule a pair out for all rounds to come; a proposal of it goes.

    Raises UsageError where the two are no such registrations, or where people agreed on the pair.
    """
    with writing(workspace.database) as session:
        db = session.db
        before = situation(db)
        _check_ends(before, experimenter, mentor)
        known = _known(before, experimenter, mentor)
        if known is not None and known.state in SETTLED:
            raise UsageError("pair-state", id=known.id, state=label(known.state.value))
        is_proposal = known is not None and known.state is PairState.PROPOSED
        dropped = known.id if known is not None and is_proposal else None
        if dropped is not None:
            store.drop_pair(db, dropped)
        pair = Forbidden(experimenter=experimenter, mentor=mentor, reason=reason)
        store.forbid(db, pair, now.isoformat(timespec="seconds"))
        record(db, "forbid", now, {"experimenter": experimenter, "mentor": mentor})
        return _ruled(db, pair, before, workspace, dropped=dropped, is_forbidden=True)


def allow(workspace: Workspace, experimenter: int, mentor: int, *, now: datetime) -> Ruled:
    """Let a pair that was ruled out be proposed again; raises UsageError where it was not."""
    with writing(workspace.database) as session:
        db = session.db
        before = situation(db)
        _check_ends(before, experimenter, mentor)
        if not store.allow(db, experimenter=experimenter, mentor=mentor):
            known = _known(before, experimenter, mentor)
            if known is not None and known.state in TRIED:
                raise UsageError("pair-tried", id=known.id, state=label(known.state.value))
            raise UsageError("pair-not-forbidden", experimenter=experimenter, mentor=mentor)
        record(db, "allow", now, {"experimenter": experimenter, "mentor": mentor})
        pair = Forbidden(experimenter=experimenter, mentor=mentor)
        return _ruled(db, pair, before, workspace, dropped=None, is_forbidden=False)


def _ruled(
    db: Connection,
    pair: Forbidden,
    before: Situation,
    workspace: Workspace,
    *,
    dropped: int | None,
    is_forbidden: bool,
) -> Ruled:
    return Ruled(
        pair=pair,
        is_forbidden=is_forbidden,
        dropped=dropped,
        cost=cost_of(db, before.board(workspace), before, situation(db)),
        participants=before.people,
    )


def _known(found: Situation, experimenter: int, mentor: int) -> Pair | None:
    ends = (experimenter, mentor)
    return next((p for p in found.pairs if (p.experimenter, p.mentor) == ends), None)


def _check_ends(found: Situation, experimenter: int, mentor: int) -> None:
    """Raise UsageError where one of the two is no registration of its role."""
    people = found.people
    for id, role in ((experimenter, Role.EXPERIMENTER), (mentor, Role.MENTOR)):
        if id not in people or people[id].role is not role:
            raise UsageError("end-unknown", id=id, role=label(role.value))

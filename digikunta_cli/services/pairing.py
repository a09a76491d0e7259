"""What coordinators do to pairs: look at them, accept, reject, move on, add one by hand."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.locale.labels import label
from digikunta_cli.model import SETTLED, Group, Pair, PairState, Participant, Role
from digikunta_cli.store import pairs as store
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.events import record
from digikunta_cli.store.participants import participants

People = dict[int, Participant]
_MAY_BECOME = {
    PairState.ACCEPTED: (PairState.PROPOSED, PairState.MENTOR_ASKED, PairState.ACCEPTED),
    PairState.DECLINED: (*sorted(SETTLED), PairState.PROPOSED, PairState.DECLINED),
}
"""From which states a pair is accepted or declined; the other moves are free."""


def list_pairs(database: Path) -> tuple[tuple[Pair, ...], People]:
    """Every pair, and the participants by id."""
    with reading(database) as db:
        return store.pairs(db), _people(db)


def list_groups(database: Path) -> tuple[tuple[Group, ...], People]:
    """The peer groups of the last matching, and the participants by id."""
    with reading(database) as db:
        return store.groups(db), _people(db)


def _people(db: Connection) -> People:
    return {each.id: each for each in participants(db)}


def move(
    database: Path,
    ids: Sequence[int],
    state: PairState,
    *,
    now: datetime,
    reason: str | None = None,
) -> tuple[tuple[Pair, ...], People]:
    """Put pairs in another state; all of them or none.

    Raises UsageError where there is no such pair, or where a mentor has no seat for it.
    """
    stamp = now.isoformat(timespec="seconds")
    with writing(database) as session:
        for id in ids:
            _checked(session.db, id, state)
            store.move_pair(session.db, id, state, now=stamp, reason=reason)
            record(session.db, "pair", now, {"pair": id, "state": state.value})
        moved = {pair.id: pair for pair in store.pairs(session.db)}
        return tuple(moved[id] for id in ids), _people(session.db)


def _checked(db: Connection, id: int, state: PairState) -> None:
    """Refuse a move to a settled state for which the mentor has no seat."""
    pairs = store.pairs(db)
    pair = next((pair for pair in pairs if pair.id == id), None)
    if pair is None:
        raise UsageError("pair-unknown", id=id)
    if pair.state not in _MAY_BECOME.get(state, tuple(PairState)):
        raise UsageError("pair-state", id=id, state=label(pair.state.value))
    if state in SETTLED and pair.state not in SETTLED:
        _seat(pairs, _people(db)[pair.mentor])


def _seat(pairs: Sequence[Pair], mentor: Participant) -> None:
    used = Counter(pair.mentor for pair in pairs if pair.state in SETTLED)[mentor.id]
    if mentor.capacity is not None and used >= mentor.capacity:
        raise UsageError("no-seat", used=used, capacity=mentor.capacity)


def add(
    database: Path, experimenter: int, mentor: int, *, now: datetime
) -> tuple[tuple[Pair, ...], People]:
    """Make a pair by hand, accepted at once; same bodies never, and never over the capacity.

    Raises UsageError where it cannot be.
    """
    with writing(database) as session:
        db = session.db
        people, pairs = _people(db), store.pairs(db)
        ends = _ends(people, experimenter, mentor)
        known = next(
            (p for p in pairs if (p.experimenter, p.mentor) == (experimenter, mentor)), None
        )
        if known is not None:
            raise UsageError("pair-exists", id=known.id)
        if ends[0].bodies & ends[1].bodies:
            raise UsageError("pair-forbidden", rule=label("same-organisation"))
        _seat(pairs, ends[1])
        pair = Pair(
            id=None,
            experimenter=experimenter,
            mentor=mentor,
            state=PairState.ACCEPTED,
            score=0,
            topics=tuple(t for t in ends[0].topics if t in ends[1].topics and t != "other"),
            parts={},
            facts={},
            flags=("by-hand",),
        )
        id = store.keep_pair(db, pair, now.isoformat(timespec="seconds"))
        record(db, "pair", now, {"pair": id, "state": pair.state.value})
        return tuple(p for p in store.pairs(db) if p.id == id), people


def _ends(people: People, experimenter: int, mentor: int) -> tuple[Participant, Participant]:
    for id, role in ((experimenter, Role.EXPERIMENTER), (mentor, Role.MENTOR)):
        if id not in people or people[id].role is not role:
            raise UsageError("end-unknown", id=id, role=label(role.value))
    return people[experimenter], people[mentor]

"""What coordinators do to pairs: look at them, accept, reject, move on, note something down."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.locale.labels import label
from digikunta_cli.model import SETTLED, Group, Pair, PairState, Participant
from digikunta_cli.reports.round_facts import PairList
from digikunta_cli.store import pairs as store
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.events import record
from digikunta_cli.store.participants import participants
from digikunta_cli.text import one_line

People = dict[int, Participant]
_MAY_BECOME = {
    PairState.ACCEPTED: (PairState.PROPOSED, PairState.MENTOR_ASKED, PairState.ACCEPTED),
    PairState.DECLINED: (*sorted(SETTLED), PairState.PROPOSED, PairState.DECLINED),
}
"""From which states a pair is accepted or declined; the other moves are free."""


def list_pairs(database: Path) -> PairList:
    """Every pair, and those that are ruled out."""
    with reading(database) as db:
        return PairList(
            pairs=store.pairs(db), participants=people_of(db), forbidden=store.forbidden(db)
        )


def list_groups(database: Path) -> tuple[tuple[Group, ...], People]:
    """The peer groups of the last matching, and the participants by id."""
    with reading(database) as db:
        return store.groups(db), people_of(db)


def people_of(db: Connection) -> People:
    """The participants by id."""
    return {each.id: each for each in participants(db)}


def pair_of(pairs: Sequence[Pair], id: int) -> Pair:
    """The pair of an id; raises UsageError where there is none."""
    found = next((pair for pair in pairs if pair.id == id), None)
    if found is None:
        raise UsageError("pair-unknown", id=id)
    return found


def move(
    database: Path,
    ids: Sequence[int],
    state: PairState,
    *,
    now: datetime,
    reason: str | None = None,
) -> PairList:
    """Put pairs in another state; all of them or none.

    Raises UsageError where there is no such pair, where a rule forbids it, or where a mentor has no
    seat for it.
    """
    stamp = now.isoformat(timespec="seconds")
    flags: dict[int, tuple[str, ...]] = {}
    with writing(database) as session:
        people = people_of(session.db)
        for id in ids:
            flags[id] = _checked(session.db, id, state, people)
            store.move_pair(session.db, id, state, now=stamp, reason=reason)
            record(session.db, "pair", now, {"pair": id, "state": state.value})
        moved = {pair.id: pair for pair in store.pairs(session.db)}
        return PairList(
            pairs=tuple(moved[id] for id in ids),
            participants=people,
            flags={id: found for id, found in flags.items() if found},
        )


def _checked(db: Connection, id: int, state: PairState, people: People) -> tuple[str, ...]:
    """Refuse a move to a settled state that the rules or the mentor's seats do not allow.

    Else the flags of a pair that becomes settled.
    """
    pairs = store.pairs(db)
    pair = pair_of(pairs, id)
    if pair.state not in _MAY_BECOME.get(state, tuple(PairState)):
        raise UsageError("pair-state", id=id, state=label(pair.state.value))
    if state not in SETTLED or pair.state in SETTLED:
        return ()
    # Only here, since most moves settle nothing.
    from digikunta_cli.services.checking import check_rules, check_seat

    check_seat(pairs, people[pair.mentor], but=pair.id)
    return check_rules(
        people[pair.experimenter], people[pair.mentor], forbidden=store.forbidden(db)
    )


def note(database: Path, id: int, text: str, *, now: datetime) -> PairList:
    """Keep a note with a pair, in the place of an earlier one; an empty one takes that away.

    Raises UsageError where there is no such pair.
    """
    with writing(database) as session:
        pair_of(store.pairs(session.db), id)
        store.note_pair(session.db, id, one_line(text) or None)
        record(session.db, "note", now, {"pair": id})
        return PairList(
            pairs=(pair_of(store.pairs(session.db), id),), participants=people_of(session.db)
        )

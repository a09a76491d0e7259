"""What coordinators do to pairs: look at them, note something down."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.model import Group, Pair, Participant
from digikunta_cli.reports.round_facts import PairList
from digikunta_cli.store import pairs as store
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.events import record
from digikunta_cli.store.participants import participants
from digikunta_cli.text import one_line

People = dict[int, Participant]


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

"""`undo`: takes back exactly the last import; what counted before it counts again."""

from collections.abc import Collection, Set
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import UsageError
from digikunta_cli.model import SETTLED, Pair, PairState
from digikunta_cli.reports.facts import Undone
from digikunta_cli.store import history as store
from digikunta_cli.store.database import writing
from digikunta_cli.store.events import record
from digikunta_cli.store.ideas import answered
from digikunta_cli.store.meetings import meetings
from digikunta_cli.store.pairs import pairs

_STAYS = SETTLED | {PairState.ENDED}
"""States of pairs that people made; they are never lost with a registration."""


def undo(database: Path, *, now: datetime, dry_run: bool = False) -> Undone:
    """Take back all sheets of the last import that was kept.

    Raises UsageError where there is none, or where something that people did rests on it: a pair,
    an invitation, an answer to an idea.
    """
    with writing(database, keep=not dry_run) as session:
        batches = store.batches(session.db)
        if not batches:
            raise UsageError("nothing-to-undo")
        run = batches[0].run
        before = _before(session.db, run)
        removed = [id for id, (version, _at) in before.items() if version is None]
        lost = _lost(session.db, removed)
        _check_kept(session.db, set(removed))
        _put_back(session.db, before)
        store.remove_run(session.db, run)
        undone = Undone(
            batches=tuple(batch for batch in batches if batch.run == run),
            removed=tuple(removed),
            restored=tuple(id for id, (version, _at) in before.items() if version is not None),
            pairs=tuple(pair.id for pair in lost if pair.id is not None),
            is_kept=not dry_run,
        )
        record(session.db, "undo", now, _facts(undone))
    return undone


def _before(db: Connection, run: int) -> dict[int, tuple[int | None, str | None]]:
    """What counted before the import, by registration in order of id; no version for new ones."""
    # The earliest change comes last and stays.
    changes = {id: (version, at) for id, version, at in store.changes_of_run(db, run)}
    return dict(sorted(changes.items()))


def _lost(db: Connection, removed: Collection[int]) -> list[Pair]:
    """The pairs that go with new registrations; raises UsageError where people made one."""
    gone = set(removed)
    lost = [pair for pair in pairs(db) if gone & {pair.experimenter, pair.mentor}]
    made = [str(pair.id) for pair in lost if pair.state in _STAYS]
    if made:
        raise UsageError("undo-settled", ids=", ".join(made))
    return lost


def _check_kept(db: Connection, removed: Set[int]) -> None:
    """Raise UsageError where what people noted would go with new registrations."""
    invited = {each for meeting in meetings(db) for each in meeting.invited}
    for code, noted in (("undo-invited", invited), ("undo-answered", answered(db).keys())):
        ids = sorted(removed & noted)
        if ids:
            raise UsageError(code, ids=", ".join(map(str, ids)))


def _put_back(db: Connection, before: dict[int, tuple[int | None, str | None]]) -> None:
    for id, (version, changed_at) in before.items():
        if version is None:
            store.remove(db, id)
        else:
            store.restore(db, registration=id, version=version, changed_at=changed_at)


def _facts(undone: Undone) -> dict[str, object]:
    return {
        "batches": [batch.id for batch in undone.batches],
        "removed": len(undone.removed),
        "restored": len(undone.restored),
        "pairs": len(undone.pairs),
    }

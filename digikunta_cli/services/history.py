"""`log`, and for `show` where consent was given: what is remembered of the imports."""

from collections.abc import Iterable
from pathlib import Path

from digikunta_cli.history import Batch, Evidence
from digikunta_cli.store import history as store
from digikunta_cli.store.database import reading


def list_imports(database: Path) -> tuple[Batch, ...]:
    """Every imported sheet, the newest first."""
    with reading(database) as db:
        return store.batches(db)


def consent_of(database: Path, registrations: Iterable[int]) -> tuple[Evidence, ...]:
    """What these registrations answered about consent, the earliest answer first."""
    with reading(database) as db:
        return store.evidence(db, tuple(registrations))

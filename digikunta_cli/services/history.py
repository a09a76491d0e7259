"""`log`: what is remembered of the imports and of the rounds of matching."""

from pathlib import Path

from digikunta_cli.history import Batch, Round
from digikunta_cli.store import history as store
from digikunta_cli.store.database import reading
from digikunta_cli.store.rounds import rounds


def history(database: Path) -> tuple[tuple[Batch, ...], tuple[Round, ...]]:
    """Every imported sheet and every round of matching, the newest first."""
    with reading(database) as db:
        return store.batches(db), rounds(db)

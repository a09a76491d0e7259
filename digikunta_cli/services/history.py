"""`log`: what is remembered of the imports."""

from pathlib import Path

from digikunta_cli.history import Batch
from digikunta_cli.store import history as store
from digikunta_cli.store.database import reading


def list_imports(database: Path) -> tuple[Batch, ...]:
    """Every imported sheet, the newest first."""
    with reading(database) as db:
        return store.batches(db)

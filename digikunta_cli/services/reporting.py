"""`report`: gathers the facts of the network, and remembers the day for the next report."""

from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.errors import DatabaseError
from digikunta_cli.reports.network_facts import NetworkFacts, live_pairs
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import events, pairs
from digikunta_cli.store.cures import cures
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.participants import participants


def network_facts(workspace: Workspace, *, now: datetime, since: str | None = None) -> NetworkFacts:
    """The network as it stands; `since` an ISO date, else the day of the last report before today.

    The first report of a day is remembered, so that reports made again on one day say the same.
    """
    today = now.date().isoformat()
    with reading(workspace.database) as db:
        facts = _gathered(db, today, since or events.last(db, "report", before=today))
        is_first = bool(facts.everyone) and not events.happened(db, "report", on=today)
    if is_first:
        _remember(workspace, now)
    return facts


def _remember(workspace: Workspace, now: datetime) -> None:
    """Write down that a report was made; where that cannot be, the report is still one."""
    try:
        with writing(workspace.database) as session:
            events.record(session.db, "report", now, {})
    except DatabaseError as error:
        if error.code != "database-read-only":
            raise


def _gathered(db: Connection, today: str, since: str | None) -> NetworkFacts:
    return NetworkFacts(
        date=today,
        since=since,
        everyone=participants(db),
        pairs=live_pairs(pairs.pairs(db)),
        unmatched=pairs.unmatched(db),
        cures=cures(db),
        groups=pairs.groups(db),
        was_matched=events.last(db, "match") is not None,
    )

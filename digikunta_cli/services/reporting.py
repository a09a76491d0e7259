"""`report`: gathers the facts of the network, and remembers the day for the next report."""

from collections.abc import Iterable
from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.errors import DatabaseError
from digikunta_cli.matching.themes import event_themes
from digikunta_cli.model import Pair, Participant, Role
from digikunta_cli.outlook import Theme
from digikunta_cli.reports.network_facts import NetworkFacts, live_pairs, without_pair
from digikunta_cli.services.sides import experimenter_side, mentor_side
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
    everyone, live = participants(db), live_pairs(pairs.pairs(db))
    return NetworkFacts(
        date=today,
        since=since,
        everyone=everyone,
        pairs=live,
        unmatched=pairs.unmatched(db),
        cures=cures(db),
        groups=pairs.groups(db),
        themes=_themes(everyone, live),
        was_matched=events.last(db, "match") is not None,
    )


def _themes(everyone: Iterable[Participant], live: Iterable[Pair]) -> tuple[Theme, ...]:
    """Themes by what the registrations say now, whenever the last matching was."""
    by_role = {role: [each for each in everyone if each.role is role] for role in Role}
    return event_themes(
        map(experimenter_side, by_role[Role.EXPERIMENTER]),
        map(mentor_side, by_role[Role.MENTOR]),
        without={each.id for each in without_pair(by_role[Role.EXPERIMENTER], live)},
    )

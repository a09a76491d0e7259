"""The schema, as numbered migrations; one that was released is never edited."""

from sqlite_utils import Database, Migrations

from digikunta_cli.store.first_schema import FIRST
from digikunta_cli.store.meeting_schema import MEETINGS

migrations = Migrations("digikunta")
"""In order; `pragma user_version` counts those that a database has."""


@migrations()
def m0001_registrations_pairs_and_imports(db: Database) -> None:
    """Organisations, registrations with all their versions, pairs, groups, imports, events."""
    for statement in FIRST:
        db.execute(statement)


@migrations()
def m0002_meetings_and_answered_ideas(db: Database) -> None:
    """Meetings with those invited, and the ideas and questions that were answered."""
    for statement in MEETINGS:
        db.execute(statement)

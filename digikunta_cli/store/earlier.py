"""What registrations answered before a moment."""

from sqlite3 import Connection

from digikunta_cli.model import Registration
from digikunta_cli.store.rows import registration_of


def answers_before(db: Connection, since: str) -> dict[int, Registration]:
    """The answers that counted before `since` of those imported anew since then, by id."""
    rows = db.execute(
        """
        select registration.id, registration.role, version.row, version.answered_at,
            version.response_id, version.answers, version.extras
        from (
            select registration_id, previous_version_id, min(import_batch_id)
            from import_registration
            join import_batch on import_batch.id = import_registration.import_batch_id
            where imported_at >= :since
            group by registration_id
        ) as first
        join registration on registration.id = first.registration_id
        join version on version.id = first.previous_version_id
        where registration.changed_at >= :since
        and registration.first_seen_at < :since
        order by registration.id
        """,
        {"since": since},
    )
    return {row["id"]: registration_of(row) for row in rows}

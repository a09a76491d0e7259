"""Reading what an import is compared with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.model import Registration
from digikunta_cli.store.rows import dumps, registration_of


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """What an import compares of an answer that is kept; the answers are read only if needed."""

    id: int
    registration_id: int
    identity: str
    variant: int
    is_current: bool
    content_hash: str
    answered_at: datetime | None
    contact_email: str | None


def known_versions(db: Connection) -> Iterator[KnownVersion]:
    """Every version, in the order in which they came."""
    rows = db.execute(
        """
        select
            version.id,
            version.registration_id,
            registration.identity,
            registration.variant,
            registration.current_version_id = version.id as is_current,
            version.content_hash,
            version.answered_at,
            version.contact_email
        from version
        join registration on registration.id = version.registration_id
        order by version.id
        """
    )
    for id, registration_id, identity, variant, is_current, content_hash, at, email in rows:
        answered = datetime.fromisoformat(at) if at else None
        yield KnownVersion(
            id, registration_id, identity, variant, bool(is_current), content_hash, answered, email
        )


def answered_version(db: Connection, version_id: int) -> Registration:
    """The form as it was answered in a version."""
    row = db.execute(
        """
        select registration.role, version.row, version.answered_at, version.response_id,
            version.answers, version.extras
        from version
        join registration on registration.id = version.registration_id
        where version.id = :id
        """,
        {"id": version_id},
    ).fetchone()
    return registration_of(row)


def known_answers(
    db: Connection, registrations: Iterable[int]
) -> dict[int, tuple[str, Registration]]:
    """The organisation and the answers that count of these registrations, by id."""
    rows = db.execute(
        """
        select registration.id, registration.role, organisation.name, version.row,
            version.answered_at, version.response_id, version.answers, version.extras
        from registration
        join organisation on organisation.id = registration.organisation_id
        join version on version.id = registration.current_version_id
        where registration.id in (select value from json_each(:ids))
        order by registration.id
        """,
        {"ids": dumps(sorted(registrations))},
    )
    return {row["id"]: (row["name"], registration_of(row)) for row in rows}

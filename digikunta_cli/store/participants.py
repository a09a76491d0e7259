"""Reading participants: registrations with their latest answer and their organisation."""

from collections.abc import Iterable
from sqlite3 import Connection, Row

from digikunta_cli.derived import capacity_of, languages_of, topics_of, wanted_of
from digikunta_cli.memory import without_collection
from digikunta_cli.model import Participant
from digikunta_cli.store.rows import loads, organisation_of, registration_of

_SELECT = """
    select
        registration.id,
        registration.role,
        registration.identity,
        registration.variant,
        registration.wanted,
        registration.first_seen_at,
        registration.changed_at,
        registration.current_version_id <> version.id as superseded,
        organisation.key as organisation_key,
        organisation.name as organisation_name,
        organisation.region,
        version.type,
        version.row,
        version.answered_at,
        version.response_id,
        version.bodies,
        version.answers,
        version.extras,
        (
            select json_group_array(municipality)
            from (
                select municipality
                from organisation_municipality
                where organisation_id = organisation.id
                order by position
            )
        ) as municipalities,
        (
            select json_group_array(topic)
            from topic_decision
            where registration_id = registration.id
        ) as decisions,
        registration.organisation_id in (
            select organisation_id
            from registration
            group by organisation_id
            having min(role) <> max(role)
        ) as both_roles
    from registration
    join organisation on organisation.id = registration.organisation_id
"""
_CURRENT = "join version on version.id = registration.current_version_id"
_ALL = "join version on version.registration_id = registration.id"


def participants(db: Connection, *, superseded: bool = False) -> tuple[Participant, ...]:
    """Every live registration by id; with `superseded` each earlier version of it too."""
    join = _ALL if superseded else _CURRENT
    rows = db.execute(f"{_SELECT} {join} order by registration.id, version.id")
    return _made(rows)


def versions(db: Connection, registration_id: int) -> tuple[Participant, ...]:
    """All versions of one registration, the earliest answer first, the latest one last."""
    rows = db.execute(
        f"""
        {_SELECT} {_ALL}
        where registration.id = :id
        order by superseded desc, version.answered_at, version.id
        """,
        {"id": registration_id},
    )
    return _made(rows)


@without_collection()
def _made(rows: Iterable[Row]) -> tuple[Participant, ...]:
    return tuple(_participant(row) for row in rows)


def _participant(row: Row) -> Participant:
    registration = registration_of(row)
    decisions = loads(row["decisions"])
    return Participant(
        id=row["id"],
        identity=f"{row['identity']}|{row['variant']}",
        role=registration.role,
        organisation=organisation_of(row),
        registration=registration,
        topics=topics_of(registration, decisions),
        is_decided=bool(decisions),
        languages=languages_of(registration),
        bodies=frozenset(loads(row["bodies"])),
        both_roles=bool(row["both_roles"]),
        superseded=bool(row["superseded"]),
        wanted=wanted_of(registration, row["wanted"]),
        capacity=capacity_of(registration),
        first_seen=row["first_seen_at"],
        changed_at=row["changed_at"],
    )

"""Writing what an import brought."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

from digikunta_cli.model import Finding, Organisation, Registration
from digikunta_cli.store.rows import answers_json, dumps


def keep_organisation(db: Connection, organisation: Organisation) -> int:
    """The id of an organisation, kept now if it is new."""
    row = db.execute(
        "select id from organisation where key = :key", {"key": organisation.key}
    ).fetchone()
    if row:
        return int(row["id"])
    cursor = db.execute(
        """
        insert into organisation (key, name, type, region)
        values (:key, :name, :type, :region)
        """,
        {
            "key": organisation.key,
            "name": organisation.name,
            "type": organisation.type.value,
            "region": organisation.region,
        },
    )
    identifier = int(cursor.lastrowid or 0)
    db.executemany(
        "insert into organisation_municipality values (:organisation, :code, :position)",
        [
            {"organisation": identifier, "position": position, "code": code}
            for position, code in enumerate(organisation.municipalities, start=1)
        ],
    )
    return identifier


def next_run(db: Connection) -> int:
    """The number of the import that begins now; all its sheets have it."""
    return int(db.execute("select coalesce(max(run), 0) + 1 from import_batch").fetchone()[0])


def keep_batch(
    db: Connection, facts: Mapping[str, str | int | None], headings: Mapping[str, str]
) -> int:
    """Keep the record of one imported sheet; its counts are set by `count_batch`.

    `headings` are its questions by field, and those of no field by names of their own.
    """
    cursor = db.execute(
        """
        insert into import_batch (run, imported_at, file_name, sheet, sha256, tool, role,
            language, headings, rows, new, changed, same, repeated, rejected)
        values (:run, :imported_at, :file_name, :sheet, :sha256, :tool, :role,
            :language, :headings, 0, 0, 0, 0, 0, 0)
        """,
        {**facts, "headings": dumps(dict(headings))},
    )
    return int(cursor.lastrowid or 0)


def count_batch(db: Connection, batch: int, counts: dict[str, int]) -> None:
    """Write down what a sheet brought."""
    db.execute(
        """
        update import_batch
        set rows = :rows, new = :new, changed = :changed, same = :same, repeated = :repeated,
            rejected = :rejected
        where id = :id
        """,
        {"id": batch, **counts},
    )


def count_batches(db: Connection) -> int:
    """How many sheets have been imported."""
    return int(db.execute("select count(*) from import_batch").fetchone()[0])


def latest_import(db: Connection) -> str | None:
    """When the last import that was kept was made; None where there is none."""
    row = db.execute("select max(imported_at) as at from import_batch").fetchone()
    return str(row["at"]) if row["at"] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A registration that is new; `organisation_id` is that of one that is kept."""

    id: int
    role: str
    organisation_id: int
    identity: str
    variant: int
    version_id: int
    """The version that counts, which is kept later in the same transaction."""


def next_registration(db: Connection) -> int:
    """The id of the registration that begins next; one that was taken back is not given again."""
    row = db.execute(
        "select coalesce(max(seq), 0) + 1 from sqlite_sequence where name = 'registration'"
    ).fetchone()
    return int(row[0])


def keep_registrations(db: Connection, begun: Iterable[Begun], *, now: str) -> None:
    """Keep new registrations."""
    db.executemany(
        """
        insert into registration
            (id, role, organisation_id, identity, variant, current_version_id, first_seen_at,
            changed_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
        """,
        (
            (
                each.id,
                each.role,
                each.organisation_id,
                each.identity,
                each.variant,
                each.version_id,
                now,
            )
            for each in begun
        ),
    )


VersionRow = tuple[str | int | None, ...]
"""An answer as it is kept, but for its id and its sheet."""


def version_row(
    registration_id: int,
    registration: Registration,
    *,
    content_hash: str,
    type: str,
    bodies: tuple[str, ...],
) -> VersionRow:
    """One answer of a registration as it is kept, whether it is the latest or an earlier one."""
    at = registration.answered_at
    return (
        registration_id,
        registration.row,
        at.isoformat(" ") if at else None,
        registration.response_id,
        content_hash,
        registration.text("contact_email"),
        type,
        _bodies_json(bodies),
        answers_json(registration.answers),
        dumps(registration.extras) if registration.extras else "{}",
    )


@lru_cache(1 << 12)
def _bodies_json(bodies: tuple[str, ...]) -> str:
    return dumps(bodies)


def next_version(db: Connection) -> int:
    """The id of the version that is kept next."""
    return int(db.execute("select coalesce(max(id), 0) + 1 from version").fetchone()[0])


def keep_versions(db: Connection, rows: Iterable[VersionRow], *, batch: int, first: int) -> None:
    """Keep answers in their order; `first` is the id of the first of them."""
    db.executemany(
        """
        insert into version (id, import_batch_id, registration_id, row, answered_at, response_id,
            content_hash, contact_email, type, bodies, answers, extras)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        # One by one, so that they are never all in the memory.
        ((id, batch, *row) for id, row in enumerate(rows, first)),
    )


def keep_verdicts(db: Connection, batch: int, verdicts: Iterable[tuple[int, str]]) -> None:
    """Which registrations a sheet held, and what counted before; written before it changes."""
    # One statement takes a quarter of the time that one for each takes.
    db.execute(
        """
        insert into import_registration
        select
            :batch,
            registration.id,
            json_extract(told.value, '$[1]') as verdict,
            iif(json_extract(told.value, '$[1]') = 'new', null, current_version_id),
            changed_at
        from json_each(:verdicts) as told
        join registration on registration.id = json_extract(told.value, '$[0]')
        """,
        {"batch": batch, "verdicts": dumps(list(verdicts))},
    )


@dataclass(frozen=True, slots=True)
class Current:
    """The version of a registration that counts from now on."""

    registration_id: int
    version_id: int
    changed_at: str | None
    """None where nothing in it changed."""


def set_current(db: Connection, current: Iterable[Current]) -> None:
    """Let these versions be the ones that count."""
    db.executemany(
        """
        update registration
        set current_version_id = ?, changed_at = coalesce(?, changed_at)
        where id = ?
        """,
        ((each.version_id, each.changed_at, each.registration_id) for each in current),
    )


def keep_findings(db: Connection, batch: int, findings: Iterable[Finding]) -> None:
    """What was wrong in a sheet."""
    db.executemany(
        """
        insert into finding (import_batch_id, code, row, heading, value)
        values (:batch, :code, :row, :column, :value)
        """,
        [
            {
                "batch": batch,
                "code": finding.code,
                "row": finding.row,
                "column": finding.column,
                "value": finding.value,
            }
            for finding in findings
        ],
    )

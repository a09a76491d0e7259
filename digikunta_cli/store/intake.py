"""Reading what an import is compared with, and writing what it brought."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.model import Finding, Organisation, Registration
from digikunta_cli.store.rows import answers_json, answers_of, dumps, registration_of


def known_versions(
    db: Connection,
) -> list[tuple[int, str, int, bool, str, datetime | None, Registration]]:
    """Every version: registration id, identity, variant, is current, hash, time, answers."""
    rows = db.execute(
        """
        select
            registration.id,
            registration.role,
            registration.identity,
            registration.variant,
            registration.current_version_id = version.id as is_current,
            version.content_hash,
            version.answered_at,
            version.answers
        from version
        join registration on registration.id = version.registration_id
        order by version.id
        """
    )
    return [
        (
            row["id"],
            row["identity"],
            row["variant"],
            bool(row["is_current"]),
            row["content_hash"],
            datetime.fromisoformat(row["answered_at"]) if row["answered_at"] else None,
            Registration(role=row["role"], row=1, answers=answers_of(row["answers"])),
        )
        for row in rows
    ]


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

    `headings` are its questions by field.
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


def keep_registration(
    db: Connection, *, role: str, organisation_id: int, identity: str, variant: int, now: str
) -> int:
    """A new registration, without a version yet."""
    cursor = db.execute(
        """
        insert into registration
            (role, organisation_id, identity, variant, first_seen_at, changed_at)
        values (:role, :organisation_id, :identity, :variant, :now, :now)
        """,
        {
            "role": role,
            "organisation_id": organisation_id,
            "identity": identity,
            "variant": variant,
            "now": now,
        },
    )
    return int(cursor.lastrowid or 0)


def keep_version(
    db: Connection,
    registration: Registration,
    *,
    registration_id: int,
    batch: int,
    content_hash: str,
    type: str,
    bodies: Sequence[str],
) -> int:
    """One answer of a registration, whether it is the latest or an earlier one."""
    answered = registration.answered_at
    cursor = db.execute(
        """
        insert into version (registration_id, import_batch_id, row, answered_at, response_id,
            content_hash, contact_email, type, bodies, answers, extras)
        values (:registration_id, :batch, :row, :answered_at, :response_id,
            :content_hash, :contact_email, :type, :bodies, :answers, :extras)
        """,
        {
            "registration_id": registration_id,
            "batch": batch,
            "row": registration.row,
            "answered_at": answered.isoformat(" ") if answered else None,
            "response_id": registration.response_id,
            "content_hash": content_hash,
            "contact_email": registration.text("contact_email"),
            "type": type,
            "bodies": dumps(list(bodies)),
            "answers": answers_json(registration.answers),
            "extras": dumps(dict(registration.extras)),
        },
    )
    return int(cursor.lastrowid or 0)


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


def keep_verdicts(db: Connection, batch: int, verdicts: Iterable[tuple[int, str]]) -> None:
    """Which registrations a sheet held, and what counted before; written before it changes."""
    db.executemany(
        """
        insert into import_registration
        select :batch, id, :verdict, current_version_id, changed_at
        from registration
        where id = :id
        """,
        [{"batch": batch, "id": id, "verdict": verdict} for id, verdict in verdicts],
    )


def set_current(db: Connection, *, registration_id: int, version_id: int, now: str | None) -> None:
    """Let a version be the one that counts; `now` is None where nothing in it changed."""
    db.execute(
        """
        update registration
        set current_version_id = :version, changed_at = coalesce(:now, changed_at)
        where id = :id
        """,
        {"version": version_id, "id": registration_id, "now": now},
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

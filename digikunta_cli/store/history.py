"""What earlier imports brought: reading it, and taking the last of them back."""

from collections.abc import Mapping
from sqlite3 import Connection

from digikunta_cli.history import Batch, Evidence
from digikunta_cli.model import Role
from digikunta_cli.store.rows import dumps, loads


def batches(db: Connection) -> tuple[Batch, ...]:
    """Every imported sheet, the newest first."""
    rows = db.execute(
        """
        select id, run, imported_at, file_name as file, sheet, sha256, tool, role, rows,
            new, changed, same, repeated, rejected
        from import_batch
        order by id desc
        """
    )
    return tuple(Batch(**{**dict(row), "role": Role(row["role"])}) for row in rows)


def evidence(db: Connection, registrations: tuple[int, ...]) -> tuple[Evidence, ...]:
    """What these registrations answered about consent, the earliest answer first."""
    rows = db.execute(
        """
        select registration_id as registration, field, question, answer, answered_at,
            file_name as file, sheet, sha256, row, superseded
        from report_consent
        where registration_id in (select value from json_each(:ids))
        order by registration_id, superseded desc, answered_at, version_id, field
        """,
        {"ids": dumps(list(registrations))},
    )
    return tuple(Evidence(**{**dict(row), "superseded": bool(row["superseded"])}) for row in rows)


def earlier_files(
    db: Connection, *, tool: str | None, role: str, run: int
) -> tuple[frozenset[int], ...]:
    """The registrations that each earlier sheet of a form tool and role held, oldest first."""
    rows = db.execute(
        """
        select import_batch.id, import_registration.registration_id
        from import_batch
        join import_registration on import_registration.import_batch_id = import_batch.id
        where import_batch.tool is :tool
        and import_batch.role = :role
        and import_batch.run < :run
        order by import_batch.id
        """,
        {"tool": tool, "role": role, "run": run},
    )
    held: dict[int, set[int]] = {}
    for row in rows:
        held.setdefault(row["id"], set()).add(row["registration_id"])
    return tuple(frozenset(ids) for ids in held.values())


def earlier_questions(
    db: Connection, facts: Mapping[str, str | int | None]
) -> dict[str, str] | None:
    """What the last sheet of the tool, role and language in these facts asked before their run.

    None where there was none.
    """
    row = db.execute(
        """
        select headings
        from import_batch
        where tool is :tool and role = :role and language is :language and run < :run
        order by id desc
        limit 1
        """,
        facts,
    ).fetchone()
    return dict(loads(row["headings"])) if row else None


def changes_of_run(db: Connection, run: int) -> list[tuple[int, int | None, str | None]]:
    """Registration, version before and time of change before, the latest change first."""
    rows = db.execute(
        """
        select registration_id, previous_version_id, previous_changed_at
        from import_registration
        join import_batch on import_batch.id = import_registration.import_batch_id
        join registration on registration.id = import_registration.registration_id
        where import_batch.run = :run
        and current_version_id is not previous_version_id
        order by import_batch.id desc, registration_id
        """,
        {"run": run},
    )
    return [tuple(row) for row in rows]


def restore(db: Connection, *, registration: int, version: int, changed_at: str | None) -> None:
    """Let an earlier version count again."""
    db.execute(
        """
        update registration
        set current_version_id = :version, changed_at = :changed_at
        where id = :id
        """,
        {"version": version, "changed_at": changed_at, "id": registration},
    )


def remove(db: Connection, registration: int) -> None:
    """Let a registration go, with all that hangs on it."""
    db.execute("delete from registration where id = :id", {"id": registration})


def remove_run(db: Connection, run: int) -> None:
    """Let the sheets of one import go, with their versions, findings and organisations."""
    db.execute(
        """
        delete from version
        where import_batch_id in (select id from import_batch where run = :run)
        """,
        {"run": run},
    )
    db.execute("delete from import_batch where run = :run", {"run": run})
    db.execute(
        """
        delete from organisation
        where id not in (select organisation_id from registration)
        """
    )

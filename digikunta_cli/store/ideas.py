"""Which ideas and questions were answered."""

from sqlite3 import Connection

from digikunta_cli.ideas import AnsweredIdea


def answered(db: Connection) -> dict[int, AnsweredIdea]:
    """Answered ideas by registration; the registration may tell another idea by now."""
    rows = db.execute(
        """
        select registration_id, idea_sha256, answered_at, note
        from answered_idea
        order by registration_id
        """
    )
    return {
        row["registration_id"]: AnsweredIdea(
            sha256=row["idea_sha256"], answered_at=row["answered_at"], note=row["note"]
        )
        for row in rows
    }


def keep_answered(db: Connection, registration_id: int, answer: AnsweredIdea) -> None:
    """Keep that an idea was answered; the note of the same idea stays where none is given."""
    db.execute(
        """
        insert into answered_idea (registration_id, idea_sha256, answered_at, note)
        values (:id, :sha256, :answered_at, :note)
        on conflict (registration_id) do update
        set note = iif(idea_sha256 = excluded.idea_sha256, coalesce(excluded.note, note),
                excluded.note),
            idea_sha256 = excluded.idea_sha256,
            answered_at = excluded.answered_at
        """,
        {
            "id": registration_id,
            "sha256": answer.sha256,
            "answered_at": answer.answered_at,
            "note": answer.note,
        },
    )


def drop_answered(db: Connection, registration_id: int) -> bool:
    """Let an idea wait for an answer again; False where it did already."""
    cursor = db.execute(
        "delete from answered_idea where registration_id = :id", {"id": registration_id}
    )
    return cursor.rowcount > 0

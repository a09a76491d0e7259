"""What would serve those left without a mentor, as the last matching found it."""

import json
from collections.abc import Iterable
from sqlite3 import Connection

from digikunta_cli.outlook import Cure
from digikunta_cli.store.rows import dumps


def keep_cures(db: Connection, cures: Iterable[Cure]) -> None:
    """Put the cures of a matching, the best first, in the place of the earlier ones."""
    db.execute("delete from cure")
    db.executemany(
        """
        insert into cure (kind, gain, seats, mentor_id, topic, language, experimenters)
        values (:kind, :gain, :seats, :mentor, :topic, :language, :experimenters)
        """,
        [
            {
                "kind": each.kind,
                "gain": each.gain,
                "seats": each.seats,
                "mentor": each.mentor,
                "topic": each.topic,
                "language": each.language,
                "experimenters": dumps(list(each.experimenters)),
            }
            for each in cures
        ],
    )


def cures(db: Connection) -> tuple[Cure, ...]:
    """The cures that the last matching found, the best first."""
    rows = db.execute(
        """
        select kind, gain, seats, mentor_id, topic, language, experimenters
        from cure
        order by id
        """
    )
    return tuple(
        Cure(
            kind=row["kind"],
            gain=row["gain"],
            seats=row["seats"],
            mentor=row["mentor_id"],
            topic=row["topic"],
            language=row["language"],
            experimenters=tuple(json.loads(row["experimenters"])),
        )
        for row in rows
    )

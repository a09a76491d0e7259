"""Rounds of matching that were kept: what they went by, and the pairs that they proposed."""

import json
from collections.abc import Iterable
from sqlite3 import Connection, Row

from digikunta_cli.history import Round
from digikunta_cli.store.rows import dumps

Scored = tuple[int, int, int]
"""A pair of a round: experimenter, mentor, score."""


def keep_round(db: Connection, round: Round, *, given: str, pairs: Iterable[Scored]) -> int:
    """Keep a round with its pairs; `given` is the JSON of all that its choice rests on."""
    cursor = db.execute(
        """
        insert into round (matched_at, version, policy, min_load, weights, topics_sha256,
            input_sha256, input, experimenters, covered, total_score)
        values (:matched_at, :version, :policy, :min_load, :weights, :topics_sha256,
            :input_sha256, :input, :experimenters, :covered, :total_score)
        """,
        {
            "matched_at": round.matched_at,
            "version": round.version,
            "policy": round.policy,
            "min_load": round.min_load,
            "weights": dumps(dict(round.weights)),
            "topics_sha256": round.topics_sha256,
            "input_sha256": round.input_sha256,
            "input": given,
            "experimenters": round.experimenters,
            "covered": round.covered,
            "total_score": round.total_score,
        },
    )
    id = int(cursor.lastrowid or 0)
    db.executemany(
        "insert into round_pair values (:round, :experimenter, :mentor, :score)",
        [
            {"round": id, "experimenter": experimenter, "mentor": mentor, "score": score}
            for experimenter, mentor, score in pairs
        ],
    )
    return id


def rounds(db: Connection) -> tuple[Round, ...]:
    """Every round that was kept, the newest first."""
    rows = db.execute(
        """
        select id, matched_at, version, policy, min_load, weights, topics_sha256, input_sha256,
            experimenters, covered, total_score
        from round
        order by id desc
        """
    )
    return tuple(_round(row) for row in rows)


def _round(row: Row) -> Round:
    return Round(**{**dict(row), "weights": json.loads(row["weights"])})


def given_of(db: Connection, id: int) -> str:
    """The JSON of all that the choice of a round rests on."""
    row = db.execute("select input from round where id = :id", {"id": id}).fetchone()
    return str(row["input"])


def pairs_of(db: Connection, id: int) -> tuple[tuple[int, int], ...]:
    """The pairs of a round of which both registrations are still here, by their ends."""
    rows = db.execute(
        """
        select experimenter_id, mentor_id
        from round_pair
        where round_id = :id
        order by experimenter_id, mentor_id
        """,
        {"id": id},
    )
    return tuple((row["experimenter_id"], row["mentor_id"]) for row in rows)


def registered(db: Connection) -> frozenset[int]:
    """The ids of all registrations."""
    return frozenset(row["id"] for row in db.execute("select id from registration"))

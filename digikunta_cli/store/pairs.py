"""Pairs, peer groups and those left without a mentor, as the last matching and people set them."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from sqlite3 import Connection, Row

from digikunta_cli.model import Forbidden, Group, Left, Pair, PairState
from digikunta_cli.store.rows import dumps, loads

_SELECT = """
    select id, experimenter_id, mentor_id, state, score, topics, parts, facts, flags,
        proposed_at, changed_at, reason, note, locked
    from pair
"""


def pairs(db: Connection) -> tuple[Pair, ...]:
    """Every pair, whatever its state, by id."""
    return tuple(_pair(row) for row in db.execute(f"{_SELECT} order by id"))


def _pair(row: Row) -> Pair:
    return Pair(
        id=row["id"],
        experimenter=row["experimenter_id"],
        mentor=row["mentor_id"],
        state=PairState(row["state"]),
        score=row["score"],
        topics=tuple(loads(row["topics"])),
        parts=loads(row["parts"]),
        facts={key: tuple(said) for key, said in loads(row["facts"]).items()},
        flags=tuple(loads(row["flags"])),
        changed_at=row["changed_at"],
        reason=row["reason"],
        note=row["note"],
        is_locked=bool(row["locked"]),
    )


def drop_proposals(db: Connection, *, but: Iterable[int]) -> None:
    """Forget the proposals that a new matching no longer makes."""
    db.execute(
        """
        delete from pair
        where state = 'proposed'
        and id not in (select value from json_each(:kept))
        """,
        {"kept": dumps(list(but))},
    )


def keep_pair(db: Connection, pair: Pair, now: str) -> int:
    """Keep a pair; one of the same two keeps its id, its state and the date of its state."""
    facts = {
        "experimenter": pair.experimenter,
        "mentor": pair.mentor,
        "state": pair.state.value,
        "score": pair.score,
        "topics": dumps(list(pair.topics)),
        "parts": dumps(dict(pair.parts)),
        "facts": dumps(dict(pair.facts)),
        "flags": dumps(list(pair.flags)),
        "now": now,
    }
    row = db.execute(
        """
        insert into pair (experimenter_id, mentor_id, state, score, topics, parts, facts, flags,
            proposed_at, changed_at)
        values (:experimenter, :mentor, :state, :score, :topics, :parts, :facts, :flags,
            :now, :now)
        on conflict (experimenter_id, mentor_id) do update
        set score = excluded.score, topics = excluded.topics, parts = excluded.parts,
            facts = excluded.facts, flags = excluded.flags
        returning id
        """,
        facts,
    ).fetchone()
    return int(row["id"])


def move_pair(
    db: Connection, id: int, state: PairState, *, now: str, reason: str | None = None
) -> None:
    """Put a pair in another state, with the reason where one was given; a lock is done with."""
    db.execute(
        """
        update pair
        set state = :state, changed_at = :now, reason = coalesce(:reason, reason), locked = 0
        where id = :id
        """,
        {"id": id, "state": state.value, "now": now, "reason": reason},
    )


def lock_pair(db: Connection, id: int, *, locked: bool) -> None:
    """Let a proposal stay through the next rounds, or take that back."""
    db.execute("update pair set locked = :locked where id = :id", {"id": id, "locked": locked})


def note_pair(db: Connection, id: int, note: str | None) -> None:
    """Keep a note with a pair in the place of an earlier one; None takes it away."""
    db.execute("update pair set note = :note where id = :id", {"id": id, "note": note})


def drop_pair(db: Connection, id: int) -> None:
    """Forget a pair."""
    db.execute("delete from pair where id = :id", {"id": id})


def forbidden(db: Connection) -> tuple[Forbidden, ...]:
    """The pairs that a coordinator ruled out, by their ends."""
    rows = db.execute(
        """
        select experimenter_id, mentor_id, reason
        from forbidden_pair
        order by experimenter_id, mentor_id
        """
    )
    return tuple(
        Forbidden(
            experimenter=row["experimenter_id"], mentor=row["mentor_id"], reason=row["reason"]
        )
        for row in rows
    )


def forbid(db: Connection, pair: Forbidden, now: str) -> None:
    """Rule a pair out, with the reason where one was given."""
    db.execute(
        """
        insert into forbidden_pair (experimenter_id, mentor_id, forbidden_at, reason)
        values (:experimenter, :mentor, :now, :reason)
        on conflict (experimenter_id, mentor_id) do update
        set reason = coalesce(excluded.reason, reason)
        """,
        {
            "experimenter": pair.experimenter,
            "mentor": pair.mentor,
            "now": now,
            "reason": pair.reason,
        },
    )


def allow(db: Connection, *, experimenter: int, mentor: int) -> bool:
    """Take it back that a pair is ruled out; False where it was not."""
    cursor = db.execute(
        "delete from forbidden_pair where experimenter_id = :experimenter and mentor_id = :mentor",
        {"experimenter": experimenter, "mentor": mentor},
    )
    return cursor.rowcount > 0


def keep_groups(db: Connection, groups: Iterable[Group]) -> tuple[Group, ...]:
    """Put the peer groups of a matching in the place of the earlier ones; names keep their ids."""
    ids = {row["name"]: row["id"] for row in db.execute("select id, name from peer_group")}
    db.execute("delete from peer_group")
    kept = []
    fresh = count(max(ids.values(), default=0) + 1)
    for group in groups:
        cursor = db.execute(
            """
            insert into peer_group (id, name, topics, shared)
            values (:id, :name, :topics, :shared)
            """,
            {
                "id": ids[group.name] if group.name in ids else next(fresh),
                "name": group.name,
                "topics": dumps(list(group.topics)),
                "shared": dumps(list(group.shared)),
            },
        )
        identifier = int(cursor.lastrowid or 0)
        db.executemany(
            "insert into peer_group_member values (:group, :member)",
            [{"group": identifier, "member": member} for member in group.members],
        )
        kept.append(replace(group, id=identifier))
    return tuple(kept)


def groups(db: Connection) -> tuple[Group, ...]:
    """The peer groups of the last matching, by id."""
    rows = db.execute(
        """
        select id, name, topics, shared, (
            select json_group_array(registration_id)
            from (
                select registration_id
                from peer_group_member
                where peer_group_id = peer_group.id
                order by registration_id
            )
        ) as members
        from peer_group
        order by id
        """
    )
    return tuple(
        Group(
            id=row["id"],
            name=row["name"],
            members=tuple(loads(row["members"])),
            topics=tuple(loads(row["topics"])),
            shared=tuple(loads(row["shared"])),
        )
        for row in rows
    )


def keep_unmatched(db: Connection, left: Iterable[Left]) -> None:
    """Who was left without a mentor in the last matching, and why."""
    db.execute("delete from unmatched")
    db.executemany(
        "insert into unmatched values (:experimenter, :cause)",
        [{"experimenter": each.experimenter, "cause": each.cause} for each in left],
    )


def unmatched(db: Connection) -> tuple[Left, ...]:
    """Who was left without a mentor in the last matching, by id."""
    rows = db.execute("select experimenter_id, cause from unmatched order by experimenter_id")
    return tuple(Left(experimenter=row["experimenter_id"], cause=row["cause"]) for row in rows)

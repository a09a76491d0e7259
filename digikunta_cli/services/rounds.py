"""Rounds that were kept: what they rested on, and whether it gives the same pairs again."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from digikunta_cli import __version__
from digikunta_cli.errors import UsageError
from digikunta_cli.history import Round
from digikunta_cli.matching.choice import Given, choose
from digikunta_cli.matching.propose import Outcome
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.reports.round_facts import Repeated
from digikunta_cli.services.situation import Situation, situation
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import rounds as store
from digikunta_cli.store.database import reading
from digikunta_cli.topics import file_hash, find_file
from digikunta_cli.weights import Terms


def keep_round(
    db: Connection,
    found: Situation,
    outcome: Outcome,
    *,
    workspace: Workspace,
    terms: Terms,
    now: datetime,
) -> int:
    """Keep what a round went by and the pairs that it gave; the id of the round."""
    summary = outcome.summary
    kept = Round(
        id=None,
        matched_at=now.isoformat(timespec="seconds"),
        version=__version__,
        policy=terms.policy,
        min_load=terms.min_load,
        weights=asdict(workspace.catalogue.weights),
        topics_sha256=file_hash(find_file(workspace.folder)),
        input_sha256=input_hash(found),
        experimenters=summary["experimenters"],
        covered=summary["covered"],
        total_score=summary["total_score"],
    )
    pairs = [(each.experimenter, each.mentor, each.score) for each in outcome.pairs]
    return store.keep_round(db, kept, given=_written(outcome.given), pairs=pairs)


def repeat(workspace: Workspace, id: int) -> Repeated:
    """Choose again from what a round rested on; raises UsageError where there is no such round.

    Pairs of which a registration was taken back since are left aside.
    """
    with reading(workspace.database) as db:
        kept = next((each for each in store.rounds(db) if each.id == id), None)
        if kept is None:
            raise UsageError("round-unknown", id=id)
        given = _read(store.given_of(db, id))
        stored = frozenset(store.pairs_of(db, id))
        here = store.registered(db)
        today = situation(db)
    chosen = [given.ends(index) for index in choose(given).pairs.tolist()]
    again = frozenset(ends for ends in chosen if here.issuperset(ends))
    return Repeated(
        round=kept,
        version=__version__,
        pairs=len(again & stored),
        gone=tuple(sorted(stored - again)),
        new=tuple(sorted(again - stored)),
        aside=len(chosen) - len(again),
        is_topics_same=kept.topics_sha256 == file_hash(find_file(workspace.folder)),
        is_input_same=kept.input_sha256 == input_hash(today),
        participants=today.people,
    )


def _written(given: Given) -> str:
    return json.dumps(asdict(given), separators=(",", ":"))


def _read(text: str) -> Given:
    found: dict[str, Any] = json.loads(text)
    order = found.pop("order")
    return Given(**{name: tuple(numbers) for name, numbers in found.items()}, order=order)


def input_hash(found: Situation) -> str:
    """The same for the same content on both sides and the same decisions, whatever the ids are.

    Proposals are no decisions, so a round changes nothing in it.
    """
    order = {each.id: each.identity for each in found.everyone}
    decisions = (found.settled, found.declined, found.forbidden)
    content = (
        sorted(map(_side, found.experimenters)),
        sorted(map(_side, found.mentors)),
        [_ends(pairs, order) for pairs in decisions],
    )
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _ends(pairs: Iterable[Settled], order: dict[int, str]) -> list[tuple[str, str]]:
    return sorted((order[pair.experimenter], order[pair.mentor]) for pair in pairs)


def _side(side: Experimenter | Mentor) -> str:
    """A side as text in which nothing depends on its id or on the order of a set."""
    facts = {name: sorted(v) if isinstance(v, frozenset) else v for name, v in asdict(side).items()}
    return json.dumps({**facts, "id": None}, sort_keys=True)

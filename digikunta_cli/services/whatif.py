"""`match --what-if`: the outcome as it stands beside the one as it would be; writes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from digikunta_cli.errors import InputError, UsageError
from digikunta_cli.locale.labels import label
from digikunta_cli.matching.auditing import audit
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.sides import Settled
from digikunta_cli.matching.solving import solve, summary_of
from digikunta_cli.model import Role
from digikunta_cli.reports.round_facts import Compared, Side
from digikunta_cli.services.costs import last_terms
from digikunta_cli.services.situation import Situation, situation
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store.database import reading
from digikunta_cli.strict_yaml import Node, parse, read_bytes
from digikunta_cli.topics import told_weights
from digikunta_cli.weights import Terms

POLICIES = ("total", "fair", "keep")
_PARTS = ("add_seats", "without", "weights", "policy", "min_load")
_LARGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What would be otherwise; what is None or empty stays as it is."""

    seats: Mapping[int, int] = field(default_factory=dict)
    """Seats more, by the mentor's id."""
    without: frozenset[int] = frozenset()
    """Registrations that would not be there."""
    weights: Mapping[str, int] = field(default_factory=dict)
    policy: str | None = None
    min_load: int | None = None


def compare(workspace: Workspace, wish: Wish) -> Compared:
    """Match as it stands, by the terms of the last round, and as it would be.

    Raises UsageError for ids that are not there.
    """
    with reading(workspace.database) as db:
        found, terms = situation(db), last_terms(db)
    _check(wish, found)
    weights = workspace.catalogue.weights
    would = replace(
        terms,
        policy=wish.policy or terms.policy,
        min_load=terms.min_load if wish.min_load is None else wish.min_load,
    )
    there = replace(
        found, everyone=tuple(each for each in found.everyone if each.id not in wish.without)
    )
    board = _seated(there.board(workspace, replace(weights, **wish.weights)), wish.seats)
    stands = found.board(workspace)
    now = _side(stands, found, terms, stands=stands, near=found.kept)
    # Of equal outcomes the one nearest to how it stands tells what it changes.
    near = found.kept if would.policy == "keep" else _pairs(now)
    return Compared(
        now=now,
        then=_side(board, found, would, stands=stands, near=near),
        is_weighed=bool(wish.weights),
        participants=found.people,
    )


def _check(wish: Wish, found: Situation) -> None:
    people = found.people
    for id in wish.without:
        if id not in people:
            raise UsageError("participant-unknown", id=id)
    for id in wish.seats:
        if id not in people or people[id].role is not Role.MENTOR:
            raise UsageError("end-unknown", id=id, role=label(Role.MENTOR.value))


def _seated(board: Board, seats: Mapping[int, int]) -> Board:
    """The board with more seats; who did not tell any has those that are taken for granted."""
    not_told = board.weights.capacity_not_told
    return replace(
        board,
        mentors=tuple(
            replace(
                each,
                capacity=(not_told if each.capacity is None else each.capacity) + seats[each.id],
            )
            if each.id in seats
            else each
            for each in board.mentors
        ),
    )


def _pairs(side: Side) -> Iterable[Settled]:
    return [Settled(experimenter=one, mentor=other) for one, other in side.pairs]


def _side(
    board: Board,
    found: Situation,
    terms: Terms,
    *,
    stands: Board,
    near: Iterable[Settled],
) -> Side:
    """One outcome, as near to these pairs as it can; it is scored as the board `stands` now."""
    solved = solve(board, board.places(found.settled), kept=board.places(near), terms=terms)
    chosen = [
        Settled(experimenter=board.experimenters[one].id, mentor=board.mentors[other].id)
        for one, other in solved.chosen
    ]
    return Side(
        summary=summary_of(board, solved),
        shortfall=solved.shortfall,
        policy=terms.policy,
        min_load=terms.min_load,
        pairs={(each.experimenter, each.mentor): each.score for each in audit(stands, chosen)},
    )


def wish_of(
    file: Path | None,
    *,
    add_seat: Sequence[int],
    without: Sequence[int],
    policy: str | None = None,
    min_load: int | None = None,
) -> Wish:
    """What a file and the options, which win, say together.

    Raises InputError with the line of what is odd in the file.
    """
    told = _read(file) if file else Wish()
    seats = dict(told.seats)
    for id in add_seat:
        seats[id] = seats.get(id, 0) + 1
    return replace(
        told,
        seats=seats,
        without=told.without | frozenset(without),
        policy=policy or told.policy,
        min_load=told.min_load if min_load is None else min_load,
    )


def _read(file: Path) -> Wish:
    parts = _top(file).section(allowed=_PARTS)
    return Wish(
        seats=_seats(parts["add_seats"]) if "add_seats" in parts else {},
        without=_ids(parts["without"]) if "without" in parts else frozenset(),
        weights=told_weights(parts["weights"]) if "weights" in parts else {},
        policy=_policy(parts["policy"]) if "policy" in parts else None,
        min_load=_number(parts["min_load"]) if "min_load" in parts else None,
    )


def _top(file: Path) -> Node:
    try:
        return parse(read_bytes(file), file=file.name)
    except InputError as error:
        if error.code != "yaml-sections-missing":
            raise
        raise InputError("what-if-empty", **error.facts) from None


def _number(node: Node) -> int:
    return node.integer(least=0, most=_LARGEST)


def _seats(node: Node) -> dict[int, int]:
    """Seats by id: the names of the section's parts are ids."""
    names = node.value if isinstance(node.value, Mapping) else {}
    return {_id(part, name): _number(part) for name, part in node.section(allowed=names).items()}


def _ids(node: Node) -> frozenset[int]:
    if not isinstance(node.value, tuple):
        node.texts()
        return frozenset()
    return frozenset(_id(item, item.text()) for item in node.value)


def _id(node: Node, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        node.refuse("yaml-id-bad", text)
    return int(text)


def _policy(node: Node) -> str:
    if node.text() not in POLICIES:
        raise InputError(
            "yaml-word-unknown",
            file=node.file,
            line=node.line,
            key=node.key,
            choices=", ".join(POLICIES),
        )
    return node.text()

"""A round of matching: who is paired with whom and why, who is left, and who are peers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digikunta_cli.matching.auditing import Audited, audited
from digikunta_cli.matching.causes import Unmatched, unmatched
from digikunta_cli.matching.choice import Given
from digikunta_cli.matching.cures import cures_of
from digikunta_cli.matching.groups import Group, peer_groups
from digikunta_cli.matching.rules import Board, Places
from digikunta_cli.matching.sides import Settled
from digikunta_cli.matching.solving import Solved, solve, summary_of
from digikunta_cli.outlook import Cure
from digikunta_cli.weights import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a round came to; `summary` as the JSON contract names it."""

    pairs: tuple[Audited, ...]
    unmatched: tuple[Unmatched, ...]
    cures: tuple[Cure, ...]
    """What would serve most of those left, the best first."""
    groups: tuple[Group, ...]
    summary: Mapping[str, int | bool]
    worst_off: int | None
    """The lowest of the best scores of those who get a mentor; None where nobody does."""
    shortfall: Mapping[int, int]
    """Experimenters that mentors lack to the load that they should have, by the mentor's id."""
    given: Given
    """What the choice rests on."""


def propose(
    board: Board,
    *,
    settled: Iterable[Settled],
    kept: Iterable[Settled] = (),
    terms: Terms | None = None,
    topic_names: Mapping[str, str],
) -> Outcome:
    """Match both sides around the settled pairs; nothing depends on the order they come in.

    `topic_names` gives a topic's name by its key. Those who are not committed stay out, but settled
    pairs stay in, whatever the rules say now; one of which one side is not on the board is left
    aside. Those `kept` were proposed before, and how much that counts is in the terms.
    """
    solved = solve(board, board.places(settled), kept=board.places(kept), terms=terms)
    cures = cures_of(board, solved)
    return Outcome(
        pairs=tuple(_looked_at(board, places, solved) for places in solved.chosen),
        unmatched=unmatched(board, solved, cures=cures, topic_names=topic_names),
        cures=cures.best,
        groups=peer_groups(board.experimenters, board.texts),
        summary=summary_of(board, solved),
        worst_off=solved.worst_off,
        shortfall=solved.shortfall,
        given=solved.given,
    )


def _looked_at(board: Board, places: Places, solved: Solved) -> Audited:
    is_overbooked = solved.rooms[places[1]] > board.seats(places[1])
    return audited(board, places, scale=solved.scale, is_overbooked=is_overbooked)

"""What a decision costs: the best choice of pairs without it beside the best one with it."""

from dataclasses import replace
from sqlite3 import Connection

from digikunta_cli.matching.rules import Board, Places
from digikunta_cli.matching.solving import Solved, solve
from digikunta_cli.reports.round_facts import Cost
from digikunta_cli.services.situation import Situation
from digikunta_cli.store.rounds import rounds
from digikunta_cli.weights import Terms
from digikunta_cli.wishes import ended_of


def cost_of(db: Connection, board: Board, before: Situation, after: Situation) -> Cost:
    """What changed between two situations with the same people, by the terms of the last round.

    `board` is that of the situation before.
    """
    terms = last_terms(db)
    proposed = board.places(before.kept)
    without = _solved(board, before, proposed, terms)
    # Of equal outcomes the one nearest to that without it tells what it changes.
    near = proposed if terms.policy == "keep" else frozenset(without.chosen)
    outcome = _solved(board, after, near, terms)
    had, have = _covered(board, without), _covered(board, outcome)
    # Whose pair comes to its end by it has had the mentor, and loses none.
    finished = set(ended_of(after.pairs) - ended_of(before.pairs))
    return Cost(
        total_score=outcome.assignment.total - without.assignment.total,
        loses=tuple(sorted(had - have - finished)),
        gains=tuple(sorted(have - had)),
    )


def last_terms(db: Connection) -> Terms:
    """What was asked of the last round; the usual terms where none was kept."""
    last = next(iter(rounds(db)), None)
    return Terms(policy=last.policy, min_load=last.min_load) if last else Terms()


def _solved(board: Board, found: Situation, kept: frozenset[Places], terms: Terms) -> Solved:
    ruled_out = frozenset((each.experimenter, each.mentor) for each in found.forbidden)
    tried = frozenset((each.experimenter, each.mentor) for each in found.declined)
    sides = {each.id: each for each in found.experimenters}
    experimenters = tuple(sides[each.id] for each in board.experimenters)
    laid = replace(board, experimenters=experimenters, forbidden=ruled_out, declined=tried)
    return solve(laid, laid.places(found.settled), kept=kept, terms=terms)


def _covered(board: Board, solved: Solved) -> frozenset[int]:
    return frozenset(board.experimenters[one].id for one, _other in solved.chosen)

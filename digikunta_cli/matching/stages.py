"""The goals of an assignment, met one after the other."""

import numpy as np

from digikunta_cli.matching.flow import Whole, largest_cost
from digikunta_cli.matching.leximin import fairest
from digikunta_cli.matching.network import Network, network_of
from digikunta_cli.matching.problem import Problem


def solve(problem: Problem, *, fair: bool) -> tuple[Whole, int]:
    """Meet every goal in turn: the chosen pairs, and the proven upper limit of their total.

    `fair` puts fairness before the total.
    """
    network = network_of(problem)
    if problem.score.max(initial=0) > largest_cost(network.arcs.nodes):
        raise ValueError("A score is too large for so many pairs.")
    face = network.start(problem)
    face = face.narrowed(face.best(_coverage(network)))
    if problem.minimum.any():
        face = face.narrowed(face.best(_shortfall(network)))
    if fair:
        face = fairest(face, network.first, score=problem.score)
    total = face.best(_total(network, problem))
    face = face.narrowed(total)
    if not fair:
        face = fairest(face, network.first, score=problem.score)
    last = face.best(_tie_break(network, problem))
    return np.flatnonzero(last.amount[network.chosen]), -total.limit


def _coverage(network: Network) -> Whole:
    """Each covered experimenter pays 1."""
    cost = network.cost()
    cost[network.cover] = -1
    return cost


def _shortfall(network: Network) -> Whole:
    """Each pair that a mentor still needs for its minimum pays 1."""
    cost = network.cost()
    cost[network.required] = -1
    return cost


def _total(network: Network, problem: Problem) -> Whole:
    """Each pair pays its score: the highest score at the door, less what this pair lacks to it.

    Said so, few arcs pay and the solver, which starts from those filled, has little to undo.
    """
    top = problem.score.max(initial=0)
    cost = network.cost()
    cost[network.cover] = -top
    cost[network.further] = -top
    cost[network.chosen] = top - problem.score
    return cost


def _tie_break(network: Network, problem: Problem) -> Whole:
    """Each pair costs a number mixed from its two sides, so that one assignment alone is cheapest.

    This makes the answer a property of the problem, not of the solver's way through it; and a
    further pair that scores 0 is left out.
    """
    mixed = problem.experimenter.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed += problem.mentor.astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)
    for shift in (30, 27, 31):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
    cost = network.cost()
    cost[network.chosen] = 1 + (mixed >> np.uint64(28)).astype(np.int64)
    return cost

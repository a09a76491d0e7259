"""The goals of an assignment, met one after the other."""

import numpy as np

from digikunta_cli.matching.exact.assignment import GOALS, Stage
from digikunta_cli.matching.exact.face import Best
from digikunta_cli.matching.exact.flow import Whole, largest_cost
from digikunta_cli.matching.exact.leximin import steps
from digikunta_cli.matching.exact.network import Network, network_of
from digikunta_cli.matching.exact.problem import Problem


def solve(problem: Problem, *, order: str) -> tuple[Whole, tuple[Stage, ...]]:
    """Meet every goal in turn: the chosen pairs, and the proof of each goal."""
    network = network_of(problem)
    check_scores(problem, network)
    face = network.start(problem)
    stages: list[Stage] = []
    for goal in goals_of(problem, order=order):
        if goal == "leximin":
            for step in steps(face, network.first, score=problem.score):
                face = step.face
                stages.append(_stage(goal, step.upto, step.best))
        else:
            best = face.best(cost_of(goal, network, problem=problem))
            face = face.narrowed(best)
            stages.append(_stage(goal, reached(goal, best.limit, problem=problem), best))
    return np.flatnonzero(face.amount[network.chosen]), tuple(stages)


def goals_of(problem: Problem, *, order: str) -> tuple[str, ...]:
    """The goals in their order, without those that the problem has no use for."""
    idle = set()
    if not problem.minimum.any():
        idle.add("minimum")
    if not problem.kept.any():
        idle.add("keep")
    return tuple(goal for goal in GOALS[order] if goal not in idle)


def check_scores(problem: Problem, network: Network) -> None:
    """Raise ValueError where sums of scores could pass 64 bits."""
    if problem.score.max(initial=0) > largest_cost(network.arcs.nodes):
        raise ValueError("A score is too large for so many pairs.")


def cost_of(goal: str, network: Network, *, problem: Problem) -> Whole:
    """The cost of each arc with which the cheapest flow meets the goal; not for leximin."""
    return _COSTS[goal](network, problem)


def reached(goal: str, limit: int, *, problem: Problem) -> int:
    """What a cost means in the words of its goal."""
    if goal == "tie-break":
        return limit
    return limit + sum(problem.minimum.tolist()) if goal == "minimum" else -limit


def _stage(goal: str, value: int, best: Best) -> Stage:
    # A copy, so that the prices of the other nodes are let go.
    potential = best.potential.copy()
    potential.flags.writeable = False
    return Stage(goal, value, potential)


def _coverage(network: Network, _problem: Problem) -> Whole:
    """Each covered experimenter pays 1."""
    cost = network.cost()
    cost[network.cover] = -1
    return cost


def _shortfall(network: Network, _problem: Problem) -> Whole:
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


def _keep(network: Network, problem: Problem) -> Whole:
    """Each pair that was there before pays 1."""
    cost = network.cost()
    cost[network.chosen[problem.kept]] = -1
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


_COSTS = {
    "coverage": _coverage,
    "minimum": _shortfall,
    "total": _total,
    "keep": _keep,
    "tie-break": _tie_break,
}

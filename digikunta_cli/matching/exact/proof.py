"""The proof of a whole assignment, goal by goal, without the solver."""

from itertools import groupby
from operator import attrgetter

import numpy as np

from digikunta_cli.matching.exact.assignment import Assignment, Stage
from digikunta_cli.matching.exact.face import Face
from digikunta_cli.matching.exact.flow import Whole, largest_cost
from digikunta_cli.matching.exact.leximin import retraced
from digikunta_cli.matching.exact.network import Network, network_of
from digikunta_cli.matching.exact.problem import Problem
from digikunta_cli.matching.exact.stages import check_scores, cost_of, goals_of, reached

_GOAL = attrgetter("goal")
_FARTHEST = 5 * largest_cost(0)
"""Prices that lie no farther apart, 0 among them, cannot overflow; the solver's never do."""


def recount(assignment: Assignment, problem: Problem) -> tuple[str, ...]:
    """Count the pairs again, and say what was counted; ArithmeticError where it is not as told."""
    _check_kinds(assignment)
    chosen = _chosen(assignment, problem)
    people, wishes = np.unique(problem.experimenter[chosen], return_counts=True)
    load = np.bincount(problem.mentor[chosen], minlength=len(problem.capacity))
    missing = np.setdiff1d(np.flatnonzero(problem.locked), chosen)
    total = sum(problem.score[chosen].tolist())
    _require((wishes <= problem.wanted[people]).all(), "An experimenter has too many mentors.")
    _require((load <= problem.capacity).all(), "A mentor has too many experimenters.")
    _require(not missing.size, "A locked pair is missing.")
    _require(assignment.covered == len(people), "The coverage is not as told.")
    _require(assignment.total == total, "The total is not as told.")
    return ("pairs", "wanted", "capacity", "locked", "covered", "total")


def prove(assignment: Assignment, problem: Problem, *, order: str) -> tuple[str, ...]:
    """Prove each goal by its potentials, and name them; ArithmeticError where they do not."""
    network = network_of(problem)
    check_scores(problem, network)
    goals = goals_of(problem, order=order)
    amount = network.flow(problem, _chosen(assignment, problem))
    face = network.start(problem).holding(amount)
    told = [(goal, tuple(stages)) for goal, stages in groupby(assignment.stages, _GOAL)]
    for goal in goals:
        stages = told.pop(0)[1] if told and told[0][0] == goal else ()
        face = _met(goal, stages, face, network=network, problem=problem)
    _require(not told, "A stage belongs to no goal.")
    _require(assignment.bound == assignment.total, "The limit of the total is not as told.")
    return goals


def _met(
    goal: str, stages: tuple[Stage, ...], face: Face, *, network: Network, problem: Problem
) -> Face:
    """What is open once the goal is proven by its stages."""
    potentials = [_sound(stage.potential, network.priced) for stage in stages]
    if goal == "leximin":
        proofs = zip((stage.value for stage in stages), potentials, strict=True)
        return retraced(face, network.first, score=problem.score, proofs=proofs)
    _require(len(stages) == 1, "A goal has no proof of its own.")
    best = face.proven(cost_of(goal, network, problem=problem), potentials[0])
    value = reached(goal, best.limit, problem=problem)
    _require(stages[0].value == value, "A goal does not reach what is told.")
    return face.narrowed(best)


def _chosen(assignment: Assignment, problem: Problem) -> Whole:
    """The chosen pairs by their place in the problem, in order."""
    place = np.empty_like(problem.given)
    place[problem.given] = np.arange(len(problem.given))
    pairs = assignment.pairs
    within = (pairs >= 0) & (pairs < len(problem.given))
    _require(within.all(), "A chosen pair is out of range.")
    chosen = np.unique(place[pairs])
    _require(len(chosen) == len(pairs), "A pair is chosen twice.")
    return chosen


def _check_kinds(assignment: Assignment) -> None:
    """Refuse what cannot be counted at all, as where an assignment was read from somewhere."""
    pairs: object = assignment.pairs
    is_list = isinstance(pairs, np.ndarray) and pairs.ndim == 1
    _require(
        is_list and np.issubdtype(assignment.pairs.dtype, np.integer),
        "The pairs must be one array of whole numbers.",
    )
    stages: object = assignment.stages
    is_told = isinstance(stages, tuple) and all(isinstance(each, Stage) for each in stages)
    _require(is_told, "The stages must be a tuple of stages.")
    for stage in assignment.stages:
        _require(isinstance(stage.value, int), "The value of a stage must be a whole number.")
        _require(isinstance(stage.potential, np.ndarray), "A potential must be an array.")


def _sound(potential: Whole, nodes: int) -> Whole:
    """Potentials that can be counted with: one for each node, none that overflows."""
    fits = potential.shape == (nodes,) and potential.dtype == np.int64
    _require(fits, "There must be one potential for each node.")
    spread = int(potential.max(initial=0)) - int(potential.min(initial=0))
    _require(spread <= _FARTHEST, "A potential is too large.")
    return potential


def _require(holds: bool | np.bool_, sentence: str) -> None:
    if not holds:
        raise ArithmeticError(sentence)

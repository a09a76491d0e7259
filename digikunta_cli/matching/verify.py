"""Proofs that an assignment is the best, from its potentials alone and without the solver.

They rest on linear programming duality: for any potentials, no flow costs less than `least_cost`;
and a flow that is empty wherever an arc costs more than the prices at its ends, and full wherever
it costs less, costs exactly that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digikunta_cli.matching.assign import Assignment
    from digikunta_cli.matching.flow import Arcs, Flow, Whole
    from digikunta_cli.matching.problem import Numbers


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found to hold for an assignment."""

    proven: tuple[str, ...]
    """Goals in their order: no assignment as good in the goals before is better, as the potentials
    show. Leximin is proven step by step, to its end."""
    checked: tuple[str, ...]
    """What was counted again on the pairs themselves."""


def verify(
    assignment: Assignment,
    experimenter: Numbers,
    mentor: Numbers,
    score: Numbers,
    *,
    capacity: Numbers,
    wanted: Numbers,
    locked: Numbers = (),
    minimum: Numbers | None = None,
    kept: Numbers = (),
    order: str = "total",
) -> Verified:
    """Prove an assignment again, for the arguments that `assign` was called with.

    Neither the solver nor anything the assignment says of itself is trusted: the pairs are counted
    again, and every goal is proven by its potentials on what the goals before leave open. That the
    tie-break leaves one assignment alone is likely, not proven. Raises ArithmeticError with one
    sentence where something does not hold, and ValueError for bad input.
    """
    # Only here, so that commands that assign nothing do not load numpy.
    from digikunta_cli.matching.assign import check_order
    from digikunta_cli.matching.problem import problem_of
    from digikunta_cli.matching.proof import prove, recount

    check_order(order)
    problem = problem_of(
        experimenter,
        mentor,
        score=score,
        capacity=capacity,
        wanted=wanted,
        locked=locked,
        minimum=minimum,
        kept=kept,
    )
    checked = recount(assignment, problem)
    return Verified(proven=prove(assignment, problem, order=order), checked=checked)


def check(arcs: Arcs, supply: Whole, *, cost: Whole, flow: Flow) -> None:
    """Raise ArithmeticError unless the flow is allowed and its potentials prove it cheapest."""
    reduced = arcs.reduced(cost, flow.potential)
    allowed = (flow.amount >= 0) & (flow.amount <= arcs.upper)
    empty = (reduced <= 0) | (flow.amount == 0)
    full = (reduced >= 0) | (flow.amount == arcs.upper)
    balanced = arcs.net(flow.amount) == supply
    if not ((allowed & empty & full).all() and balanced.all()):
        raise ArithmeticError("The flow is not proven cheapest.")


def least_cost(arcs: Arcs, supply: Whole, *, cost: Whole, potential: Whole) -> int:
    """What any allowed flow costs at the least; true for any potentials (weak duality)."""
    reduced = arcs.reduced(cost, potential)
    gain = reduced < 0
    return _product(reduced[gain], arcs.upper[gain]) - _product(potential, supply)


def _product(left: Whole, right: Whole) -> int:
    # In Python's integers, since a price times a capacity can pass 64 bits.
    used = right.nonzero()[0]
    return sum(a * b for a, b in zip(left[used].tolist(), right[used].tolist(), strict=True))

"""Proofs that an assignment is the best, from its potentials alone and without the solver.

They rest on linear programming duality (`matching.exact.duality`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from digikunta_cli.matching.exact.assignment import check_order

if TYPE_CHECKING:
    from digikunta_cli.matching.exact.assignment import Assignment
    from digikunta_cli.matching.exact.problem import Limits, Numbers


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
    order: str = "total",
    **limits: Unpack[Limits],
) -> Verified:
    """Prove an assignment again, for the arguments that `assign` was called with.

    Neither the solver nor anything the assignment says of itself is trusted: the pairs are counted
    again, and every goal is proven by its potentials on what the goals before leave open. That the
    tie-break leaves one assignment alone is likely, not proven. Raises ArithmeticError with one
    sentence where something does not hold, and ValueError for bad input.
    """
    # Only here, so that commands that assign nothing do not load numpy.
    from digikunta_cli.matching.exact.problem import problem_of
    from digikunta_cli.matching.exact.proof import prove, recount

    check_order(order)
    problem = problem_of(experimenter, mentor, score, **limits)
    checked = recount(assignment, problem)
    return Verified(proven=prove(assignment, problem, order=order), checked=checked)

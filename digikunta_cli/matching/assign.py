"""Who gets which mentor, as numbers: the exact optimum of goals in strict order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digikunta_cli.matching.flow import Whole
    from digikunta_cli.matching.problem import Numbers

ORDERS = ("total", "fair")


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """The chosen pairs, and how good they are."""

    pairs: Whole
    """Indices into the arrays that were given, in order of experimenter and mentor."""
    covered: int
    """Experimenters with at least one mentor."""
    total: int
    """Sum of the scores of the chosen pairs, locked ones included."""
    bound: int
    """Proven: no assignment that is as good in the goals before the total has a higher one."""

    @property
    def optimal(self) -> bool:
        """True where the total reaches its proven limit."""
        return self.total == self.bound


def assign(
    experimenter: Numbers,
    mentor: Numbers,
    score: Numbers,
    *,
    capacity: Numbers,
    wanted: Numbers,
    locked: Numbers = (),
    minimum: Numbers | None = None,
    order: str = "total",
) -> Assignment:
    """Choose among allowed pairs, each given by its experimenter, its mentor and its score (>= 0).

    Goals in strict order: as many experimenters as possible get a mentor; the mentors together
    fall short of `minimum` (pairs a mentor should get) by as little as possible; the highest total
    score; leximin, which is the worst-off covered experimenter's best pair as good as possible,
    then the second worst-off's, and so on. With `order="fair"` leximin comes before the total.
    What then is still equal is decided by the indices of the two sides alone, so the order in which
    the pairs are given never matters.

    `capacity` is how many experimenters each mentor can take (0 allowed), `wanted` how many
    mentors each experimenter wants (>= 1), `locked` the indices of pairs that must stay. Bad input
    raises ValueError with one sentence.
    """
    # Only here, so that commands that assign nothing do not load the solver.
    from digikunta_cli.matching.problem import problem_of
    from digikunta_cli.matching.stages import solve

    if order not in ORDERS:
        raise ValueError("The order must be total or fair.")
    problem = problem_of(
        experimenter,
        mentor,
        score=score,
        capacity=capacity,
        wanted=wanted,
        locked=locked,
        minimum=minimum,
    )
    chosen, bound = solve(problem, fair=order == "fair")
    return Assignment(
        pairs=problem.given[chosen],
        covered=len(set(problem.experimenter[chosen].tolist())),
        total=sum(problem.score[chosen].tolist()),
        bound=bound,
    )

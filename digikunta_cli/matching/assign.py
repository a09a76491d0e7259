"""Who gets which mentor, as numbers: the exact optimum of goals in strict order."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digikunta_cli.matching.flow import Whole
    from digikunta_cli.matching.problem import Numbers

GOALS = MappingProxyType(
    {
        "total": ("coverage", "minimum", "total", "leximin", "keep", "tie-break"),
        "fair": ("coverage", "minimum", "leximin", "total", "keep", "tie-break"),
        "keep": ("coverage", "minimum", "keep", "total", "leximin", "tie-break"),
    }
)
"""For each order: the goals, the first one first."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The proof that a goal, or a step of leximin, is met as well as the stages before allow."""

    goal: str
    value: int
    """What is reached: experimenters covered, pairs short of the minimums, points, pairs kept; for
    a step of leximin the score up to which first pairs are settled, for the tie-break its cost."""
    potential: Whole = field(repr=False)
    """The prices of the hub, of each experimenter's two doors (the first doors come first) and of
    each mentor: what any goal's cost is weighed against. All other nodes' prices follow from
    these. Where no arc is open any more it says nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """The chosen pairs, how good they are, and the proof."""

    pairs: Whole
    """Indices into the arrays that were given, in order of experimenter and mentor."""
    covered: int
    """Experimenters with at least one mentor."""
    total: int
    """Sum of the scores of the chosen pairs, locked ones included."""
    bound: int
    """Proven: no assignment that is as good in the goals before the total has a higher one."""
    stages: tuple[Stage, ...] = field(default=(), repr=False)
    """What `verify` rests on, in the order of the goals; leximin takes any number of stages."""

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
    kept: Numbers = (),
    order: str = "total",
) -> Assignment:
    """Choose among allowed pairs, each given by its experimenter, its mentor and its score (>= 0).

    Goals in strict order: as many experimenters as possible get a mentor; the mentors together
    fall short of `minimum` (pairs a mentor should get) by as little as possible; the highest total
    score; leximin, which is the worst-off covered experimenter's best pair as good as possible,
    then the second worst-off's, and so on; as many of the `kept` pairs as possible stay. With
    `order="fair"` leximin comes before the total, with `order="keep"` the kept pairs do. What then
    is still equal is decided by the indices of the two sides alone, so the order in which the pairs
    are given never matters.

    `capacity` is how many experimenters each mentor can take (0 allowed), `wanted` how many
    mentors each experimenter wants (>= 1), `locked` the indices of pairs that must stay, `kept`
    those of pairs that were there before. Bad input raises ValueError with one sentence.
    """
    # Only here, so that commands that assign nothing do not load the solver.
    from digikunta_cli.matching.problem import problem_of
    from digikunta_cli.matching.stages import solve

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
    chosen, stages = solve(problem, order=order)
    return Assignment(
        pairs=problem.given[chosen],
        covered=len(set(problem.experimenter[chosen].tolist())),
        total=sum(problem.score[chosen].tolist()),
        bound=next(stage.value for stage in stages if stage.goal == "total"),
        stages=stages,
    )


def check_order(order: str) -> None:
    """Raise ValueError for an order that is not known."""
    if order not in GOALS:
        raise ValueError("The order must be total, fair or keep.")

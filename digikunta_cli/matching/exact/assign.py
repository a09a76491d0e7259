"""Who gets which mentor, as numbers: the exact optimum of goals in strict order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digikunta_cli.matching.exact.assignment import Assignment, check_order

if TYPE_CHECKING:
    from digikunta_cli.matching.exact.problem import Numbers


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
    from digikunta_cli.matching.exact.problem import problem_of
    from digikunta_cli.matching.exact.stages import solve

    check_order(order)
    problem = problem_of(
        experimenter,
        mentor,
        score,
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

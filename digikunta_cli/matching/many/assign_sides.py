"""Who gets which mentor where there are many: both sides as tables, never a list of all pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digikunta_cli.matching.exact.flow import Whole
    from digikunta_cli.matching.exact.problem import Numbers
    from digikunta_cli.matching.many.tables import Part, SideTable


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SideAssignment:
    """The chosen pairs, in order of experimenter and mentor, and how good they are."""

    experimenter: Whole
    mentor: Whole
    score: Whole
    covered: int
    """Experimenters with at least one mentor."""
    total: int
    """Sum of the scores of the chosen pairs."""
    bound: int
    """Proven: no assignment that is as good in the goals before the total has a higher one."""
    way: str
    """How it was found: over all pairs, over classes, or over columns on demand."""
    rounds: int
    """How often it was solved until nothing was left to improve."""
    looked_at: int
    """Pairs, of people or of classes, that the last network held."""

    @property
    def optimal(self) -> bool:
        """True where the total reaches its proven limit."""
        return self.total == self.bound


def assign_sides(
    experimenters: SideTable,
    mentors: SideTable,
    *,
    parts: Sequence[Part],
    capacity: Numbers,
    wanted: Numbers,
    text_weight: int = 0,
    order: str = "total",
    levels: int | None = None,
    way: str | None = None,
) -> SideAssignment:
    """Choose pairs of two sides by the goals of `assign`, with scores that parts and texts give.

    The score of a pair is the sum of its parts, and with `text_weight` the product of its two text
    vectors times that, rounded, 0 at least. A part below 0 forbids the pair; so does an
    organisation that both have. The goals are coverage, total and leximin; `levels` is the number
    of bands of equal width into which scores fall for leximin, None for every score by itself, 0
    for no leximin. With `order="fair"` leximin comes before the total, which is refused where only
    columns on demand could do it.

    The way is chosen by what is given: over classes of people who are alike, over columns on
    demand where texts make every pair differ, over all pairs where they are few; `way` (classes,
    columns, pairs) decides it instead. All reach the same values of the goals, and the choice is
    the same each time. Bad input raises ValueError with one sentence.
    """
    # Only here, so that commands that assign nothing do not load the solver.
    import numpy as np

    from digikunta_cli.matching.many.ways import found_by

    found, taken = found_by(
        experimenters,
        mentors,
        parts=parts,
        capacity=capacity,
        wanted=wanted,
        text_weight=text_weight,
        order=order,
        levels=levels,
        way=way,
    )
    rank = np.lexsort((found.mentor, found.experimenter))
    return SideAssignment(
        experimenter=found.experimenter[rank],
        mentor=found.mentor[rank],
        score=found.score[rank],
        covered=len(np.unique(found.experimenter)),
        total=int(found.score.sum()),
        bound=found.bound,
        way=taken,
        rounds=found.rounds,
        looked_at=found.looked_at,
    )

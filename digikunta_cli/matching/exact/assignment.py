"""An assignment as it was found: the chosen pairs, how good they are, and the proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digikunta_cli.matching.exact.flow import Whole

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


def check_order(order: str) -> None:
    """Raise ValueError for an order that is not known."""
    if order not in GOALS:
        raise ValueError("The order must be total, fair or keep.")

"""What is still open after a goal is met: the set of all flows that meet it equally well.

Once a goal is solved, every arc with a reduced cost above 0 is empty and every arc with one below
0 is full in *each* flow that reaches the optimum, and every flow that keeps to this reaches it
(complementary slackness). Fixing those arcs leaves exactly the optimal flows, and the next goal is
solved among them; so goals are met in strict order without big weights.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.flow import Arcs, Flow, Whole, cheapest
from digikunta_cli.matching.verify import check, least_cost


@dataclass(frozen=True, slots=True)
class Best:
    """The cheapest flow among the open ones, for one goal."""

    amount: Whole
    """On each arc."""
    reduced: Whole
    """Reduced cost of each arc; 0 on arcs that were fixed before."""
    limit: int
    """No open flow costs less: from the potentials, not from the flow."""


@dataclass(frozen=True, slots=True)
class Face:
    """All flows that agree with `amount` wherever an arc is not free."""

    arcs: Arcs
    amount: Whole
    free: NDArray[np.bool_]

    def best(self, cost: Whole) -> Best:
        """Solve one goal: the flow that costs least, proven."""
        free = np.flatnonzero(self.free)
        fixed = np.where(self.free, 0, self.amount)
        part, nodes = _part(self.arcs, free)
        supply = -self.arcs.net(fixed)[nodes]
        flow = cheapest(part, supply, cost=cost[free])
        check(part, supply, cost=cost[free], flow=flow)
        least = least_cost(part, supply, cost=cost[free], potential=flow.potential)
        return self._spread(
            flow, part.reduced(cost[free], flow.potential), least + _sum(cost, fixed)
        )

    def moved(self, best: Best) -> "Face":
        """The same flows, with the best one at hand."""
        return replace(self, amount=best.amount)

    def narrowed(self, best: Best) -> "Face":
        """Only those flows that are as good as the best one."""
        free = self.free & (best.reduced == 0)
        return replace(self, amount=best.amount, free=free & ~self._dead_ends(best.amount, free))

    def _dead_ends(self, amount: Whole, free: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Arcs to a node that takes nothing in and has no free way out: empty in every flow."""
        alive = np.zeros(self.arcs.nodes, dtype=np.bool_)
        alive[self.arcs.tail[free]] = True
        alive[self.arcs.head[free & (amount > 0)]] = True
        return ~alive[self.arcs.head]

    def _spread(self, flow: Flow, reduced: Whole, limit: int) -> Best:
        amount = self.amount.copy()
        amount[self.free] = flow.amount
        everywhere = np.zeros_like(amount)
        everywhere[self.free] = reduced
        return Best(amount, everywhere, limit)


def _part(arcs: Arcs, free: Whole) -> tuple[Arcs, Whole]:
    """The network of the free arcs alone, and the nodes that it keeps."""
    ends = np.concatenate([arcs.tail[free], arcs.head[free]])
    nodes, number = np.unique(ends, return_inverse=True)
    tail, head = np.split(number.astype(np.int64), 2)
    return Arcs(len(nodes), tail, head, arcs.upper[free]), nodes


def _sum(cost: Whole, amount: Whole) -> int:
    used = np.flatnonzero(amount)
    return sum(a * b for a, b in zip(cost[used].tolist(), amount[used].tolist(), strict=True))

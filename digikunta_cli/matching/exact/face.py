"""What is still open after a goal is met: the set of all flows that meet it equally well.

Once a goal is solved, every arc with a reduced cost above 0 is empty and every arc with one below
0 is full in *each* flow that reaches the optimum, and every flow that keeps to this reaches it
(complementary slackness). Fixing those arcs leaves exactly the optimal flows, and the next goal is
solved among them; so goals are met in strict order without big weights.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.duality import check, least_cost
from digikunta_cli.matching.exact.flow import Arcs, Flow, Whole, cheapest


@dataclass(frozen=True, slots=True)
class Best:
    """The cheapest flow among the open ones, for one goal."""

    amount: Whole
    """On each arc."""
    reduced: Whole
    """Reduced cost of each arc; 0 on arcs that were fixed before."""
    limit: int
    """No open flow costs less: from the potentials, not from the flow."""
    potential: Whole
    """Of each priced node: with these the limit can be found again, without the solver."""


@dataclass(frozen=True, slots=True)
class Face:
    """All flows that agree with `amount` wherever an arc is not free."""

    arcs: Arcs
    amount: Whole
    free: NDArray[np.bool_]
    priced: int | None = None
    """The nodes before this one have a price of their own, those from it on follow: each lets one
    unit through, to one arc. None where all have their own."""

    def best(self, cost: Whole) -> Best:
        """Solve one goal: the flow that costs least, proven."""
        free = np.flatnonzero(self.free)
        part, nodes = _part(self.arcs, free)
        flow = cheapest(part, self._supply()[nodes], cost=cost[free])
        potential = np.zeros(self.arcs.nodes, dtype=np.int64)
        potential[nodes] = flow.potential
        amount = self.amount.copy()
        amount[free] = flow.amount
        return self.holding(amount).proven(cost, potential[: self.priced])

    def proven(self, cost: Whole, potential: Whole) -> Best:
        """The flow at hand as the cheapest; ArithmeticError unless the potentials prove it.

        Nothing here rests on the solver.
        """
        free = np.flatnonzero(self.free)
        arcs = self.arcs
        part = Arcs(arcs.nodes, arcs.tail[free], arcs.head[free], arcs.upper[free])
        prices = self._prices(part, cost[free], potential=potential)
        supply = self._supply()
        check(part, supply, cost=cost[free], flow=Flow(self.amount[free], prices))
        reduced = np.zeros_like(self.amount)
        reduced[free] = part.reduced(cost[free], prices)
        least = least_cost(part, supply, cost=cost[free], potential=prices)
        return Best(self.amount, reduced, least + _sum(cost, self._fixed()), potential)

    def moved(self, best: Best) -> "Face":
        """The same flows, with the best one at hand."""
        return self.holding(best.amount)

    def holding(self, amount: Whole) -> "Face":
        """The same flows, with this one at hand."""
        return replace(self, amount=amount)

    def narrowed(self, best: Best) -> "Face":
        """Only those flows that are as good as the best one."""
        free = self.free & (best.reduced == 0)
        return replace(self, amount=best.amount, free=free & ~self._decided(best.amount, free))

    def _fixed(self) -> Whole:
        return np.where(self.free, 0, self.amount)

    def _supply(self) -> Whole:
        """What each node has to send over its free arcs, to make up for those that are fixed."""
        return -self.arcs.net(self._fixed())

    def _prices(self, part: Arcs, cost: Whole, *, potential: Whole) -> Whole:
        """The prices of all nodes: where one follows, the lowest at which a free arc is of use.

        If any price of that node proves a flow cheapest then so does this one, because one unit
        at most passes through.
        """
        own = len(potential)
        prices = np.full(part.nodes, np.iinfo(np.int64).max, dtype=np.int64)
        prices[:own] = potential
        into, out = np.flatnonzero(part.head >= own), np.flatnonzero(part.tail >= own)
        np.minimum.at(prices, part.head[into], prices[part.tail[into]] + cost[into])
        np.minimum.at(prices, part.tail[out], prices[part.head[out]] - cost[out])
        return prices

    def _decided(self, amount: Whole, free: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Free arcs that are the same in every flow, since what goes into a node comes out of it.

        Those are the last one at a node; and all to a node that takes nothing in and has no free
        way out.
        """
        tail, head = self.arcs.tail[free], self.arcs.head[free]
        touched = np.bincount(tail, minlength=self.arcs.nodes)
        touched += np.bincount(head, minlength=self.arcs.nodes)
        alive = np.zeros(self.arcs.nodes, dtype=np.bool_)
        alive[tail] = True
        alive[self.arcs.head[free & (amount > 0)]] = True
        last: NDArray[np.bool_] = touched == 1
        return last[self.arcs.tail] | last[self.arcs.head] | ~alive[self.arcs.head]


def _part(arcs: Arcs, free: Whole) -> tuple[Arcs, Whole]:
    """The network of the free arcs alone, and the nodes that it keeps."""
    ends = np.concatenate([arcs.tail[free], arcs.head[free]])
    nodes, number = np.unique(ends, return_inverse=True)
    tail, head = np.split(number.astype(np.int64), 2)
    return Arcs(len(nodes), tail, head, arcs.upper[free]), nodes


def _sum(cost: Whole, amount: Whole) -> int:
    used = np.flatnonzero(amount)
    return sum(a * b for a, b in zip(cost[used].tolist(), amount[used].tolist(), strict=True))

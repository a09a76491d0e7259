"""Cheapest flows in a network; the only module that knows the solver.

The solver is LEMON's network simplex. It wants costs that are not negative and arcs in order, and
answers with the cheapest flow and with node potentials: the prices that prove it cheapest.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.compiled import compiled

Whole = NDArray[np.int64]

# The package asks for its own version when it is imported, which takes longer than to solve.
_Graph = compiled("pylmcf.pylmcf_cpp").CGraph

_HEADROOM = 2**60  # The solver adds costs along paths on top of 2**62, in 64 bits.


@dataclass(frozen=True, slots=True)
class Arcs:
    """The arcs of a network: where each starts and ends, and how much it can carry."""

    nodes: int
    tail: Whole
    head: Whole
    upper: Whole

    def net(self, amount: Whole) -> Whole:
        """What flows out of each node less what flows in, for an amount on each arc."""
        out = np.zeros(self.nodes, dtype=np.int64)
        used = np.flatnonzero(amount)
        np.add.at(out, self.tail[used], amount[used])
        np.subtract.at(out, self.head[used], amount[used])
        return out

    def reduced(self, cost: Whole, potential: Whole) -> Whole:
        """What a unit on each arc costs once the prices at its two ends are counted."""
        return cost + potential[self.tail] - potential[self.head]


@dataclass(frozen=True, slots=True)
class Flow:
    """A cheapest flow: the amount on each arc, and the potential of each node that proves it."""

    amount: Whole
    potential: Whole


def largest_cost(nodes: int) -> int:
    """The highest cost of an arc with which no sum along a path can overflow."""
    return _HEADROOM // (nodes + 1)


def cheapest(arcs: Arcs, supply: Whole, *, cost: Whole) -> Flow:
    """Find a cheapest flow in which each node sends out `supply` more than it takes in.

    Raises RuntimeError where there is none.
    """
    turned = cost < 0  # An arc that pays is filled, and its way back costs what it paid.
    tail = np.where(turned, arcs.head, arcs.tail)
    head = np.where(turned, arcs.tail, arcs.head)
    rank = np.lexsort((head, tail))
    graph = _Graph(arcs.nodes, tail[rank], head[rank])
    graph.set_edge_capacities(arcs.upper[rank])
    graph.set_edge_costs(np.abs(cost)[rank])
    graph.set_node_supply(supply - arcs.net(np.where(turned, arcs.upper, 0)))
    graph.solve()
    amount = np.empty_like(arcs.upper)
    amount[rank] = graph.result()
    return Flow(np.where(turned, arcs.upper - amount, amount), graph.potentials())

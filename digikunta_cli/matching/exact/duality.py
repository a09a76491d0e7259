"""What proves a flow cheapest: linear programming duality, on the potentials alone.

For any potentials, no flow costs less than `least_cost`; and a flow that is empty wherever an arc
costs more than the prices at its ends, and full wherever it costs less, costs exactly that.
"""

from digikunta_cli.matching.exact.flow import Arcs, Flow, Whole


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

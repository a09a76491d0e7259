"""The proofs: a limit from any prices, and a check that lets no wrong flow through."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.matching.exact.duality import check, least_cost
from digikunta_cli.matching.exact.flow import Arcs, Flow, Whole, cheapest, largest_cost


def whole(*numbers: int) -> Whole:
    """An array of the numbers."""
    return np.array(numbers, dtype=np.int64)


ARCS = Arcs(3, tail=whole(0, 0, 1), head=whole(1, 2, 2), upper=whole(2, 1, 2))
SUPPLY = whole(2, 0, -2)
COST = whole(1, 5, 1)
PRICES = whole(0, 1, 2)


def test_finds_the_cheapest_flow_and_its_price() -> None:
    """Both units take the cheap way round, and the potentials prove that 4 is the least."""
    flow = cheapest(ARCS, SUPPLY, cost=COST)

    assert flow.amount.tolist() == [2, 0, 2]
    assert least_cost(ARCS, SUPPLY, cost=COST, potential=flow.potential) == 4


def test_arc_that_pays_is_filled() -> None:
    """A negative cost draws flow, as far as the arc carries it."""
    flow = cheapest(ARCS, SUPPLY, cost=whole(1, -5, 1))

    assert flow.amount.tolist() == [1, 1, 1]


def test_impossible_supply_is_refused() -> None:
    """More than the arcs can carry is an error, not an answer."""
    with pytest.raises(RuntimeError, match="INFEASIBLE"):
        cheapest(ARCS, whole(9, 0, -9), cost=COST)


@given(potential=st.lists(st.integers(-50, 50), min_size=3, max_size=3))
def test_no_prices_promise_more_than_the_cheapest_flow(potential: list[int]) -> None:
    """Whatever the potentials, their limit is at most the true least cost."""
    assert least_cost(ARCS, SUPPLY, cost=COST, potential=whole(*potential)) <= 4


def test_limit_does_not_overflow() -> None:
    """Prices times capacities beyond 64 bits are summed exactly."""
    arcs = Arcs(2, tail=whole(0), head=whole(1), upper=whole(2**40))

    least = least_cost(arcs, whole(0, 0), cost=whole(-(2**50)), potential=whole(0, 0))

    assert least == -(2**90)


def test_proven_flow_passes() -> None:
    """A flow with fitting potentials is let through."""
    check(ARCS, SUPPLY, cost=COST, flow=Flow(whole(2, 0, 2), PRICES))


@pytest.mark.parametrize(
    ("amount", "potential"),
    [
        (whole(1, 1, 1), PRICES),
        (whole(2, 0, 2), whole(0, 9, 9)),
        (whole(2, 0, 1), PRICES),
        (whole(3, -1, 3), PRICES),
    ],
    ids=["dearer", "wrong-prices", "unbalanced", "beyond-limits"],
)
def test_unproven_flow_is_stopped(amount: Whole, potential: Whole) -> None:
    """A flow that is not allowed, or not proven cheapest, never becomes an answer."""
    with pytest.raises(ArithmeticError, match="not proven cheapest"):
        check(ARCS, SUPPLY, cost=COST, flow=Flow(amount, potential))


def test_largest_cost_leaves_room_for_a_path_through_all_nodes() -> None:
    """No sum of costs along a path reaches what the solver adds on top."""
    assert [largest_cost(nodes) * nodes < 2**60 for nodes in (0, 1, 1_000, 10**6)] == [True] * 4

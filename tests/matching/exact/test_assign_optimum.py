"""The assignment against every possible assignment, where few pairs are allowed."""

import random
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.matching import assign, verify
from tests.examples import examples
from tests.fuzz_assign import (
    MOST_PAIRS,
    ORDERS,
    TOPS,
    Case,
    allowed,
    best_worth,
    faults,
    random_case,
    with_locks,
    worth,
)

orders = st.sampled_from(list(ORDERS))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Few people with any limits, scores with and without ties, locks that fit, pairs to keep."""
    experimenters, mentors = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    cells = list(product(range(experimenters), range(mentors)))
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, max_size=MOST_PAIRS))
    top = draw(st.sampled_from(TOPS))
    capacity = tuple(draw(st.integers(0, 3)) for _ in range(mentors))
    case = Case(
        pairs=tuple((*cell, draw(st.integers(0, top))) for cell in chosen),
        capacity=capacity,
        wanted=tuple(draw(st.integers(1, 3)) for _ in range(experimenters)),
        minimum=tuple(draw(st.integers(0, limit)) for limit in capacity),
        kept=frozenset(draw(st.sets(st.sampled_from(range(len(chosen))))) if chosen else ()),
    )
    return with_locks(case, draw(st.sets(st.integers(0, MOST_PAIRS), max_size=3)))


@settings(max_examples=examples(100), deadline=None)
@given(case=cases(), order=orders)
def test_equals_the_best_of_all_assignments(case: Case, order: str) -> None:
    """Every goal is exactly what trying all assignments finds, and no limit is broken."""
    result = case.assigned(order)
    chosen = tuple(result.pairs.tolist())

    best = best_worth(case, order)
    total = best[2 + ORDERS[order].index("total")]
    assert allowed(case, chosen)
    assert worth(case, chosen, order) == best
    assert (result.covered, result.total) == (best[0], total)
    assert (result.bound, result.optimal) == (total, True)


@settings(max_examples=examples(40), deadline=None)
@given(case=cases(), order=orders, seed=st.integers(0, 99))
def test_order_of_the_pairs_never_matters(case: Case, order: str, seed: int) -> None:
    """Shuffled input gives the same set of experimenters and mentors."""
    places = random.Random(seed).sample(range(len(case.pairs)), len(case.pairs))
    shuffled = case.shuffled(places)

    one, other = case.assigned(order), shuffled.assigned(order)

    assert [case.pairs[pair] for pair in one.pairs] == [
        shuffled.pairs[pair] for pair in other.pairs
    ]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_wrong_where_a_second_solver_decides(seed: int, order: str) -> None:
    """With limits, locks, minimums and kept pairs, up to sixty pairs, all goals are the same."""
    draw = random.Random(seed)

    assert faults(random_case(draw, people=14, most=60), order, draw, small=False) == []


@settings(max_examples=examples(50), deadline=None)
@given(case=cases(), order=orders, data=st.data())
def test_whatever_verifies_is_the_best(case: Case, order: str, data: st.DataObject) -> None:
    """Any other pairs under the same potentials are found out, unless they are as good."""
    result = case.assigned(order)
    other = _other(case, result.pairs.tolist(), data)
    told = replace(
        result,
        pairs=np.array(other, dtype=np.int64),
        covered=len({case.pairs[pair][0] for pair in other}),
        total=sum(case.pairs[pair][2] for pair in other),
        bound=sum(case.pairs[pair][2] for pair in other),
    )

    try:
        verify(told, **case.numbers(), order=order)
    except ArithmeticError:
        assert other != result.pairs.tolist()
    else:
        assert allowed(case, tuple(other))
        assert worth(case, tuple(other), order) == best_worth(case, order)


def _other(case: Case, chosen: list[int], data: st.DataObject) -> list[int]:
    """The chosen pairs with some taken out and some put in."""
    if not case.pairs:
        return chosen
    return sorted(set(chosen) ^ data.draw(st.sets(st.integers(0, len(case.pairs) - 1), max_size=3)))


@settings(max_examples=examples(50), deadline=None)
@given(case=cases(), order=orders, data=st.data())
def test_no_prices_prove_a_worse_assignment(case: Case, order: str, data: st.DataObject) -> None:
    """Whatever the potentials say, nothing but a best assignment verifies."""
    chosen = data.draw(st.sampled_from([tuple(case.assigned(other).pairs) for other in ORDERS]))
    result = case.assigned(order)
    stages = list(result.stages)
    place = data.draw(st.integers(0, len(stages) - 1))
    prices = stages[place].potential.copy()
    prices[data.draw(st.integers(0, len(prices) - 1))] += data.draw(st.integers(-3, 3))
    stages[place] = replace(stages[place], potential=prices)
    total = sum(case.pairs[pair][2] for pair in chosen)
    told = replace(
        result,
        pairs=np.array(chosen, dtype=np.int64),
        total=total,
        bound=total,
        stages=tuple(stages),
    )

    try:
        verify(told, **case.numbers(), order=order)
    except ArithmeticError:
        return
    assert worth(case, chosen, order) == best_worth(case, order)


def test_people_apart_do_not_change_how_ties_are_decided() -> None:
    """Ties are decided by the two sides alone, not by what else the solver passes on its way."""
    experimenter, mentor = np.divmod(np.arange(600), 20)
    ahead, away = np.divmod(np.arange(50), 5)

    alone = assign(experimenter, mentor, [5] * 600, capacity=[1] * 20, wanted=[2] * 30)
    among = assign(
        np.append(experimenter, ahead + 30),
        np.append(mentor, away + 20),
        [5] * 650,
        capacity=[1] * 20 + [3] * 5,
        wanted=[2] * 40,
    )

    assert among.pairs[among.pairs < 600].tolist() == alone.pairs.tolist()


@pytest.mark.parametrize("order", ORDERS)
def test_experimenters_without_any_allowed_pair_are_left_alone(order: str) -> None:
    """They count neither as covered nor as worst-off, and the proof takes them in."""
    numbers: dict[str, Any] = {
        "experimenter": [1, 1, 3],
        "mentor": [0, 2, 0],
        "score": [4, 0, 7],
        "capacity": [2, 3, 0],
        "wanted": [1, 2, 3, 1, 1],
        "order": order,
    }

    result = assign(**numbers)

    assert (result.pairs.tolist(), result.covered, result.total) == ([0, 2], 2, 11)
    assert verify(result, **numbers).proven[0] == "coverage"


def test_thousands_of_ties_are_decided_the_same_way_each_time() -> None:
    """Ten thousand equal pairs, shuffled: the same answer, the best one."""
    experimenter, mentor = np.divmod(np.arange(10_000), 50)
    shuffle = np.random.default_rng(7).permutation(10_000)
    limits: dict[str, Any] = {"capacity": [3] * 50, "wanted": [2] * 200}

    one = assign(experimenter, mentor, [5] * 10_000, **limits)
    other = assign(experimenter[shuffle], mentor[shuffle], [5] * 10_000, **limits)

    assert one.pairs.tolist() == shuffle[other.pairs].tolist()
    assert (one.covered, one.total, one.bound) == (150, 750, 750)


def test_demand_far_above_supply_fills_every_place() -> None:
    """Nine experimenters in ten stay without; every place is used, the best scores first."""
    experimenter, mentor = np.divmod(np.arange(2_000), 4)

    result = assign(experimenter, mentor, experimenter, capacity=[13] * 4, wanted=[2] * 500)

    assert (result.covered, result.optimal) == (52, True)
    assert experimenter[result.pairs].tolist() == list(range(448, 500))

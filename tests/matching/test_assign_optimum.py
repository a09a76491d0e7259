"""The assignment against every possible assignment, where few pairs are allowed."""

import random
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.matching import Assignment, assign

MOST_PAIRS = 9


@dataclass(frozen=True, slots=True)
class Case:
    """A small problem in plain numbers."""

    pairs: tuple[tuple[int, int, int], ...]
    capacity: tuple[int, ...]
    wanted: tuple[int, ...]
    minimum: tuple[int, ...]
    locked: frozenset[int]

    def assigned(self, order: str) -> Assignment:
        """What the program makes of it."""
        columns = list(zip(*self.pairs, strict=True)) or [(), (), ()]
        return assign(
            *columns,
            capacity=self.capacity,
            wanted=self.wanted,
            locked=sorted(self.locked),
            minimum=self.minimum,
            order=order,
        )


def loads(case: Case, chosen: tuple[int, ...]) -> tuple[list[int], list[int]]:
    """How many pairs each experimenter and each mentor gets."""
    wishes, places = [0] * len(case.wanted), [0] * len(case.capacity)
    for pair in chosen:
        wishes[case.pairs[pair][0]] += 1
        places[case.pairs[pair][1]] += 1
    return wishes, places


def allowed(case: Case, chosen: tuple[int, ...]) -> bool:
    """Whether an assignment keeps every limit and every lock."""
    wishes, places = loads(case, chosen)
    return (
        case.locked <= set(chosen)
        and all(n <= limit for n, limit in zip(wishes, case.wanted, strict=True))
        and all(n <= limit for n, limit in zip(places, case.capacity, strict=True))
    )


def worth(case: Case, chosen: tuple[int, ...], order: str) -> tuple[Any, ...]:
    """How good an assignment is, goal by goal; higher is better."""
    wishes, places = loads(case, chosen)
    short = sum(max(least - n, 0) for least, n in zip(case.minimum, places, strict=True))
    best: dict[int, int] = {}
    for experimenter, _, score in (case.pairs[pair] for pair in chosen):
        best[experimenter] = max(score, best.get(experimenter, 0))
    total, bests = sum(case.pairs[pair][2] for pair in chosen), sorted(best.values())
    last = (total, bests) if order == "total" else (bests, total)
    return (sum(n > 0 for n in wishes), -short, *last)


def best_worth(case: Case, order: str) -> tuple[Any, ...]:
    """The best of all assignments, found by trying each."""
    choices = (
        tuple(index for index, taken in enumerate(flags) if taken)
        for flags in product((False, True), repeat=len(case.pairs))
    )
    return max(worth(case, chosen, order) for chosen in choices if allowed(case, chosen))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Few people with any limits, scores with and without ties, locks that fit."""
    experimenters, mentors = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    cells = list(product(range(experimenters), range(mentors)))
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, max_size=MOST_PAIRS))
    top = draw(st.sampled_from([0, 2, 6, 40, 10**9]))
    capacity = tuple(draw(st.integers(0, 3)) for _ in range(mentors))
    case = Case(
        pairs=tuple((*cell, draw(st.integers(0, top))) for cell in chosen),
        capacity=capacity,
        wanted=tuple(draw(st.integers(1, 3)) for _ in range(experimenters)),
        minimum=tuple(draw(st.integers(0, limit)) for limit in capacity),
        locked=frozenset(),
    )
    return locked(case, draw(st.sets(st.integers(0, MOST_PAIRS), max_size=3)))


def locked(case: Case, wished: set[int]) -> Case:
    """The case with as many of the wished locks as its limits allow."""
    kept: tuple[int, ...] = ()
    for pair in sorted(wished & set(range(len(case.pairs)))):
        kept = (*kept, pair) if allowed(case, (*kept, pair)) else kept
    return Case(case.pairs, case.capacity, case.wanted, case.minimum, frozenset(kept))


@settings(max_examples=250, deadline=None)
@given(case=cases(), order=st.sampled_from(["total", "fair"]))
def test_equals_the_best_of_all_assignments(case: Case, order: str) -> None:
    """Every goal is exactly what trying all assignments finds, and no limit is broken."""
    result = case.assigned(order)
    chosen = tuple(result.pairs.tolist())

    best = best_worth(case, order)
    total = best[2] if order == "total" else best[3]
    assert len(set(chosen)) == len(chosen)
    assert allowed(case, chosen)
    assert worth(case, chosen, order) == best
    assert (result.covered, result.total) == (best[0], total)
    assert (result.bound, result.optimal) == (total, True)


@settings(max_examples=100, deadline=None)
@given(case=cases(), order=st.sampled_from(["total", "fair"]), seed=st.integers(0, 99))
def test_order_of_the_pairs_never_matters(case: Case, order: str, seed: int) -> None:
    """Shuffled input gives the same set of experimenters and mentors."""
    places = random.Random(seed).sample(range(len(case.pairs)), len(case.pairs))
    pairs = tuple(case.pairs[place] for place in places)
    locks = frozenset(new for new, old in enumerate(places) if old in case.locked)
    shuffled = Case(pairs, case.capacity, case.wanted, case.minimum, locks)

    one, other = case.assigned(order), shuffled.assigned(order)

    assert [case.pairs[pair] for pair in one.pairs] == [pairs[pair] for pair in other.pairs]


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

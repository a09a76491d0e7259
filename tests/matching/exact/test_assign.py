"""What the assignment does, by small examples."""

import subprocess
import sys

import numpy as np
import pytest

from digikunta_cli.matching import Assignment, assign


def facts(result: Assignment) -> tuple[list[int], int, int, int, bool]:
    """All that an assignment says."""
    return result.pairs.tolist(), result.covered, result.total, result.bound, result.optimal


def test_nothing_to_assign_is_an_empty_optimum() -> None:
    """Empty input works: nobody is covered, and that is optimal."""
    assert facts(assign([], [], [], capacity=[], wanted=[])) == ([], 0, 0, 0, True)


def test_people_without_an_allowed_pair_stay_without() -> None:
    """Experimenters and mentors may exist whom no pair names."""
    assert facts(assign([], [], [], capacity=[3, 0], wanted=[1, 2])) == ([], 0, 0, 0, True)


def test_coverage_comes_before_the_total() -> None:
    """Two covered experimenters are better than one with a high score."""
    result = assign([0, 0, 1], [0, 1, 0], [100, 1, 1], capacity=[1, 1], wanted=[1, 1])

    assert facts(result) == ([1, 2], 2, 2, 2, True)


def test_total_comes_before_the_worst_off() -> None:
    """By default one high score outweighs an even share."""
    result = assign(
        [0, 0, 1, 1], [0, 1, 0, 1], [9, 5, 5, 2], capacity=[1, 1], wanted=[1, 1], order="total"
    )

    assert facts(result) == ([0, 3], 2, 11, 11, True)


def test_fair_order_puts_the_worst_off_before_the_total() -> None:
    """With order fair the worst-off has 5 instead of 2, though the total falls from 11 to 10."""
    result = assign(
        [0, 0, 1, 1], [0, 1, 0, 1], [9, 5, 5, 2], capacity=[1, 1], wanted=[1, 1], order="fair"
    )

    assert facts(result) == ([1, 2], 2, 10, 10, True)


def test_equal_totals_are_decided_for_the_worst_off() -> None:
    """Of 9 + 1 and 5 + 5 the even share is taken."""
    result = assign([0, 0, 1, 1], [0, 1, 0, 1], [9, 5, 5, 1], capacity=[1, 1], wanted=[1, 1])

    assert facts(result) == ([1, 2], 2, 10, 10, True)


@pytest.mark.parametrize("order", ["total", "fair"])
def test_fairness_counts_the_best_pair_alone(order: str) -> None:
    """A second, low pair does not make an experimenter worse off."""
    result = assign([0, 0, 1], [0, 1, 0], [8, 1, 7], capacity=[2, 1], wanted=[2, 1], order=order)

    assert facts(result) == ([0, 1, 2], 2, 16, 16, True)


def test_no_pair_counts_twice() -> None:
    """Someone who wants three mentors and may have one of them gets that one, once."""
    result = assign([0], [0], [5], capacity=[3], wanted=[3])

    assert facts(result) == ([0], 1, 5, 5, True)


def test_locked_pair_stays_though_it_costs_coverage() -> None:
    """A settled pair is kept whatever it costs, and counts in coverage and total."""
    result = assign([0, 0, 1], [0, 1, 0], [1, 9, 9], capacity=[1, 1], wanted=[1, 1], locked=[0])

    assert facts(result) == ([0], 1, 1, 1, True)


def test_locked_pair_fills_one_of_the_wanted_places() -> None:
    """Someone who wants two and has one settled gets one more."""
    result = assign([0, 0, 0], [0, 1, 2], [1, 9, 8], capacity=[1, 1, 1], wanted=[2], locked=[0])

    assert facts(result) == ([0, 1], 1, 10, 10, True)


def test_pair_locked_twice_is_one_lock() -> None:
    """Naming a lock again changes nothing."""
    result = assign([0, 0], [0, 1], [1, 9], capacity=[1, 1], wanted=[1], locked=[0, 0])

    assert facts(result) == ([0], 1, 1, 1, True)


def test_minimum_comes_before_the_total() -> None:
    """A mentor who offered is not left idle, though another would score higher."""
    numbers = ([0, 0, 1, 1], [0, 1, 0, 1], [9, 1, 9, 2])

    result = assign(*numbers, capacity=[2, 1], wanted=[1, 1], minimum=[0, 1])

    assert facts(result) == ([0, 3], 2, 11, 11, True)


def test_minimum_comes_after_coverage() -> None:
    """Nobody is left without so that a mentor's minimum is met."""
    numbers = ([0, 0, 1], [0, 1, 0], [1, 1, 1])

    result = assign(*numbers, capacity=[2, 2], wanted=[1, 1], minimum=[2, 0])

    assert facts(result) == ([0, 2], 2, 2, 2, True)


def test_minimum_out_of_reach_is_met_as_far_as_possible() -> None:
    """A minimum above the number of allowed pairs is no error."""
    result = assign([0, 0], [0, 1], [1, 9], capacity=[5, 5], wanted=[1], minimum=[5, 0])

    assert facts(result) == ([0], 1, 1, 1, True)


def test_further_pair_that_scores_nothing_is_left_out() -> None:
    """A second mentor who brings nothing keeps the place free."""
    result = assign([0, 0], [0, 1], [4, 0], capacity=[1, 1], wanted=[2])

    assert facts(result) == ([0], 1, 4, 4, True)


def test_first_pair_that_scores_nothing_still_covers() -> None:
    """Coverage counts pairs, not scores."""
    assert facts(assign([0], [0], [0], capacity=[1], wanted=[1])) == ([0], 1, 0, 0, True)


def test_arrays_and_lists_give_the_same() -> None:
    """The arrays of the contract and plain lists are both taken."""
    result = assign(
        np.array([1, 0], dtype=np.int32),
        np.array([0, 0], dtype=np.int32),
        np.array([4, 6], dtype=np.int64),
        capacity=np.array([1]),
        wanted=np.array([1, 1]),
        locked=np.array([], dtype=np.int64),
        minimum=np.array([0]),
    )

    assert facts(result) == facts(assign([1, 0], [0, 0], [4, 6], capacity=[1], wanted=[1, 1]))


def test_pairs_come_in_order_of_experimenter_and_mentor() -> None:
    """The indices point into the arrays as given, the order is that of the sides."""
    result = assign([1, 0, 0], [0, 1, 0], [1, 1, 1], capacity=[2, 2], wanted=[2, 1])

    assert result.pairs.tolist() == [2, 1, 0]


def test_matching_is_loaded_without_numbers_or_solver() -> None:
    """Commands that assign nothing do not wait for numpy and the solver."""
    code = (
        "import sys, digikunta_cli.matching; print('numpy' in sys.modules, 'pylmcf' in sys.modules)"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["False", "False"]

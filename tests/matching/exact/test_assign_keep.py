"""Pairs that were there before: they stay where nothing that ranks above them is lost."""

from typing import Any

import numpy as np
import pytest

from digikunta_cli.matching import assign

ORDERS = ["total", "fair", "keep"]
SQUARE: dict[str, Any] = {
    "experimenter": [0, 0, 1, 1],
    "mentor": [0, 1, 0, 1],
    "capacity": [1, 1],
    "wanted": [1, 1],
}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("kept", [[0, 3], [1, 2], [3], [2]])
def test_what_is_as_good_stays(kept: list[int], order: str) -> None:
    """Where both ways round are equal, the one that was there before stays."""
    result = assign(**SQUARE, score=[5, 5, 5, 5], kept=kept, order=order)

    assert set(kept) <= set(result.pairs.tolist())
    assert (result.covered, result.total, result.optimal) == (2, 10, True)


@pytest.mark.parametrize(
    ("order", "pairs", "total"), [("total", [0, 3], 11), ("fair", [0, 3], 11), ("keep", [1, 2], 6)]
)
def test_only_order_keep_pays_points_for_what_was_there(
    order: str, pairs: list[int], total: int
) -> None:
    """The total and the worst-off come first, unless asked otherwise."""
    result = assign(**SQUARE, score=[6, 3, 3, 5], kept=[1, 2], order=order)

    assert (result.pairs.tolist(), result.total, result.bound) == (pairs, total, total)


@pytest.mark.parametrize(
    ("order", "pairs"), [("total", [1, 2]), ("fair", [1, 2]), ("keep", [0, 3])]
)
def test_only_order_keep_ranks_what_was_there_above_the_worst_off(
    order: str, pairs: list[int]
) -> None:
    """At the same total an even share moves a pair, unless asked otherwise."""
    result = assign(**SQUARE, score=[9, 5, 5, 1], kept=[0], order=order)

    assert (result.pairs.tolist(), result.total) == (pairs, 10)


@pytest.mark.parametrize("order", ORDERS)
def test_coverage_comes_before_what_was_there(order: str) -> None:
    """Nobody is left without so that a pair stays."""
    result = assign(
        [0, 0, 1], [0, 1, 0], [9, 1, 1], capacity=[1, 1], wanted=[1, 1], kept=[0], order=order
    )

    assert result.pairs.tolist() == [1, 2]


@pytest.mark.parametrize("order", ORDERS)
def test_minimum_comes_before_what_was_there(order: str) -> None:
    """No mentor misses a minimum so that a pair stays."""
    limits: dict[str, Any] = {"capacity": [1, 1], "wanted": [1], "minimum": [0, 1]}

    assert assign([0, 0], [0, 1], [9, 1], **limits, kept=[0], order=order).pairs.tolist() == [1]


@pytest.mark.parametrize("order", ORDERS)
def test_further_pair_that_scores_nothing_stays_if_it_was_there(order: str) -> None:
    """A second mentor who brings nothing is not sent away."""
    result = assign([0, 0], [0, 1], [4, 0], capacity=[1, 1], wanted=[2], kept=[1], order=order)

    assert (result.pairs.tolist(), result.total) == ([0, 1], 4)


@pytest.mark.parametrize("order", ORDERS)
def test_result_of_yesterday_stays_the_result(order: str) -> None:
    """Assigned again with all of its own pairs to keep, not one of thousands of ties moves."""
    experimenter, mentor = np.divmod(np.arange(4_000), 40)
    shuffle = np.random.default_rng(3).permutation(4_000)
    score = np.random.default_rng(4).integers(0, 3, 4_000)
    limits: dict[str, Any] = {"capacity": [2] * 40, "wanted": [2] * 100, "order": order}

    # With the sides numbered the other way round the ties are decided otherwise.
    before = assign(99 - experimenter, 39 - mentor, score, **limits).pairs
    fresh = assign(experimenter, mentor, score, **limits).pairs
    again = assign(experimenter, mentor, score, **limits, kept=before).pairs
    places = np.argsort(shuffle)[before]
    sides = (experimenter[shuffle], mentor[shuffle], score[shuffle])
    shuffled = shuffle[assign(*sides, **limits, kept=places).pairs]

    assert set(fresh) != set(before)
    assert set(again) == set(before) == set(shuffled)


def test_kept_pair_out_of_range_is_refused() -> None:
    """A kept pair has to be one of those given."""
    with pytest.raises(ValueError, match=r"^A kept pair is out of range\.$"):
        assign(**SQUARE, score=[5, 5, 5, 5], kept=[4])

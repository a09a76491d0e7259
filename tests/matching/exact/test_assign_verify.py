"""Verifying an assignment: what it proves, and for which numbers."""

from dataclasses import FrozenInstanceError, replace
from typing import Any

import numpy as np
import pytest

from digikunta_cli.matching import assign, verify

ORDERS = ["total", "fair", "keep"]
CHECKED = ("pairs", "wanted", "capacity", "locked", "covered", "total")


def numbers() -> dict[str, Any]:
    """A problem in which every goal costs the next one something."""
    random = np.random.default_rng(8)
    pairs = np.argwhere(random.random((24, 9)) < 0.5)
    return {
        "experimenter": pairs[:, 0],
        "mentor": pairs[:, 1],
        "score": random.integers(0, 7, len(pairs)),
        "capacity": random.integers(3, 6, 9),
        "wanted": random.integers(1, 3, 24),
        "minimum": [1] * 9,
        "locked": [3, 40],
        "kept": random.choice(len(pairs), 20, replace=False),
    }


NUMBERS = numbers()
RESULTS = {order: assign(**NUMBERS, order=order) for order in ORDERS}


@pytest.mark.parametrize(
    ("order", "goals"),
    [
        ("total", ("coverage", "minimum", "total", "leximin", "keep", "tie-break")),
        ("fair", ("coverage", "minimum", "leximin", "total", "keep", "tie-break")),
        ("keep", ("coverage", "minimum", "keep", "total", "leximin", "tie-break")),
    ],
)
def test_every_goal_is_proven_in_its_order(order: str, goals: tuple[str, ...]) -> None:
    """What was assigned verifies, and is said to be proven goal by goal."""
    verified = verify(RESULTS[order], **NUMBERS, order=order)

    assert (verified.proven, verified.checked) == (goals, CHECKED)


def test_goals_without_use_have_no_stage() -> None:
    """Without minimums and kept pairs there is nothing to prove about them."""
    given: dict[str, Any] = {
        "experimenter": [0, 1],
        "mentor": [0, 0],
        "score": [3, 5],
        "capacity": [1],
        "wanted": [1, 1],
    }

    result = assign(**given)

    assert verify(result, **given).proven == ("coverage", "total", "leximin", "tie-break")
    assert [(stage.goal, stage.value) for stage in result.stages[:2]] == [
        ("coverage", 1),
        ("total", 5),
    ]


def test_nothing_to_assign_is_proven_too() -> None:
    """An empty problem has an empty proof, and leximin needs no step."""
    empty: dict[str, Any] = {"capacity": [], "wanted": []}

    verified = verify(assign([], [], [], **empty), [], [], [], **empty)

    assert verified.proven == ("coverage", "total", "leximin", "tie-break")


def test_stages_tell_what_each_goal_reaches() -> None:
    """Coverage, shortfall, total and kept pairs, as counted on the pairs."""
    result = RESULTS["total"]
    load = np.bincount(NUMBERS["mentor"][result.pairs], minlength=9)
    told = {stage.goal: stage.value for stage in result.stages}

    assert told["coverage"] == result.covered
    assert told["minimum"] == np.maximum(1 - load, 0).sum()
    assert told["total"] == result.total == result.bound
    assert told["keep"] == len(set(NUMBERS["kept"]) & set(result.pairs))


def test_shortfall_counts_minimums_out_of_reach() -> None:
    """Two pairs are missing where a mentor should have three and one person asks."""
    result = assign([0], [0], [1], capacity=[4], wanted=[1], minimum=[3])

    assert [stage.value for stage in result.stages if stage.goal == "minimum"] == [2]


def test_proof_cannot_be_written_over() -> None:
    """Stages and their potentials are fixed, and small: a price for each person and door."""
    stage = RESULTS["fair"].stages[0]

    with pytest.raises(FrozenInstanceError):
        stage.value = 0  # type: ignore[misc]
    with pytest.raises(ValueError, match="read-only"):
        stage.potential[0] = 1
    assert {len(stage.potential) for stage in RESULTS["fair"].stages} == {1 + 2 * 24 + 9}


@pytest.mark.parametrize("used", ORDERS)
@pytest.mark.parametrize("said", ORDERS)
def test_proof_of_one_order_proves_no_other(used: str, said: str) -> None:
    """An assignment verifies for its own order alone."""
    if used == said:
        return
    with pytest.raises(ArithmeticError):
        verify(RESULTS[used], **NUMBERS, order=said)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"wanted": [1] * 24}, "An experimenter has too many mentors."),
        ({"capacity": [1] * 9}, "A mentor has too many experimenters."),
        ({"score": NUMBERS["score"] + 1}, "The total is not as told."),
    ],
)
def test_other_numbers_are_found_out(change: dict[str, Any], sentence: str) -> None:
    """The proof holds for the numbers that were given, not for others."""
    with pytest.raises(ArithmeticError) as caught:
        verify(RESULTS["total"], **{**NUMBERS, **change})

    assert str(caught.value) == sentence


@pytest.mark.parametrize("change", [{"order": "best"}, {"kept": [-1]}, {"score": [2**60]}])
def test_bad_numbers_are_refused(change: dict[str, Any]) -> None:
    """What cannot be assigned cannot be verified either."""
    given: dict[str, Any] = {
        "experimenter": [0],
        "mentor": [0],
        "score": [1],
        "capacity": [1],
        "wanted": [1],
    }
    result = assign(**given)
    told = replace(result, total=2**60, bound=2**60) if "score" in change else result

    with pytest.raises(ValueError):
        verify(told, **{**given, **change})

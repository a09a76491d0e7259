"""The assignment on published instances, and on some whose optimum is known by formula."""

import os
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from digikunta_cli.matching import Assignment, assign, verify
from digikunta_cli.matching.exact.flow import Whole

FOLDER = os.environ.get("DIGIKUNTA_INSTANCES")
"""Where the published instances are: assign100.txt and assign500.txt of the OR-Library, and
scores.npy, covs.npy, loads.npy and loads-lb.npy of the MIDL reviewer assignment."""

PRECISION = 10**9
"""Parts in which real scores are counted."""


def instance(name: str) -> Path:
    """The file of a published instance; the test is skipped where it is not there."""
    if FOLDER is None:
        pytest.skip("DIGIKUNTA_INSTANCES names no folder of published instances.")
    path = Path(FOLDER) / name
    if not path.exists():
        pytest.skip(f"{name} is not in the folder that DIGIKUNTA_INSTANCES names.")
    return path


def proven(numbers: dict[str, Any]) -> Assignment:
    """The assignment, optimal and verified."""
    result = assign(**numbers)
    verify(result, **numbers)
    assert result.optimal
    return result


def least_sum(cost: Whole) -> int:
    """The least sum of costs, one in each row and column."""
    size = len(cost)
    row, column = np.divmod(np.arange(size * size), size)
    top = int(cost.max())
    ones = [1] * size
    result = proven(
        {
            "experimenter": row,
            "mentor": column,
            "score": top - cost.ravel(),
            "capacity": ones,
            "wanted": ones,
        }
    )
    assert result.covered == size
    return size * top - result.total


@pytest.mark.parametrize(("size", "least"), [(100, 305), (500, 991)])
def test_or_library_is_solved_to_its_published_optimum(size: int, least: int) -> None:
    """Beasley's square problems have the least cost that the library states."""
    told = [int(word) for word in instance(f"assign{size}.txt").read_text("ascii").split()]

    assert told[0] == size
    assert least_sum(np.array(told[1:]).reshape(size, size)) == least


def test_midl_with_its_least_loads_reaches_the_published_total() -> None:
    """Three reviewers a paper, two to four papers a reviewer, the highest sum of likeness."""
    numbers = midl("total") | {"minimum": np.load(instance("loads-lb.npy")).astype(np.int64)}

    result = proven(numbers)

    load = np.bincount(numbers["mentor"][result.pairs], minlength=len(numbers["minimum"]))
    assert (load >= numbers["minimum"]).all()
    assert (result.covered, round(result.total / PRECISION, 4)) == (118, 150.0431)


def test_midl_reaches_the_published_total() -> None:
    """Without the least loads the sum is the one of the paper's table."""
    assert round(proven(midl("total")).total / PRECISION, 4) == 201.8849


def test_midl_is_fair_at_a_cost() -> None:
    """With the worst-off before the total the papers' best scores are better, the sum is lower."""
    best, fair = midl("total"), midl("fair")

    assert proven(fair).total < proven(best).total
    assert bests(fair) > bests(best)


def bests(numbers: dict[str, Any]) -> list[int]:
    """The best score of each one, lowest first."""
    pairs = assign(**numbers).pairs
    best = np.zeros(len(numbers["wanted"]), dtype=np.int64)
    np.maximum.at(best, numbers["experimenter"][pairs], numbers["score"][pairs])
    return sorted(best.tolist())


def midl(order: str) -> dict[str, Any]:
    """The MIDL reviewer assignment: papers ask, reviewers are asked, negative is not allowed."""
    score = np.load(instance("scores.npy"))
    reviewer, paper = np.nonzero(score >= 0)
    return {
        "experimenter": paper,
        "mentor": reviewer,
        "score": np.rint(score[reviewer, paper] * PRECISION).astype(np.int64),
        "capacity": np.load(instance("loads.npy")).astype(np.int64),
        "wanted": np.load(instance("covs.npy")).astype(np.int64),
        "order": order,
    }


@pytest.mark.parametrize("size", [1, 2, 7, 40, 120])
def test_products_are_paired_the_other_way_round(size: int) -> None:
    """Machol and Wien's costs i x j: the least sum pairs the highest with the lowest."""
    number = np.arange(1, size + 1)

    assert least_sum(np.outer(number, number)) == size * (size + 1) * (size + 2) // 6


@pytest.mark.parametrize("size", [2, 9, 40])
@pytest.mark.parametrize("power", [2, 3])
def test_distances_on_a_line_keep_the_order(size: int, power: int) -> None:
    """Convex costs of distance (Monge): first to first and last to last is the least."""
    random = np.random.default_rng(size)
    here, there = (np.sort(random.integers(0, 1_000, size)) for _ in range(2))

    cost = np.abs(here[:, None] - there) ** power

    assert least_sum(cost) == int((np.abs(here - there) ** power).sum())


@pytest.mark.parametrize("order", ["total", "fair", "keep"])
def test_staircase_has_one_cover(order: str) -> None:
    """Each may have the mentors up to its own number: only the diagonal covers everyone."""
    size = 60
    pairs = np.array([(i, j) for i, j in product(range(size), repeat=2) if j <= i])
    ones = [1] * size

    result = proven(
        {
            "experimenter": pairs[:, 0],
            "mentor": pairs[:, 1],
            "score": 1_000 * (pairs[:, 0] - pairs[:, 1]),
            "capacity": ones,
            "wanted": ones,
            "order": order,
        }
    )

    assert (result.covered, result.total) == (size, 0)
    assert (pairs[result.pairs, 0] == pairs[result.pairs, 1]).all()

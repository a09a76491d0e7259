"""The numbers of an assignment: checked, and put in an order of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Required, TypedDict

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole

Numbers = Sequence[int] | NDArray[np.integer]


class Limits(TypedDict, total=False):
    """What pairs are chosen within, as `assign` explains it."""

    capacity: Required[Numbers]
    wanted: Required[Numbers]
    locked: Numbers
    minimum: Numbers | None
    kept: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Allowed pairs in order of experimenter and mentor, and what both sides can take."""

    experimenter: Whole
    mentor: Whole
    score: Whole
    locked: NDArray[np.bool_]
    """For each pair: it must stay."""
    kept: NDArray[np.bool_]
    """For each pair: it should stay where nothing is lost."""
    given: Whole
    """For each pair: where it stood in the arrays that were given."""
    capacity: Whole
    minimum: Whole
    wanted: Whole


def problem_of(
    experimenter: Numbers,
    mentor: Numbers,
    score: Numbers,
    *,
    capacity: Numbers,
    wanted: Numbers,
    locked: Numbers = (),
    minimum: Numbers | None = None,
    kept: Numbers = (),
) -> Problem:
    """Check the numbers and order the pairs; ValueError says in one sentence what is wrong."""
    pairs = [_whole(experimenter), _whole(mentor), _whole(score)]
    seats, wishes = _whole(capacity), _whole(wanted)
    least = np.zeros_like(seats) if minimum is None else _whole(minimum)
    _check_sides(seats, wishes, minimum=least)
    _check_pairs(*pairs, mentors=len(seats), experimenters=len(wishes))
    must, should = _marked(locked, len(pairs[0]), "locked"), _marked(kept, len(pairs[0]), "kept")
    given = np.lexsort((pairs[1], pairs[0])).astype(np.int64)
    problem = Problem(
        experimenter=pairs[0][given],
        mentor=pairs[1][given],
        score=pairs[2][given],
        locked=must[given],
        kept=should[given],
        given=given,
        capacity=seats,
        minimum=least,
        wanted=wishes,
    )
    _check_order(problem)
    return problem


def _require(holds: bool | np.bool_, sentence: str) -> None:
    if not holds:
        raise ValueError(sentence)


def _whole(numbers: Numbers) -> Whole:
    array = np.asarray(numbers)
    _require(array.ndim == 1, "Each argument must be a list of numbers.")
    _require(not array.size or array.dtype.kind in "iu", "Every number must be a whole number.")
    return array.astype(np.int64)


def _check_sides(capacity: Whole, wanted: Whole, *, minimum: Whole) -> None:
    _require(len(minimum) == len(capacity), "There must be one minimum for each capacity.")
    _require((capacity >= 0).all(), "A capacity is negative.")
    _require((wanted >= 1).all(), "An experimenter wants less than one mentor.")
    _require((minimum >= 0).all(), "A minimum is negative.")
    _require((minimum <= capacity).all(), "A minimum is over its mentor's capacity.")


def _check_pairs(
    experimenter: Whole, mentor: Whole, score: Whole, *, mentors: int, experimenters: int
) -> None:
    alike = len(experimenter) == len(mentor) == len(score)
    _require(alike, "There must be one experimenter, one mentor and one score for each pair.")
    _require(_within(experimenter, experimenters), "An experimenter is out of range.")
    _require(_within(mentor, mentors), "A mentor is out of range.")
    _require((score >= 0).all(), "A score is negative.")


def _within(index: Whole, length: int) -> np.bool_:
    return ((index >= 0) & (index < length)).all()


def _marked(indices: Numbers, pairs: int, how: str) -> NDArray[np.bool_]:
    places = _whole(indices)
    _require(_within(places, pairs), f"A {how} pair is out of range.")
    marked = np.zeros(pairs, dtype=np.bool_)
    marked[places] = True
    return marked


def _check_order(problem: Problem) -> None:
    again = (np.diff(problem.experimenter) == 0) & (np.diff(problem.mentor) == 0)
    _require(not again.any(), "A pair is given twice.")
    places = np.bincount(problem.mentor[problem.locked], minlength=len(problem.capacity))
    _require((places <= problem.capacity).all(), "More pairs are locked than a mentor can take.")
    wishes = np.bincount(problem.experimenter[problem.locked], minlength=len(problem.wanted))
    _require((wishes <= problem.wanted).all(), "More pairs are locked than an experimenter wants.")

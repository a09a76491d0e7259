"""An assignment with anything changed does not verify, and it is said what is wrong."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from digikunta_cli.matching import Assignment, Stage, verify
from tests.matching.exact.test_assign_verify import NUMBERS, ORDERS, RESULTS

Change = Callable[[Assignment], Assignment]


def place(result: Assignment, goal: str) -> int:
    """Where the first stage of a goal stands."""
    return [stage.goal for stage in result.stages].index(goal)


def staged(goal: str, change: Callable[[Stage], Stage | None]) -> Change:
    """A change of the first stage of a goal; None takes it out."""

    def changed(result: Assignment) -> Assignment:
        at = place(result, goal)
        stage = change(result.stages[at])
        new = () if stage is None else (stage,)
        return replace(result, stages=(*result.stages[:at], *new, *result.stages[at + 1 :]))

    return changed


def dearer(stage: Stage) -> Stage:
    """The stage with the prices of everyone's first door far too high."""
    prices = stage.potential.copy()
    prices[1:25] += 2**30
    return replace(stage, potential=prices)


def without(result: Assignment, pair: int) -> Assignment:
    """The assignment without one of its pairs, its total put right."""
    lost = int(NUMBERS["score"][result.pairs[pair]])
    return replace(
        result,
        pairs=np.delete(result.pairs, pair),
        total=result.total - lost,
        bound=result.bound - lost,
    )


def further(result: Assignment) -> int:
    """A pair of someone who has another one before it, not locked and not for nothing."""
    person = NUMBERS["experimenter"][result.pairs]
    again = np.flatnonzero(np.diff(person) == 0) + 1
    return next(
        int(pair)
        for pair in again
        if NUMBERS["score"][result.pairs[pair]] and result.pairs[pair] not in NUMBERS["locked"]
    )


CHANGES: dict[str, tuple[str, Change]] = {
    "no proof": ("A goal has no proof of its own.", lambda r: replace(r, stages=())),
    "pairs in a list": (
        "The pairs must be one array of whole numbers.",
        lambda r: replace(r, pairs=r.pairs.tolist()),
    ),
    "pairs of halves": (
        "The pairs must be one array of whole numbers.",
        lambda r: replace(r, pairs=r.pairs / 2),
    ),
    "no stages at all": (
        "The stages must be a tuple of stages.",
        lambda r: replace(r, stages=None),
    ),
    "a stage that is none": (
        "The stages must be a tuple of stages.",
        lambda r: replace(r, stages=("total",)),
    ),
    "a stage without a value": (
        "The value of a stage must be a whole number.",
        staged("leximin", lambda s: replace(s, value=None)),  # type: ignore[arg-type]
    ),
    "prices in a list": (
        "A potential must be an array.",
        staged("keep", lambda s: replace(s, potential=s.potential.tolist())),
    ),
    "higher bound": (
        "The limit of the total is not as told.",
        lambda r: replace(r, bound=r.bound + 1),
    ),
    "higher total": ("The total is not as told.", lambda r: replace(r, total=r.total + 1)),
    "more covered": ("The coverage is not as told.", lambda r: replace(r, covered=r.covered + 1)),
    "pair out of range": (
        "A chosen pair is out of range.",
        lambda r: replace(r, pairs=np.append(r.pairs, len(NUMBERS["score"]))),
    ),
    "pair below 0": (
        "A chosen pair is out of range.",
        lambda r: replace(r, pairs=np.append(r.pairs, -1)),
    ),
    "pair twice": (
        "A pair is chosen twice.",
        lambda r: replace(r, pairs=np.append(r.pairs, r.pairs[0])),
    ),
    "lock missing": (
        "A locked pair is missing.",
        lambda r: without(r, r.pairs.tolist().index(3)),
    ),
    "pair missing": ("The flow is not proven cheapest.", lambda r: without(r, further(r))),
    "stage too many": (
        "A stage belongs to no goal.",
        lambda r: replace(r, stages=(*r.stages, replace(r.stages[0], goal="more"))),
    ),
    "stage twice": (
        "A goal has no proof of its own.",
        lambda r: replace(r, stages=(r.stages[0], *r.stages)),
    ),
    "goal renamed": (
        "A goal has no proof of its own.",
        staged("total", lambda s: replace(s, goal="most")),
    ),
    "coverage told higher": (
        "A goal does not reach what is told.",
        staged("coverage", lambda s: replace(s, value=s.value + 1)),
    ),
    "total told higher": (
        "A goal does not reach what is told.",
        staged("total", lambda s: replace(s, value=s.value + 1)),
    ),
    "price too many": (
        "There must be one potential for each node.",
        staged("keep", lambda s: replace(s, potential=np.append(s.potential, 0))),
    ),
    "prices of half the width": (
        "There must be one potential for each node.",
        staged("keep", lambda s: replace(s, potential=s.potential.astype(np.int32))),
    ),
    "price that overflows": (
        "A potential is too large.",
        staged("keep", lambda s: replace(s, potential=s.potential - 2**62 - 2**61)),
    ),
    "leximin to another score": (
        "A step of leximin is not proven.",
        staged("leximin", lambda s: replace(s, value=s.value + 1)),
    ),
    "leximin to no score": (
        "A step of leximin is not proven.",
        staged("leximin", lambda s: replace(s, value=-1)),
    ),
    "leximin cut short": ("Leximin is not proven to its end.", staged("leximin", lambda s: None)),
} | {
    f"prices of {goal}": ("The flow is not proven cheapest.", staged(goal, dearer))
    for goal in ("coverage", "minimum", "total", "leximin", "keep", "tie-break")
}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(("sentence", "change"), CHANGES.values(), ids=CHANGES)
def test_whatever_is_changed_is_found_out(sentence: str, change: Change, order: str) -> None:
    """Another pair, potential, limit or stage raises ArithmeticError and says what is wrong."""
    with pytest.raises(ArithmeticError) as caught:
        verify(change(RESULTS[order]), **NUMBERS, order=order)

    assert str(caught.value) == sentence

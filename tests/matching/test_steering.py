"""A round as a coordinator steers it: policies, loads, pairs ruled out, and choosing again."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.matching.choice import Given, choose
from digikunta_cli.matching.propose import Outcome, propose
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.weights import Terms, Weights
from tests.matching.sides import (
    BOOKING,
    ROBOT,
    SOME,
    causes,
    experimenter,
    ids,
    left_sides,
    mentor,
    pair,
    right_sides,
)


def steered(
    experimenters: Sequence[Experimenter],
    mentors: Sequence[Mentor],
    *,
    settled: Sequence[Settled] = (),
    forbidden: Sequence[Settled] = (),
    kept: Sequence[Settled] = (),
    terms: Terms | None = None,
) -> Outcome:
    """A round with the usual weights."""
    board = Board.of(
        experimenters,
        mentors,
        declined=(),
        forbidden=forbidden,
        weights=Weights(),
        keywords={},
    )
    return propose(board, settled=settled, kept=kept, terms=terms, topic_names={})


ALIKE = [experimenter(1, ROBOT), experimenter(2, ROBOT)], [mentor(11, ROBOT), mentor(12, ROBOT)]
BETTER = (
    [experimenter(1, ROBOT), experimenter(2, BOOKING)],
    [mentor(11, BOOKING), mentor(12, ROBOT)],
)


def test_a_pair_that_is_ruled_out_is_not_proposed() -> None:
    """Another mentor is, or the cause is named."""
    alone = [experimenter(1)], [mentor(11), mentor(12)]

    assert ids(steered(*alone, forbidden=[pair(1, 11)])) == [(1, 12)]
    assert causes(steered(*alone, forbidden=[pair(1, 11), pair(1, 12)])) == {1: "forbidden"}


@pytest.mark.parametrize(
    "before", [[pair(1, 11), pair(2, 12)], [pair(1, 12), pair(2, 11)]], ids=["one", "other"]
)
def test_of_equal_rounds_the_one_from_before_stays(before: list[Settled]) -> None:
    """Nothing is lost by keeping what was proposed."""
    assert {pair(*each) for each in ids(steered(*ALIKE, kept=before))} == set(before)


@pytest.mark.parametrize(("policy", "stays"), [("total", False), ("fair", False), ("keep", True)])
def test_the_policy_says_whether_earlier_proposals_or_points_come_first(
    policy: str, stays: bool
) -> None:
    """Only `keep` pays points for keeping what was proposed."""
    before = [pair(1, 11), pair(2, 12)]
    outcome = steered(*BETTER, kept=before, terms=Terms(policy=policy))

    assert ({pair(*each) for each in ids(outcome)} == set(before)) is stays
    assert outcome.summary["optimal"] is True
    assert outcome.worst_off == min(match.score for match in outcome.pairs)


def test_every_mentor_gets_a_load_as_far_as_its_seats_go() -> None:
    """Two seats at the best mentor are not filled while another has nobody."""
    sides = (
        [experimenter(1, ROBOT), experimenter(2, ROBOT)],
        [replace(mentor(11, ROBOT), capacity=2), replace(mentor(12), capacity=3)],
    )
    spread = steered(*sides, terms=Terms(min_load=1))

    assert {match.mentor for match in steered(*sides).pairs} == {11}
    assert {match.mentor for match in spread.pairs} == {11, 12}
    assert spread.shortfall == {}


def test_a_load_that_cannot_be_met_is_told_by_mentor() -> None:
    """What each lacks; who has no seats lacks nothing."""
    sides = (
        [experimenter(1)],
        [mentor(11), replace(mentor(12), capacity=2), replace(mentor(13), capacity=0)],
    )
    outcome = steered(*sides, terms=Terms(min_load=2))

    assert sum(outcome.shortfall.values()) == 2
    assert set(outcome.shortfall) <= {11, 12}


def test_with_nobody_covered_nobody_is_worst_off() -> None:
    """There is no score to tell."""
    assert steered([], []).worst_off is None


@settings(max_examples=60, deadline=None)
@given(
    left_sides(),
    right_sides(),
    SOME,
    SOME,
    st.sampled_from(["total", "fair", "keep"]),
    st.integers(0, 3),
)
def test_the_numbers_of_a_round_give_the_same_pairs_again(
    experimenters: list[Experimenter],
    mentors: list[Mentor],
    settled: tuple[Settled, ...],
    kept: tuple[Settled, ...],
    policy: str,
    load: int,
) -> None:
    """Written down and read back they are enough to choose again, and hold no text at all."""
    terms = Terms(policy=policy, min_load=load)
    outcome = steered(experimenters, mentors, settled=settled, kept=kept, terms=terms)
    numbers = json.loads(json.dumps(asdict(outcome.given)))
    order = numbers.pop("order")
    again = Given(**{name: tuple(each) for name, each in numbers.items()}, order=order)

    assert all(isinstance(number, int) for each in numbers.values() for number in each)
    assert sorted(map(again.ends, choose(again).pairs.tolist())) == sorted(ids(outcome))

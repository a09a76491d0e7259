"""A round of matching as a whole."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.locale import use_language
from digikunta_cli.matching.rules import Candidate, first_forbidding
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
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
    run,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in English."""
    use_language("en")
    yield


def test_texts_decide_who_gets_whom() -> None:
    """Where topics are the same, need and deed that are alike go together."""
    outcome = run(
        [experimenter(1, ROBOT), experimenter(2, BOOKING)],
        [mentor(11, BOOKING), mentor(12, ROBOT)],
    )

    assert ids(outcome) == [(1, 12), (2, 11)]
    facts = outcome.pairs[0].facts
    assert facts["topics"] == ("e-services",)
    assert facts["text"] == ("ostolaskujen", "ohjelmistorobotti", "tiliöi", "laskut")
    assert facts["language"] == ("fi",)


def test_a_pair_tells_its_score_by_parts() -> None:
    """The score is the sum of the parts, and the pair's topics and flags are keys."""
    (match,) = run([experimenter(1)], [replace(mentor(11), capacity=None)]).pairs

    assert match.score == sum(match.parts.values())
    assert (match.topics, match.flags) == (("e-services",), ("capacity-not-told",))


def test_the_summary_counts_seats_and_people() -> None:
    """Two compete for one seat; an uncommitted mentor offers none."""
    outcome = run(
        [experimenter(1), experimenter(2)],
        [mentor(11), replace(mentor(12), committed=False, capacity=5)],
    )

    assert outcome.summary == {
        "experimenters": 2,
        "covered": 1,
        "unmatched": 1,
        "mentors": 1,
        "capacity": 1,
        "used": 1,
        "total_score": outcome.pairs[0].score,
        "bound": outcome.pairs[0].score,
        "optimal": True,
    }
    assert [each.text for each in outcome.unmatched] == ["2 for 1 place."]


def test_nobody_at_all_is_no_error() -> None:
    """Empty sides give an empty outcome that is the best there is."""
    outcome = run([], [])

    assert (outcome.pairs, outcome.unmatched, outcome.groups) == ((), (), ())
    assert outcome.summary["optimal"] is True


def test_without_mentors_everybody_is_left() -> None:
    """The first round before any mentor came says so."""
    assert causes(run([experimenter(1)], [])) == {1: "no-mentor-in-topic"}


def test_those_who_may_not_be_paired_are_neither_covered_nor_left() -> None:
    """Without commitment or without a wish for a mentor nobody is counted."""
    outcome = run(
        [replace(experimenter(1), committed=False), replace(experimenter(2), wanted=0)],
        [mentor(11)],
    )

    assert (outcome.pairs, outcome.unmatched) == ((), ())
    assert outcome.summary["experimenters"] == 0


def test_the_uncommitted_still_have_peers() -> None:
    """Peer groups take in those who are kept out of the pairing."""
    trying = [replace(experimenter(id, ROBOT), committed=False) for id in (1, 2, 3)]

    assert [group.members for group in run(trying, []).groups] == [(1, 2, 3)]


def test_a_declined_pair_does_not_come_back() -> None:
    """Another mentor is proposed, or none."""
    sides = [experimenter(1)], [mentor(11), mentor(12)]

    assert ids(run(*sides, declined=(pair(1, 11),))) == [(1, 12)]
    assert causes(run(*sides, declined=(pair(1, 11), pair(1, 12)))) == {1: "all-declined"}


def test_a_settled_pair_stays_whatever_the_rules_say() -> None:
    """A pair agreed on survives lost commitment, topics in common and wishes on both sides."""
    outcome = run(
        [replace(experimenter(1, topics="other"), committed=False, wanted=0), experimenter(2)],
        [replace(mentor(11), committed=False, capacity=0)],
        settled=(pair(1, 11),),
    )

    (match,) = outcome.pairs
    assert (match.experimenter, match.mentor) == (1, 11)
    assert match.flags == ("commitment-missing", "overbooked", "no-shared-topic")
    assert outcome.summary["used"] == 1
    assert outcome.summary["covered"] == 0
    assert causes(outcome) == {2: "forbidden"}


def test_a_settled_pair_takes_the_seat() -> None:
    """A better pair does not push it out."""
    outcome = run(
        [experimenter(1), experimenter(2, ROBOT)], [mentor(11, ROBOT)], settled=(pair(1, 11),)
    )

    assert ids(outcome) == [(1, 11)]
    assert causes(outcome) == {2: "no-capacity"}


def test_a_mentor_with_more_settled_pairs_than_seats_is_overbooked() -> None:
    """Both settled pairs stay and are flagged; a third does not come."""
    outcome = run(
        [experimenter(1), experimenter(2), experimenter(3)],
        [mentor(11)],
        settled=(pair(1, 11), pair(2, 11)),
    )

    assert [match.flags for match in outcome.pairs] == [("overbooked",), ("overbooked",)]
    assert [each.text for each in outcome.unmatched] == ["3 for 2 places."]
    assert (outcome.summary["capacity"], outcome.summary["used"]) == (1, 2)


def test_settled_pairs_of_those_not_here_are_left_aside() -> None:
    """A withdrawn registration does not stop the round."""
    assert ids(run([experimenter(1)], [mentor(11)], settled=(pair(9, 11),))) == [(1, 11)]


@settings(max_examples=60, deadline=None)
@given(left_sides(), right_sides(), SOME, SOME, st.randoms(use_true_random=False))
def test_a_round_keeps_every_promise(
    experimenters: list[Experimenter],
    mentors: list[Mentor],
    settled: tuple[Settled, ...],
    declined: tuple[Settled, ...],
    random: Random,
) -> None:
    """No forbidden pair, nobody over capacity, nobody lost, whatever order the sides come in."""
    outcome = run(experimenters, mentors, settled=settled, declined=declined)
    left, right = {each.id: each for each in experimenters}, {each.id: each for each in mentors}
    asking = {each.id for each in experimenters if each.committed and each.wanted}
    here = {each for each in settled if each.experimenter in left and each.mentor in right}
    found = {pair(*each) for each in ids(outcome)}

    assert len(found) == len(outcome.pairs)
    assert here <= found
    for each in found - here:
        candidate = Candidate(
            experimenter=left[each.experimenter],
            mentor=right[each.mentor],
            likeness=1.0,
            was_declined=each in declined,
        )
        assert first_forbidding(candidate) is None
        assert each.experimenter in asking
    _check_seats(found, here, left, right)
    assert set(causes(outcome)) | {each.experimenter for each in found} >= asking
    assert set(causes(outcome)).isdisjoint(each.experimenter for each in found)
    assert outcome.summary["unmatched"] == len(outcome.unmatched)
    assert outcome.summary["optimal"] is True
    random.shuffle(experimenters)
    random.shuffle(mentors)
    assert run(experimenters, mentors, settled=settled[::-1], declined=declined) == outcome


def _check_seats(
    found: set[Settled],
    here: set[Settled],
    left: dict[int, Experimenter],
    right: dict[int, Mentor],
) -> None:
    """Settled pairs aside, nobody has more than they have room for."""
    for id, used in Counter(each.mentor for each in found).items():
        told = right[id].capacity
        seats = (1 if told is None else told) if right[id].committed else 0
        assert used <= max(seats, sum(each.mentor == id for each in here))
    for id, got in Counter(each.experimenter for each in found).items():
        wanted = left[id].wanted if left[id].committed else 0
        assert got <= max(wanted, sum(each.experimenter == id for each in here))

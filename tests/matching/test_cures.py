"""What would serve those left without a mentor, and that the gains are true."""

from collections.abc import Sequence
from dataclasses import replace

from digikunta_cli.matching.cures import Cures, cures_of
from digikunta_cli.matching.newcomers import usual_seats
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.matching.solving import solve
from digikunta_cli.outlook import Cure
from digikunta_cli.weights import Weights
from tests.matching.sides import (
    BOOKING,
    experimenter,
    mentor,
    pair,
)


def board_of(
    experimenters: Sequence[Experimenter],
    mentors: Sequence[Mentor],
    *,
    declined: tuple[Settled, ...] = (),
) -> Board:
    """Both sides with the usual weights."""
    return Board.of(experimenters, mentors, declined=declined, weights=Weights(), keywords={})


def cures(board: Board, *, settled: tuple[Settled, ...] = ()) -> Cures:
    """What would help around the settled pairs."""
    return cures_of(board, solve(board, board.places(settled)))


def test_nothing_is_looked_for_where_nobody_is_left() -> None:
    """Everyone served needs no cure."""
    assert cures(board_of([experimenter(1)], [mentor(11)])) == Cures()


def test_a_seat_is_the_smallest_cure_where_a_mentor_would_suit() -> None:
    """Two compete for one seat: one more would serve whoever is left."""
    found = cures(board_of([experimenter(1), experimenter(2)], [mentor(11)]))

    ((left, cure),) = found.smallest.items()
    assert cure == Cure(kind="seat", gain=1, seats=1, mentor=11)
    assert replace(cure, experimenters=(left,)) in found.best


def test_an_overbooked_mentor_needs_more_than_one_seat() -> None:
    """Its own seats must first reach those that its settled pairs hold already."""
    experimenters = [experimenter(1), experimenter(2), experimenter(3)]
    board = board_of(experimenters, [mentor(11)])
    found = cures(board, settled=(pair(1, 11), pair(2, 11)))

    assert found.smallest[3] == Cure(kind="seat", gain=1, seats=2, mentor=11)


def test_a_seat_helps_those_who_are_not_allowed_there_by_moving_others() -> None:
    """One who could go elsewhere makes room, so both mentors' seats are wanted."""
    movable = replace(experimenter(1), topics=frozenset({"e-services", "participation"}))
    board = board_of(
        [movable, experimenter(2), experimenter(3), experimenter(4, topics="participation")],
        [replace(mentor(11), capacity=2), mentor(12, topics="participation")],
    )
    seats = [each for each in cures(board).best if each.kind == "seat"]

    assert {(each.mentor, each.gain) for each in seats} == {(11, 1), (12, 1)}


def test_a_mentor_is_named_by_topic_and_language_with_the_median_of_seats() -> None:
    """Nobody is there for the topic: one more mentor is taken to have what mentors told."""
    wanting = [
        replace(experimenter(id, topics="participation"), languages=frozenset({language}))
        for id, language in ((1, "sv"), (2, "sv"), (3, "sv"), (4, "fi"))
    ]
    mentors = [replace(mentor(id), capacity=seats) for id, seats in ((11, 1), (12, 2), (13, 9))]
    found = cures(board_of(wanting, mentors))

    swedish = found.best[0]
    assert (swedish.kind, swedish.topic, swedish.language) == ("mentor", "participation", "sv")
    assert (swedish.seats, swedish.gain, len(swedish.experimenters)) == (2, 2, 2)
    assert found.smallest[1] == replace(swedish, experimenters=())
    assert (found.smallest[4].language, found.smallest[4].gain) == ("fi", 1)


def test_a_mentor_serves_also_by_taking_over_those_of_others() -> None:
    """A topic that nobody left has helps too, where someone who has a mentor could move there."""
    movable = replace(experimenter(1, BOOKING), topics=frozenset({"e-services", "participation"}))
    board = board_of([movable, experimenter(2)], [mentor(11, BOOKING)])
    found = cures(board)

    assert list(found.smallest) == [2]
    gains = {each.topic: each.gain for each in found.best if each.kind == "mentor"}
    assert gains == {"e-services": 1, "participation": 1}


def test_each_topic_is_told_once_and_the_best_first() -> None:
    """Five topics without a mentor give three cures, those that serve most."""
    topics = ["e-services", "participation", "future-role", "innovations", "decision-making"]
    wanting = [
        experimenter(10 * place + number, topics=topic)
        for place, topic in enumerate(topics)
        for number in range(place + 1)
    ]
    found = cures(board_of(wanting, [replace(mentor(99, topics="other"), capacity=9)]))

    assert [(each.topic, each.gain) for each in found.best] == [
        ("decision-making", 5),
        ("innovations", 4),
        ("future-role", 3),
    ]


def test_the_language_that_serves_more_is_told() -> None:
    """Of two languages in a topic the better one stands in the list."""
    wanting = [
        replace(experimenter(id, topics="participation"), languages=frozenset(languages.split()))
        for id, languages in ((1, "fi"), (2, "fi sv"), (3, "sv"), (4, "sv"))
    ]
    found = cures(board_of(wanting, [replace(mentor(11), capacity=9)]))

    assert [(each.language, each.gain) for each in found.best] == [("sv", 3)]


def test_without_told_languages_a_finnish_mentor_is_meant() -> None:
    """Who tells no language can work with anybody."""
    silent = replace(experimenter(1), languages=frozenset())

    assert cures(board_of([silent], [])).smallest[1] == Cure(
        kind="mentor",
        gain=1,
        seats=1,
        topic="e-services",
        language="fi",
    )


def test_a_commitment_is_a_smaller_cure_than_a_new_mentor() -> None:
    """A mentor is there and only does not say that it shares results."""
    promising = replace(mentor(11), committed=False, capacity=None)
    full = replace(mentor(12), committed=False, capacity=0)
    found = cures(board_of([experimenter(1), experimenter(2)], [promising, full]))

    expected = Cure(kind="commitment", gain=1, seats=1, mentor=11)
    assert found.smallest == {1: expected, 2: expected}
    assert [each.kind for each in found.best] == ["commitment", "mentor"]


def test_a_commitment_that_would_serve_nobody_is_not_told() -> None:
    """Nothing is asked of a mentor who suits none of those left."""
    stranger = replace(mentor(11, topics="participation"), committed=False, capacity=3)
    found = cures(board_of([experimenter(1)], [stranger]))

    assert [each.kind for each in found.best] == ["mentor"]


def test_who_told_no_topic_is_asked_for_it() -> None:
    """With one of the mentors' topics it could be served; where all seats are taken, not yet."""
    silent = experimenter(2, topics="other")
    mentors = [mentor(11), mentor(12, topics="participation other")]
    taken = (pair(3, 12),)
    sides = [experimenter(1), silent, replace(experimenter(3), wanted=1)]

    with_room = cures(board_of(sides[:2], mentors))
    without = cures(board_of(sides, mentors), settled=taken)
    assert with_room.smallest[2] == Cure(kind="topic", gain=1, topic="participation")
    assert without.smallest[2] == Cure(kind="topic", gain=0)
    assert with_room.best == ()


def test_seats_of_a_new_mentor_are_those_that_nobody_told_otherwise() -> None:
    """Without any told capacity the weight decides, and never less than one."""
    silent = [replace(mentor(11), capacity=None)]
    none = Board.of([], silent, declined=(), weights=Weights(capacity_not_told=0), keywords={})

    assert (usual_seats(board_of([], silent)), usual_seats(none)) == (1, 1)

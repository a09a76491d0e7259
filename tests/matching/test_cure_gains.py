"""What is told to serve those left is what choosing anew gives, and nothing better is left out."""

from dataclasses import replace
from itertools import product

from hypothesis import given, settings

from digikunta_cli.matching.cures import Cures
from digikunta_cli.matching.newcomers import usual_seats
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.seating import seating_of
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.matching.solving import solve
from digikunta_cli.outlook import Cure
from tests.matching.sides import SOME, left_sides, mentor, pair, right_sides
from tests.matching.test_cures import board_of, cures

# One mentor more would change how rare a word is, and so who is alike: none of that here.
LEFT = left_sides().map(lambda sides: [replace(each, text="") for each in sides])
RIGHT = right_sides().map(lambda sides: [replace(each, text="") for each in sides])


def covered(board: Board, settled: tuple[Settled, ...] = ()) -> int:
    """How many get a mentor in the best choice of pairs."""
    return solve(board, board.places(settled)).assignment.covered


@settings(max_examples=80, deadline=None)
@given(LEFT, RIGHT, SOME, SOME)
def test_every_gain_is_what_choosing_anew_gives(
    experimenters: list[Experimenter],
    mentors: list[Mentor],
    settled: tuple[Settled, ...],
    declined: tuple[Settled, ...],
) -> None:
    """The network with the cure covers so many more, by the exact assignment."""
    board = board_of(experimenters, mentors, declined=declined)
    found = cures(board, settled=settled)
    solved = solve(board, board.places(settled))
    waiting = seating_of(solved, asking=board.asking()).waiting

    assert set(found.smallest) == {board.experimenters[one].id for one in waiting}
    for cure in {*found.best, *found.smallest.values()}:
        after = covered(_cured(cure, experimenters, mentors, found, declined), settled)
        assert after - solved.assignment.covered == cure.gain
    left = {board.experimenters[one].id for one in waiting}
    for cure in found.best:
        assert left.issuperset(cure.experimenters)
        assert len(cure.experimenters) >= cure.gain
    for cure in found.smallest.values():
        assert cure.gain or cure.kind == "topic"


@settings(max_examples=40, deadline=None)
@given(LEFT, RIGHT, SOME)
def test_no_other_seat_or_mentor_would_serve_more(
    experimenters: list[Experimenter], mentors: list[Mentor], settled: tuple[Settled, ...]
) -> None:
    """What is not told, as the prices leave it out, was nothing better."""
    board = board_of(experimenters, mentors)
    before = covered(board, settled)
    best = cures(board, settled=settled).best
    seats = [
        Cure(kind="seat", gain=0, mentor=each.id, seats=1 + _overbooked(each, board, settled))
        for each in mentors
        if each.committed
    ]
    newcomers = [
        Cure(kind="mentor", gain=0, seats=usual_seats(board), topic=topic, language=language)
        for topic, language in product(["e-services", "participation"], ["fi", "sv"])
    ]
    for options in (seats, newcomers):
        gains = [
            covered(_cured(cure, experimenters, mentors, Cures()), settled) - before
            for cure in options
        ]
        told = [cure.gain for cure in best if options and cure.kind == options[0].kind]
        assert max(gains, default=0) == max(told, default=0) or not options


@settings(max_examples=60, deadline=None)
@given(left_sides(), right_sides(), SOME)
def test_a_seat_that_would_serve_one_has_its_price_in_the_proof_of_the_coverage(
    experimenters: list[Experimenter], mentors: list[Mentor], settled: tuple[Settled, ...]
) -> None:
    """The solver's potentials and the paths from those left agree on where seats are wanted."""
    board = board_of(experimenters, mentors)
    solved = solve(board, board.places(settled))
    seating = seating_of(solved, asking=board.asking())
    if not (solved.scores and seating.waiting):
        return
    potential = solved.assignment.stages[0].potential
    prices = potential[0] - potential[1 + 2 * len(solved.given.wanted) :]

    _reached, pressed = seating.pressed()
    assert all(prices[other] >= 1 for other in pressed)


def _cured(
    cure: Cure,
    experimenters: list[Experimenter],
    mentors: list[Mentor],
    found: Cures,
    declined: tuple[Settled, ...] = (),
) -> Board:
    """The board once a cure is taken; a new mentor counts for those who speak its language."""
    strangers = [
        pair(each.id, 999)
        for each in experimenters
        if each.languages and cure.language not in each.languages
    ]
    return board_of(
        *_applied(cure, experimenters, mentors, found), declined=(*declined, *strangers)
    )


def _applied(
    cure: Cure, experimenters: list[Experimenter], mentors: list[Mentor], found: Cures
) -> tuple[list[Experimenter], list[Mentor]]:
    """Both sides as they are once a cure is taken."""
    if cure.kind == "topic":
        asked = {id for id, each in found.smallest.items() if each is cure and each.topic}
        topics = frozenset({cure.topic or ""})
        told = [replace(e, topics=topics) if e.id in asked else e for e in experimenters]
        return told, mentors
    if cure.kind == "seat":
        return experimenters, [
            replace(each, capacity=_told(each) + cure.seats) if each.id == cure.mentor else each
            for each in mentors
        ]
    if cure.kind == "commitment":
        return experimenters, [
            replace(each, committed=True) if each.id == cure.mentor else each for each in mentors
        ]
    served = replace(
        mentor(999, topics=cure.topic or ""),
        languages=frozenset({cure.language or ""}),
        capacity=cure.seats,
    )
    return experimenters, [*mentors, served]


def _overbooked(mentor: Mentor, board: Board, settled: tuple[Settled, ...]) -> int:
    """Settled pairs that a mentor has beyond its seats."""
    held = sum(board.mentors[other].id == mentor.id for _one, other in board.places(settled))
    return max(held - _told(mentor), 0)


def _told(mentor: Mentor) -> int:
    return 1 if mentor.capacity is None else mentor.capacity

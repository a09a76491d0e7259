"""What became of each mentor for one experimenter, and what another choice would cost."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings

from digikunta_cli.matching.explaining import Choice, explain, price, side_by_side
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.matching.solving import solve
from digikunta_cli.outlook import Move, Price
from digikunta_cli.weights import Terms, Weights
from tests.matching.sides import (
    BOOKING,
    ROBOT,
    SOME,
    experimenter,
    left_sides,
    mentor,
    pair,
    right_sides,
    run,
)


def board_of(experimenters: Sequence[Experimenter], mentors: Sequence[Mentor]) -> Board:
    """Both sides with the usual weights, nothing declined."""
    return Board.of(experimenters, mentors, declined=(), weights=Weights(), keywords={})


def looked_at(
    id: int,
    experimenters: Sequence[Experimenter],
    mentors: Sequence[Mentor],
    *,
    settled: tuple[Settled, ...] = (),
) -> tuple[Choice, ...]:
    """Every mentor for one experimenter."""
    board = board_of(experimenters, mentors)
    return explain(board, solve(board, board.places(settled)), experimenter=id)


def test_every_mentor_is_looked_at_best_first() -> None:
    """Each mentor is paired, taken, free, or forbidden by a rule."""
    mentors = [
        mentor(11, ROBOT),
        replace(mentor(12, BOOKING), capacity=2),
        mentor(13),
        mentor(14, topics="participation"),
        replace(mentor(15, topics="participation"), committed=False),
    ]
    experimenters = [experimenter(1, ROBOT), experimenter(3)]
    choices = looked_at(1, experimenters, mentors, settled=(pair(3, 13),))

    assert {each.mentor: each.status for each in choices} == {
        11: "paired",
        12: "free",
        13: "taken",
        14: "nothing-in-common",
        15: "not-committed",
    }
    scores = [each.score for each in choices]
    assert scores == sorted(scores, reverse=True)


def test_a_choice_has_the_points_and_reasons_of_the_pair() -> None:
    """The same pieces build a pair and explain it."""
    sides = [experimenter(1, ROBOT)], [mentor(11, ROBOT)]
    (match,) = run(*sides).pairs
    (choice,) = looked_at(1, *sides)

    assert (choice.score, choice.parts, choice.facts) == (match.score, match.parts, match.facts)


def test_an_unknown_id_has_no_mentors_to_look_at() -> None:
    """An id that is no experimenter's gives nothing."""
    assert looked_at(5, [experimenter(1)], [mentor(11)]) == ()


def test_a_choice_tells_all_rules_and_who_is_on_the_seats() -> None:
    """Everything that stands in the way, by keys and ids."""
    own = replace(mentor(11, topics="participation"), bodies=frozenset({"e1"}))
    sides = [experimenter(1), experimenter(3)], [own, mentor(13)]
    by_mentor = {each.mentor: each for each in looked_at(1, *sides, settled=(pair(3, 13),))}

    assert by_mentor[11].rules == ("same-organisation", "nothing-in-common")
    assert (by_mentor[13].seats, by_mentor[13].taken_by) == (1, (3,))


def test_who_asks_for_no_mentor_is_told_so() -> None:
    """Allowed, but not asked for."""
    quiet = replace(experimenter(1), wanted=0)

    assert [each.status for each in looked_at(1, [quiet], [mentor(11)])] == ["not-asked"]


def test_side_by_side_has_its_own_first_and_strangers_last() -> None:
    """Four at most, but always two beside its own, those kept by others too."""
    mentors = [
        replace(mentor(10, ROBOT, topics="participation"), stage="in-use"),
        *(mentor(id) for id in (11, 12, 13, 14)),
        mentor(15, topics="participation"),
    ]
    choices = looked_at(1, [experimenter(1)], mentors)
    paired = next(each.mentor for each in choices if each.status == "paired")
    shown = side_by_side(choices)
    others = {10, 15, *(each.mentor for each in shown[1:])}

    assert (shown[0].mentor, len(shown)) == (paired, 4)
    assert others.isdisjoint({each.mentor for each in shown[:1]})
    assert not {10, 15} & {each.mentor for each in shown}
    assert len(side_by_side(choices, paired=(10, 11, 12, 13))) >= 6


def test_a_pair_has_a_price() -> None:
    """Another one loses its better mentor: points, and who moves."""
    board = board_of(
        [experimenter(1, ROBOT), experimenter(2, BOOKING)],
        [mentor(11, ROBOT), mentor(12, BOOKING)],
    )
    found = price(board, solve(board, frozenset()), experimenter=1, mentor=12)

    assert found is not None
    assert (found.covered, found.total < 0) == (0, True)
    assert found.moves == (
        Move(experimenter=1, before=(11,), after=(12,)),
        Move(experimenter=2, before=(12,), after=(11,)),
    )


def test_who_would_lose_the_seat_is_told() -> None:
    """One who is left gets the seat of another; coverage stays as it was."""
    board = board_of([experimenter(1, ROBOT), experimenter(2)], [mentor(11, ROBOT)])
    found = price(board, solve(board, frozenset()), experimenter=2, mentor=11)

    assert found is not None and found.covered == 0
    assert found.moves == (
        Move(experimenter=1, before=(11,), after=()),
        Move(experimenter=2, before=(), after=(11,)),
    )


def test_a_pair_may_cost_the_mentor_of_another() -> None:
    """Who could go anywhere takes the only seat that suits another."""
    wide = replace(experimenter(1), topics=frozenset({"e-services", "participation"}))
    board = board_of([wide, experimenter(2)], [mentor(11), mentor(12, topics="participation")])
    found = price(board, solve(board, frozenset()), experimenter=1, mentor=11)

    assert found is not None and found.covered == -1


def test_what_is_or_cannot_be_has_no_price() -> None:
    """A pair that is there, one that is forbidden, and full seats or wishes of settled pairs."""
    board = board_of(
        [experimenter(1), experimenter(2), experimenter(3)],
        [mentor(11), mentor(12), mentor(13, topics="participation")],
    )
    solved = solve(board, board.places([pair(1, 11)]))
    free = next(each for each in (2, 3) if (each, 12) not in _ids(board, solved.chosen))

    assert price(board, solved, experimenter=1, mentor=11) is None
    assert price(board, solved, experimenter=1, mentor=12) is None
    assert price(board, solved, experimenter=2, mentor=11) is None
    assert price(board, solved, experimenter=2, mentor=13) is None
    assert price(board, solved, experimenter=free, mentor=12) is not None


def _ids(board: Board, chosen: tuple[tuple[int, int], ...]) -> set[tuple[int, int]]:
    return {(board.experimenters[one].id, board.mentors[other].id) for one, other in chosen}


def test_where_proposals_are_kept_first_they_are_in_the_price_too() -> None:
    """By that policy a pair is chosen around the earlier proposals."""
    board = board_of([experimenter(1, ROBOT), experimenter(2)], [mentor(11, ROBOT), mentor(12)])
    kept = board.places([pair(1, 12)])
    solved = solve(board, frozenset(), kept=kept, terms=Terms(policy="keep"))
    found = price(board, solved, experimenter=1, mentor=11)

    assert found is not None
    assert found.total > 0
    assert Move(experimenter=1, before=(12,), after=(11,)) in found.moves


@settings(max_examples=40, deadline=None)
@given(left_sides(), right_sides(), SOME)
def test_a_price_is_never_a_gain_in_what_comes_first(
    experimenters: list[Experimenter], mentors: list[Mentor], settled: tuple[Settled, ...]
) -> None:
    """Nothing covers more than the best choice, nor brings points where it covers as many."""
    board = board_of(experimenters, mentors)
    solved = solve(board, board.places(settled))
    for one in board.experimenters:
        for other in board.mentors:
            found = price(board, solved, experimenter=one.id, mentor=other.id)
            assert found is None or _is_no_gain(found)
            assert found is None or other.id in next(
                each.after for each in found.moves if each.experimenter == one.id
            )


def _is_no_gain(price: Price) -> bool:
    return price.covered < 0 or (price.covered == 0 and price.total <= 0)

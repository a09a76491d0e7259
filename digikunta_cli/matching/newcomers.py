"""A mentor who is not there yet, of whom only the topic, the language and the seats are known."""

from collections.abc import Iterable
from dataclasses import replace

from digikunta_cli.matching.criteria import Scale, points_of
from digikunta_cli.matching.rules import Board, Candidate
from digikunta_cli.matching.sides import Mentor

Wish = tuple[str, str]
"""The topic and the language of such a mentor."""


def usual_seats(board: Board) -> int:
    """The seats that one more mentor is taken to have: the median of what mentors told."""
    told = sorted(each.capacity for each in board.mentors if each.committed and each.capacity)
    # The lower of the middle two, so that somebody really has so many.
    return told[(len(told) - 1) // 2] if told else max(board.weights.capacity_not_told, 1)


def score_of(candidate: Candidate, scale: Scale) -> int:
    """All points of a pair together."""
    return sum(points_of(candidate, scale).values())


def scores_with(
    wish: Wish, places: Iterable[int], *, board: Board, seats: int, scale: Scale
) -> dict[int, int]:
    """What the experimenters at these places score with a mentor who is not there yet."""
    mentor = Mentor(
        id=0,
        order="",
        bodies=frozenset(),
        topics=frozenset({wish[0]}),
        languages=frozenset({wish[1]}),
        capacity=seats,
    )
    # It has no text, so no technique either.
    scale = replace(scale, techniques={"": frozenset[str](), **scale.techniques})
    return {
        one: score_of(Candidate(experimenter=board.experimenters[one], mentor=mentor), scale)
        for one in sorted(places)
    }

"""A board solved: all allowed pairs with their scores, and those chosen among them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product

from digikunta_cli.matching.choice import Given, choose
from digikunta_cli.matching.criteria import Scale, points_of, scale_of
from digikunta_cli.matching.exact.assignment import Assignment
from digikunta_cli.matching.rules import Board, Places, first_forbidding
from digikunta_cli.weights import Terms


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solved:
    """All allowed and settled pairs by their score, and those that were chosen among them."""

    scale: Scale
    scores: Mapping[Places, int]
    settled: frozenset[Places]
    chosen: tuple[Places, ...]
    given: Given
    assignment: Assignment

    @property
    def rooms(self) -> tuple[int, ...]:
        """Seats by mentor: never fewer than its settled pairs."""
        return self.given.capacity

    @property
    def worst_off(self) -> int | None:
        """The lowest of the best scores of those who get a mentor; None where nobody does."""
        best: dict[int, int] = {}
        for one, other in self.chosen:
            best[one] = max(best.get(one, 0), self.scores[one, other])
        return min(best.values(), default=None)

    @property
    def shortfall(self) -> dict[int, int]:
        """What mentors lack to the load that they should have, by the mentor's id."""
        used = Counter(other for _one, other in self.chosen)
        return {
            self.given.mentors[other]: least - used[other]
            for other, least in enumerate(self.given.minimum)
            if least > used[other]
        }


def solve(
    board: Board,
    settled: frozenset[Places],
    *,
    kept: frozenset[Places] = frozenset(),
    terms: Terms | None = None,
) -> Solved:
    """Choose pairs around the settled ones; the terms are the usual ones if none are given."""
    scale = scale_of(board.experimenters, board.mentors, weights=board.weights)
    scores = _scores(board, settled, scale=scale)
    given = _given(board, scores, settled=settled, kept=kept, terms=terms or Terms())
    assignment = choose(given)
    pairs = list(scores)
    return Solved(
        scale=scale,
        scores=scores,
        settled=settled,
        chosen=tuple(sorted(pairs[index] for index in assignment.pairs.tolist())),
        given=given,
        assignment=assignment,
    )


def _given(
    board: Board,
    scores: Mapping[Places, int],
    *,
    settled: frozenset[Places],
    kept: frozenset[Places],
    terms: Terms,
) -> Given:
    active = {one: place for place, one in enumerate(sorted({one for one, _other in scores}))}
    held = Counter(one for one, _other in settled)
    taken = Counter(other for _one, other in settled)
    mentors = range(len(board.mentors))
    return Given(
        experimenters=tuple(board.experimenters[one].id for one in active),
        mentors=tuple(mentor.id for mentor in board.mentors),
        wanted=tuple(max(board.wishes(one), held[one]) for one in active),
        capacity=tuple(max(board.seats(other), taken[other]) for other in mentors),
        minimum=tuple(min(board.seats(other), terms.min_load) for other in mentors),
        experimenter=tuple(active[one] for one, _other in scores),
        mentor=tuple(other for _one, other in scores),
        score=tuple(scores.values()),
        locked=tuple(index for index, pair in enumerate(scores) if pair in settled),
        kept=tuple(index for index, pair in enumerate(scores) if pair in kept),
        order=terms.policy,
    )


def chosen_with(
    board: Board, solved: Solved, *, other: int, seats: int, scores: Mapping[int, int]
) -> frozenset[int]:
    """Whom the round serves, by id, with more seats at a mentor, old or new.

    `other` is its place, the one after the last for a new one; those in `scores` are allowed there
    from then on. What need not change stays as it was chosen.
    """
    given = solved.given
    ids = {one: board.experimenters[one].id for one in scores}
    fresh = [one for one in scores if ids[one] not in given.experimenters]
    experimenters = (*given.experimenters, *map(ids.__getitem__, fresh))
    at = {id: place for place, id in enumerate(experimenters)}
    capacity = dict(enumerate(given.capacity))
    capacity[other] = capacity.get(other, 0) + seats
    least = max(given.minimum, default=0)
    minimum = dict(enumerate(given.minimum))
    minimum[other] = min(capacity[other], least)
    chosen = tuple(solved.assignment.pairs.tolist())
    more = replace(
        given,
        experimenters=experimenters,
        wanted=(*given.wanted, *map(board.wishes, fresh)),
        capacity=tuple(capacity.values()),
        minimum=tuple(minimum.values()),
        experimenter=(*given.experimenter, *(at[ids[one]] for one in scores)),
        mentor=(*given.mentor, *(other for _one in scores)),
        score=(*given.score, *scores.values()),
        kept=given.kept if given.order == "keep" else chosen,
    )
    after = choose(more).pairs.tolist()
    return frozenset(experimenters[more.experimenter[index]] for index in after)


def summary_of(board: Board, solved: Solved) -> dict[str, int | bool]:
    """Who is covered, which seats are used and what was reached, as the JSON contract names it."""
    asking, offering = board.asking(), board.offering()
    covered = len({one for one, _other in solved.chosen}.intersection(asking))
    return {
        "experimenters": len(asking),
        "covered": covered,
        "unmatched": len(asking) - covered,
        "mentors": len(offering),
        "capacity": sum(board.seats(other) for other in offering),
        "used": len(solved.chosen),
        "total_score": solved.assignment.total,
        "bound": solved.assignment.bound,
        "optimal": solved.assignment.optimal,
    }


def _scores(board: Board, settled: frozenset[Places], *, scale: Scale) -> dict[Places, int]:
    """Scores of the pairs that are allowed or settled, in order of their places."""
    asking = frozenset(board.asking())
    scores = {}
    for one, other in product(range(len(board.experimenters)), range(len(board.mentors))):
        candidate = board.candidate((one, other))
        is_allowed = one in asking and first_forbidding(candidate) is None
        if is_allowed or (one, other) in settled:
            scores[one, other] = sum(points_of(candidate, scale).values())
    return scores

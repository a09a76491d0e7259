"""What would serve those left without a mentor: a seat more, a promise, or one more mentor.

Every gain is counted by seating everyone anew. Whom the paths from those left reach says
beforehand which seats can gain at all, and how much a mentor can at the most, so that little has to
be seated anew. How many gain says not who does, which points decide: the best cures are solved
again by the goals of the round.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from digikunta_cli.matching.newcomers import Wish, score_of, scores_with, usual_seats
from digikunta_cli.matching.rules import Board, forbidding
from digikunta_cli.matching.seating import Seating, seating_of
from digikunta_cli.matching.sides import OTHER
from digikunta_cli.matching.solving import Solved, chosen_with
from digikunta_cli.outlook import Cure

KINDS = ("seat", "commitment", "mentor", "topic")
"""What a cure may be, the smallest first."""
_MOST = 3
"""Cures of one kind that are told for the network as a whole."""
_NEWCOMER = -1
"""The place of a mentor who is not there yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cures:
    """What would help most, the best first, and the smallest cure for each one left (by id).

    The best say whom they would serve; the smallest is what could serve one, in which others may
    come before it.
    """

    best: tuple[Cure, ...] = ()
    smallest: Mapping[int, Cure] = field(default_factory=dict)


def cures_of(board: Board, solved: Solved) -> Cures:
    """What would serve those left; nothing is looked for where nobody is."""
    if {one for one, _other in solved.chosen}.issuperset(board.asking()):
        return Cures()
    seating = seating_of(solved, asking=board.asking())
    search = _Search(board, solved, seating)
    return Cures(
        best=tuple(replace(each, experimenters=search.served(each)) for each in search.best()),
        smallest={board.experimenters[one].id: search.smallest(one) for one in seating.waiting},
    )


def _by_gain(cure: Cure) -> tuple[int, int]:
    return -cure.gain, KINDS.index(cure.kind)


def _foremost(cures: Sequence[Cure]) -> tuple[Cure, ...]:
    """A few of the cures, which come best first: the best of each kind before others."""
    kinds = {each.kind: each for each in reversed(cures)}
    first = [each for each in cures if kinds[each.kind] is each]
    others = [each for each in cures if kinds[each.kind] is not each]
    kept = (*first, *others)[:_MOST]
    return tuple(each for each in cures if each in kept)


class _Search:
    """The cures of one seating, each worked out once."""

    def __init__(self, board: Board, solved: Solved, seating: Seating) -> None:
        self.board = board
        self.solved = solved
        self.seating = seating
        self.movers, self.pressed = seating.pressed()
        self.seats = usual_seats(board)
        self.seat = cache(self._seat)
        self.promise = cache(self._promise)
        self.newcomer = cache(self._newcomer)
        self.promised = cache(self._promised)
        self.wishing = cache(self._wishing)
        self.promising = self._promising()
        self.wishes = self._wishes()

    def best(self) -> tuple[Cure, ...]:
        """The best cures, one of each kind if there is one, those that serve most first."""
        crowd = Counter(other for one in self.seating.waiting for other in self.seating.suited[one])
        crowded = sorted(self.pressed, key=lambda other: (-crowd[other], other))
        seats = [self.seat(other) for other in crowded[:_MOST]]
        promises = sorted(map(self.promise, self.promising), key=_by_gain)
        told = [cure for cure in promises[:_MOST] if cure.gain]
        return _foremost(sorted((*seats, *told, *self._newcomers()), key=_by_gain))

    def smallest(self, one: int) -> Cure:
        """The smallest cure that serves this one."""
        suited = self.seating.suited[one]
        if suited:
            scores = self.solved.scores
            return self.seat(max(suited, key=lambda other: (scores[one, other], -other)))
        promises = [other for other in self.promising if one in self.promised(other)]
        if promises:
            return min(map(self.promise, promises), key=_by_gain)
        wishes = [wish for wish in self.wishes if one in self.wishing(wish)]
        return min(map(self.newcomer, wishes), key=_by_gain) if wishes else self._topic(one)

    def _seat(self, other: int) -> Cure:
        """More seats at a mentor: one, and those that its settled pairs hold beyond its own."""
        seats = 1 + self.solved.rooms[other] - self.board.seats(other)
        gain = self._gain(self.seating.with_seats(other, 1))
        return Cure(kind="seat", gain=gain, seats=seats, mentor=self.board.mentors[other].id)

    def _promising(self) -> list[int]:
        """Mentors who have seats and do not commit to sharing."""
        return [
            other
            for other, each in enumerate(self.board.mentors)
            if not each.committed and self._room(other) > 0
        ]

    def _room(self, other: int) -> int:
        """Seats that a mentor would have beside its settled pairs if it committed to sharing."""
        told = self.board.mentors[other].capacity
        seats = self.board.weights.capacity_not_told if told is None else told
        return seats - self.solved.rooms[other]

    def _promised(self, other: int) -> frozenset[int]:
        """Those who only lack this mentor's commitment."""
        return frozenset(
            one
            for one in self.movers
            if forbidding(self.board.candidate((one, other))) == ("not-committed",)
        )

    def _promise(self, other: int) -> Cure:
        more = self.seating.with_seats(other, self._room(other), also=self.promised(other))
        return Cure(
            kind="commitment",
            gain=self._gain(more, early=self.promised(other)),
            seats=self._room(other),
            mentor=self.board.mentors[other].id,
        )

    def _newcomers(self) -> list[Cure]:
        """The best new mentors, each topic once; the bounds say when no other can be as good."""
        found: dict[str, Cure] = {}
        for wish in self.wishes:
            gains = sorted((cure.gain for cure in found.values()), reverse=True)
            if len(gains) >= _MOST and self._bound(wish) <= gains[_MOST - 1]:
                break
            cure = self.newcomer(wish)
            if wish[0] not in found or cure.gain > found[wish[0]].gain:
                found[wish[0]] = cure
        return sorted(found.values(), key=_by_gain)[:_MOST]

    def _wishes(self) -> list[Wish]:
        """Topics and languages of those left and those who could make room, the best first."""
        sides = [self.board.experimenters[one] for one in self.movers]
        topics = {topic for each in sides for topic in each.topics - {OTHER}}
        languages = {language for each in sides for language in each.languages} or {"fi"}
        waiting = frozenset(self.seating.waiting)
        return sorted(
            ((topic, language) for topic in topics for language in languages),
            key=lambda wish: (-self._bound(wish), -len(waiting & self.wishing(wish)), wish),
        )

    def _bound(self, wish: Wish) -> int:
        """No such mentor serves more: neither seats, nor those who would move, nor those left."""
        return min(self.seats, len(self.wishing(wish)), len(self.seating.waiting))

    def _wishing(self, wish: Wish) -> frozenset[int]:
        """Those whom such a mentor could serve in their language, or who did not tell one."""
        topic, language = wish
        sides = {one: self.board.experimenters[one] for one in self.movers}
        return frozenset(
            one
            for one, each in sides.items()
            if topic in each.topics and language in (each.languages or {language})
        )

    def _newcomer(self, wish: Wish) -> Cure:
        more = self.seating.with_seats(_NEWCOMER, self.seats, also=self.wishing(wish))
        return Cure(
            kind="mentor",
            gain=self._gain(more, early=self.wishing(wish)),
            seats=self.seats,
            topic=wish[0],
            language=wish[1],
        )

    def _topic(self, one: int) -> Cure:
        """The topic that this one should tell: the first one with which it could be served."""
        for topic in sorted({topic for each in self.board.mentors for topic in each.topics}):
            suited = tuple(o for o in self.board.offering() if self._would_suit(one, o, topic))
            more = replace(self.seating, suited={**self.seating.suited, one: suited})
            gain = self._gain(more, early={one})
            if gain:
                return Cure(kind="topic", gain=gain, topic=topic)
        return Cure(kind="topic", gain=0)

    def _would_suit(self, one: int, other: int, topic: str) -> bool:
        candidate = self.board.candidate((one, other))
        told = replace(candidate.experimenter, topics=frozenset({topic}))
        return not forbidding(replace(candidate, experimenter=told))

    def _gain(self, more: Seating, *, early: Iterable[int] = ()) -> int:
        """How many of those left are served then."""
        after = more.filled(early=frozenset(early)).first
        return sum(one in after for one in self.seating.waiting)

    def served(self, cure: Cure) -> tuple[int, ...]:
        """The ids of those left whom the round would serve with one of the best cures."""
        places = {each.id: other for other, each in enumerate(self.board.mentors)}
        other = len(places) if cure.mentor is None else places[cure.mentor]
        scale = self.solved.scale
        if cure.kind == "mentor":
            wish = cure.topic or "", cure.language or ""
            scores = scores_with(
                wish, self.wishing(wish), board=self.board, seats=self.seats, scale=scale
            )
        else:
            also = self.promised(other) if cure.kind == "commitment" else ()
            scores = {one: score_of(self.board.candidate((one, other)), scale) for one in also}
        seats = 1 if cure.kind == "seat" else cure.seats
        after = chosen_with(self.board, self.solved, other=other, seats=seats, scores=scores)
        left = (self.board.experimenters[one].id for one in self.seating.waiting)
        return tuple(id for id in left if id in after)

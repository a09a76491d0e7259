"""Who sits with which mentor first, and what becomes of those left when there is more room.

Only coverage counts here: everyone on at most one seat, and where settled pairs are, nothing moves.
From someone left without, a path leads to each mentor who would be allowed, from there to those on
its seats, from them to the other mentors allowed to them, and so on. Where it comes to a free seat,
everyone on it moves one seat up and one more is served; where it never does, nobody can be (Berge
1957). So the mentors whom such paths reach have a price, as in the proof of the coverage by the
assignment, and a seat more helps nowhere else.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from digikunta_cli.matching.solving import Solved


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """Seats and those who may sit on them, all by their places on the board."""

    suited: Mapping[int, tuple[int, ...]]
    """The mentors allowed to each experimenter who asks for one and has no settled pair."""
    seats: Mapping[int, int]
    """Seats by mentor that no settled pair holds."""
    first: Mapping[int, int]
    """The mentor of each experimenter who is served."""

    @property
    def waiting(self) -> tuple[int, ...]:
        """Those who are left without."""
        return tuple(one for one in self.suited if one not in self.first)

    def pressed(self) -> tuple[frozenset[int], frozenset[int]]:
        """Those left or who could make room for them, and the mentors whose seats they want."""
        row = _Row(self)
        reached = row.reach(self.waiting)
        return frozenset(reached), frozenset(row.tried)

    def with_seats(self, other: int, seats: int, *, also: Iterable[int] = ()) -> "Seating":
        """The same with more seats at a mentor, old or new, who is now allowed to these too."""
        suited = dict(self.suited)
        for one in also:
            suited[one] = (*suited[one], other)
        more = self.seats.get(other, 0) + seats
        return replace(self, suited=suited, seats={**self.seats, other: more})

    def filled(self, *, early: Collection[int] = ()) -> "Seating":
        """As many served as can be, nobody of those now served left, those `early` tried first."""
        row = _Row(self)
        for one in sorted(self.waiting, key=lambda each: each not in early):
            row.seat(one)
        return replace(self, first=row.first)


def seating_of(solved: Solved, *, asking: Iterable[int]) -> Seating:
    """How the chosen pairs seat those who ask for a mentor."""
    held = {one for one, _other in solved.settled}
    suited: dict[int, list[int]] = {one: [] for one in asking if one not in held}
    seats = dict(enumerate(solved.rooms))
    for one, other in solved.scores:
        if one in suited:
            suited[one].append(other)
    for _one, other in solved.settled:
        seats[other] -= 1
    return Seating(
        suited={one: tuple(mentors) for one, mentors in suited.items()},
        seats=seats,
        # A further mentor of the same one is no first seat.
        first={one: other for one, other in reversed(solved.chosen) if one in suited},
    )


class _Row:
    """Seats while people move up."""

    def __init__(self, seating: Seating) -> None:
        self.suited = seating.suited
        self.seats = seating.seats
        self.first = dict(seating.first)
        self.seated: dict[int, list[int]] = defaultdict(list)
        for one, other in self.first.items():
            self.seated[other].append(one)
        self.tried: set[int] = set()
        """Mentors from whom no path comes to a free seat; none ever will, however others move."""

    def reach(self, start: Iterable[int]) -> list[int]:
        """Everyone on the paths of some who are left, where no path comes to a free seat."""
        reached = list(start)
        for each in reached:
            for other in self.suited[each]:
                if other not in self.tried:
                    self.tried.add(other)
                    reached.extend(self.seated[other])
        return reached

    def seat(self, one: int) -> None:
        """Give one who is left a seat, if anybody can move up for it."""
        came: dict[int, int] = {}
        path = [one]
        for each in path:
            for other in self.suited[each]:
                if other in came or other in self.tried:
                    continue
                came[other] = each
                if len(self.seated[other]) < self.seats[other]:
                    self._move_up(other, came)
                    return
                path.extend(self.seated[other])
        self.tried.update(came)

    def _move_up(self, other: int | None, came: Mapping[int, int]) -> None:
        while other is not None:
            one = came[other]
            before = self.first.get(one)
            self.first[one] = other
            self.seated[other].append(one)
            if before is not None:
                self.seated[before].remove(one)
            other = before

"""Leximin over classes, score level by score level, on the pairs that can still be best.

An experimenter has two doors here, one for its first pair and one for further ones, as in the
plain network; but a node can stand for a class, an arc for many pairs.
"""

from dataclasses import dataclass, replace

import numpy as np

from digikunta_cli.matching.exact.face import Face
from digikunta_cli.matching.exact.flow import Arcs, Whole, largest_cost
from digikunta_cli.matching.many.lean import HUB, Offer


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Levelled:
    """How often each pair is chosen, as somebody's first and as a further one."""

    first: Whole
    further: Whole
    bound: int
    """No choice that is as good in the goals before the total has a higher one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Doors:
    """The network, and which arcs mean what."""

    arcs: Arcs
    cover: Whole
    further: Whole
    first: Whole
    """For each pair: the arc by which it is a first one."""
    chosen: Whole
    """For each pair: the arc by which it is chosen at all."""

    def total(self, offer: Offer) -> Whole:
        cost = np.zeros(len(self.arcs.tail), dtype=np.int64)
        cost[self.cover] = cost[self.further] = -offer.top
        cost[self.chosen] = offer.top - offer.score
        return cost

    def coverage(self) -> Whole:
        cost = np.zeros(len(self.arcs.tail), dtype=np.int64)
        cost[self.cover] = -1
        return cost


def levelled(offer: Offer, *, level: Whole, is_fair: bool) -> Levelled:
    """Meet coverage, total and leximin by levels; with `is_fair` leximin before the total."""
    doors = _doors(offer)
    if offer.top > largest_cost(doors.arcs.nodes):
        raise ValueError("A score is too large for so many pairs.")
    face = Face(doors.arcs, np.zeros_like(doors.arcs.upper), doors.arcs.upper > 0)
    face = face.narrowed(face.best(doors.coverage()))
    if is_fair:
        face = by_levels(face, doors.first, level=level)
    best = face.best(doors.total(offer))
    face = face.narrowed(best)
    if not is_fair:
        face = by_levels(face, doors.first, level=level)
    first = face.amount[doors.first]
    return Levelled(first=first, further=face.amount[doors.chosen] - first, bound=-best.limit)


def by_levels(face: Face, first: Whole, *, level: Whole) -> Face:
    """As few first pairs as possible at the lowest level, then at the next, and so on."""
    for lowest in np.unique(level).tolist():
        still = first[level >= lowest]
        if not face.amount[still[face.free[still]]].any():
            break  # Every first pair is settled, so nothing can move any more.
        face = _fewest(face, first[level == lowest])
    return face


def _fewest(face: Face, arcs: Whole) -> Face:
    here = arcs[face.free[arcs]]
    if face.amount[here].any():
        cost = np.zeros_like(face.amount)
        cost[here] = 1
        return face.narrowed(face.best(cost))
    free = face.free.copy()
    free[here] = False  # None is the fewest there can be, which needs no solver.
    return replace(face, free=free)


def _doors(offer: Offer) -> _Doors:
    people, pairs = len(offer.first), len(offer.score)
    door = 1 + np.arange(people, dtype=np.int64)
    side = door + people
    seat = 1 + 2 * people + np.arange(len(offer.seats), dtype=np.int64)
    several = np.flatnonzero(offer.further[offer.experimenter] > 0)
    meet = 1 + 2 * people + len(seat) + np.arange(len(several), dtype=np.int64)
    start = door[offer.experimenter]
    middle = seat[offer.mentor]
    middle[several] = meet
    hub = np.full(max(people, len(seat)), HUB)
    rows = [
        (hub[:people], door, offer.first),
        (hub[:people], side, offer.further),
        (seat, hub[: len(seat)], offer.seats),
        (start, middle, offer.upper),
        (side[offer.experimenter[several]], meet, offer.upper[several]),
        (meet, seat[offer.mentor[several]], offer.upper[several]),
    ]
    tail, head, upper = (np.concatenate(column) for column in zip(*rows, strict=True))
    first = 2 * people + len(seat) + np.arange(pairs, dtype=np.int64)
    chosen = first.copy()
    chosen[several] = 2 * people + len(seat) + pairs + len(several) + np.arange(len(several))
    return _Doors(
        arcs=Arcs(1 + 2 * people + len(seat) + len(several), tail, head, upper),
        cover=np.arange(people, dtype=np.int64),
        further=people + np.arange(people, dtype=np.int64),
        first=first,
        chosen=chosen,
    )

"""The network whose flows are the assignments: a unit of flow is a pair.

Flow runs in circles from a hub to an experimenter, over a pair to a mentor, and back to the hub.
An experimenter has two doors: one for its first pair (its best, once fairness is asked for), one
for further pairs. Where both doors lead to a pair they meet in a node that lets one unit through,
so that no pair counts twice. A mentor has two ways back: its minimum, and the rest of its capacity.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.face import Face
from digikunta_cli.matching.exact.flow import Arcs, Whole
from digikunta_cli.matching.exact.problem import Problem

HUB = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The arcs, and which of them mean what (as indices of arcs)."""

    arcs: Arcs
    cover: Whole
    """For each experimenter: it has a first pair."""
    further: Whole
    """For each experimenter: its further pairs."""
    first: Whole
    """For each pair: it is its experimenter's first."""
    chosen: Whole
    """For each pair: it is in the assignment."""
    required: Whole
    """For each mentor: its pairs up to its minimum."""
    spare: Whole
    """For each mentor: its pairs above its minimum."""
    side: Whole
    """For each pair: it is one of its experimenter's further ones; -1 where one is wanted."""
    priced: int
    """How many nodes are the hub or people; the rest are those where two doors meet."""

    def cost(self) -> Whole:
        """A cost of 0 for each arc, to be filled in."""
        return np.zeros(len(self.arcs.tail), dtype=np.int64)

    def start(self, problem: Problem) -> Face:
        """All assignments that keep the locked pairs."""
        amount = self.cost()
        amount[self.chosen[problem.locked]] = 1
        return Face(self.arcs, amount, (self.arcs.upper > 0) & (amount == 0), self.priced)

    def flow(self, problem: Problem, chosen: Whole) -> Whole:
        """The amount on each arc for the chosen pairs, each one's best pair as its first."""
        amount = self.cost()
        best = chosen[np.lexsort((-problem.score[chosen], problem.experimenter[chosen]))]
        people, place = np.unique(problem.experimenter[best], return_index=True)
        firsts, others = best[place], np.delete(best, place)
        amount[self.cover[people]] = 1
        amount[self.first[firsts]] = 1
        amount[self.side[others]] = 1
        amount[self.chosen[chosen]] = 1
        amount[self.further] = np.bincount(
            problem.experimenter[others], minlength=len(problem.wanted)
        )
        load = np.bincount(problem.mentor[chosen], minlength=len(problem.capacity))
        amount[self.required] = np.minimum(load, self.arcs.upper[self.required])
        amount[self.spare] = load - amount[self.required]
        return amount


class _Builder:
    """Gathers arcs and says which indices they got."""

    def __init__(self) -> None:
        self.rows: list[tuple[Whole, Whole, Whole]] = []
        self.count = 0

    def add(self, tail: Whole | int, head: Whole | int, *, upper: Whole | int) -> Whole:
        wide = np.broadcast_arrays(*(np.asarray(x, dtype=np.int64) for x in (tail, head, upper)))
        self.rows.append((wide[0], wide[1], wide[2]))
        self.count += len(wide[0])
        return np.arange(self.count - len(wide[0]), self.count, dtype=np.int64)

    def arcs(self) -> Arcs:
        tail, head, upper = (np.concatenate(column) for column in zip(*self.rows, strict=True))
        return Arcs(int(max(tail.max(initial=0), head.max(initial=0))) + 1, tail, head, upper)


def network_of(problem: Problem) -> Network:
    """Lay out the network of a problem."""
    build = _Builder()
    wanted, capacity, minimum = _within_reach(problem)
    door = 1 + np.arange(len(wanted), dtype=np.int64)
    side_door = door + len(door)
    mentor = 1 + 2 * len(door) + np.arange(len(capacity), dtype=np.int64)
    cover = build.add(HUB, door, upper=1)
    further = build.add(HUB, side_door, upper=wanted - 1)
    required = build.add(mentor, HUB, upper=minimum)
    spare = build.add(mentor, HUB, upper=capacity - minimum)
    priced = 1 + 2 * len(door) + len(mentor)
    first, side, chosen = _pairs(
        problem, build, several=wanted > 1, nodes=(door, side_door, mentor)
    )
    return Network(
        arcs=build.arcs(),
        cover=cover,
        further=further,
        first=first,
        side=side,
        chosen=chosen,
        required=required,
        spare=spare,
        priced=priced,
    )


def _within_reach(problem: Problem) -> tuple[Whole, Whole, Whole]:
    """Wanted, capacity and minimum, none above the number of allowed pairs."""
    pairs = np.bincount(problem.experimenter, minlength=len(problem.wanted))
    places = np.bincount(problem.mentor, minlength=len(problem.capacity))
    wanted = np.maximum(np.minimum(problem.wanted, pairs), 1)
    return (
        wanted,
        np.minimum(problem.capacity, places),
        np.minimum(problem.minimum, places),
    )


def _pairs(
    problem: Problem,
    build: _Builder,
    *,
    several: NDArray[np.bool_],
    nodes: tuple[Whole, Whole, Whole],
) -> tuple[Whole, Whole, Whole]:
    """The arcs of the pairs: one where one mentor is wanted, three round a node where more are."""
    door, side_door, mentor = nodes
    many = several[problem.experimenter]
    first, side, chosen = np.full((3, len(many)), -1, dtype=np.int64)
    experimenter = problem.experimenter[~many]
    first[~many] = build.add(door[experimenter], mentor[problem.mentor[~many]], upper=1)
    chosen[~many] = first[~many]
    experimenter = problem.experimenter[many]
    meet = 1 + len(door) + len(side_door) + len(mentor) + np.arange(len(experimenter))
    first[many] = build.add(door[experimenter], meet, upper=1)
    side[many] = build.add(side_door[experimenter], meet, upper=1)
    chosen[many] = build.add(meet, mentor[problem.mentor[many]], upper=1)
    return first, side, chosen

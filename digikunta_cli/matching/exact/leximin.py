"""Leximin: the worst-off experimenter's first pair as good as can be, then the second worst-off's.

Said with scores from the lowest up: as few first pairs as possible at the lowest score, then at
the next, and so on. Where every score differs there are as many such goals as pairs, far too many
to solve one by one. So a flow is *guessed*, and the scores that its first pairs have are checked
together, as many as fit into 64 bits, each with the gap of unused scores below it:

    gap, score, gap, score, ...     the earlier, the heavier

A weight is one more than all later items together can cost, so the cheapest flow is the best in
the strict order of the items. If it is no cheaper than the guess, the guess is optimal for every
single score up to there: a better flow would have to be better first at a score that the guess
uses, since nothing is better than the 0 in a gap, and would then be better in the items too. The
flows that cost the same are exactly those as good, and become the new face. If it is cheaper, it
is the next guess. Either way something is gained, so this ends.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import mul

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.face import Best, Face
from digikunta_cli.matching.exact.flow import Whole, largest_cost

_FRACTION = 8  # Bits between two powers of two in the costs of a guess.


@dataclass(frozen=True, slots=True)
class Step:
    """The first pairs up to a score are settled."""

    face: Face
    best: Best
    upto: int
    """The score."""


def steps(face: Face, first: Whole, *, score: Whole) -> Iterator[Step]:
    """Find the leximin-best flows, by one proven step after the other.

    `first` is the arc of each pair as its experimenter's first.
    """
    scores, level = _levels(score)
    done = -1
    while (still := _still_open(face, first, level=level, above=done)).size:
        arcs, levels = first[still], level[still]
        guess = face.moved(face.best(_steep(face, arcs, levels=levels)))
        face, best, done = _settled(guess, arcs, levels=levels)
        yield Step(face, best, int(scores[done]))


def retraced(
    face: Face, first: Whole, *, score: Whole, proofs: Iterable[tuple[int, Whole]]
) -> Face:
    """Prove the flow at hand leximin-best, from the score and the potentials of each step.

    ArithmeticError where they do not.
    """
    scores, level = _levels(score)
    done = -1
    for upto, potential in proofs:
        still = _still_open(face, first, level=level, above=done)
        arcs, levels = first[still], level[still]
        told = upto in scores[levels[face.amount[arcs] > 0]].tolist()
        top = int(np.searchsorted(scores, upto)) if told else -1
        cost, done = _strict(face, arcs, levels=levels, upto=top)
        if not told or done != top:
            raise ArithmeticError("A step of leximin is not proven.")
        face = face.narrowed(face.proven(cost, potential))
    if _still_open(face, first, level=level, above=done).size:
        raise ArithmeticError("Leximin is not proven to its end.")
    return face


def _levels(score: Whole) -> tuple[Whole, Whole]:
    """The scores there are, lowest first, and which of them each pair has."""
    scores, level = np.unique(score, return_inverse=True)
    return scores, level.astype(np.int64)


def _still_open(face: Face, first: Whole, *, level: Whole, above: int) -> Whole:
    """Pairs whose place as a first pair is not settled; none once all first pairs are."""
    still = np.flatnonzero(face.free[first] & (level > above))
    return still if face.amount[first[still]].any() else still[:0]


def _steep(face: Face, arcs: Whole, *, levels: Whole) -> Whole:
    """Costs that rise by powers of two towards the lowest score: nearly leximin, in one go."""
    ranks = np.unique(levels, return_inverse=True)[1]
    bits = largest_cost(face.arcs.nodes).bit_length() - 2
    climb = ((bits - _FRACTION) << _FRACTION) * (ranks.max() - ranks) // (ranks.max() + 1)
    whole, part = climb >> _FRACTION, climb & ((1 << _FRACTION) - 1)
    cost = np.zeros_like(face.amount)
    cost[arcs] = ((1 << _FRACTION) + part) << whole
    return cost


def _settled(face: Face, arcs: Whole, *, levels: Whole) -> tuple[Face, Best, int]:
    """Improve the guess until its lowest scores are proven; and the highest level so settled."""
    while True:
        cost, top = _strict(face, arcs, levels=levels)
        best = face.best(cost)
        if best.limit == int(cost @ face.amount):
            return face.narrowed(best), best, top
        face = face.moved(best)


def _strict(
    face: Face, arcs: Whole, *, levels: Whole, upto: int | None = None
) -> tuple[Whole, int]:
    """Weights for the scores that the guess uses and the gaps below them, lowest first.

    And the highest level so weighed: `upto` at most, and -1 where there is none.
    """
    # Counting is quicker than `np.unique`, which loads the masked arrays.
    used = np.flatnonzero(np.bincount(levels[face.amount[arcs] > 0]))
    used = used if upto is None else used[used <= upto]
    below = np.searchsorted(used, levels)
    item = 2 * below + np.isin(levels, used)
    weight = _weights(item, int(face.amount[arcs].sum()), limit=largest_cost(face.arcs.nodes))
    weighed = item < len(weight)
    cost = np.zeros_like(face.amount)
    cost[arcs[weighed]] = weight[item[weighed]]
    return cost, int(used[len(weight) // 2 - 1]) if used.size else -1


def _weights(item: NDArray[np.integer], units: int, *, limit: int) -> Whole:
    """The weights of as many items as `limit` allows, always of whole gap-and-score twos.

    `units` is how many first pairs there are to place, so no item can hold more.
    """
    counts = np.minimum(np.bincount(item), units) + 1
    counts = counts[: len(counts) // 2 * 2].tolist()
    products = accumulate(counts[1:], mul)
    fit = 1 + sum(product <= limit for product in products)
    taken = counts[: fit // 2 * 2]
    return np.array([*accumulate(taken[:0:-1], mul, initial=1)][::-1], dtype=np.int64)

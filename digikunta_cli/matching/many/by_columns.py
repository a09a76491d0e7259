"""The way over columns on demand: few pairs at first, and those more that the prices ask for.

The best choice among some candidates gives each side a price. Every other pair is then priced,
block by block, without being kept; those that score more than their two sides are worth are added,
and all is solved again. Where there are none left, no pair outside can improve anything: the limit
holds for all pairs (the duality of linear programming).
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.aims import Aims, Found
from digikunta_cli.matching.many.by_classes import class_prices
from digikunta_cli.matching.many.by_pairs import Pairs, among, chosen_of, found_among, joined
from digikunta_cli.matching.many.lean import Priced, priced
from digikunta_cli.matching.many.scores import FORBIDDEN, Block, Overview, Scores

_ROOM = 1 << 26  # Pairs whose scores may be kept.
_FIRST = 8  # Candidates of each experimenter to begin with.
_MORE = 3  # Pairs that are added for an experimenter in a round.


def over_columns(scores: Scores, aims: Aims) -> Found:
    """Meet the aims, proven, on a small part of all pairs."""
    if aims.is_fair:
        # Pairs are priced for coverage and total alone.
        raise ValueError("With so many different people, leximin cannot come before the total.")
    overview = scores.overview()
    blocks = Blocks(scores, overview)
    columns = _first(blocks, price=class_prices(scores, aims))
    rounds = 1
    while len(more := _missing(blocks, columns, best := priced(columns.offer(aims)))):
        columns = joined([columns, more])
        rounds += 1
    if aims.levels == 0:
        return found_among(columns, best.chosen > 0, bound=best.bound, rounds=rounds)
    # Every best choice is among these, so that leximin needs no pair besides.
    found = among(_tight(blocks, best), aims, ceiling=overview.ceiling, rounds=rounds)
    return replace(found, looked_at=len(columns))


class Blocks:
    """All pairs in blocks: kept where there is room, else computed each time."""

    def __init__(self, scores: Scores, overview: Overview, *, room: int = _ROOM) -> None:
        self.scores = scores
        self.order = overview.order
        is_small = overview.ceiling <= np.iinfo(np.int32).max
        is_kept = is_small and scores.shape[0] * scores.shape[1] <= room
        self.kept = [_small(block) for block in scores.blocks(self.order)] if is_kept else None

    def __iter__(self) -> Iterator[Block]:
        return self.scores.blocks(self.order) if self.kept is None else iter(self.kept)


def _small(block: Block) -> Block:
    return replace(block, score=block.score.astype(np.int32))


def _first(blocks: Blocks, *, price: Whole) -> Pairs:
    """The best candidates of each experimenter, by score and what a seat costs the others."""
    return joined(
        _highest(block, block.score + price[block.mentors], block.score != FORBIDDEN, most=_FIRST)
        for block in blocks
    )


def _missing(blocks: Blocks, columns: Pairs, best: Priced) -> Pairs:
    """Pairs that score more than their two sides are worth and are not among the columns yet."""
    known = _Known(columns, blocks.scores.shape)
    found = []
    for block in blocks:
        gain = _gain(block, best)
        missing = (gain > 0) & (block.score != FORBIDDEN)
        known.clear(missing, block)
        found.append(_highest(block, gain, missing, most=_MORE))
    return joined(found)


def _tight(blocks: Blocks, best: Priced) -> Pairs:
    """All pairs that a best choice can hold."""
    return joined(
        chosen_of(block, (block.score != FORBIDDEN) & (_gain(block, best) >= 0)) for block in blocks
    )


def _gain(block: Block, best: Priced) -> Whole:
    gain: Whole = block.score + (best.price[block.mentors] - best.worth[block.people, None])
    return gain


def _highest(block: Block, gain: Whole, these: NDArray[np.bool_], *, most: int) -> Pairs:
    """Of the pairs that are marked, those of each experimenter with the highest gain."""
    many = np.flatnonzero(these.sum(axis=1) > most)
    if len(many):
        lowest = np.where(these[many], gain[many], np.iinfo(np.int64).min)
        least = np.partition(lowest, -most, axis=1)[:, -most]
        these[many] &= gain[many] >= least[:, None]
    return chosen_of(block, these)


class _Known:
    """The columns by experimenter, to leave them out of a block."""

    def __init__(self, columns: Pairs, shape: tuple[int, int]) -> None:
        self.mentor = columns.mentor
        self.start = np.searchsorted(columns.experimenter, np.arange(shape[0] + 1))
        self.column = np.zeros(shape[1], dtype=np.int64)

    def clear(self, marked: NDArray[np.bool_], block: Block) -> None:
        """Unmark the pairs that are columns."""
        start, end = self.start[block.people], self.start[block.people + 1]
        length = end - start
        row = np.repeat(np.arange(len(length)), length)
        place = np.arange(len(row)) + np.repeat(start - (np.cumsum(length) - length), length)
        self.column[block.mentors] = np.arange(len(block.mentors))
        marked[row, self.column[self.mentor[place]]] = False

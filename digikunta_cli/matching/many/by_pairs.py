"""The way over a list of pairs: all of them where they are few, or those that matter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.assign import assign
from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.aims import Aims, Found
from digikunta_cli.matching.many.lean import Offer
from digikunta_cli.matching.many.orders import best_deal
from digikunta_cli.matching.many.scores import FORBIDDEN, Block, Scores


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Allowed pairs of people with their scores, in order of experimenter and mentor."""

    experimenter: Whole
    mentor: Whole
    score: Whole

    def __len__(self) -> int:
        return len(self.score)

    def offer(self, aims: Aims) -> Offer:
        """Everyone and these pairs."""
        return Offer(
            experimenter=self.experimenter,
            mentor=self.mentor,
            score=self.score,
            upper=np.ones_like(self.score),
            first=np.ones_like(aims.wanted),
            further=aims.wanted - 1,
            seats=aims.capacity,
        )


def over_pairs(scores: Scores, aims: Aims) -> Found:
    """Meet the aims on the list of all pairs."""
    overview = scores.overview()
    found = (chosen_of(block, block.score != FORBIDDEN) for block in scores.blocks(overview.order))
    return among(joined(found), aims, ceiling=overview.ceiling, rounds=1)


def chosen_of(block: Block, these: NDArray[np.bool_]) -> Pairs:
    """The pairs of a block that are marked."""
    row, column = np.nonzero(these)
    score = block.score[row, column].astype(np.int64)
    return Pairs(block.people[row], block.mentors[column], score)


def joined(several: Iterable[Pairs]) -> Pairs:
    """One list of them all, in order."""
    rows = [(pairs.experimenter, pairs.mentor, pairs.score) for pairs in several]
    if not rows:
        return Pairs(*(np.zeros(0, dtype=np.int64) for _ in range(3)))
    experimenter, mentor, score = (np.concatenate(column) for column in zip(*rows, strict=True))
    rank = np.lexsort((mentor, experimenter))
    return Pairs(experimenter[rank], mentor[rank], score[rank])


def among(pairs: Pairs, aims: Aims, *, ceiling: int, rounds: int) -> Found:
    """Meet the aims among these pairs, with every score told apart or by levels."""
    if aims.levels is None:
        result = assign(
            pairs.experimenter,
            pairs.mentor,
            pairs.score,
            capacity=aims.capacity,
            wanted=aims.wanted,
            order="fair" if aims.is_fair else "total",
        )
        return found_among(pairs, result.pairs, bound=result.bound, rounds=rounds)
    deal, bound = best_deal(pairs.offer(aims), aims, ceiling=ceiling)
    dealt = Pairs(*(deal.repeated(each) for each in (deal.experimenter, deal.mentor, deal.score)))
    found = found_among(dealt, slice(None), bound=bound, rounds=rounds)
    return replace(found, looked_at=len(pairs))


def found_among(
    pairs: Pairs, taken: Whole | NDArray[np.bool_] | slice, *, bound: int, rounds: int
) -> Found:
    """What was found: these of the pairs."""
    return Found(
        experimenter=pairs.experimenter[taken],
        mentor=pairs.mentor[taken],
        score=pairs.score[taken],
        bound=bound,
        rounds=rounds,
        looked_at=len(pairs),
    )

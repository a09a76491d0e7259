"""All goals met in the order that is asked for, on people or on classes of them alike."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.aims import Aims
from digikunta_cli.matching.many.lean import Offer, gain, priced
from digikunta_cli.matching.many.levels import levelled
from digikunta_cli.matching.many.members import Deal


def best_deal(offer: Offer, aims: Aims, *, ceiling: int) -> tuple[Deal, int]:
    """What each pair is given, and the proven limit of the total.

    `ceiling` is the score at which the highest of the aims' levels ends.
    """
    if aims.levels == 0:
        best = priced(offer)
        return _deal(offer, *_split(offer, best.chosen)), best.bound
    if not aims.is_fair:
        best = priced(offer)
        # Without pairs that no best choice holds, leximin has little left to go through.
        offer = _only(offer, gain(best, offer) >= 0)
    level = bands(offer.score, aims.levels, ceiling=ceiling)
    found = levelled(offer, level=level, is_fair=aims.is_fair)
    return _deal(offer, found.first, found.further), found.bound


def bands(score: Whole, levels: int | None, *, ceiling: int) -> Whole:
    """Scores in bands of equal width from 0 to the ceiling; without a number, as they are."""
    return score if levels is None else score * levels // (ceiling + 1)


def _only(offer: Offer, kept: NDArray[np.bool_]) -> Offer:
    return replace(
        offer,
        experimenter=offer.experimenter[kept],
        mentor=offer.mentor[kept],
        score=offer.score[kept],
        upper=offer.upper[kept],
    )


def _split(offer: Offer, chosen: Whole) -> tuple[Whole, Whole]:
    """First and further pairs: as many of each class as it has people are first ones."""
    sums = np.zeros(len(offer.first), dtype=np.int64)
    np.add.at(sums, offer.experimenter, chosen)
    before = np.cumsum(chosen) - chosen - (np.cumsum(sums) - sums)[offer.experimenter]
    first = np.minimum(np.maximum(offer.first[offer.experimenter] - before, 0), chosen)
    return first, chosen - first


def _deal(offer: Offer, first: Whole, further: Whole) -> Deal:
    return Deal(
        experimenter=offer.experimenter,
        mentor=offer.mentor,
        score=offer.score,
        first=first,
        further=further,
    )

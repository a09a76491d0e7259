"""The way over classes: solve for classes, deal out to their people, take apart what will not go.

A network of classes allows at least what one of people does, so its proven limit holds for people
too. Where everything can be dealt out, the limit is reached. Where a pair cannot, its two people
leave their classes, with those of the same organisations or alone, and all is solved again. In the
end everyone would be alone, which is exactly the plain network, so this ends.
"""

import numpy as np

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.aims import Aims, Found
from digikunta_cli.matching.many.classes import Classes
from digikunta_cli.matching.many.lean import Offer, priced
from digikunta_cli.matching.many.members import Hands, dealt
from digikunta_cli.matching.many.orders import best_deal
from digikunta_cli.matching.many.scores import FORBIDDEN, Scores

_MOST = 1 << 20  # Pairs of classes that are solved only to begin well.


def over_classes(scores: Scores, aims: Aims) -> Found:
    """Meet the aims, proven, by way of classes."""
    ceiling = scores.overview().ceiling
    sides = scores.experimenters.classes, scores.mentors.classes
    rounds = 0
    while True:
        rounds += 1
        offer = _offer(scores, aims, *sides)
        deal, bound = best_deal(offer, aims, ceiling=ceiling)
        hands = dealt(deal, scores, sides, wanted=aims.wanted, capacity=aims.capacity)
        if not hands.wrong.any():
            return Found(
                experimenter=hands.experimenter,
                mentor=hands.mentor,
                score=deal.repeated(deal.score),
                bound=bound,
                rounds=rounds,
                looked_at=len(offer.score),
            )
        sides = _apart(scores, sides, hands)


def _apart(scores: Scores, sides: tuple[Classes, Classes], hands: Hands) -> tuple[Classes, Classes]:
    """Take those of a wrong pair out of their classes: by organisation, or one by one."""
    left, right = sides
    experimenter, mentor = hands.experimenter[hands.wrong], hands.mentor[hands.wrong]
    same = scores.same_body(experimenter, mentor)
    left = left.apart(experimenter[same], scores.experimenters.sort)
    right = right.apart(mentor[same], scores.mentors.sort)
    left = left.apart(experimenter[~same], np.arange(len(left.of)))
    return left, right.apart(mentor[~same], np.arange(len(right.of)))


def class_prices(scores: Scores, aims: Aims) -> Whole:
    """What a seat of each mentor costs where texts do not count, for a good beginning.

    0 where classes are too many to pay.
    """
    left, right = scores.experimenters.classes, scores.mentors.classes
    if len(left) * len(right) > _MOST:
        return np.zeros(len(right.of), dtype=np.int64)
    return priced(_offer(scores, aims, left, right)).price[right.of]


def _offer(scores: Scores, aims: Aims, left: Classes, right: Classes) -> Offer:
    """All classes, and the pairs of them that may be."""
    table = scores.table(left.example, right.example)
    # Where all people of two classes are of the same organisations, one pair stands for all.
    uniform = left.uniform(scores.experimenters.sort), right.uniform(scores.mentors.sort)
    example = left.example[uniform[0], None], right.example[None, uniform[1]]
    cells = np.ix_(*uniform)
    table[cells] = np.where(scores.same_body(*example), FORBIDDEN, table[cells])
    experimenter, mentor = np.nonzero(table != FORBIDDEN)
    wishes, seats = left.sums(aims.wanted), right.sums(aims.capacity)
    upper = np.minimum(left.size[experimenter] * right.size[mentor], wishes[experimenter])
    return Offer(
        experimenter=experimenter.astype(np.int64),
        mentor=mentor.astype(np.int64),
        score=table[experimenter, mentor],
        upper=np.minimum(upper, seats[mentor]),
        first=left.size,
        further=wishes - left.size,
        seats=seats,
    )

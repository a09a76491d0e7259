"""The smallest network for coverage and total: a node for a person or for a class of people.

Flow runs from a hub to the experimenters, over pairs to the mentors and back to the hub. Coverage
pays more than any total can, so one solve meets both goals in their order, and its prices prove
both: no pair whose score stays at or below what its two sides are worth can improve anything.
"""

from dataclasses import dataclass

import numpy as np

from digikunta_cli.matching.exact.duality import check, least_cost
from digikunta_cli.matching.exact.flow import Arcs, Whole, cheapest, largest_cost

HUB = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offer:
    """What may be paired: people or classes of them, and the allowed pairs with their scores."""

    experimenter: Whole
    mentor: Whole
    score: Whole
    upper: Whole
    """How often each pair may be chosen: once, or as many pairs as two classes have."""
    first: Whole
    """For each experimenter or class: how many people there are."""
    further: Whole
    """For each experimenter or class: how many mentors are wanted beyond the first."""
    seats: Whole
    """For each mentor or class: how many experimenters find a place."""

    @property
    def top(self) -> int:
        """The highest score."""
        return int(self.score.max(initial=0))

    @property
    def cover(self) -> int:
        """More than any total, so that coverage comes before it."""
        places = min(int(self.seats.sum()), int(self.first.sum() + self.further.sum()))
        return 1 + self.top * places


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Priced:
    """The best choice, and the prices that prove it."""

    chosen: Whole
    """How often each pair is chosen."""
    bound: int
    """No choice that covers as many has a higher total."""
    worth: Whole
    """For each experimenter or class: what one more of its places would bring."""
    price: Whole
    """For each mentor or class: what a seat there costs the others."""


def priced(offer: Offer) -> Priced:
    """Meet coverage, then total."""
    if offer.cover + offer.top > largest_cost(1 + len(offer.first) + len(offer.seats)):
        raise ValueError("A score is too large for so many pairs.")
    arcs, cost = _network(offer)
    supply = np.zeros(arcs.nodes, dtype=np.int64)
    flow = cheapest(arcs, supply, cost=cost)
    check(arcs, supply, cost=cost, flow=flow)
    limit = least_cost(arcs, supply, cost=cost, potential=flow.potential)
    people = len(offer.first)
    covered = int(flow.amount[:people].sum())
    start, end = 1 + people, 1 + people + len(offer.seats)
    return Priced(
        chosen=flow.amount[len(arcs.tail) - len(offer.score) :],
        bound=-limit - offer.cover * covered,
        worth=flow.potential[1:start] + offer.top,
        price=flow.potential[start:end],
    )


def gain(best: Priced, offer: Offer) -> Whole:
    """How much more each pair scores than its two sides are worth.

    Below 0 no best choice holds the pair; above 0 every best choice holds it as often as it can.
    """
    return offer.score + best.price[offer.mentor] - best.worth[offer.experimenter]


def _network(offer: Offer) -> tuple[Arcs, Whole]:
    """The arcs with their costs: first places, further places, seats, pairs."""
    door = 1 + np.arange(len(offer.first), dtype=np.int64)
    seat = 1 + len(door) + np.arange(len(offer.seats), dtype=np.int64)
    hub_out, hub_in = np.full(2 * len(door), HUB), np.full(len(seat), HUB)
    arcs = Arcs(
        1 + len(door) + len(seat),
        np.concatenate([hub_out, seat, door[offer.experimenter]]),
        np.concatenate([door, door, hub_in, seat[offer.mentor]]),
        np.concatenate([offer.first, offer.further, offer.seats, offer.upper]),
    )
    # The highest score is paid at the door, less what the pair lacks to it: few arcs pay.
    cost = np.concatenate(
        [
            np.full(len(door), -offer.cover - offer.top),
            np.full(len(door), -offer.top),
            np.zeros(len(seat), dtype=np.int64),
            offer.top - offer.score,
        ]
    )
    return arcs, cost

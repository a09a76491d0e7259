"""Pairs of people mended where two may not meet, by exchanges that leave every class what it has.

Classes forget which of their people may not be paired (the same organisation) and that nobody gets
the same mentor twice. Two pairs can swap mentors where these are of one class, or experimenters
where those are. Most are mended many at a time, the rest one by one, some by way of a third pair.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.scores import Scores

NOBODY = -1

_AT_ONCE = 3  # Rounds in which many are mended at a time.
_TRIES = 32  # Exchanges that are tried for a pair.


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Places that can exchange with each other: those of one kind stand together in `order`."""

    of: Whole
    order: Whole
    start: Whole
    """Of each kind in `order`, and the end."""

    def rank(self) -> Whole:
        """How many of its kind come before each place."""
        rank = np.empty(len(self.of), dtype=np.int64)
        rank[self.order] = np.arange(len(self.of)) - self.start[self.of[self.order]]
        return rank

    def beside(self, place: int) -> Whole:
        """All places of this one's kind."""
        kind = self.of[place]
        return self.order[self.start[kind] : self.start[kind + 1]]

    def following(self, places: Whole, step: int) -> Whole:
        """For each place the one that comes some steps after it among its kind, in a circle."""
        kind = self.of[places]
        size = self.start[kind + 1] - self.start[kind]
        return self.order[self.start[kind] + (self.rank()[places] + step) % size]


def alike(of: Whole) -> Alike:
    """The places by their kind."""
    order = np.argsort(of, kind="stable")
    return Alike(of, order, np.searchsorted(of[order], np.arange(int(of.max(initial=-1)) + 2)))


class Mending:
    """Pairs that exchange mentors or experimenters until none is wrong, as far as that goes."""

    def __init__(
        self,
        scores: Scores,
        *,
        experimenter: Whole,
        mentor: Whole,
        by_mentor: Alike,
        by_experimenter: Alike,
    ) -> None:
        self.scores = scores
        self.experimenter = experimenter
        self.mentor = mentor
        # What is exchanged, and with which places.
        self.swaps = ((mentor, by_mentor), (experimenter, by_experimenter))
        self.met: set[int] = set()

    def wrong(self) -> NDArray[np.bool_]:
        """Pairs that may not be, or are there already."""
        codes = self._codes(self.experimenter, self.mentor)
        again = _repeated(codes)
        again[np.flatnonzero(again)[np.unique(codes[again], return_index=True)[1]]] = False
        real = ~self._is_spare(self.experimenter, self.mentor)
        return (again & real) | self._may_not(self.experimenter, self.mentor)

    def mend(self) -> None:
        """Exchange where something is wrong."""
        for step in range(1, _AT_ONCE + 1):
            for column, kinds in self.swaps:
                if not self._mend_many(column, kinds, step):
                    return
        self.met = set(self._codes(self.experimenter, self.mentor).tolist())
        for place in np.flatnonzero(self.wrong()).tolist():
            if not self._mended(place):
                self._mended_by_a_third(place)

    def _codes(self, experimenter: Whole, mentor: Whole) -> Whole:
        """A number for each pair, another one with nobody."""
        codes: Whole = (experimenter - NOBODY) * (self.scores.shape[1] + 1) + mentor - NOBODY
        return codes

    def _is_spare(self, experimenter: Whole, mentor: Whole) -> NDArray[np.bool_]:
        spare: NDArray[np.bool_] = (experimenter == NOBODY) | (mentor == NOBODY)
        return spare

    def _may_not(self, experimenter: Whole, mentor: Whole) -> NDArray[np.bool_]:
        may_not = ~self._is_spare(experimenter, mentor)
        may_not[may_not] = self.scores.same_body(experimenter[may_not], mentor[may_not])
        return may_not

    def _mend_many(self, column: Whole, kinds: Alike, step: int) -> bool:
        """Swap with the pair some steps on, where both new pairs are new and may be.

        False where nothing was wrong.
        """
        wrong = self.wrong()
        places = np.flatnonzero(wrong)
        others, kept = np.unique(kinds.following(places, step), return_index=True)
        places = places[kept]
        new = (
            _joined(self.experimenter[places], self.experimenter[others]),
            _joined(self.mentor[others], self.mentor[places]),
        )
        codes = self._codes(*new)
        taken = _among(codes, self._codes(self.experimenter, self.mentor)) | _repeated(codes)
        bad = self._may_not(*new) | (taken & ~self._is_spare(*new))
        good = ~(bad[: len(places)] | bad[len(places) :] | wrong[others])
        places, others = places[good], others[good]
        column[places], column[others] = column[others], column[places]
        return bool(wrong.any())

    def _mended(self, place: int) -> bool:
        """Exchange with the first place where both new pairs may be."""
        for column, kinds in self.swaps:
            for other in self._good(place, kinds, is_last=True):
                self._exchange(place, other, column)
                return True
        return False

    def _mended_by_a_third(self, place: int) -> bool:
        """Exchange so that one pair is right, and the other, wrong then, can be mended itself."""
        for column, kinds in self.swaps:
            for other in self._good(place, kinds, is_last=False):
                self._exchange(place, other, column)
                # A mentor takes its new pair along to this place, an experimenter to the other.
                if self._mended(other if column is self.mentor else place):
                    return True
                self._exchange(place, other, column)
        return False

    def _good(self, place: int, kinds: Alike, *, is_last: bool) -> Iterator[int]:
        """Places to exchange with: its own new pair may be; if it is the last, theirs too."""
        others = kinds.beside(place)[:_TRIES]
        for other in others.tolist():
            mine = self._is_good(place, other)
            if mine and not (is_last and not self._is_good(other, place)):
                yield other

    def _is_good(self, one: int, other: int) -> bool:
        """Whether the experimenter of one place may meet the mentor of the other, and has not."""
        pair = self.experimenter[[one]], self.mentor[[other]]
        if self._is_spare(*pair)[0]:
            return True
        return not self._may_not(*pair)[0] and int(self._codes(*pair)[0]) not in self.met

    def _exchange(self, place: int, other: int, column: Whole) -> None:
        column[place], column[other] = column[other], column[place]
        both = [place, other]
        self.met |= set(self._codes(self.experimenter[both], self.mentor[both]).tolist())


def _joined(one: Whole, other: Whole) -> Whole:
    return np.concatenate([one, other])


def _among(codes: Whole, known: Whole) -> NDArray[np.bool_]:
    """Which codes are among the known ones; by sorting, which is faster here than `np.isin`."""
    known = np.sort(known)
    place = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    among: NDArray[np.bool_] = known[place] == codes
    return among


def _repeated(codes: Whole) -> NDArray[np.bool_]:
    """Which codes are there more than once."""
    rank = np.argsort(codes)
    same = np.diff(codes[rank]) == 0
    repeated = np.zeros(len(codes), dtype=np.bool_)
    repeated[rank[1:][same]] = repeated[rank[:-1][same]] = True
    return repeated

"""What classes were given, dealt out to their people, everyone a first place before a second."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.classes import Classes
from digikunta_cli.matching.many.mending import NOBODY, Mending, alike
from digikunta_cli.matching.many.scores import Scores


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Deal:
    """What each pair of classes is given, in order of experimenters' and mentors' class."""

    experimenter: Whole
    mentor: Whole
    score: Whole
    first: Whole
    """How many first pairs of an experimenter."""
    further: Whole

    def repeated(self, column: Whole) -> Whole:
        """A column of the pairs of classes, once for each pair of people: first ones first."""
        return np.concatenate([np.repeat(column, self.first), np.repeat(column, self.further)])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hands:
    """Pairs of people, in the order of `Deal.repeated`."""

    experimenter: Whole
    mentor: Whole
    wrong: NDArray[np.bool_]
    """Pairs that may not be, or are there twice."""


def dealt(
    deal: Deal, scores: Scores, sides: tuple[Classes, Classes], *, wanted: Whole, capacity: Whole
) -> Hands:
    """Deal out to people, each pair of classes in turn, and mend what exchanges can mend."""
    left, right = sides
    asked = np.repeat(deal.experimenter, deal.first), np.repeat(deal.experimenter, deal.further)
    firsts, spare_firsts = _handed(asked[0], left, np.ones_like(wanted))
    furthers, spare_furthers = _handed(asked[1], left, wanted - 1)
    mentors, spare_mentors = _handed(deal.repeated(deal.mentor), right, capacity)
    # Places that are left belong to nobody: a pair can exchange with them too.
    spare = np.concatenate([spare_firsts, spare_furthers])
    experimenter = _joined(firsts, furthers, _nobody(spare_mentors), spare)
    mentor = _joined(mentors, spare_mentors, _nobody(spare))
    is_further = _joined(
        np.repeat([0, 1], [len(firsts), len(furthers)]),
        np.zeros_like(spare_mentors),
        np.repeat([0, 1], [len(spare_firsts), len(spare_furthers)]),
    )
    mending = Mending(
        scores,
        experimenter=experimenter,
        mentor=mentor,
        by_mentor=alike(_kinds(right, mentor)),
        by_experimenter=alike(2 * _kinds(left, experimenter) + is_further),
    )
    mending.mend()
    count = len(mentors)
    return Hands(
        experimenter=mending.experimenter[:count],
        mentor=mending.mentor[:count],
        wrong=mending.wrong()[:count],
    )


def _handed(asked: Whole, classes: Classes, places: Whole) -> tuple[Whole, Whole]:
    """A person of its class for each that is asked for, and a person for each place that is left.

    `places` is how many each person has.
    """
    person = np.repeat(np.arange(len(places)), places)
    turn = np.arange(len(person)) - np.repeat(np.cumsum(places) - places, places)
    person = person[np.lexsort((person, turn, classes.of[person]))]
    start = np.cumsum(classes.sums(places)) - classes.sums(places)
    taken = start[asked] + alike(asked).rank()
    return person[taken], np.delete(person, taken)


def _nobody(places: Whole) -> Whole:
    return np.full(len(places), NOBODY)


def _kinds(classes: Classes, people: Whole) -> Whole:
    """The class of each, and one of its own for nobody."""
    kinds = np.full(len(people), len(classes))
    is_real = people != NOBODY
    kinds[is_real] = classes.of[people[is_real]]
    return kinds


def _joined(*columns: Whole) -> Whole:
    return np.concatenate(columns)

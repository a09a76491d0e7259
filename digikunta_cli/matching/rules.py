"""Candidates for a pair; what forbids one, each rule a labelled piece; what only wants a look."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.locale import _, mark
from digikunta_cli.matching.likeness import Texts, likeness, read_texts, shared_words
from digikunta_cli.matching.sides import OTHER, Experimenter, Mentor, Settled, Side
from digikunta_cli.weights import Weights

_Either = TypeVar("_Either", bound=Side)

Places = tuple[int, int]
"""A pair by the places of its experimenter and its mentor on the board."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An experimenter and a mentor looked at together."""

    experimenter: Experimenter
    mentor: Mentor
    likeness: float = 0.0
    """How alike their texts are, 0 to 1."""
    was_declined: bool = False
    was_forbidden: bool = False
    """Whether a coordinator ruled the pair out."""
    least_likeness: int = 15
    """Per cent of likeness from which texts alone count as something in common."""

    @property
    def topics(self) -> frozenset[str]:
        """Common topics that say something."""
        return (self.experimenter.topics & self.mentor.topics) - {OTHER}

    @property
    def is_alike(self) -> bool:
        """Whether the texts alone are something in common; no likeness at all never is."""
        return self.likeness > 0 and self.least_likeness <= 100 * self.likeness

    @property
    def languages_differ(self) -> bool:
        """Whether both told their languages and have none in common."""
        mine, theirs = self.experimenter.languages, self.mentor.languages
        return bool(mine and theirs) and mine.isdisjoint(theirs)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Board:
    """Both sides in an order that comes from their content, with all that makes candidates."""

    experimenters: tuple[Experimenter, ...]
    mentors: tuple[Mentor, ...]
    declined: frozenset[tuple[int, int]]
    """Pairs that must not come back, by their ids."""
    forbidden: frozenset[tuple[int, int]]
    """Pairs that a coordinator ruled out, by their ids."""
    weights: Weights
    texts: Texts
    alike: NDArray[np.float64]
    """Likeness of texts, experimenters x mentors."""

    @classmethod
    def of(
        cls,
        experimenters: Iterable[Experimenter],
        mentors: Iterable[Mentor],
        *,
        declined: Iterable[Settled],
        forbidden: Iterable[Settled] = (),
        weights: Weights,
        keywords: Mapping[str, str],
    ) -> "Board":
        """Lay both sides out; `keywords` gives the topic of a word's beginning."""
        left, right = _in_order(experimenters), _in_order(mentors)
        texts = read_texts([side.text for side in (*left, *right)], keywords)
        rows = slice(0, len(left))
        return cls(
            experimenters=left,
            mentors=right,
            declined=frozenset((pair.experimenter, pair.mentor) for pair in declined),
            forbidden=frozenset((pair.experimenter, pair.mentor) for pair in forbidden),
            weights=weights,
            texts=texts,
            # The last digits are the machine's and would decide ties.
            alike=likeness(texts, rows=rows, columns=slice(len(left), None)).round(9),
        )

    def candidate(self, places: Places) -> Candidate:
        """The two at these places, looked at together."""
        experimenter, mentor = self.experimenters[places[0]], self.mentors[places[1]]
        return Candidate(
            experimenter=experimenter,
            mentor=mentor,
            likeness=float(self.alike[places]),
            was_declined=(experimenter.id, mentor.id) in self.declined,
            was_forbidden=(experimenter.id, mentor.id) in self.forbidden,
            least_likeness=self.weights.least_likeness,
        )

    def places(self, pairs: Iterable[Settled]) -> frozenset[Places]:
        """The places of pairs; those of which one side is not here are left out."""
        left = {each.id: place for place, each in enumerate(self.experimenters)}
        right = {each.id: place for place, each in enumerate(self.mentors)}
        return frozenset(
            (left[pair.experimenter], right[pair.mentor])
            for pair in pairs
            if pair.experimenter in left and pair.mentor in right
        )

    def words(self, places: Places) -> tuple[str, ...]:
        """The words that the texts of two share."""
        return shared_words(self.texts, one=places[0], other=len(self.experimenters) + places[1])

    def wishes(self, one: int) -> int:
        """Mentors that an experimenter wants; none without commitment."""
        experimenter = self.experimenters[one]
        return experimenter.wanted if experimenter.committed else 0

    def seats(self, other: int) -> int:
        """Experimenters that a mentor has seats for; none without commitment."""
        mentor = self.mentors[other]
        told = self.weights.capacity_not_told if mentor.capacity is None else mentor.capacity
        return told if mentor.committed else 0

    def asking(self) -> tuple[int, ...]:
        """Places of the experimenters who may be paired."""
        return tuple(one for one in range(len(self.experimenters)) if self.wishes(one) > 0)

    def offering(self) -> tuple[int, ...]:
        """Places of the mentors who may be paired."""
        return tuple(other for other, each in enumerate(self.mentors) if each.committed)


def _in_order(sides: Iterable[_Either]) -> tuple[_Either, ...]:
    # The content decides before the id does, as ids come in the order of import.
    return tuple(
        sorted(sides, key=lambda side: (side.order, side.text, sorted(side.topics), side.id))
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its label, whether it forbids a candidate, and what it says."""

    label: str
    forbids: Callable[[Candidate], bool]
    says: str


def _same_organisation(candidate: Candidate) -> bool:
    return not candidate.experimenter.bodies.isdisjoint(candidate.mentor.bodies)


def _declined_before(candidate: Candidate) -> bool:
    return candidate.was_declined


def _forbidden_by_hand(candidate: Candidate) -> bool:
    return candidate.was_forbidden


def _not_committed(candidate: Candidate) -> bool:
    return not (candidate.experimenter.committed and candidate.mentor.committed)


def _no_language(candidate: Candidate) -> bool:
    return candidate.languages_differ and "language" in candidate.experimenter.important


def _nothing_in_common(candidate: Candidate) -> bool:
    return not (candidate.is_alike or candidate.topics)


RULES = (
    Rule(
        "same-organisation",
        _same_organisation,
        mark("The same organisation takes part on both sides."),
    ),
    Rule(
        "declined-before",
        _declined_before,
        mark("The pair was declined or tried before."),
    ),
    Rule(
        "forbidden-by-hand",
        _forbidden_by_hand,
        mark("A coordinator has ruled the pair out."),
    ),
    Rule(
        "not-committed",
        _not_committed,
        mark("One of them does not commit to sharing results."),
    ),
    Rule(
        "no-language",
        _no_language,
        mark("They have no common language, and the experimenter asks for one."),
    ),
    Rule(
        "nothing-in-common",
        _nothing_in_common,
        mark("They have no common topic, and their texts are not alike."),
    ),
)
"""All rules, those that nothing can change first."""

_SAYS = {rule.label: rule.says for rule in RULES}


def first_forbidding(candidate: Candidate) -> str | None:
    """The label of the first rule that forbids a candidate, None where it is allowed."""
    return next((rule.label for rule in RULES if rule.forbids(candidate)), None)


def forbidding(candidate: Candidate) -> tuple[str, ...]:
    """The labels of all rules that forbid a candidate."""
    return tuple(rule.label for rule in RULES if rule.forbids(candidate))


def explanation(label: str) -> str:
    """What the rule of this label says, in the language in use."""
    return _(_SAYS[label])


def flags_of(candidate: Candidate, *, is_overbooked: bool = False) -> tuple[str, ...]:
    """Keys of what a coordinator should look at before going on with a pair."""
    experimenter, mentor = candidate.experimenter, candidate.mentor
    found = {
        "possible-supplier": mentor.type == "company",
        "capacity-not-told": mentor.capacity is None,
        "language-differs": candidate.languages_differ,
        "commitment-missing": not (experimenter.committed and mentor.committed),
        "overbooked": is_overbooked,
        "no-shared-topic": not candidate.topics,
    }
    return tuple(flag for flag, is_up in found.items() if is_up)

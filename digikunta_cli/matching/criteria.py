"""What makes a pair good: each criterion is one labelled piece with its share of full marks.

What was not told is worth half, so that a missing answer neither wins nor loses a pair. Only the
region and the system count nothing then: many bodies have none, and that is no missing answer.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from digikunta_cli.locale.reasons import Facts
from digikunta_cli.matching.concepts import techniques
from digikunta_cli.matching.rules import Candidate
from digikunta_cli.matching.sides import OTHER, Experimenter, Mentor
from digikunta_cli.sizes import SIZES, size_place
from digikunta_cli.support import MEETS
from digikunta_cli.weights import Weights

NOT_TOLD = "not-told"
"""The fact of a criterion that an answer is missing for."""
_STAGES = {"in-use": 1.0, "in-use-partly": 0.75, "piloted": 0.75, "started": 0.0}
_BASES = {"measured": 1.0, "calculated": 1.0, "expert": 0.5, "not-assessed": 0.0}
_HOURS = {"over-10": 1.0, "6-10": 0.75, "3-5": 0.5, "1-2": 0.25}
_MUNICIPAL = frozenset({"municipality", "group", "joint-authority"})

Measure = tuple[float, tuple[str, ...]]
"""A share of full marks (1 is full), and the keys of what there is to say."""
_NEUTRAL: Measure = (0.5, ())
_UNTOLD: Measure = (0.5, (NOT_TOLD,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What all candidates are measured by."""

    weights: Weights
    rarity: Mapping[str, float]
    """Share of full marks by topic: 1 for one of middling rarity, 0.5 to 2."""
    techniques: Mapping[str, frozenset[str]]
    """Systems and techniques by the text that names them."""


def scale_of(
    experimenters: Sequence[Experimenter], mentors: Sequence[Mentor], *, weights: Weights
) -> Scale:
    """The scale for these two sides; a topic that fewer of both sides chose is worth more."""
    sides = (*experimenters, *mentors)
    return Scale(
        weights=weights,
        rarity=_rarity([side.topics for side in sides]),
        techniques={side.text: techniques(side.text) for side in sides},
    )


def _rarity(chosen: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(topic for topics in chosen for topic in topics if topic != OTHER)
    rare = {topic: math.log(1 + len(chosen) / counts[topic]) for topic in sorted(counts)}
    middling = _median(sorted(rare.values())) if rare else 1.0
    return {topic: min(max(value / middling, 0.5), 2.0) for topic, value in rare.items()}


def _median(ordered: Sequence[float]) -> float:
    """The middle value; `statistics` takes longer to load than a small network to match."""
    middle = len(ordered) // 2
    return (ordered[middle] + ordered[-middle - 1]) / 2


def _topics(candidate: Candidate, scale: Scale) -> Measure:
    """The rarest common topic counts in full, each further one half."""
    rarity = scale.rarity
    common = sorted(candidate.topics, key=lambda topic: (-rarity[topic], topic))
    shares = [rarity[topic] / (2 if place else 1) for place, topic in enumerate(common)]
    return sum(shares), tuple(common)


def _language(candidate: Candidate, _scale: Scale) -> Measure:
    mine, theirs = candidate.experimenter.languages, candidate.mentor.languages
    if not (mine and theirs):
        return _UNTOLD
    native = " ".join(sorted(mine & theirs & {"fi", "sv"}))
    return (1.0, (native or "en",)) if mine & theirs else (0.0, ())


def _support(candidate: Candidate, _scale: Scale) -> Measure:
    """The share of the wishes that mentors can meet at all which this one meets."""
    offered = candidate.mentor.support
    if not (candidate.experimenter.support and offered):
        return _UNTOLD
    wanted = sorted(candidate.experimenter.support & MEETS.keys())
    if not wanted:
        return _NEUTRAL
    met = tuple(wish for wish in wanted if offered & MEETS[wish])
    return len(met) / len(wanted), met


def _size(candidate: Candidate, _scale: Scale) -> Measure:
    """Full where the experience suits the size class, half in the class beside it."""
    sizes, population = candidate.mentor.sizes, candidate.experimenter.population
    if not sizes:
        return _UNTOLD
    if population is None:
        return _NEUTRAL
    place = size_place(population)
    if sizes & {"any", SIZES[place]}:
        return 1.0, ("size",)
    beside = {*SIZES[max(place - 1, 0) : place], *SIZES[place + 1 : place + 2]}
    return (0.5 if sizes & beside else 0.0), ()


def _region(candidate: Candidate, _scale: Scale) -> Measure:
    region = candidate.experimenter.region
    is_same = region is not None and region == candidate.mentor.region
    return (1.0, ("region",)) if is_same else (0.0, ())


def _municipality(candidate: Candidate, _scale: Scale) -> Measure:
    return (1.0, ("municipality",)) if candidate.mentor.type in _MUNICIPAL else (0.0, ())


def _savings(candidate: Candidate, _scale: Scale) -> Measure:
    share, facts = _told(candidate.mentor.basis, _BASES)
    if share < 1 and "savings" in candidate.mentor.support:
        return 1.0, ("savings",)
    return share, facts


def _system(candidate: Candidate, scale: Scale) -> Measure:
    found = scale.techniques
    common = found[candidate.experimenter.text] & found[candidate.mentor.text]
    return float(bool(common)), tuple(sorted(common))


def _told(answer: str | None, shares: Mapping[str, float]) -> Measure:
    """The share that an answer is worth, and the answer itself."""
    if answer is None or answer not in shares:
        return _UNTOLD
    return shares[answer], (answer,)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: its label, the weight it goes by, and how it measures a candidate."""

    label: str
    weight: Callable[[Weights], int]
    measure: Callable[[Candidate, Scale], Measure]


CRITERIA = (
    Criterion("topics", lambda weights: weights.topic, _topics),
    Criterion("text", lambda weights: weights.text, lambda pair, _scale: (pair.likeness, ())),
    Criterion("language", lambda weights: weights.language, _language),
    Criterion("support", lambda weights: weights.support, _support),
    Criterion(
        "stage",
        lambda weights: weights.stage,
        lambda pair, _scale: _told(pair.mentor.stage, _STAGES),
    ),
    Criterion("size", lambda weights: weights.size, _size),
    Criterion("region", lambda weights: weights.region, _region),
    Criterion("municipality", lambda weights: weights.municipality, _municipality),
    Criterion("savings", lambda weights: weights.savings, _savings),
    Criterion("system", lambda weights: weights.system, _system),
    Criterion(
        "hours",
        lambda weights: weights.hours,
        lambda pair, _scale: _told(pair.mentor.hours, _HOURS),
    ),
)
"""All criteria, in the order in which equal ones are mentioned."""


def points_of(candidate: Candidate, scale: Scale) -> dict[str, int]:
    """Points by criterion; those that the experimenter marked as important count more."""
    weights, important = scale.weights, candidate.experimenter.important
    parts = {}
    for each in CRITERIA:
        full = each.weight(weights) * (weights.important if each.label in important else 1)
        parts[each.label] = round(each.measure(candidate, scale)[0] * full)
    return parts


def facts_of(candidate: Candidate, scale: Scale, *, words: tuple[str, ...] = ()) -> Facts:
    """What there is to say for a candidate; `words` are those that their texts share."""
    facts = {each.label: each.measure(candidate, scale)[1] for each in CRITERIA}
    facts["text"] = words if candidate.is_alike else ()
    return {label: said for label, said in facts.items() if said and said != (NOT_TOLD,)}


def not_told(candidate: Candidate, scale: Scale) -> tuple[str, ...]:
    """The criteria that count half because an answer is missing, those without weight left out."""
    return tuple(
        each.label
        for each in CRITERIA
        if each.weight(scale.weights) and each.measure(candidate, scale)[1] == (NOT_TOLD,)
    )

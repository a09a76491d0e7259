"""A pair that suits in everything, for the tests of the criteria."""

from digikunta_cli.locale.reasons import reasons
from digikunta_cli.matching.criteria import facts_of, points_of, scale_of
from digikunta_cli.matching.rules import Candidate
from digikunta_cli.matching.sides import Experimenter, Mentor
from digikunta_cli.weights import Weights

NAMES = {"e-services": "e-services in words", "participation": "participation in words"}

EXPERIMENTER = Experimenter(
    id=1,
    order="a",
    bodies=frozenset({"a"}),
    topics=frozenset({"e-services", "other"}),
    languages=frozenset({"fi", "sv"}),
    region="17",
    text="Ostolaskujen robotti",
    population=15_000,
    support=frozenset({"mentor", "events", "funding"}),
)

MENTOR = Mentor(
    id=2,
    order="b",
    bodies=frozenset({"b"}),
    topics=frozenset({"e-services", "other"}),
    languages=frozenset({"fi", "sv", "en"}),
    region="17",
    text="Robotti maksaa laskut",
    capacity=2,
    sizes=frozenset({"5000-20000"}),
    support=frozenset({"mentor", "visit"}),
    stage="in-use",
    basis="measured",
    hours="over-10",
    type="municipality",
)

UNTOLD = Mentor(
    id=3, order="c", bodies=frozenset(), topics=frozenset(), languages=frozenset(), text=""
)

BEST = Candidate(experimenter=EXPERIMENTER, mentor=MENTOR, likeness=0.5)

WORTH = {
    "topics": 100,
    "text": 50,
    "language": 60,
    "support": 40,
    "stage": 20,
    "size": 15,
    "region": 10,
    "municipality": 10,
    "savings": 10,
    "system": 10,
    "hours": 5,
}


def points(candidate: Candidate, weights: Weights | None = None) -> dict[str, int]:
    """Points of a candidate where there is nobody else."""
    sides = [candidate.experimenter], [candidate.mentor]
    return points_of(candidate, scale_of(*sides, weights=weights or Weights()))


def said(candidate: Candidate, words: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Reasons for a candidate where there is nobody else."""
    scale = scale_of([candidate.experimenter], [candidate.mentor], weights=Weights())
    return reasons(
        points_of(candidate, scale), facts_of(candidate, scale, words=words), topic_names=NAMES
    )

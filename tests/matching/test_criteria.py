"""What makes a pair good, in points and in words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.locale import use_language
from digikunta_cli.locale.reasons import reasons
from digikunta_cli.matching.criteria import CRITERIA, facts_of, not_told, points_of, scale_of
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


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in English."""
    use_language("en")
    yield


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


def test_a_pair_that_suits_has_full_marks() -> None:
    """Every criterion gives its weight where all is met."""
    assert points(BEST) == WORTH


def test_every_criterion_is_weighed_here() -> None:
    """No criterion goes without a test."""
    assert [each.label for each in CRITERIA] == list(WORTH)


def test_what_was_not_told_is_worth_half() -> None:
    """Missing answers neither win nor lose; a region or a technique nobody has counts nothing."""
    assert points(replace(BEST, mentor=UNTOLD, likeness=0.0)) == {
        "topics": 0,
        "text": 0,
        "language": 30,
        "support": 20,
        "stage": 10,
        "size": 8,
        "region": 0,
        "municipality": 0,
        "savings": 5,
        "system": 0,
        "hours": 2,
    }


def test_what_is_important_counts_more() -> None:
    """The five that an experimenter may ask for count three times when asked for."""
    asked = frozenset({"size", "language", "region", "system", "savings"})
    candidate = replace(BEST, experimenter=replace(EXPERIMENTER, important=asked))

    assert points(candidate) == {
        label: worth * (3 if label in asked else 1) for label, worth in WORTH.items()
    }


def test_a_criterion_can_be_switched_off() -> None:
    """A weight of 0 gives no points and no reason."""
    assert points(BEST, Weights(hours=0))["hours"] == 0


def test_rare_topics_are_worth_more() -> None:
    """A topic that few of both sides chose brings more than one that many chose."""
    topics = ("e-services", "e-services", "e-services", "participation", "innovations")
    sides = [replace(MENTOR, topics=frozenset({topic})) for topic in topics]
    both = frozenset({"e-services", "participation"})
    scale = scale_of([replace(EXPERIMENTER, topics=both)], sides, weights=Weights())
    found = {
        side: points_of(
            Candidate(experimenter=replace(EXPERIMENTER, topics=both), mentor=side), scale
        )["topics"]
        for side in (sides[0], sides[3], replace(MENTOR, topics=both))
    }

    common, rare, together = found.values()
    assert common < rare < together == rare + common / 2


def test_other_is_no_common_topic() -> None:
    """The topic of everything else brings no points."""
    candidate = replace(BEST, mentor=replace(MENTOR, topics=frozenset({"other"})))

    assert points(candidate)["topics"] == 0


@pytest.mark.parametrize(
    ("population", "sizes", "worth"),
    [
        (4_999, {"under-5000"}, 15),
        (5_000, {"under-5000"}, 8),
        (5_000, {"5000-20000"}, 15),
        (99_999, {"50000-100000"}, 15),
        (100_000, {"over-100000"}, 15),
        (100_000, {"50000-100000"}, 8),
        (3_000, {"over-100000"}, 0),
        (3_000, {"any"}, 15),
        (3_000, set(), 8),
        (None, {"any"}, 8),
    ],
)
def test_size_is_full_in_the_class_and_half_beside_it(
    population: int | None, sizes: set[str], worth: int
) -> None:
    """A mentor's size classes are compared with the population; not told is half."""
    candidate = Candidate(
        experimenter=replace(EXPERIMENTER, population=population),
        mentor=replace(MENTOR, sizes=frozenset(sizes)),
    )

    assert points(candidate)["size"] == worth


@pytest.mark.parametrize(
    ("basis", "support", "worth"),
    [
        ("measured", set(), 10),
        ("calculated", set(), 10),
        ("expert", set(), 5),
        ("expert", {"savings"}, 10),
        ("not-assessed", set(), 0),
        (None, set(), 5),
        (None, {"savings"}, 10),
    ],
)
def test_savings_count_where_known_or_offered(
    basis: str | None, support: set[str], worth: int
) -> None:
    """Measured and calculated savings and help with them are worth the same."""
    candidate = replace(BEST, mentor=replace(MENTOR, basis=basis, support=frozenset(support)))

    assert points(candidate)["savings"] == worth


@pytest.mark.parametrize(
    ("wanted", "offered", "worth"),
    [
        ({"expertise"}, {"models"}, 40),
        ({"events", "scaling"}, {"talk"}, 20),
        ({"visibility", "procurement"}, {"communication", "procurement"}, 40),
        ({"mentor"}, {"talk"}, 0),
        ({"funding", "digikiri"}, {"mentor"}, 20),
        (set(), {"mentor"}, 20),
    ],
)
def test_support_is_the_share_of_wishes_met(
    wanted: set[str], offered: set[str], worth: int
) -> None:
    """What only the ministry can give is no wish to a mentor."""
    candidate = Candidate(
        experimenter=replace(EXPERIMENTER, support=frozenset(wanted)),
        mentor=replace(MENTOR, support=frozenset(offered)),
    )

    assert points(candidate)["support"] == worth


def test_no_common_language_brings_nothing() -> None:
    """Languages that differ bring no points and no reason."""
    candidate = replace(BEST, mentor=replace(MENTOR, languages=frozenset({"en"})))

    assert points(candidate)["language"] == 0
    assert not [reason for reason in said(candidate) if "work in" in reason]


def test_an_answer_of_no_known_key_counts_as_not_told() -> None:
    """An option added to the form later does not stop the matching."""
    assert points(replace(BEST, mentor=replace(MENTOR, hours="many")))["hours"] == 2


def test_reasons_come_in_words_with_the_best_first() -> None:
    """Each criterion that speaks for a pair has its sentence."""
    assert said(BEST, ("robotti", "laskut")) == (
        "Shares the topic e-services in words",
        "Both can work in Finnish and Swedish",
        "Texts are alike: robotti, laskut",
        "Offers what was asked for: talks or visits, a mentor",
        "Its change is in use throughout the organisation",
        "Its experience suits a municipality of this size",
        "Both are in the same region",
        "Is a municipality or a body of municipalities itself",
        "Has measured its savings",
        "Both name the same technique: robot",
        "Has over 10 hours a month to give",
    )


def test_reasons_tell_several_topics_and_other_answers() -> None:
    """More topics come in one sentence; a topic without a name goes by its key."""
    topics = frozenset({"e-services", "innovations"})
    candidate = Candidate(
        experimenter=replace(EXPERIMENTER, topics=topics, languages=frozenset({"en"})),
        mentor=replace(UNTOLD, topics=topics, languages=frozenset({"en"}), stage="started"),
    )

    assert said(candidate, ("robotti",)) == (
        "Shares the topics e-services in words, innovations",
        "Both can work in English",
    )


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        ("in-use-partly", "Its change is in use in a part of the organisation"),
        ("piloted", "Its change was piloted, and results are there"),
    ],
)
def test_a_stage_is_told_as_it_is(stage: str, sentence: str) -> None:
    """A change that is not in use everywhere is not called so."""
    assert sentence in said(replace(BEST, mentor=replace(MENTOR, stage=stage)))


KEYS = st.sampled_from(["mentor", "expertise", "events", "scaling", "visibility", "savings"])


@given(
    support=st.frozensets(KEYS),
    offered=st.frozensets(KEYS),
    languages=st.frozensets(st.sampled_from(["fi", "sv", "en"])),
    population=st.none() | st.integers(0, 10**6),
    likeness=st.floats(0, 1),
)
def test_points_are_whole_and_never_negative(
    support: frozenset[str],
    offered: frozenset[str],
    languages: frozenset[str],
    population: int | None,
    likeness: float,
) -> None:
    """Any answers give whole points, and every reason is a sentence."""
    candidate = Candidate(
        experimenter=replace(EXPERIMENTER, support=support, population=population),
        mentor=replace(MENTOR, support=offered, languages=languages),
        likeness=likeness,
    )
    found = points(candidate)

    assert all(isinstance(each, int) and each >= 0 for each in found.values())
    assert all(said(candidate, ("sana",)))


@pytest.mark.parametrize(
    ("candidate", "untold"),
    [
        (BEST, ()),
        (
            replace(BEST, mentor=UNTOLD),
            ("language", "support", "stage", "size", "savings", "hours"),
        ),
        # What no mentor can meet, and a body without inhabitants, are answers.
        (replace(BEST, experimenter=replace(EXPERIMENTER, support=frozenset({"funding"}))), ()),
        (replace(BEST, experimenter=replace(EXPERIMENTER, population=None)), ()),
    ],
)
def test_missing_answers_are_told_apart_from_neutral_ones(
    candidate: Candidate, untold: tuple[str, ...]
) -> None:
    """Only what was not answered is said not to be told, and only where it weighs anything."""
    scale = scale_of([candidate.experimenter], [candidate.mentor], weights=Weights())
    light = scale_of([candidate.experimenter], [candidate.mentor], weights=Weights(stage=0))

    assert not_told(candidate, scale) == untold
    assert "stage" not in not_told(candidate, light)
    assert "not-told" not in {fact for said in facts_of(candidate, scale).values() for fact in said}

"""What makes a pair good, in points and in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.matching.criteria import CRITERIA, facts_of, not_told, points_of, scale_of
from digikunta_cli.matching.rules import Candidate
from digikunta_cli.weights import Weights
from tests.matching.criteria_cases import BEST, EXPERIMENTER, MENTOR, UNTOLD, WORTH, points, said


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

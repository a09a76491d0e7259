"""Why a pair is good, in words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from digikunta_cli.locale import use_language
from digikunta_cli.matching.rules import Candidate
from tests.matching.criteria_cases import (
    BEST,
    EXPERIMENTER,
    MENTOR,
    UNTOLD,
    said,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in English."""
    use_language("en")
    yield


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

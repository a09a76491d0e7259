"""Why an experimenter is left without a mentor."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.locale import use_language
from digikunta_cli.matching.causes import Shortage, Unmatched, cause_of, shortage_of
from digikunta_cli.matching.rules import RULES
from digikunta_cli.matching.sides import Experimenter

EXPERIMENTER = Experimenter(
    id=7,
    order="a",
    bodies=frozenset({"a"}),
    topics=frozenset({"e-services", "other"}),
    languages=frozenset({"fi", "sv"}),
)
NAMES = {"e-services": "e-services in words"}
ALLOWED: tuple[str, ...] = ()
STRANGE = ("nothing-in-common",)
DECLINED = ("declined-before",)
RULED_OUT = ("forbidden-by-hand",)
FOREIGN = ("no-language",)
SAME = ("same-organisation",)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in English."""
    use_language("en")
    yield


def left(
    *verdicts: tuple[str, ...],
    experimenter: Experimenter = EXPERIMENTER,
    shortage: Shortage | None = None,
    unsure: int = 0,
) -> tuple[str, str]:
    """The cause and its sentence for these mentors."""
    found = cause_of(
        experimenter,
        verdicts,
        shortage=shortage or Shortage(mentors=0, places=0, asking=0),
        unsure=unsure,
        topic_names=NAMES,
    )
    assert found == Unmatched(experimenter=7, cause=found.cause, text=found.text)
    return found.cause, found.text


@pytest.mark.parametrize(
    ("shortage", "text"),
    [
        (Shortage(mentors=2, places=4, asking=6), "6 for 4 places."),
        (Shortage(mentors=1, places=1, asking=3), "3 for 1 place."),
        (
            Shortage(mentors=1, places=0, asking=1),
            "The only mentor who would suit has no place.",
        ),
        (
            Shortage(mentors=3, places=0, asking=1),
            "None of the 3 mentors who would suit has a place.",
        ),
    ],
)
def test_no_seat_is_told_in_figures(shortage: Shortage, text: str) -> None:
    """Where a mentor is allowed, only its seats can be the cause."""
    assert left(ALLOWED, DECLINED, STRANGE, shortage=shortage) == ("no-capacity", text)


@pytest.mark.parametrize(
    ("mentors", "text"),
    [
        (0, "There is no mentor to propose."),
        (
            1,
            "The only mentor does not have the topic (e-services in words),"
            " and the texts are not alike.",
        ),
        (
            2,
            "None of the 2 mentors has the topic (e-services in words), and no text is alike.",
        ),
    ],
)
def test_no_mentor_in_the_topic(mentors: int, text: str) -> None:
    """The topics that nobody offers are named."""
    assert left(*[STRANGE] * mentors) == ("no-mentor-in-topic", text)


@pytest.mark.parametrize(
    ("mentors", "text"),
    [
        (0, "There is no mentor to propose."),
        (1, "The only mentor has no common topic and no text that is alike."),
        (2, "None of the 2 mentors has a common topic or a text that is alike."),
    ],
)
def test_nothing_in_common_without_a_topic(mentors: int, text: str) -> None:
    """Who only has the topic of everything else lacks a likeness, not a topic."""
    other = replace(EXPERIMENTER, topics=frozenset({"other"}))

    assert left(*[STRANGE] * mentors, experimenter=other) == ("nothing-in-common", text)


@pytest.mark.parametrize(
    ("verdicts", "cause", "text"),
    [
        (
            [DECLINED],
            "all-declined",
            "The only mentor who would suit was declined or tried before.",
        ),
        (
            [DECLINED, DECLINED, STRANGE],
            "all-declined",
            "All 2 mentors who would suit were declined or tried before.",
        ),
        (
            [FOREIGN],
            "no-language",
            "The only mentor who would suit has no common language (Finnish, Swedish).",
        ),
        (
            [FOREIGN, FOREIGN, SAME],
            "no-language",
            "None of the 2 mentors who would suit has a common language (Finnish, Swedish).",
        ),
        (
            [SAME, ("same-organisation", "declined-before")],
            "forbidden",
            "All 2 mentors who would suit are of the same organisation.",
        ),
        ([SAME], "forbidden", "The only mentor who would suit is of the same organisation."),
        (
            [RULED_OUT],
            "forbidden",
            "The only mentor who would suit was ruled out by a coordinator.",
        ),
        (
            [RULED_OUT, RULED_OUT, SAME],
            "forbidden",
            "All 2 mentors who would suit were ruled out by a coordinator.",
        ),
        (
            [FOREIGN, RULED_OUT, DECLINED, DECLINED],
            "all-declined",
            "Of 4 mentors who would suit, 2 were declined or tried before, 1 have no common"
            " language, and 1 were ruled out by a coordinator.",
        ),
        (
            [FOREIGN, DECLINED, DECLINED],
            "all-declined",
            "Of 3 mentors who would suit, 2 were declined or tried before,"
            " and 1 have no common language.",
        ),
        (
            [FOREIGN, FOREIGN, DECLINED],
            "no-language",
            "Of 3 mentors who would suit, 1 were declined or tried before,"
            " and 2 have no common language.",
        ),
        (
            [FOREIGN, DECLINED],
            "all-declined",
            "Of 2 mentors who would suit, 1 were declined or tried before,"
            " and 1 have no common language.",
        ),
    ],
)
def test_rules_that_stand_between(verdicts: list[tuple[str, ...]], cause: str, text: str) -> None:
    """The rule that forbids most of those who would suit is the cause."""
    assert left(*verdicts) == (cause, text)


RULED_OUT = ("forbidden-by-hand",)


@pytest.mark.parametrize(
    ("verdicts", "cause", "text"),
    [
        (
            [RULED_OUT],
            "forbidden",
            "The only mentor who would suit was ruled out by a coordinator.",
        ),
        (
            [RULED_OUT, FOREIGN, DECLINED, DECLINED],
            "all-declined",
            "Of 4 mentors who would suit, 2 were declined or tried before,"
            " 1 have no common language, and 1 were ruled out by a coordinator.",
        ),
    ],
)
def test_what_a_coordinator_ruled_out_is_told(
    verdicts: list[tuple[str, ...]], cause: str, text: str
) -> None:
    """A decision by hand is named as such."""
    assert left(*verdicts) == (cause, text)


@pytest.mark.parametrize(
    ("unsure", "text"),
    [
        (1, "The only mentor who would suit has not committed to sharing results."),
        (2, "None of the 2 mentors who would suit has committed to sharing results."),
    ],
)
def test_a_commitment_that_is_missing_is_told(unsure: int, text: str) -> None:
    """Mentors who only do not commit are there; the topic is not what is missing."""
    assert left(STRANGE, unsure=unsure) == ("forbidden", text)
    assert left(FOREIGN, unsure=unsure)[0] == "no-language"


def test_shortage_counts_seats_and_who_asks_for_them() -> None:
    """Seats taken by anyone and those left who could have had one are counted together."""
    assert shortage_of(
        {0, 2}, rooms=(3, 5, 1), seated=(0, 0, 0, 1, 2), waiting=({0, 2}, {1}, {2}, set())
    ) == Shortage(mentors=2, places=4, asking=6)


LABELS = st.frozensets(
    st.sampled_from([rule.label for rule in RULES if rule.label != "not-committed"])
)


@given(st.lists(LABELS, max_size=6))
def test_there_is_always_a_cause_in_words(verdicts: list[frozenset[str]]) -> None:
    """Any verdicts give one of the known causes and a sentence."""
    cause, text = left(*(tuple(labels) for labels in verdicts))

    assert cause in {
        "no-mentor-in-topic",
        "no-capacity",
        "no-language",
        "all-declined",
        "nothing-in-common",
        "forbidden",
    }
    assert text.endswith(".")

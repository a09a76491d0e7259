"""Misspelt names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.reference.near import Near, distance, edits_to_word, nearest

WORDS = st.text(alphabet="abå", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("", "", 0), ("salo", "sal", 1), ("salo", "slao", 1), ("ca", "abc", 3), ("kunta", "", 5)],
)
def test_edits_are_counted(one: str, other: str, expected: int) -> None:
    """Two swapped neighbours are one edit, and no piece is edited twice."""
    assert distance(one, other) == expected


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_within_its_bounds(one: str, other: str) -> None:
    """It is nothing only between equal words, and never more than the longer word."""
    count = distance(one, other)

    assert count == distance(other, one)
    assert (count == 0) == (one == other)
    assert abs(len(one) - len(other)) <= count <= max(len(one), len(other))


def test_the_nearest_name_is_found() -> None:
    """The codes, the edits, and whether it is a former name."""
    assert nearest("hatulan", edits=2) == Near(("082",), 1, former=False)
    assert nearest("melliläm", edits=2) == Near(("430",), 1, former=True)
    assert nearest("prikkalan", edits=2) == Near(("580", "604"), 1, former=False)


@pytest.mark.parametrize("name", ["sal", "lund", "kahden", "zzzzzz", "a" * 41])
def test_short_other_and_strange_names_are_near_nothing(name: str) -> None:
    """Names too short, known to be something else, or like no other have no neighbour."""
    assert nearest(name, edits=2) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kunta", 0),
        ("kumta", 1),
        ("kauounnki", 2),
        ("kunto", None),
        ("untta", None),
        ("ranta", None),
        ("x", None),
    ],
)
def test_a_misspelt_kunta_is_known(word: str, expected: int | None) -> None:
    """The word kunta and its like may be misspelt, but other words stay themselves."""
    assert edits_to_word(word) == expected

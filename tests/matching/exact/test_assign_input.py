"""Bad numbers are refused with one sentence each."""

from typing import Any

import pytest

from digikunta_cli.matching import assign

GOOD: dict[str, Any] = {
    "experimenter": [0, 0, 1],
    "mentor": [0, 1, 0],
    "score": [5, 4, 3],
    "capacity": [2, 1],
    "wanted": [1, 1],
}
CASES: dict[str, list[dict[str, Any]]] = {
    "There must be one experimenter, one mentor and one score for each pair.": [
        {"score": [5, 4]},
        {"mentor": [0, 1, 0, 1]},
        {"experimenter": []},
    ],
    "There must be one minimum for each capacity.": [{"minimum": [1]}],
    "Each argument must be a list of numbers.": [{"score": [[5, 4, 3]]}, {"capacity": 2}],
    "Every number must be a whole number.": [
        {"score": [5, 4.5, 3]},
        {"wanted": [True, True]},
        {"capacity": ["2", "1"]},
    ],
    "A score is negative.": [{"score": [5, -1, 3]}],
    "A score is too large for so many pairs.": [{"score": [5, 2**60, 3]}],
    "A capacity is negative.": [{"capacity": [-1, 1]}],
    "An experimenter wants less than one mentor.": [{"wanted": [1, 0]}],
    "A minimum is negative.": [{"minimum": [0, -1]}],
    "A minimum is over its mentor's capacity.": [{"minimum": [0, 2]}],
    "An experimenter is out of range.": [{"experimenter": [0, 0, 2]}, {"experimenter": [-1, 0, 1]}],
    "A mentor is out of range.": [{"mentor": [0, 2, 0]}, {"mentor": [0, -1, 0]}],
    "A locked pair is out of range.": [{"locked": [3]}, {"locked": [-1]}],
    "A pair is given twice.": [{"experimenter": [0, 1, 1], "mentor": [0, 0, 0]}],
    "More pairs are locked than a mentor can take.": [{"capacity": [1, 1], "locked": [0, 2]}],
    "More pairs are locked than an experimenter wants.": [{"locked": [0, 1]}],
    "The order must be total, fair or keep.": [{"order": "best"}],
}


@pytest.mark.parametrize(
    ("sentence", "change"),
    [(sentence, change) for sentence, changes in CASES.items() for change in changes],
)
def test_bad_numbers_are_refused(sentence: str, change: dict[str, Any]) -> None:
    """Whatever cannot be right raises ValueError and says what."""
    with pytest.raises(ValueError) as caught:
        assign(**{**GOOD, **change})

    assert str(caught.value) == sentence


def test_numbers_before_the_change_are_good() -> None:
    """The numbers that the cases above spoil are taken as they are."""
    result = assign(**GOOD)

    assert (result.pairs.tolist(), result.total) == ([0, 2], 8)


def test_largest_scores_are_counted_exactly() -> None:
    """Scores of a thousand million lose nothing."""
    high = 10**9

    result = assign(
        [0, 0, 1], [0, 1, 0], [high, high - 1, high - 1], capacity=[1, 1], wanted=[1, 1]
    )

    assert (result.pairs.tolist(), result.total, result.bound) == (
        [1, 2],
        2 * high - 2,
        2 * high - 2,
    )


def test_enormous_limits_do_not_overflow() -> None:
    """Limits far above the number of pairs mean no limit."""
    most = 2**63 - 1
    limits: dict[str, Any] = {"capacity": [most] * 3, "wanted": [most] * 2, "minimum": [most] * 3}

    result = assign([0, 0, 1], [0, 1, 0], [5, 4, 3], **limits)

    assert (result.pairs.tolist(), result.total, result.bound) == ([0, 1, 2], 12, 12)

"""What a form asks is compared with its last export, and with no other form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.model import Finding
from digikunta_cli.services.form_changes import form_changes

QUESTIONS = st.dictionaries(st.sampled_from("abcdefgh"), st.text(max_size=3), max_size=8)


@pytest.mark.parametrize("before", [None, {"a": "A"}, {"a": "A", "b": "B", "c": "C", "d": "D"}])
def test_a_first_export_and_another_form_have_no_changes(before: dict[str, str] | None) -> None:
    """Where more than half of the questions differ, each would be told in vain."""
    now = {"a": "A", "e": "E", "f": "F"}

    assert form_changes(now, before) == ()


def test_gone_questions_come_before_new_ones_with_their_own_words() -> None:
    """A question that is worded anew stays the one that it is."""
    now = {"a": "Nimi", "b": "Kunta", "+x": "Väri"}
    before = {"a": "Namn", "b": "Kunta", "c": "Lupa"}

    assert form_changes(now, before) == (
        Finding(code="question-gone", column="Lupa"),
        Finding(code="question-new", column="Väri"),
    )


@given(QUESTIONS, QUESTIONS)
def test_what_is_new_one_way_is_gone_the_other_way(
    one: dict[str, str], other: dict[str, str]
) -> None:
    """Nothing is told twice, or of a form that is the same."""
    there = {(each.code, each.column) for each in form_changes(one, other)}
    back = {(each.code, each.column) for each in form_changes(other, one)}
    turned = {"question-new": "question-gone", "question-gone": "question-new"}

    assert form_changes(one, one) == ()
    assert {(turned[code], column) for code, column in there} == back

"""Personal answers: told where they are missing, never shown."""

import pytest

from digikunta_cli.importing.form import recognise
from digikunta_cli.importing.registrations import Gathered, gather
from digikunta_cli.model import Answer, Finding
from tests.importing.exports import CATALOGUE, COMMITMENT, EMAIL, WHOLE


def gathered(**changed: str) -> Gathered:
    """What a whole answer comes to, with its e-mail or its commitment changed."""
    names = {"email": EMAIL, "commitment": COMMITMENT}
    answer = {**WHOLE, **{names[name]: text for name, text in changed.items()}}
    form = recognise([*answer], CATALOGUE)
    assert form is not None
    return gather([(2, tuple(answer.values()))], form, CATALOGUE)


@pytest.mark.parametrize("text", ["ei ole", "B", "400123456", "@salo.example", "aino@salo"])
def test_a_contact_without_an_address_is_told(text: str) -> None:
    """The answer itself is not shown."""
    assert Finding(code="email-missing", row=2, column=EMAIL) in gathered(email=text).findings


@pytest.mark.parametrize("text", ["", "a@salo.example", "Aino <a@salo.example>", "a@salo.example;"])
def test_an_address_or_a_blank_is_no_wrong_address(text: str) -> None:
    """A blank is told with all that was left unanswered."""
    assert "email-missing" not in {each.code for each in gathered(email=text).findings}


@pytest.mark.parametrize(
    "text", ["010190-999X", "010190A999X", "a@salo.example", "040 123 4567", "+358401234567"]
)
def test_what_looks_personal_is_not_shown(text: str) -> None:
    """An unclear consent is told by its row and column alone."""
    found = [each for each in gathered(commitment=text).findings if each.column == COMMITMENT]

    assert found == [Finding(code="answer-unclear", row=2, column=COMMITMENT)]


def test_other_unclear_answers_are_shown() -> None:
    """So that whoever reads them can judge."""
    found = gathered(commitment="ehkä 2017").findings

    assert Finding(code="answer-unclear", row=2, column=COMMITMENT, value="ehkä 2017") in found


@pytest.mark.parametrize("text", ["-", "–", "—"])
def test_a_dash_is_no_refusal(text: str) -> None:
    """Whoever draws a line has said neither yes nor no."""
    told = gathered(commitment=text)

    assert told.registrations[0].answers["commitment"] == Answer(text)
    assert "commitment-refused" not in {each.code for each in told.findings}

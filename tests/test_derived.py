"""What follows from the answers of a registration."""

import pytest

from digikunta_cli.derived import capacity_of, languages_of, topics_of, wanted_of
from digikunta_cli.model import Answer, Registration, Role, Value


def form(role: Role, **values: Value) -> Registration:
    """A form with these understood answers."""
    return Registration(
        role=role, row=2, answers={field: Answer("x", value) for field, value in values.items()}
    )


@pytest.mark.parametrize(
    ("support", "decided", "expected"),
    [(None, None, 1), (("mentor", "events"), None, 1), (("events",), None, 0), (("events",), 2, 2)],
)
def test_how_many_mentors_are_wanted(
    support: tuple[str, ...] | None, decided: int | None, expected: int
) -> None:
    """One if asked for or blank, none if other support was chosen, a coordinator's word first."""
    assert wanted_of(form(Role.EXPERIMENTER, support=support), decided) == expected


def test_roles_have_their_own_numbers() -> None:
    """Mentors want nobody, experimenters have no seats."""
    assert wanted_of(form(Role.MENTOR, support=("mentor",)), None) is None
    assert capacity_of(form(Role.MENTOR, capacity=0)) == 0
    assert capacity_of(form(Role.MENTOR)) is None
    assert capacity_of(form(Role.EXPERIMENTER, capacity=3)) is None


def test_languages_come_from_the_right_question() -> None:
    """A mentor's own list, else the language of contact; both means two."""
    assert languages_of(form(Role.MENTOR, languages=("sv", "en"), contact_language="fi")) == (
        "sv",
        "en",
    )
    assert languages_of(form(Role.MENTOR, contact_language="fi")) == ("fi",)
    assert languages_of(form(Role.EXPERIMENTER, contact_language="both")) == ("fi", "sv")
    assert languages_of(form(Role.EXPERIMENTER)) == ()


def test_a_decision_stands_in_for_other() -> None:
    """The rest of the choice stays, and nothing counts twice."""
    chosen = form(Role.MENTOR, topics=("e-services", "other"))

    assert topics_of(chosen, ()) == ("e-services", "other")
    assert topics_of(chosen, ("participation", "e-services")) == ("e-services", "participation")

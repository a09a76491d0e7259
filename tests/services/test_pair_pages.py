"""To whom a letter about a pair goes, in which languages, and what its files are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.locale import current_language, speaking
from digikunta_cli.model import (
    Answer,
    Organisation,
    OrganisationType,
    Participant,
    Registration,
    Role,
)
from digikunta_cli.services.pair_pages import address_of, common_languages, names_of, stem_of

WISHES = ("fi", "sv", "both", None)


def participant(
    name: str = "Salo",
    *,
    contact_language: str | None = None,
    languages: tuple[str, ...] = (),
    **answers: str,
) -> Participant:
    """A mentor's registration with these answers."""
    told = {field: Answer(text) for field, text in answers.items()}
    if contact_language:
        told["contact_language"] = Answer(contact_language, contact_language)
    return Participant(
        id=1,
        identity=name,
        role=Role.MENTOR,
        organisation=Organisation(key=name, name=name, type=OrganisationType.OTHER),
        registration=Registration(role=Role.MENTOR, row=2, answers=told),
        topics=(),
        languages=languages,
        bodies=frozenset(),
    )


@pytest.mark.parametrize(
    ("wish", "languages", "expected"),
    [
        ("sv", ("fi",), ("sv",)),
        ("both", ("en",), ("fi", "sv")),
        (None, ("en", "sv"), ("sv",)),
        (None, ("en",), ("en",)),
        (None, (), ("fi",)),
        ("suahili", ("sv",), ("sv",)),
    ],
)
def test_a_letter_speaks_the_language_that_was_asked_for(
    wish: str | None, languages: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """Else one in which they work, Finnish where nothing is known."""
    assert common_languages([participant(contact_language=wish, languages=languages)]) == expected


@given(st.lists(st.sampled_from(WISHES), min_size=1, max_size=3))
def test_a_letter_to_several_is_understood_by_each(wishes: list[str | None]) -> None:
    """In the languages that they share, else in all of theirs; never in one twice."""
    people = [participant(contact_language=wish) for wish in wishes]
    spoken = common_languages(people)

    assert all(set(common_languages([each])) & set(spoken) for each in people)
    assert len(set(spoken)) == len(spoken)
    if len(set(wishes)) == 1:
        assert spoken == common_languages(people[:1])


def test_files_of_like_names_are_told_apart() -> None:
    """As of two bodies whose names begin alike, or have no Latin letters."""
    taken: set[str] = set()
    long = "Kuntien yhteinen digitaalinen kehittämisyhtiö"
    stems = [
        stem_of((7, "check-in"), participant(name), taken)
        for name in (f"{long} A", f"{long} B", "Ωμέγα", "Åbo stad / Turku", f"{long} C")
    ]

    assert stems == [
        "007-check-in-kuntien-yhteinen-digitaalinen-kehittamis",
        "007-check-in-kuntien-yhteinen-digitaalinen-kehittamis-2",
        "007-check-in-organisation",
        "007-check-in-abo-stad-turku",
        "007-check-in-kuntien-yhteinen-digitaalinen-kehittamis-3",
    ]


def test_only_what_was_told_is_used() -> None:
    """An address that reaches nobody counts as none, and a name is one line."""
    odd = participant(contact_email="aino@x.example, eero@x.example", contact_name="Aino\nSalo")

    assert address_of(odd) is None
    assert address_of(participant()) is None
    assert address_of(participant(contact_email=" aino@x.example ")) == "aino@x.example"
    assert names_of([odd, participant(), participant(contact_name=" ")]) == ("Aino Salo",)


def test_another_language_is_spoken_for_a_while_only() -> None:
    """Even where something goes wrong in between."""
    with pytest.raises(ZeroDivisionError), speaking("sv"):
        assert current_language() == "sv"
        _ = 1 / 0
    assert current_language() == "en"

"""The forms' own wordings in three languages."""

import pytest

from digikunta_cli.importing.form import questions_of, recognise, wordings_for
from digikunta_cli.importing.official import official, option_wordings_in, question_wording
from digikunta_cli.importing.questions import Kind, Wordings
from digikunta_cli.model import Role
from digikunta_cli.topics import find_file, load

LANGUAGES = ("fi", "sv", "en")
CATALOGUE = load(find_file(None))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", list(Role))
def test_every_question_is_worded_so_that_import_knows_it(role: Role, language: str) -> None:
    """A form made of these wordings is read without a doubt."""
    questions = questions_of(role)
    known = Wordings.of((q.field, q.wordings) for q in questions.values())

    found = {field: known.find(official(role, field, language)) for field in questions}
    assert found == {field: field for field in questions}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", list(Role))
def test_every_option_is_worded_so_that_import_knows_it(role: Role, language: str) -> None:
    """An answer copied from a letter is understood."""
    for field, question in questions_of(role).items():
        known = wordings_for(role, question, CATALOGUE)
        worded = option_wordings_in(role, field, language, CATALOGUE)
        if question.kind in (Kind.CHOICE, Kind.MANY, Kind.TOPICS):
            keys = [known.find(each) for each in worded]
            assert None not in keys, field
            assert len(set(keys)) == len(keys), field
        else:
            assert worded == ()


def test_a_form_speaks_for_itself_in_its_own_language() -> None:
    """Its own heading, else the official wording; never one with an option in it."""
    form = recognise(
        [
            "1. Organisaation nimi",
            "5. Mitä kokeillaan ja miten toiminta muuttuu?",
            "6. Mihin aiheisiin kokeilu liittyy?: Osallistuminen ja vaikuttaminen",
            "6. Mihin aiheisiin kokeilu liittyy?: muu, mikä? (avoin vastaus)",
        ],
        CATALOGUE,
        role=Role.EXPERIMENTER,
    )

    assert form is not None
    assert question_wording(form, "organisation", "fi", spoken="fi") == "1. Organisaation nimi"
    assert question_wording(form, "organisation", "sv", spoken="fi").startswith(
        "Namnet på kommunen"
    )
    assert question_wording(form, "topics", "fi", spoken="fi") == "Mihin aiheisiin kokeilu liittyy?"
    assert question_wording(form, "need", "fi", spoken="fi").startswith("Mikä tarve")

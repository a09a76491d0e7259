"""What the words of a text name."""

import pytest

from digikunta_cli.matching.concepts import mentions, techniques


def test_techniques_are_found_in_both_languages() -> None:
    """The text names its systems, inflected and in a compound's beginning."""
    assert techniques("Chattbot, anturitieto ja avoimet rajapinnat vuonna 2017") == frozenset(
        {"chatbot", "iot", "api"}
    )
    assert techniques("") == frozenset()


def test_a_text_names_subjects_across_the_languages() -> None:
    """Hakemus and ansökan are one subject, each as the text spells it, and words of their own."""
    named = mentions("Hakemus verkossa: ansökan, hakemuksia")

    assert named == {
        "=application": ["hakemus", "ansökan", "hakemuksia"],
        "hakem": ["hakemus", "hakemuksia"],
        "ansök": ["ansökan"],
    }


def test_a_technique_and_its_subject_are_one() -> None:
    """Booking by oneself is booking as well, and counts once a word."""
    named = mentions("Tilavaraus ja varauskalenteri")

    assert named["=booking"] == ["tilavaraus", "varauskalenteri"]
    assert "=booking-at-all" not in named


@pytest.mark.parametrize("text", ["", "ja sekä", "12 3", "kunnan digikokeilu", "palvelut verkossa"])
def test_what_says_nothing_is_no_subject(text: str) -> None:
    """Small words, numbers, and words that texts on anything use are no theme."""
    assert mentions(text) == {}

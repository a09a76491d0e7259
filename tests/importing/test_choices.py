"""Answers that choose."""

import pytest

from digikunta_cli.importing.choices import Chosen, is_chosen, split, yes_no
from digikunta_cli.importing.questions import Wordings

OPTIONS = Wordings.of(
    [
        ("models", ("Valmiit mallit, asiakirjat tai lähdekoodi",)),
        ("talk", ("Puheenvuoro teematilaisuudessa",)),
        ("visit", ("Tutustumiskäynti tai työpaja luonamme",)),
    ]
)


def test_semicolons_part_options() -> None:
    """The way of Microsoft Forms, with a semicolon at the end too."""
    text = "Puheenvuoro teematilaisuudessa;Valmiit mallit, asiakirjat tai lähdekoodi;"
    assert split(text, OPTIONS) == Chosen(("talk", "models"))


def test_commas_part_options_that_hold_commas_themselves() -> None:
    """The way of Google Forms: the longest known option wins."""
    text = "Valmiit mallit, asiakirjat tai lähdekoodi, Puheenvuoro teematilaisuudessa, oma apu"
    assert split(text, OPTIONS) == Chosen(("models", "talk"), ("oma apu",))


def test_an_unknown_text_stays_whole() -> None:
    """A free answer is not broken at its commas, and its label goes."""
    assert split("ensin yksi, sitten toinen", OPTIONS) == Chosen((), ("ensin yksi, sitten toinen",))
    assert split("Muu, mikä?: kahvit", OPTIONS) == Chosen((), ("kahvit",))


def test_an_option_twice_counts_once() -> None:
    """Doubled answers are one."""
    text = "Puheenvuoro teematilaisuudessa;Puheenvuoro teematilaisuudessa"
    assert split(text, OPTIONS) == Chosen(("talk",))


@pytest.mark.parametrize("text", ["kyllä", "Ja", "YES", "1", "x", "true", "kyllä."])
def test_yes_in_three_languages(text: str) -> None:
    """Yes is yes however a tool writes it."""
    assert yes_no(text) is True


@pytest.mark.parametrize("text", ["ei", "Nej", "no", "0", "false"])
def test_no_in_three_languages(text: str) -> None:
    """No is no however a tool writes it."""
    assert yes_no(text) is False


def test_an_option_column_may_hold_its_own_text() -> None:
    """Some tools write the option's own text where it was chosen."""
    assert is_chosen("Avoin data", option="avoin data") is True
    assert is_chosen("", option="avoin data") is False
    assert is_chosen("1", option="avoin data") is True
    assert is_chosen("jotakin muuta", option="avoin data") is None

"""Answers that choose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.choices import Chosen, is_chosen, split, yes_no
from digikunta_cli.importing.questions import Wordings
from digikunta_cli.text import words

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "CI/CD (GitHub Actions, Jenkins), Puheenvuoro teematilaisuudessa",
            Chosen(("talk",), ("CI/CD (GitHub Actions, Jenkins)",)),
        ),
        (
            "Valmiit mallit (kuvat, tekstit), asiakirjat tai lähdekoodi, kahvit",
            Chosen(("models",), ("kahvit",)),
        ),
        (
            "Tutustumiskäynti tai työpaja, oma apu (ilta, yö)",
            Chosen(("visit",), ("oma apu (ilta, yö)",)),
        ),
        (
            "kahvit, tee, Puheenvuoro teematilaisuudessa, pulla",
            Chosen(("talk",), ("kahvit, tee", "pulla")),
        ),
        ("kahvit (ja tee, Puheenvuoro teematilaisuudessa", Chosen(("talk",), ("kahvit (ja tee",))),
        ("Puheenvuoro teematilaisuudessa, Tutustumiskäynti tai", Chosen(("talk", "visit"))),
    ],
)
def test_brackets_keep_what_stands_in_them_together(text: str, expected: Chosen) -> None:
    """Commas in brackets part nothing; what is nearly an option counts as it."""
    assert split(text, OPTIONS) == expected


@pytest.mark.parametrize("by", [" | ", " / ", " & ", "/", " ja ", " - ", ". ", " eller ", " ~ "])
def test_options_are_found_on_both_sides_of_what_seldom_parts(by: str) -> None:
    """And what stands beside them and is none comes out as text."""
    talk, visit = "Puheenvuoro teematilaisuudessa", "Tutustumiskäynti tai työpaja luonamme"
    models = "Valmiit mallit, asiakirjat tai lähdekoodi (kuvat / tekstit)"

    assert split(by.join([talk, visit, models]), OPTIONS).keys == ("talk", "visit", "models")
    both = Chosen(("talk", "visit"), ("kahvit",))
    assert split(by.join([talk, "kahvit", visit]), OPTIONS) == both
    assert split(f"kahvit{by}{models}", OPTIONS) == Chosen(("models",), ("kahvit",))
    longer = f"{talk} keväällä{by}{visit} Salossa"
    assert split(longer, OPTIONS) == Chosen(("talk", "visit"))


def test_a_sign_parts_an_option_that_says_more_from_own_words() -> None:
    """An option in nearly its words swallows nothing beside it."""
    text = "Puheenvuoro teematilaisuudessa keväällä | kahvit |"
    assert split(text, OPTIONS) == Chosen(("talk",), ("kahvit",))
    text = "Kahvit / tutustumiskäynti tai työpaja & tee"
    assert split(text, OPTIONS) == Chosen(("visit",), ("Kahvit", "tee"))
    assert split("kahvit / tee", OPTIONS) == Chosen((), ("kahvit / tee",))
    text = f"kahvit ({'/ tutustumiskäynti ' * 200})"
    assert split(text, OPTIONS) == Chosen((), (text,))


@pytest.mark.parametrize("word", ["ei", "Inte", "not"])
def test_the_contrary_of_an_option_is_not_that_option(word: str) -> None:
    """However alike the two texts are."""
    text = f"{word} tutustumiskäynti tai työpaja luonamme"
    assert split(text, OPTIONS) == Chosen((), (text,))


SIGNS = st.sampled_from([" | ", " / ", " & ", " ja ", " - ", ". ", ", ", ";"])


@given(st.lists(st.tuples(st.sampled_from(["talk", "visit", "kahvit", "tee"]), SIGNS), min_size=1))
def test_no_word_beside_an_option_is_lost(told: list[tuple[str, str]]) -> None:
    """Whatever parts them, each option is found and every other word comes out."""
    wordings = {
        "talk": "Puheenvuoro teematilaisuudessa",
        "visit": "tutustumiskäynti tai työpaja luonamme",
    }
    text = "".join(by + wordings.get(word, word) for word, by in told)
    chosen = split(text.removeprefix(told[0][1]), OPTIONS)
    mine = [word for word, _by in told]

    assert set(chosen.keys) == {word for word in mine if word in wordings}
    others = [word for word in words(" ".join(chosen.others)) if word != "ja"]
    assert others == [word for word in mine if word not in wordings]


@pytest.mark.parametrize("by", [", ", ";", " | ", " ja "])
def test_a_text_with_many_parts_is_a_free_one(by: str) -> None:
    """Nobody ticks hundreds of options."""
    text = by.join(["Puheenvuoro teematilaisuudessa"] * 200)
    assert split(text, OPTIONS) == Chosen((), (text,))


@given(st.lists(st.sampled_from(["a", "b c", "(d, e)", "f(g"]), min_size=1), st.sampled_from(",;"))
def test_no_word_of_a_free_text_is_lost(parts: list[str], by: str) -> None:
    """Whatever parts the pieces, every word comes out."""
    text = f"{by} ".join(parts)
    chosen = split(text, OPTIONS)

    assert chosen.keys == ()
    assert words(" ".join(chosen.others)) == words(text)


def test_an_option_twice_counts_once() -> None:
    """Doubled answers are one."""
    text = "Puheenvuoro teematilaisuudessa;Puheenvuoro teematilaisuudessa"
    assert split(text, OPTIONS) == Chosen(("talk",))


@pytest.mark.parametrize(
    "text", ["kyllä", "Ja", "YES", "1", "1.0", "x", "true", "kyllä.", "Ja;", "☒"]
)
def test_yes_in_three_languages(text: str) -> None:
    """Yes is yes however a tool writes it."""
    assert yes_no(text) is True


@pytest.mark.parametrize("text", ["ei", "Nej", "no", "0", "0.0", "false", "ei valittu"])
def test_no_in_three_languages(text: str) -> None:
    """No is no however a tool writes it."""
    assert yes_no(text) is False


def test_an_option_column_may_hold_its_own_text() -> None:
    """Some tools write the option's own text where it was chosen."""
    assert is_chosen("Avoin data", option="avoin data") is True
    assert is_chosen("", option="avoin data") is False
    assert is_chosen("N/A", option="avoin data") is False
    assert is_chosen("1", option="avoin data") is True
    assert is_chosen("jotakin muuta", option="avoin data") is None

"""How alike texts are, in Finnish and Swedish."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.matching.likeness import likeness, read_texts, shared_words

BOOKING = (
    "Liikunta- ja kokoustilojen itsepalveluvaraus. Tilavaraukset hoidetaan puhelimella. Otetaan"
    " käyttöön yhteinen varauskalenteri ja sähköiset ovikoodit, kokeillaan kahdessa koulussa."
)
ROBOT = "Ostolaskujen ohjelmistorobotti. Robotti ehdottaa tiliöinnin, ihminen hyväksyy laskut."
CHATBOT = "Flerspråkig rådgivning med chattbot. En chattbot svarar på vanliga frågor."
DONE_BOOKING = "Liikuntatilojen itsepalveluvaraus pilvipalvelulla, ovikoodit kolmessa koulussa."
DONE_ROBOT = "Robotti käsittelee ostolaskuja ja täsmäytyksiä, poikkeamat ihmiselle."
DONE_CHATBOT = "Neuvonnan chatbot suomeksi ja ruotsiksi, palvelumuotoillut sisällöt."
NEEDS = (BOOKING, ROBOT, CHATBOT)
DONE = (DONE_BOOKING, DONE_ROBOT, DONE_CHATBOT)


def between(one: str, other: str, keywords: dict[str, str] | None = None) -> float:
    """Likeness of two of the texts among all of them."""
    texts = tuple(dict.fromkeys((*NEEDS, *DONE, one, other)))
    read = read_texts(texts, keywords or {})
    return float(likeness(read, rows=[texts.index(one)], columns=[texts.index(other)])[0, 0])


@pytest.mark.parametrize(("need", "done"), list(zip(NEEDS, DONE, strict=True)))
def test_a_need_is_like_what_met_it(need: str, done: str) -> None:
    """Texts about the same thing reach 0.25 in spite of inflection, compounds and language."""
    assert between(need, done) >= 0.25


@pytest.mark.parametrize(
    ("need", "done"),
    [(need, done) for i, need in enumerate(NEEDS) for j, done in enumerate(DONE) if i != j],
)
def test_unlike_texts_stay_apart(need: str, done: str) -> None:
    """Texts about different things stay below 0.1."""
    assert between(need, done) < 0.1


def test_later_parts_of_compounds_count() -> None:
    """A word that begins another text's word is found at the end of a compound."""
    read = read_texts(["kesäravintola", "ravintolalasku"], {})

    assert shared_words(read, one=0, other=1) == ("kesäravintola",)


def test_doubled_letters_do_not_matter() -> None:
    """Consonant gradation keeps the word: kartta, kartalla."""
    assert shared_words(read_texts(["kartta", "kartalla"], {}), one=0, other=1) == ("kartta",)


def test_shared_words_put_the_rare_first() -> None:
    """What fewer texts have says more, and stop words say nothing."""
    texts = ["Tämä lomake ja venepaikka", "tämä lomake ja venepaikat", "lomakkeet", "robotti"]

    assert shared_words(read_texts(texts, {}), one=0, other=1) == ("venepaikka", "lomake")


def test_shared_words_are_no_more_than_asked_for() -> None:
    """Only the weightiest words are shown."""
    text = "kirjasto satama venepaikka uimahalli museo"

    assert len(shared_words(read_texts([text, text], {}), one=0, other=1, most=2)) == 2


def test_words_of_two_languages_are_shown_in_both() -> None:
    """What has no common spelling is shown as both texts spell it."""
    read = read_texts(["hakemus", "ansökan"], {})

    assert shared_words(read, one=0, other=1) == ("hakemus / ansökan",)


def test_keywords_bridge_the_languages() -> None:
    """Two words that stand for one topic make texts alike, but are no words to show."""
    keywords = {"palkan": "innovations", "lönesä": "innovations"}
    read = read_texts(["palkanlaskenta", "lönesättning", "satama"], keywords)

    assert likeness(read, rows=[0], columns=[1])[0, 0] > 0
    assert likeness(read, rows=[0], columns=[2])[0, 0] == 0
    assert shared_words(read, one=0, other=1) == ()


def test_a_technique_counts_more_than_any_other_word() -> None:
    """A technique named in both languages brings texts nearer than an equally rare word does."""
    read = read_texts(["anturi satama", "sensor museo", "satama kirjasto"], {})
    (near, far) = likeness(read, rows=[0], columns=[1, 2])[0]

    assert near > far > 0


def test_the_same_text_is_fully_alike() -> None:
    """Likeness is 1 where the texts are the same and have words that say something."""
    assert likeness(read_texts(["venepaikat", "venepaikat"], {}), rows=[0], columns=[1])[0, 0] == (
        pytest.approx(1.0)
    )


@given(st.lists(st.text(alphabet="aeiklnoprstuvyäö 3.", max_size=40), max_size=6))
def test_likeness_is_a_share_and_the_same_both_ways(texts: list[str]) -> None:
    """Any texts give a symmetric matrix between 0 and 1."""
    read = read_texts(texts, {"kunta": "future-role"})
    found = likeness(read, rows=slice(None), columns=slice(None))

    assert found.shape == (len(texts), len(texts))
    assert np.all((found >= 0) & (found <= 1))
    assert np.allclose(found, found.T)

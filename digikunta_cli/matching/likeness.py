"""How alike texts are, in Finnish and Swedish, by the words that they share; rare words count more.

No model and no list of inflections: words are compared by their beginnings, compounds also by the
later parts that begin some other word of the same texts, and a few words across the languages.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.text import words

TECHNIQUES: Mapping[str, tuple[str, ...]] = {
    "robot": ("robot", "ohjelmistorobot", "programrobot"),
    "chatbot": ("chat", "chattbot", "bot"),
    "iot": ("iot", "anturi", "sensor"),
    "crm": ("crm", "asiakkuudenhallin", "kundhantering"),
    "api": ("api", "rajapin", "gränssnitt"),
    "video": ("video", "etäyhtey", "distansservice", "distansmöt"),
    "3d": ("3d",),
    "gis": ("paikkatie", "geodata", "karttasovel", "karttapohj"),
    "e-form": ("lomake", "sähköislomake", "eblanket", "blanket"),
    "e-signature": ("allekirj", "underskrift"),
    "booking": ("varausj", "varausk", "itsepalveluvar", "tilavar", "bokningss", "tidsbok"),
    "archive": ("arkist", "arkiv", "asianhallin", "ärendehantering"),
    "optimisation": ("optimoin", "optimering", "reittioptim", "ruttoptim"),
}
"""Systems and techniques, each by the beginnings of its words in any language."""
_ACROSS: Mapping[str, tuple[str, ...]] = {
    "application": ("hakem", "ansök"),
    "early-education": ("varhaiskasv", "päiväkot", "småbarn", "daghem"),
    "booking-at-all": ("varau", "bokning", "tidsbok"),
    "remote": ("etä", "distans"),
    "meeting": ("kokous", "kokouk", "möte"),
    "advice": ("neuvon", "rådgiv"),
    "invoice": ("lasku", "faktur"),
    "school": ("koulu", "skol"),
    "feedback": ("palaut", "respons"),
}
"""Everyday words of these experiments that Finnish and Swedish do not spell alike."""

_STOP = frozenset(
    words("""
    ja tai sekä että kun jos on ei eikä ovat oli olla ole eivät ne se sen sitä siitä niitä nämä tämä
    tämän joka jotka jossa josta jolla jota jonka joita mikä mitä miten missä myös vain kuin niin
    voi voiko voidaan kaikki kaikissa koko yksi yhden yksin kaksi kahdessa kahdella kolme kolmen
    kolmessa neljän viidessä kuuden hän he me te emme yli alle ilman kanssa mukaan jälkeen ennen
    sitten nyt vielä jo oma oman omista usein muu muut muita muutama yhdessä yhteinen yhteisen
    yhteisenä ihminen ihmisen ihmiselle malli mallin mallit malleja suoraan
    suomeksi ruotsiksi svenska finska
    och eller att som en ett den det de är var har hade med på för av till från i om inte kan ska
    vi ni man hos där när än så också alla redan sin sitt sina efter före utan under över samt bara
    vid mellan genom flera många båda två tre
    jokainen jokaisen tietää tiedä vastaa kertoo kertoa näkee näkevät saa saavat saadaan pitää pysyy
    tehdään tekee tekevät menee tulee tulevat jää jäävät olisi voisi pitäisi ehtii ehdi haluaa
    hakee hakevat tunti tuntia viikossa viikkoa viikon kuukausi kuukautta kuukaudessa vuodessa vuosi
    vuotta päivässä päivää päivän käsin sähköisesti itse eri sama saman samat samalla uusi uuden
    uudet hyvä paljon vähän kerran aina joskus ensin toinen toisen kukin kukaan mukana kautta
    aikana yhtä enää heti pois kiinni mukaan kuinka minkä koska siksi jolloin samaan
    ingen inget inga kommer blir får måste vill går tar ger gör görs finns behöver idag varje vissa
    ännu bara sedan egen eget egna hela både olika samma nya ny nytt gärna
    the and or of to in for with a an is are on by from that this it be as at
    """)
)
_NOISE = ("kunta", "kuna", "kunti", "kokeil", "digi", "käyt", "oteta", "komun", "prövar")
"""Beginnings (each letter once) of words that nearly every registration uses."""

_BEGINNING = 5
"""Letters by which two words count as the same; six miss every second inflected form."""
_RUN = re.compile(r"(.)\1+", re.DOTALL)
_SHORTEST_HEAD = 3
_LONE = 0.5
"""What a word weighs that no other text uses: it tells that a text has more to say, not what."""
_TOPIC = 0.5
"""What a topic's keywords weigh as such: the topics of a pair are counted by themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Texts taken apart; rows of `matrix` are at most 1 long (texts x terms of two or more)."""

    terms: tuple[Mapping[str, str], ...]
    """For each text its terms, with the word of the text that stands for each."""
    weights: Mapping[str, float]
    matrix: NDArray[np.float64]


def read_texts(texts: Sequence[str], keywords: Mapping[str, str]) -> Texts:
    """Take texts apart; `keywords` gives the topic of a word's beginning, in any language."""
    concepts = _concepts(keywords)
    spelled = [_spelled(text) for text in texts]
    heads = {bare[:_BEGINNING] for each in spelled for bare in each.values()}
    terms = tuple(_terms(each, heads, concepts=concepts) for each in spelled)
    counts = Counter(term for each in terms for term in each)
    weights = {term: _weight(term, count=count, texts=len(texts)) for term, count in counts.items()}
    common = {term for term, count in counts.items() if count > 1}
    return Texts(terms, weights, _matrix(terms, weights, common=common))


def likeness(
    texts: Texts, *, rows: Sequence[int] | slice, columns: Sequence[int] | slice
) -> NDArray[np.float64]:
    """How alike texts are, 0 to 1 (rows x columns): the cosine of their weighted terms."""
    return np.clip(texts.matrix[rows] @ texts.matrix[columns].T, 0.0, 1.0)


def shared_words(texts: Texts, *, one: int, other: int, most: int = 4) -> tuple[str, ...]:
    """The words that two texts share, the weightiest first, as the first text spells them."""
    mine, theirs = texts.terms[one], texts.terms[other]
    common = ranked((term for term in mine if term in theirs and not is_topic(term)), texts)
    shown: dict[str, str] = {}
    # Spelled alike first; what has no common spelling is shown in both: chattbot / chatti.
    for term in sorted(common, key=_is_concept):
        is_same = mine[term] == theirs[term] or not _is_concept(term)
        shown.setdefault(mine[term], mine[term] if is_same else f"{mine[term]} / {theirs[term]}")
    return tuple(shown.values())[:most]


def ranked(terms: Iterable[str], texts: Texts) -> list[str]:
    """Terms with the weightiest first, words before concepts."""
    return sorted(terms, key=lambda term: (-texts.weights[term], _is_concept(term), term))


def is_topic(term: str) -> bool:
    """Whether a term stands for a topic's keywords and so is no word to show."""
    return term.startswith("=topic ")


def _is_concept(term: str) -> bool:
    return term.startswith("=")


def techniques(text: str) -> frozenset[str]:
    """The systems and techniques that a text names."""
    found = (_found(bare, _TECHNIQUE_OF) for bare in _spelled(text).values())
    return frozenset(each for keys in found for each in keys)


def _bare(word: str) -> str:
    """A word with each run of a letter as one: kk, pp, tt come and go with inflection."""
    return _RUN.sub(r"\1", word)


@lru_cache(1 << 12)  # a text is looked at for its words, and again for its techniques
def _spelled(text: str) -> Mapping[str, str]:
    """The words of a text that say something, with their bare forms."""
    bare = {word: _bare(word) for word in words(text) if word not in _STOP and _tells(word)}
    return {word: each for word, each in bare.items() if not each.startswith(_NOISE)}


def _tells(word: str) -> bool:
    if word.isalpha():  # most words
        return len(word) > 2
    return not word.isdigit() and (len(word) > 2 or any(map(str.isdigit, word)))


def _terms(
    spelled: Mapping[str, str], heads: set[str], *, concepts: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    terms: dict[str, str] = {}
    for word, bare in spelled.items():
        for term in (bare[:_BEGINNING], *_later_parts(bare, heads), *_found(bare, concepts)):
            terms.setdefault(term, word)
    return terms


def _later_parts(bare: str, heads: set[str]) -> Iterable[str]:
    """Later parts of a compound: those with which some word of the texts begins."""
    for start in range(_SHORTEST_HEAD, len(bare) - _BEGINNING + 1):
        part = bare[start : start + _BEGINNING]
        if part in heads:
            yield part


def _found(bare: str, concepts: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for length in range(2, len(bare) + 1):
        yield from concepts.get(bare[:length], ())


def _by_beginning(concepts: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for beginning, concept in concepts:
        found.setdefault(_bare(beginning), []).append(concept)
    return {beginning: tuple(dict.fromkeys(each)) for beginning, each in found.items()}


_TECHNIQUE_OF = _by_beginning((word, key) for key, each in TECHNIQUES.items() for word in each)


def _concepts(keywords: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    known = [(word, f"={key}") for key, each in {**TECHNIQUES, **_ACROSS}.items() for word in each]
    topics = [("".join(words(word)), f"=topic {topic}") for word, topic in keywords.items()]
    return _by_beginning([*known, *topics])


def _weight(term: str, *, count: int, texts: int) -> float:
    """The rarer a term, the more it says (inverse document frequency)."""
    share = (_LONE if count == 1 else 1.0) * (_TOPIC if is_topic(term) else 1.0)
    return math.log((texts + 1) / count) * share


def _matrix(
    terms: Sequence[Mapping[str, str]], weights: Mapping[str, float], *, common: set[str]
) -> NDArray[np.float64]:
    # Terms of one text alone add to its length only, so they need no column.
    columns = {term: column for column, term in enumerate(sorted(common))}
    matrix = np.zeros((len(terms), len(columns)))
    for row, each in enumerate(terms):
        length = math.sqrt(sum(weights[term] ** 2 for term in sorted(each)))
        for term in each.keys() & columns.keys():
            matrix[row, columns[term]] = weights[term] / length
    return matrix

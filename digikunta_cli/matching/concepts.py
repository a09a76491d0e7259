"""What the words of a text name: techniques and everyday subjects, in Finnish and Swedish.

No model and no list of inflections: words are compared by their beginnings.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from digikunta_cli.text import words

Concepts = Mapping[str, tuple[str, ...]]
"""Keys by the beginnings of words that stand for them."""

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
SUBJECTS: Mapping[str, tuple[str, ...]] = {
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


BEGINNING = 5
"""Letters by which two words count as the same; six miss every second inflected form."""
_REPEATED = re.compile(r"(.)(?=\1)", re.DOTALL)


def techniques(text: str) -> frozenset[str]:
    """The systems and techniques that a text names."""
    found = (keys_of(bare, _TECHNIQUE_OF) for bare in bare_words(text).values())
    return frozenset(each for keys in found for each in keys)


def bare_form(word: str) -> str:
    """A word with each run of a letter as one: kk, pp, tt come and go with inflection."""
    return _REPEATED.sub("", word)


@lru_cache(1 << 12)  # a text is looked at for its words, and again for its techniques
def bare_words(text: str) -> Mapping[str, str]:
    """The words of a text that say something, with their bare forms."""
    bare = {word: bare_form(word) for word in words(text) if word not in _STOP and _tells(word)}
    return {word: each for word, each in bare.items() if not each.startswith(_NOISE)}


def _tells(word: str) -> bool:
    if word.isalpha():  # most words
        return len(word) > 2
    return not word.isdigit() and (len(word) > 2 or any(map(str.isdigit, word)))


def keys_of(bare: str, concepts: Concepts) -> Iterable[str]:
    """The keys whose beginnings a bare word has, the shorter beginnings first."""
    for length in range(2, len(bare) + 1):
        yield from concepts.get(bare[:length], ())


def by_beginning(concepts: Iterable[tuple[str, str]]) -> Concepts:
    """Keys by the bare form of the beginnings of their words."""
    found: dict[str, list[str]] = {}
    for beginning, concept in concepts:
        found.setdefault(bare_form(beginning), []).append(concept)
    return {beginning: tuple(dict.fromkeys(each)) for beginning, each in found.items()}


_TECHNIQUE_OF = by_beginning((word, key) for key, each in TECHNIQUES.items() for word in each)
_SAME = {"booking-at-all": "booking"}
"""A technique and a subject that are one to those who meet about them."""
_SUBJECT_OF = by_beginning(
    (word, f"={_SAME.get(key, key)}")
    for concepts in (TECHNIQUES, SUBJECTS)
    for key, each in concepts.items()
    for word in each
)
_FIRST_TWO = frozenset(beginning[:2] for beginning in _SUBJECT_OF)
_VAGUE = (
    *_NOISE,
    *("asiak", "asioi", "asuka", "asuki", "elekt", "henki", "ihmi", "invån", "järje", "kaupu"),
    *("kokem", "kund", "kymen", "möjli", "paika", "palve", "person", "päivä", "resid", "servi"),
    *("sähkö", "tiedo", "tieto", "tilan", "tjäns", "toim", "vasta", "verk", "yhte"),
)
"""Beginnings of words that texts on anything name time and again; bare, as all beginnings are."""
_SHORTEST_WORD = 4


@lru_cache(1 << 15)  # a report looks at all texts for needs in words, and again for themes
def mentions(text: str) -> Mapping[str, Sequence[str]]:
    """What a text names, each time as it spells it.

    Techniques and subjects go by `=` and their key, all other words by their beginning.
    """
    named: dict[str, list[str]] = {}
    for word in words(text):
        for each in _named_by(word):
            named.setdefault(each, []).append(word)
    return named


@lru_cache(1 << 14)  # the same words come again in text after text
def _named_by(word: str) -> tuple[str, ...]:
    if word in _STOP or not _tells(word):
        return ()
    bare = bare_form(word)
    says_little = len(bare) < _SHORTEST_WORD or bare.startswith(_VAGUE)
    beginning = () if says_little else (bare[:BEGINNING],)
    if bare[:2] not in _FIRST_TWO:  # most words, and much quicker
        return beginning
    return (*beginning, *dict.fromkeys(keys_of(bare, _SUBJECT_OF)))

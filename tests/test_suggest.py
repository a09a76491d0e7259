"""Which topic a free text is taken to be about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.suggest import Suggestion, suggest
from digikunta_cli.topics import Catalogue, find_file, load

CATALOGUE = load(find_file(None))

PHRASES = {
    "future-role": """
        Kunnan toimintojen sopeuttaminen, kun verotulot ja asukasluku pienenevät
        Mitä kunnalle jää, kun sote lähtee
        Elinvoimaohjelman uudistaminen yhdessä yritysten kanssa
        Strategiatyö: tulevaisuuden kaupunki
        Vad blir kvar för kommunen efter reformen?
        Millainen on kuntamme vuonna 2030, kun sote on maakunnan vastuulla?
        Elinvoiman ja hyvinvoinnin edistäminen kunnan päätehtävänä
        Kommunens roll som främjare av livskraft och välfärd
    """,
    "decision-making": """
        Kokouskäytäntöjen digitalisointi
        Yhtymävaltuuston sähköiset kokoukset
        Tietovarasto ja johdon mittarit
        Sähköinen päätöksentekojärjestelmä luottamushenkilöille
        Laskujen ja päätösten hyväksyminen kännykällä
        Kustannuslaskenta ja seurantatiedot lautakunnille
        Beslutsstöd och nyckeltal
        Johtamisen tueksi reaaliaikaista tietoa palvelujen käytöstä ja kustannuksista
        Kokousten puheet tekstiksi ja pöytäkirja automaattisesti
        Beslutsprocessen utan papper
    """,
    "e-services": """
        Jätevesilupahakemusten käsittely verkossa
        Koulukyytihakemukset sähköisesti
        Kuntalaisten yhteydenotot yhteen palveluun
        Toimeentulotukihakemus netissä
        Matkailijoiden ja mökkiläisten sähköinen asiointi
        Etäpalvelu videoyhteydellä kunnan virkailijaan
        Kulttuuriavustusten haku ja maksatus sähköisesti
        Ansökan om dagvårdsplats på webben
        Felanmälan med mobil och karta
        Chatt för rådgivning
        Kunnan tilojen ja välineiden varausjärjestelmä
        Kunnan vaihteen ja neuvonnan chat-palvelu
        Ilmoitus kadun viasta puhelimella
        Elektronisk tidsbokning
    """,
    "citizen-centred": """
        Kuntalaisen digitaalinen palvelukokemus
        Palvelut ikäihmisen arkeen
        Asiakaslähtöisyys rakennusvalvonnassa
        Päiväkodin arki vanhempien toiveiden mukaan
        Asiakastiedon kokoaminen: yksi näkymä asiakkaaseen
        Användarvänliga tjänster enligt invånarnas önskemål
        Kundresan beskrivs tillsammans med klienterna
        Lapsiperheiden arjen helpottaminen: mitä perheet tarvitsevat?
        Käyttäjäkokemus kunnan palveluissa
    """,
    "participation": """
        Joukkoistaminen: asukkaat keräävät tietoa luontokohteista
        Puheenvuoro kuntalaisille: verkkokeskustelu budjetista
        Asukaskysely liikenneturvallisuudesta
        Kaupunginosien omat ideapankit
        Yhteisöllinen suunnittelu ja vaikuttaminen
        Rådslag och enkäter på nätet
        Medborgarbudget i skolan
        Asukkaat kertovat mielipiteensä tekstiviestillä
        Avoin valmistelu: asukkaat näkevät asian jo luonnosvaiheessa ja voivat ottaa kantaa
        Medborgarinitiativ och omröstningar på webben
    """,
    "innovations": """
        Tekoäly ennustaa koulupudokkuutta
        Kutsutaksi ja liikkumisen palvelut maaseudulla
        Kaukovalvonta ja esineiden internet vesihuollossa
        Älypuhelimella ohjattava valaistus
        Itsepalvelukirjasto
        Drönare inspekterar vägar
        Robotti apuna hoitotyössä ja kouluissa
        Lumenpoiston ohjaus paikkatiedon ja antureiden avulla
        Artificiell intelligens i kundservicen
    """,
    "other": """
        Digiosaamisen vahvistaminen kouluissa
        Tietojärjestelmien kilpailutus
        Perusopetuksen opetussuunnitelma
        Kiinteistöjen energiankulutus
        Emme tiedä vielä
        Marknadsföring av skärgården
        Tietosuojavastaavan työn jakaminen kuntien kesken
        Laajakaistan rakentaminen kyliin
        Gemensam upphandling av it-system
    """,
}
"""Invented answers to "muu, mikä?" that were written before the keywords were last changed."""


def phrases() -> list[tuple[str, str]]:
    """Every phrase after its topic."""
    return [
        (topic, line.strip())
        for topic, lines in PHRASES.items()
        for line in lines.splitlines()
        if line.strip()
    ]


def catalogue(
    keywords: Mapping[str, Sequence[str]], hints: Mapping[str, Sequence[str]] | None = None
) -> Catalogue:
    """A catalogue with these Finnish keywords and hints of each topic, and no others."""
    return Catalogue(
        tuple(
            replace(
                topic,
                keywords={"fi": tuple(keywords.get(topic.key, ()))},
                hints={"fi": tuple((hints or {}).get(topic.key, ()))},
            )
            for topic in CATALOGUE.topics
        )
    )


def test_the_best_candidate_is_right_for_most_phrases() -> None:
    """At least 77 of 100 texts have their topic as the best candidate."""
    told = phrases()
    right = [topic for topic, text in told if suggest(text, CATALOGUE).candidates[0][0] == topic]

    assert len(told) >= 60
    assert len(right) >= 0.77 * len(told)


def test_a_clear_suggestion_is_nearly_always_right() -> None:
    """Of 37 suggestions that are clear, 36 are right, and at least half of the texts get one."""
    told = phrases()
    clear = [(topic, found) for topic, text in told if (found := suggest(text, CATALOGUE).topic)]
    right = [topic for topic, found in clear if topic == found]

    assert len(clear) >= len(told) / 2
    assert len(right) * 37 >= len(clear) * 36


def test_a_text_without_words_has_no_candidates() -> None:
    """Nothing is said about a text that says nothing."""
    assert suggest(" - ?", CATALOGUE) == Suggestion(" - ?", None, ())


def test_an_unrecognised_text_stays_with_other_and_is_not_clear() -> None:
    """A text without any clue is left for a person to decide."""
    assert suggest("qwerty", CATALOGUE) == Suggestion("qwerty", None, (("other", 0),))


def test_a_hint_alone_is_not_clear() -> None:
    """One point is shown as a candidate and suggests nothing."""
    few = catalogue({}, {"e-services": ["netti"]})

    assert suggest("Netti", few) == Suggestion("Netti", None, (("e-services", 1),))


def test_two_hints_are_clear_together() -> None:
    """Two points suffice where no other topic has any."""
    few = catalogue({}, {"e-services": ["netti", "haku"]})

    assert suggest("Nettihaku, haku", few) == Suggestion(
        "Nettihaku, haku", "e-services", (("e-services", 2),)
    )


def test_equal_scores_are_not_clear_and_come_in_the_order_of_the_topics() -> None:
    """A tie shows the two best and lets a person decide."""
    few = catalogue({"innovations": ["robot"], "e-services": ["chat"], "other": ["kilpailut"]})
    text = "Chat ja robotti kilpailutetaan"

    assert suggest(text, few) == Suggestion(text, None, (("e-services", 2), ("innovations", 2)))


@pytest.mark.parametrize(
    ("keyword", "text", "is_found"),
    [
        ("lomak", "Sähköiset LOMAKKEET", True),
        ("lomak", "Verkkolomakkeet", False),
        ("-lomak", "Verkkolomakkeet", True),
        ("-lomak", "Lomakkeet", True),
        ("kunna rooli", "Rooli, joka on kunnan", True),
        ("kunna rooli", "Kunnan tehtävä", False),
        ("ai", "AI kouluissa", True),
        ("ai", "Aika paljon", False),
        ("e-tjänst", "Nya e-tjänster", True),
        ("e-tjänst", "En tjänst", False),
        ("suomi.fi", "Suomi.fi-viestit", True),
        ("...", "Mitä vain ...", False),
    ],
)
def test_how_a_keyword_finds_words(keyword: str, text: str, *, is_found: bool) -> None:
    """Beginnings, with a hyphen later parts, all of several words, abbreviations as whole words."""
    found = suggest(text, catalogue({"e-services": [keyword]})).topic

    assert (found == "e-services") is is_found


def test_a_keyword_of_two_languages_counts_once() -> None:
    """The same word in the Finnish and the Swedish list is one clue."""
    topics = tuple(replace(t, keywords={}, hints={}) for t in CATALOGUE.topics[:-1])
    both = replace(CATALOGUE.topics[-1], keywords={"fi": ("gdpr",), "sv": ("GDPR",)}, hints={})

    assert suggest("GDPR", Catalogue((*topics, both))).candidates == (("other", 2),)


def test_no_shipped_keyword_says_twice_what_another_says() -> None:
    """A word counts once, so no keyword of a list is found wherever another one is."""
    for topic in CATALOGUE.topics:
        for texts in (topic.keywords, topic.hints):
            told = {word for words in texts.values() for word in words}
            assert [(a, b) for a in told for b in told if a != b and covers(a, b)] == []


def covers(wide: str, narrow: str) -> bool:
    """Whether every text with the narrow keyword has the wide one too."""
    whole = [f"^{part}" if part[0] != "-" else part[1:] for part in narrow.split()]
    parts = [f"^{part}" if part[0] != "-" else part[1:] for part in wide.split()]
    return all(len(part) > 3 and any(part in each for each in whole) for part in parts)


WORDS = st.sampled_from([text for _, text in phrases()]) | st.text()


@given(WORDS)
def test_a_topic_is_suggested_exactly_where_the_best_leads(text: str) -> None:
    """Clear means at least two points and one more than the next; candidates go downwards."""
    found = suggest(text, CATALOGUE)
    scores = [score for _, score in found.candidates]
    lead = scores[0] - (scores[1] if len(scores) > 1 else 0) if scores else 0

    assert found.text == text
    assert len(scores) <= 2
    assert scores == sorted(scores, reverse=True)
    assert found.topic == (found.candidates[0][0] if lead >= 1 and scores[0] >= 2 else None)


@given(WORDS)
def test_capitals_and_punctuation_make_no_difference(text: str) -> None:
    """A text means the same however it is set."""
    assert suggest(f" {text}! ", CATALOGUE).candidates == suggest(text, CATALOGUE).candidates

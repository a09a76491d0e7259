"""Candidates for theme events."""

from dataclasses import replace

from digikunta_cli.matching.themes import MOST_SPEAKERS, MOST_THEMES
from digikunta_cli.outlook import Theme
from tests.matching.theme_cases import ARCHIVE, BOOKING, MAPS, guest, host, keys, themes


def test_three_of_a_topic_could_meet() -> None:
    """A theme says who, in which language, from where, and how many are without a mentor."""
    guests = (guest(0, region="02"), guest(1, region="01"), guest(2, region="02"))

    assert themes(*guests, hosts=(host(0),), without=frozenset({100, 102})) == (
        Theme(
            key="innovations",
            kind="topic",
            topic="innovations",
            experimenters=(100, 101, 102),
            speakers=(200,),
            languages=("fi",),
            regions=("02", "01"),
            without_mentor=2,
        ),
    )


def test_two_are_no_theme() -> None:
    """Three experimenters are the least."""
    assert keys(guest(0, MAPS), guest(1, MAPS)) == []


def test_one_organisation_is_no_theme() -> None:
    """Three experiments of one municipality need no event; a partner of it is no other."""
    own = frozenset({"body-0"})
    joint = frozenset({"body-0", "body-9"})

    assert keys(guest(0), guest(1, bodies=own), guest(2, bodies=joint)) == []
    assert keys(guest(0), guest(1, bodies=own), guest(2)) == ["innovations"]


def test_everything_else_is_no_theme() -> None:
    """Those who only have the topic of everything else need something that they all name."""
    other = frozenset({"other"})
    guests = [guest(place, MAPS, topics=other) for place in range(3)]
    (theme,) = themes(*guests, hosts=(host(0, MAPS), host(1)))

    assert keys(*(replace(each, text="") for each in guests)) == []
    assert (theme.key, theme.kind, theme.topic) == ("kartalla", "word", None)
    assert theme.speakers == (200,)


def test_without_a_common_language_there_is_no_theme() -> None:
    """Two who speak Finnish and two who speak Swedish cannot meet as three."""
    swedish = frozenset({"sv"})
    four = [guest(0), guest(1), guest(2, languages=swedish), guest(3, languages=swedish)]

    assert keys(*four) == []
    assert keys(*four, guest(4, languages=frozenset())) == ["innovations"]


def test_a_theme_is_in_the_languages_of_most() -> None:
    """Who told no language can take part in any; where none is of most, the best one is named."""
    both = frozenset({"fi", "sv"})
    languages = [both, both, both, frozenset({"fi"}), frozenset({"sv"})]
    guests = [guest(place, languages=each) for place, each in enumerate(languages)]
    apart = [frozenset({each}) for each in ("fi", "fi", "fi", "sv", "sv", "sv", "en")]

    assert themes(*guests)[0].languages == ("fi", "sv")
    assert themes(*(guest(p, languages=each) for p, each in enumerate(apart)))[0].languages == (
        "fi",
    )
    assert themes(*(guest(p, languages=frozenset()) for p in range(3)))[0].languages == ()


def test_who_told_no_language_needs_another_organisation_too() -> None:
    """Three experiments of one municipality are no theme whatever they told."""
    one = frozenset({"one"})
    guests = [guest(place, languages=frozenset(), bodies=one) for place in range(3)]

    assert keys(*guests) == []


def test_what_texts_name_twice_is_a_theme_across_topics() -> None:
    """A subject goes by its key and a word by its spelling; the topic is that of most."""
    topics = ("e-services", "decision-making", "e-services")
    guests = [
        guest(place, f"{MAPS} {ARCHIVE}" if place else ARCHIVE, topics=frozenset({topic}))
        for place, topic in enumerate(topics)
    ]
    more = guest(3, f"{MAPS} Karttapalvelu.", topics=frozenset())
    found = {theme.key: theme for theme in themes(*guests, more)}

    assert found.keys() == {"archive", "kartalla"}
    assert found["archive"].kind == "subject"
    assert found["archive"].topic == "e-services"
    assert found["kartalla"].experimenters == (101, 102, 103)


def test_what_a_text_names_once_is_no_theme() -> None:
    """A word in passing is not what an experiment is about."""
    assert keys(*(guest(place, "Näkyy kartalla.", topics=frozenset()) for place in range(3))) == []


def test_a_word_that_says_the_same_is_left_out() -> None:
    """Varaus is no theme beside booking where nobody else comes for it."""
    guests = [guest(place, BOOKING, topics=frozenset()) for place in range(3)]

    assert keys(*guests) == ["booking"]


def test_most_without_a_mentor_come_first() -> None:
    """Then the theme of most experimenters."""
    few = [guest(place, topics=frozenset({"participation"})) for place in range(3)]
    many = [guest(place, topics=frozenset({"e-services"})) for place in range(3, 7)]

    assert keys(*few, *many) == ["e-services", "participation"]
    assert keys(*few, *many, without=frozenset({101})) == ["participation", "e-services"]


def test_half_of_the_themes_are_narrower_than_a_topic() -> None:
    """Whole topics leave room for what recurs in the texts, and fill it where nothing does."""
    topics = frozenset(
        {"future-role", "decision-making", "e-services", "participation", "innovations"}
    )
    words = ("robotti robotin", "anturi anturit", "hakemus ansökan", "lautta lautalla")
    guests = [
        guest(4 * number + place, text, topics=topics)
        for number, text in enumerate(words)
        for place in range(4)
    ]
    kinds = [theme.kind for theme in themes(*guests)]

    assert len(kinds) == MOST_THEMES
    assert [kinds.count(kind) for kind in ("topic", "subject", "word")] == [4, 3, 1]
    assert len(themes(*(replace(each, text="") for each in guests))) == len(topics)


def test_who_offers_talks_speaks_first() -> None:
    """Then whose text names the theme; another language, topic or no commitment keep one out."""
    hosts = (
        host(0),
        host(1, "Kartta."),
        host(2, support=frozenset({"talk"})),
        host(3, support=frozenset({"visit"}), languages=frozenset({"en"})),
        host(4, support=frozenset({"visit"}), topics=frozenset({"participation"})),
        host(5, support=frozenset({"talk"}), committed=False),
        host(6, MAPS, support=frozenset({"mentor"}), topics=frozenset(), languages=frozenset()),
    )
    found = {t.kind: t for t in themes(*(guest(place, MAPS) for place in range(3)), hosts=hosts)}

    assert found["topic"].speakers == (202, 200, 201)
    assert themes(*(guest(p, MAPS, topics=frozenset()) for p in range(3)), hosts=hosts)[
        0
    ].speakers == (206,)


def test_a_theme_has_few_speakers() -> None:
    """So many as one could ask."""
    hosts = tuple(host(place) for place in range(9))

    assert len(themes(*map(guest, range(3)), hosts=hosts)[0].speakers) == MOST_SPEAKERS

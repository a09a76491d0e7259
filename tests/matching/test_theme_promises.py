"""What holds of theme events whoever takes part."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.matching.themes import MOST_THEMES, event_themes
from tests.matching.theme_cases import ARCHIVE, BOOKING, MAPS, guest, host

LANGUAGES = st.frozensets(st.sampled_from(["fi", "sv", "en"]))

TEXTS = st.sampled_from(["", MAPS, BOOKING, ARCHIVE, f"{MAPS} {BOOKING}"])

TOPICS = st.frozensets(st.sampled_from(["innovations", "e-services", "other"]))

GUESTS = st.lists(
    st.tuples(
        TEXTS,
        TOPICS,
        LANGUAGES,
        st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=2),
        st.sampled_from([None, "01", "02"]),
        st.booleans(),
    ),
    max_size=12,
)

HOSTS = st.lists(
    st.tuples(TEXTS, TOPICS, LANGUAGES, st.frozensets(st.sampled_from(["talk", "mentor"]))),
    max_size=5,
)

Guests = list[tuple[str, frozenset[str], frozenset[str], frozenset[str], str | None, bool],]

Hosts = list[tuple[str, frozenset[str], frozenset[str], frozenset[str]]]


@given(GUESTS, HOSTS, st.randoms(use_true_random=False))
def test_themes_keep_every_promise(guests: Guests, hosts: Hosts, random: object) -> None:
    """Size, organisations, language, speakers and order hold for any network, in any order."""
    experimenters = [
        guest(p, text, topics=topics, languages=languages, bodies=bodies, region=region)
        for p, (text, topics, languages, bodies, region, _left) in enumerate(guests)
    ]
    mentors = [
        host(p, text, topics=topics, languages=languages, support=support)
        for p, (text, topics, languages, support) in enumerate(hosts)
    ]
    without = {each.id for each, (*_, left) in zip(experimenters, guests, strict=True) if left}
    found = event_themes(experimenters, mentors, without=without)
    known, speaking = ({each.id: each for each in side} for side in (experimenters, mentors))

    random.shuffle(experimenters)  # type: ignore[attr-defined]
    random.shuffle(mentors)  # type: ignore[attr-defined]
    assert event_themes(experimenters, mentors, without=without) == found
    assert len(found) <= MOST_THEMES
    assert [(-t.without_mentor, -len(t.experimenters)) for t in found] == sorted(
        (-t.without_mentor, -len(t.experimenters)) for t in found
    )
    for theme in found:
        inside = [known[each] for each in theme.experimenters]
        assert theme.kind != "topic" or all(theme.key in each.topics for each in inside)
        assert theme.without_mentor == len(without & set(theme.experimenters))
        assert set(theme.regions) == {each.region for each in inside if each.region}
        assert set(theme.speakers) <= speaking.keys()
        for language in theme.languages or ("",):
            able = [e for e in inside if not language or not e.languages or language in e.languages]
            assert len(able) >= 3
            assert any(a.bodies.isdisjoint(b.bodies) for a, b in combinations(able, 2))

"""Peer groups of experimenters."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.matching.groups import (
    LARGEST,
    MOST_GROUPS,
    SMALLEST,
    Group,
    peer_groups,
    without_peer,
)
from digikunta_cli.matching.likeness import read_texts
from digikunta_cli.matching.sides import Experimenter

ROBOT = "Ostolaskujen ohjelmistorobotti tiliöi laskut"
BOOKING = "Uimahallin ja venepaikkojen itsepalveluvaraus verkossa"


def one(place: int, text: str = ROBOT, **facts: frozenset[str]) -> Experimenter:
    """An invented experimenter who differs from others by its place only."""
    told = {
        "bodies": frozenset({f"body-{place}"}),
        "topics": frozenset({"innovations"}),
        "languages": frozenset({"fi"}),
        **facts,
    }
    return Experimenter(
        id=100 + place,
        order=f"order-{place:03}",
        text=text,
        bodies=told["bodies"],
        topics=told["topics"],
        languages=told["languages"],
    )


def grouped(*experimenters: Experimenter) -> tuple[Group, ...]:
    """The groups of these experimenters."""
    return peer_groups(experimenters, read_texts([each.text for each in experimenters], {}))


def members(*experimenters: Experimenter) -> list[tuple[int, ...]]:
    """The ids of each group's members."""
    return [group.members for group in grouped(*experimenters)]


def test_those_who_try_the_same_form_a_group() -> None:
    """A group names its members, what they share, and has a key without a name."""
    (group,) = grouped(one(0), one(1), one(2))

    assert group == Group(
        key="innovations-" + group.key.removeprefix("innovations-"),
        members=(100, 101, 102),
        topics=("innovations",),
        shared=("ostolaskujen", "ohjelmistorobotti", "tiliöi", "laskut"),
    )
    assert "order" not in group.key


def test_two_are_no_group() -> None:
    """A group has three members at least, and the others are named as alone."""
    pair = (one(0), one(1))

    assert grouped(*pair) == ()
    assert without_peer(pair, grouped(*pair)) == (100, 101)


def test_a_group_does_not_grow_over_six() -> None:
    """Eight who are alike are too many for one group."""
    experimenters = [one(place) for place in range(8)]
    groups = members(*experimenters)

    assert [len(each) for each in groups] == [6, 3]
    assert without_peer(experimenters, grouped(*experimenters)) == ()


def test_different_experiments_come_in_different_groups() -> None:
    """Texts decide where the topic is the same."""
    robots = [one(place) for place in range(3)]
    bookings = [one(place, BOOKING) for place in range(3, 6)]

    assert members(*robots, *bookings) == [(100, 101, 102), (103, 104, 105)]


def test_the_same_organisation_is_not_twice_in_a_group() -> None:
    """Joint members keep two experiments apart as well."""
    joint = frozenset({"body-0", "body-9"})

    assert members(one(0), one(1), one(2, bodies=joint)) == []


def test_a_group_has_a_common_language() -> None:
    """Two languages that only a third speaks both of are no common language."""
    both = one(2, languages=frozenset({"fi", "sv"}))
    swedish = one(1, languages=frozenset({"sv"}))

    assert members(one(0), swedish, both) == []
    assert members(one(0), one(1, languages=frozenset()), both) == [(100, 101, 102)]


def test_common_languages_by_twos_are_not_enough() -> None:
    """Three who can talk by twos but not all together are no group."""
    languages = ({"fi", "sv"}, {"sv", "en"}, {"en", "fi"})
    three = [one(place, languages=frozenset(each)) for place, each in enumerate(languages)]

    assert members(*three) == []


def test_other_is_no_common_topic() -> None:
    """Those who only have the topic of everything else need texts that are alike."""
    other = frozenset({"other"})
    texts = (ROBOT, BOOKING, "Kaavaluonnokset selaimeen")

    assert members(*(one(place, text, topics=other) for place, text in enumerate(texts))) == []


def test_alike_texts_are_enough_without_a_topic() -> None:
    """A group without a common topic goes by a word that all share."""
    (group,) = grouped(*(one(place, topics=frozenset()) for place in range(3)))

    assert group.topics == ()
    assert group.key.startswith("lasku-")
    assert group.shared[0] == "ostolaskujen"


def test_a_common_topic_is_enough_for_those_left_over() -> None:
    """Experimenters with different texts are put together by topic in the end."""
    texts = (ROBOT, BOOKING, "Kaavaluonnokset selaimeen")

    assert members(*(one(place, text) for place, text in enumerate(texts))) == [(100, 101, 102)]


def test_one_left_over_joins_a_group_of_its_topic() -> None:
    """A group with room takes in who has none."""
    experimenters = (one(0), one(1), one(2), one(3, BOOKING))

    assert members(*experimenters) == [(100, 101, 102, 103)]


def test_groups_of_one_stem_and_first_member_have_keys_of_their_own() -> None:
    """A second group with the same first member is numbered."""
    experimenters = [one(place, "") for place in range(8)]
    keys = [group.key for group in grouped(*experimenters)]

    assert keys == [keys[0], f"{keys[0]}-2"]


TOPICS = st.frozensets(st.sampled_from(["innovations", "e-services", "other"]))
SIDES = st.lists(
    st.tuples(
        st.sampled_from([ROBOT, BOOKING, "", "Robotti varaa venepaikan"]),
        TOPICS,
        st.frozensets(st.sampled_from(["fi", "sv"])),
        st.frozensets(st.sampled_from("abcdefghijkl"), min_size=1, max_size=2),
    ),
    max_size=14,
)


@given(SIDES)
def test_groups_keep_every_promise(
    sides: list[tuple[str, frozenset[str], frozenset[str], frozenset[str]]],
) -> None:
    """Size, memberships, bodies, languages and something shared hold for any experimenters."""
    experimenters = [
        one(place, text, topics=topics, languages=languages, bodies=bodies)
        for place, (text, topics, languages, bodies) in enumerate(sides)
    ]
    groups = grouped(*experimenters)
    times = Counter(member for group in groups for member in group.members)
    known = {each.id: each for each in experimenters}

    assert all(count <= MOST_GROUPS for count in times.values())
    assert len({group.key for group in groups}) == len(groups)
    for group in groups:
        inside = [known[member] for member in group.members]
        assert SMALLEST <= len(inside) <= LARGEST
        assert group.topics or group.shared
        assert all(a.bodies.isdisjoint(b.bodies) for a, b in combinations(inside, 2))
        told = [each.languages for each in inside if each.languages]
        assert not told or frozenset.intersection(*told)
    assert set(without_peer(experimenters, groups)) == known.keys() - times.keys()


def test_the_first_spelling_of_a_word_is_shown() -> None:
    """A word that the first member does not have is spelled as the next one does."""
    texts = ("Venepaikkojen varaus", "Venepaikat varaukseen satamassa", "Venepaikka satamasta")
    (group,) = grouped(*(replace(one(place), text=text) for place, text in enumerate(texts)))

    assert group.shared == ("venepaikkojen", "satamassa", "varaus")

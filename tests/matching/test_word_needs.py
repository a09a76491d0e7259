"""Needs in words: what experimenters' texts are about, against what mentors' texts name."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.matching.sides import Experimenter, Mentor
from digikunta_cli.matching.word_needs import MOST, needs_in_words
from digikunta_cli.outlook import WordNeed

MAPS = "Auraustilanne kartalla. Aurat näkyvät kartalta."
BOOKING = "Venepaikkojen varaus. Varaukset tehdään itse."
ARCHIVE = "Arkiv för ritningar. Pappersarkiv blir e-arkiv, arkivet öppnas."


def asking(place: int, text: str) -> Experimenter:
    """An invented experimenter with this text."""
    return Experimenter(
        id=100 + place,
        order=f"order-{place:03}",
        bodies=frozenset({f"body-{place}"}),
        topics=frozenset(),
        languages=frozenset(),
        text=text,
    )


def offering(place: int, text: str, capacity: int | None = 2) -> Mentor:
    """An invented mentor with this text."""
    return Mentor(
        id=200 + place,
        order=f"order-{place:03}",
        bodies=frozenset({f"host-{place}"}),
        topics=frozenset(),
        languages=frozenset(),
        text=text,
        capacity=capacity,
    )


def needs(
    *texts: str, mentors: tuple[Mentor, ...] = (), without: frozenset[int] = frozenset()
) -> tuple[WordNeed, ...]:
    """The needs of experimenters with these texts."""
    sides = [asking(place, text) for place, text in enumerate(texts)]
    return needs_in_words(sides, mentors, without=without)


def test_a_need_says_who_asks_and_who_offers() -> None:
    """Mentors who mention it count with their seats; not told is no seat."""
    mentors = (offering(0, "Kartta"), offering(1, MAPS, None), offering(2, BOOKING, 9))

    assert needs(MAPS, MAPS, MAPS, mentors=mentors, without=frozenset({101, 102})) == (
        WordNeed(
            key="kartalla",
            kind="word",
            experimenters=3,
            without_mentor=2,
            mentors=2,
            seats=2,
        ),
    )


def test_a_subject_goes_by_its_key_in_any_language() -> None:
    """What stands for a technique or subject needs no word beside it."""
    (need,) = needs(ARCHIVE, "Asiakirjojen arkisto, arkistot", "Arkistointi arkistoon")

    assert (need.key, need.kind, need.experimenters) == ("archive", "subject", 3)


def test_two_are_no_need_and_in_passing_is_none() -> None:
    """Three texts that name it more than once are the least."""
    assert needs(MAPS, MAPS) == ()
    assert needs(MAPS, MAPS, "Näkyy kartalla.") == ()


def test_what_most_exceeds_the_seats_comes_first() -> None:
    """Then what most are without a mentor for."""
    few, many = (MAPS,) * 3, (BOOKING,) * 4
    seats = (offering(0, BOOKING, 3),)

    assert [each.key for each in needs(*few, *many)] == ["booking", "kartalla"]
    assert [each.key for each in needs(*few, *many, mentors=seats)] == ["kartalla", "booking"]
    left = frozenset({103})
    even = needs(*few, *many, mentors=(offering(0, BOOKING, 1),), without=left)
    assert [each.key for each in even] == ["booking", "kartalla"]


def test_two_words_of_the_same_texts_are_one_need() -> None:
    """Who writes of ferries on the map is one need, by the first of the words."""
    (need,) = needs(*("lautta kartalla, lautat kartalta",) * 3)

    assert need.experimenters == 3


TEXTS = st.lists(st.sampled_from([MAPS, BOOKING, ARCHIVE, "lautta", "lautta lautalla"]), max_size=3)


@given(
    st.lists(TEXTS, max_size=9),
    st.lists(st.tuples(TEXTS, st.sampled_from([None, 0, 1, 5])), max_size=4),
    st.randoms(use_true_random=False),
)
def test_needs_keep_every_promise(
    asked: list[list[str]], offered: list[tuple[list[str], int | None]], random: Random
) -> None:
    """Counts, order and number hold for any network, in any order."""
    experimenters = [asking(place, " ".join(texts)) for place, texts in enumerate(asked)]
    mentors = [
        offering(place, " ".join(texts), told) for place, (texts, told) in enumerate(offered)
    ]
    without = {each.id for each in experimenters if each.id % 2}
    found = needs_in_words(experimenters, mentors, without=without)
    random.shuffle(experimenters)
    random.shuffle(mentors)

    assert needs_in_words(experimenters, mentors, without=without) == found
    assert len(found) <= MOST
    assert len({each.key for each in found}) == len(found)
    for one, other in pairwise(found):
        assert one.experimenters - one.seats >= other.experimenters - other.seats
    for need in found:
        assert 3 <= need.experimenters <= len(experimenters)
        assert need.without_mentor <= min(need.experimenters, len(without))
        assert need.mentors <= len(mentors)
        assert need.seats <= sum(each.capacity or 0 for each in mentors)

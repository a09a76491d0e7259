"""How many mentors an experimenter still wishes for."""

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.model import (
    Organisation,
    OrganisationType,
    Pair,
    PairState,
    Participant,
    Registration,
    Role,
)
from digikunta_cli.wishes import ended_of, wishes_left


def pair(experimenter: int, state: PairState) -> Pair:
    """An invented pair."""
    return Pair(
        id=None,
        experimenter=experimenter,
        mentor=99,
        state=state,
        score=0,
        topics=(),
        parts={},
        facts={},
        flags=(),
    )


def wisher(wanted: int | None) -> Participant:
    """An invented registration that wants so many mentors."""
    return Participant(
        id=1,
        identity="1",
        role=Role.EXPERIMENTER,
        organisation=Organisation(key="1", name="Salo", type=OrganisationType.MUNICIPALITY),
        registration=Registration(role=Role.EXPERIMENTER, row=1),
        topics=(),
        languages=(),
        bodies=frozenset(),
        wanted=wanted,
    )


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(PairState))), st.integers(0, 3))
def test_each_pair_that_ended_has_met_one_wish(
    made: list[tuple[int, PairState]], wanted: int
) -> None:
    """Pairs of others and in other states meet none, and nobody wishes for less than none."""
    ended = sum(each == (1, PairState.ENDED) for each in made)
    left = wishes_left(wisher(wanted), ended_of(pair(*each) for each in made))

    assert left == max(wanted - ended, 0)


def test_who_told_no_wish_has_none_left() -> None:
    """As a mentor, who has none."""
    assert wishes_left(wisher(None), {}) == 0

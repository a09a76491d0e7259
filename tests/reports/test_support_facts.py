"""Experiments counted once, whoever of a joint project registered them."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.model import (
    Answer,
    Organisation,
    OrganisationType,
    Participant,
    Registration,
    Role,
)
from digikunta_cli.reports.network.facts import NetworkFacts
from digikunta_cli.reports.network.support_facts import (
    FUNDING_KEYS,
    experiments,
    funding_rows,
    share_of_asked,
    sharing_one,
)

PLACES = ("a", "b", "c", "d")


@st.composite
def registrations(draw: st.DrawFn) -> tuple[Participant, ...]:
    """Experimenters of few organisations and titles, with partners and wishes for money."""
    places = draw(st.lists(st.sampled_from(PLACES), max_size=9))
    return tuple(_participant(draw, id, place) for id, place in enumerate(places, 1))


def _participant(draw: st.DrawFn, id: int, place: str) -> Participant:
    answers = {"title": Answer(draw(st.sampled_from(("", "x", "y"))))}
    funding = draw(st.sampled_from(("yes", "maybe", "no", None)))
    euros = draw(st.one_of(st.none(), st.integers(-1, 100)))
    answers |= {"funding": Answer(funding, funding)} if funding else {}
    answers |= {"funding_sum": Answer("n", euros)} if euros is not None else {}
    return Participant(
        id=id,
        identity=f"{id}",
        role=Role.EXPERIMENTER,
        organisation=Organisation(key=place, name=place, type=OrganisationType.MUNICIPALITY),
        registration=Registration(
            role=Role.EXPERIMENTER, row=id, answers=answers, answered_at=datetime(2016, 9, id)
        ),
        topics=(),
        languages=(),
        bodies=frozenset({place, *draw(st.sets(st.sampled_from(PLACES)))}),
    )


def _facts(everyone: tuple[Participant, ...]) -> NetworkFacts:
    return NetworkFacts(
        date="2016-09-30",
        since=None,
        everyone=everyone,
        pairs=(),
        unmatched=(),
        cures=(),
        groups=(),
        themes=(),
        was_matched=False,
    )


@settings(max_examples=40, deadline=None)
@given(registrations())
def test_every_registration_is_of_one_experiment(everyone: tuple[Participant, ...]) -> None:
    """None is lost or doubled; those of one experiment have one title, and money is nobody's twice.

    Where nobody names another, every registration is an experiment of its own; and no sum goes by
    who came first.
    """
    every = experiments(_facts(everyone))
    rows = funding_rows(every)

    assert sorted(each.id for one in every for each in one.registrations) == [
        each.id for each in everyone
    ]
    assert all(len({each.title for each in one.registrations}) == 1 for one in every)
    assert sum(row.experiments for row in rows) == len(every) == len(everyone) - sharing_one(every)
    assert tuple(row.answer for row in rows) == FUNDING_KEYS
    assert all(row.with_sum <= row.experiments for row in rows)
    if len({each.organisation.key for each in everyone}) == len(everyone):
        assert funding_rows(experiments(_facts(everyone[::-1]))) == rows
    if all(len(each.bodies) == 1 for each in everyone):
        assert len(every) == len(everyone)


def test_half_a_per_cent_of_what_is_asked_for_goes_up() -> None:
    """As whoever counts again by hand or in a sheet has it."""
    assert share_of_asked(125, 200) == 63
    assert (share_of_asked(None, 200), share_of_asked(125, 0)) == (None, None)

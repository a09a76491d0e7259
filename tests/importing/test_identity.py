"""Which registration an answered form belongs to."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.identity import (
    History,
    belongs_to,
    identity,
    is_newer,
    version_of,
)
from digikunta_cli.model import Answer, Registration, Role


def form(**answers: str) -> Registration:
    """An experimenter's form with these answers."""
    return Registration(
        role=Role.EXPERIMENTER,
        row=2,
        answers={field: Answer(text) for field, text in answers.items()},
    )


def test_a_title_is_compared_without_case_blanks_and_punctuation() -> None:
    """Two ways to write one experiment's name are one identity."""
    one = form(title="Kyläkyyti – kyytien yhdistely")
    other = form(title="kyläkyyti: Kyytien  yhdistely.")

    assert (
        identity(one, "420")
        == identity(other, "420")
        == "experimenter|420|kyläkyytikyytienyhdistely"
    )


def test_a_mentor_is_its_organisation() -> None:
    """A mentor's registration has no title in its identity."""
    assert identity(Registration(role=Role.MENTOR, row=2), "091") == "mentor|091"


def history(*forms: Registration) -> History:
    """A registration with these answers so far."""
    made = History(1, 1)
    for each in forms:
        made.remember(version_of(each))
    return made


MINE = form(contact_email="aino.esimerkki@salo.example", need="Varaukset puhelimella ja paperilla")


def test_the_same_contact_is_the_same_registration() -> None:
    """The form's own e-mail helps, whatever the case of its letters."""
    again = form(contact_email="Aino.Esimerkki@Salo.example", need="Jotain aivan uutta nyt tässä")
    histories = [history(MINE)]

    assert belongs_to(version_of(again), histories) is histories[0]


def test_a_new_contact_with_the_same_content_is_the_same_registration() -> None:
    """The contact may change while the experiment stays."""
    heir = form(
        contact_email="matti.mallikas@salo.example", need="varaukset puhelimella, paperilla"
    )
    histories = [history(MINE)]

    assert belongs_to(version_of(heir), histories) is histories[0]


def test_another_contact_with_another_content_is_another_registration() -> None:
    """Both are kept, since neither the contact nor the content says that they are one."""
    other = form(contact_email="liisa.testinen@salo.example", need="Robotti tiliöi ostolaskut")

    assert belongs_to(version_of(other), [history(MINE)]) is None


def test_without_a_contact_nothing_tells_two_registrations_apart() -> None:
    """A blank e-mail differs from none."""
    histories = [history(MINE)]

    assert belongs_to(version_of(form(need="Robotti tiliöi ostolaskut")), histories) is histories[0]


def test_the_answers_own_time_decides_which_is_newer() -> None:
    """An old export that comes late supersedes nothing; without times the later one wins."""
    old = version_of(Registration(role=Role.MENTOR, row=2, answered_at=datetime(2016, 8, 1)))
    new = version_of(Registration(role=Role.MENTOR, row=3, answered_at=datetime(2016, 9, 1)))
    timeless = version_of(Registration(role=Role.MENTOR, row=4))

    assert is_newer(new, than=old)
    assert not is_newer(old, than=new)
    assert is_newer(timeless, than=new)
    assert is_newer(old, than=timeless)


def test_nothing_told_differs_from_nothing() -> None:
    """An answer without any description may belong to the one that has another contact."""
    silent = form(contact_email="toinen@salo.example")

    assert belongs_to(version_of(silent), histories := [history(MINE)]) is histories[0]


def test_content_decides_where_no_contact_is_told() -> None:
    """An answer without an e-mail goes to the registration that it describes."""
    robot = form(contact_email="liisa.testinen@salo.example", need="Robotti tiliöi ostolaskut")
    histories = [history(MINE), history(robot)]

    assert belongs_to(version_of(form(need="robotti tiliöi ostolaskut")), histories) is histories[1]


def test_another_contact_is_another_registration_where_neither_says_what_it_is() -> None:
    """Only the contacts are there to compare, and they differ."""
    mine = form(contact_email="aino.esimerkki@salo.example")
    other = form(contact_email="liisa.testinen@salo.example")

    assert belongs_to(version_of(other), [history(mine)]) is None


def test_what_no_field_takes_describes_where_nothing_else_does() -> None:
    """The same words under an unknown heading are the same content."""
    extras = {"Kuvaus": "Robotti tiliöi ostolaskut"}
    mine = replace(form(contact_email="aino.esimerkki@salo.example"), extras=extras)
    heir = replace(form(contact_email="liisa.testinen@salo.example"), extras=extras)

    assert belongs_to(version_of(heir), histories := [history(mine)]) is histories[0]


CONSENT = st.sampled_from([True, False, None])
MOMENT = st.none() | st.datetimes(datetime(2016, 1, 1), datetime(2016, 12, 31))


@given(answers=st.lists(st.tuples(MOMENT, CONSENT), min_size=1, max_size=6))
def test_a_yes_without_a_time_counts_only_if_the_latest_time_says_yes(
    answers: list[tuple[datetime | None, bool | None]],
) -> None:
    """Whatever comes in whatever order."""
    kept = History(1, 1)
    current = None
    for at, told in answers:
        version = version_of(
            Registration(
                role=Role.MENTOR,
                row=2,
                answers={"commitment": Answer("", told)},
                answered_at=at,
            )
        )
        dated = kept.latest_dated()
        if current is None or is_newer(version, than=current, dated=dated):
            current = version
        kept.remember(version)
    latest = kept.latest_dated()

    assert current is not None
    assert latest is None or current.agreed <= latest.agreed

"""`digikunta meeting` as a coordinator runs it: planning, inviting, noting who came."""

import sqlite3
from typing import Any

import pytest

from tests.conftest import Digikunta

ALI, BERIT, CARL, DORA, EMIL, FANNI = range(1, 7)
"""Ids in the order of import: four experiments, Salo with two of them, then two mentors."""


def only(digikunta: Digikunta) -> dict[str, Any]:
    """The meeting as JSON shows it."""
    (found,) = digikunta("meeting", "show", "1", "--format", "json").json
    assert isinstance(found, dict)
    return found


def test_a_meeting_lasts_two_hours_unless_told(planned: Digikunta) -> None:
    """All that was told is kept, times as Finland's clocks show them."""
    assert planned("meeting", "list", "--format", "json").json == [
        {
            "id": 1,
            "title": "Verkosto tapaa",
            "starts": "2017-03-31T09:30",
            "ends": "2017-03-31T11:30",
            "place": "Helsinki",
            "topics": ["participation"],
            "invited": [],
            "attended": [],
            "cancelled": False,
        }
    ]


def test_meetings_to_come_are_listed_before_those_past(planned: Digikunta) -> None:
    """The next one first, then the latest past one."""
    for date in ("2090-01-01", "2080-01-01", "2018-01-01"):
        planned("meeting", "add", date, "--date", date, "--start", "9")

    listed = planned("meeting", "list", "--format", "json").json

    assert [each["id"] for each in listed] == [3, 2, 4, 1]
    assert "Meetings past" in planned("meeting", "list", "--format", "md").out


def test_without_meetings_the_list_says_how_to_plan_one(digikunta: Digikunta) -> None:
    """No database is made for looking."""
    assert "digikunta meeting add" in digikunta("meeting", "list").out
    assert digikunta("meeting", "list", "--format", "json").json == []


def test_a_change_leaves_what_is_not_told(planned: Digikunta) -> None:
    """A later start moves the end; empty texts take away; calendars learn how often it changed."""
    planned("meeting", "change", "1", "--start", "12", "--title", "Uusi nimi")
    planned("meeting", "change", "1", "--place", "", "--topic", "", "--date", "2017-04-01")
    planned("meeting", "change", "1", "--note", "")
    planned("meeting", "change", "1", "--start", "12:00")
    found, text = only(planned), planned("meeting", "calendar", "1").out

    assert (found["title"], found["place"], found["topics"]) == ("Uusi nimi", None, [])
    assert (found["starts"], found["ends"]) == ("2017-04-01T12:00", "2017-04-01T14:00")
    assert found["note"] is None
    assert "SEQUENCE:2\r\n" in text.replace("\n", "\r\n").replace("\r\r", "\r")


def test_a_cancelled_meeting_stays_to_be_told_until_it_is_taken_back(planned: Digikunta) -> None:
    """Calendars learn of both, once each; meanwhile nothing is planned for it."""
    planned("meeting", "change", "1", "--date", "31.3.2090")
    planned("meeting", "invite", "1", "Salo")
    first = planned("meeting", "cancel", "1")
    planned("meeting", "cancel", "1")
    calendar = planned("meeting", "calendar", "1").out
    refused = [
        planned("meeting", *told)
        for told in (
            ("change", "1", "--start", "9"),
            ("invite", "1", "Vaasa"),
            ("attend", "1", "Salo"),
            ("sign-in", "1", "-o", "list.xlsx"),
        )
    ]
    cancelled = only(planned)
    planned("meeting", "uninvite", "1", "2")
    listed = planned("meeting", "list").out
    back = planned("meeting", "cancel", "1", "--take-back")
    after = planned("meeting", "calendar", "1").out

    assert "Tell those invited: digikunta letters --meeting 1." in first.out
    assert ("SEQUENCE:2" in calendar, "STATUS:CANCELLED" in calendar) == (True, True)
    assert {(each.code, "Meeting 1 is cancelled" in each.err) for each in refused} == {(2, True)}
    assert (cancelled["cancelled"], cancelled["invited"]) == (True, [ALI, BERIT])
    assert listed.rstrip().endswith("\tcancelled")
    assert "cancelled" not in back.out
    assert ("SEQUENCE:3" in after, "STATUS" in after) == (True, False)


def test_what_there_is_to_do_about_a_meeting_is_said(planned: Digikunta) -> None:
    """Not of one that is over; of a cancelled one only where somebody must be told."""
    over = planned("meeting", "show", "1").out
    added = planned("meeting", "add", "Uusi", "--date", "1. 3. 2090", "--start", "klo 9").out

    assert "This meeting is over." in over
    assert "Nobody is invited yet. Invite with: digikunta meeting invite 2." in added
    assert "Tell those invited" not in planned("meeting", "cancel", "2").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "X", "--date", "30.2.2017", "--start", "9"], "no day 30.2.2017"),
        (["add", "X", "--date", "maybe", "--start", "9"], "no date"),
        (["add", "X", "--date", "1.1.1017", "--start", "9"], "no likely day"),
        (["add", "X", "--date", "26.3.2017", "--start", "3.30"], "Clocks skip 03:30"),
        (["add", "X", "--date", "26.3.2017", "--start", "2"], ""),
        (["add", "X", "--date", "1.1.2017", "--start", "25"], "no time of day"),
        (["add", "X", "--date", "1.1.2017", "--start", "half"], "no time of day"),
        (["add", "X", "--date", "1. 1. 2017", "--start", "kl. 9.30"], ""),
        (["cancel", "9"], "no meeting with id 9"),
        (["add", "X", "--date", "1.1.2017", "--start", "9", "--end", "8"], "end before"),
        (["add", " ", "--date", "1.1.2017", "--start", "9"], "needs a title"),
        (["add", "X", "--date", "1.1.2017", "--start", "9", "--topic", "no"], "no topic"),
        (["show", "9"], "no meeting with id 9"),
        (["invite", "9", "Salo"], "no meeting with id 9"),
        (["invite", "1", "Oulu"], "Nothing here is called"),
        (["invite", "1", "o"], "stands in the names of"),
        (["sign-in", "1", "-o", "list.xlsx"], "Nobody is invited"),
        (["sign-in", "1", "-o", "list.csv"], "must end in .xlsx"),
        (["calendar", "1", "-o", "meeting.txt"], "must end in .ics"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    planned: Digikunta, arguments: list[str], said: str
) -> None:
    """What is wrong and what to do; only times that Finland's clocks never show are missing."""
    told = planned("meeting", *arguments)

    assert (told.code, said in told.err) == ((2, True) if said else (0, True))
    assert told.err.count("\n") == bool(said)


def test_those_with_a_topic_of_the_meeting_are_invited(planned: Digikunta) -> None:
    """Said is how many, how many were already, and who has told no address."""
    first = planned("meeting", "invite", "1", "--format", "json").json
    again = planned("meeting", "invite", "1", "Utsjoki", "Salo")

    assert first == {
        "meeting": 1,
        "invited": [ALI, CARL, EMIL],
        "already": [],
        "without_email": [CARL],
        "clashes": [],
    }
    assert "2 registrations invited." in again.out
    assert "1 was invited already." in again.out
    assert "Without an e-mail address: Utsjoki: Kartta." in again.out
    assert only(planned)["invited"] == [ALI, BERIT, CARL, DORA, EMIL]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--role", "mentor"], [EMIL]),
        (["--topic", "e-services"], [BERIT, DORA, FANNI]),
        (["--topic", "e-services", "--pairs"], [BERIT, DORA, EMIL, FANNI]),
        (["--topic", "e-services", "--role", "mentor", "Salo"], [FANNI]),
        (["--everyone"], [1, 2, 3, 4, 5, 6]),
        (["3", "Vaasa"], [CARL, EMIL]),
        (["--topic", "innovations"], []),
    ],
)
def test_whom_to_invite_can_be_told(
    planned: Digikunta, arguments: list[str], expected: list[int]
) -> None:
    """By name or id, by topic, by role, with the other side of settled pairs, or everyone."""
    told = planned("meeting", "invite", "1", *arguments)

    assert only(planned)["invited"] == expected
    assert ("Ask for less" in told.out) == (not expected)


def test_a_meeting_without_topics_asks_whom_to_invite(planned: Digikunta) -> None:
    """Nobody is invited by accident."""
    planned("meeting", "change", "1", "--topic", "")

    assert "has no topics" in planned("meeting", "invite", "1").err


def test_who_came_is_noted_and_who_was_not_invited_is_added(planned: Digikunta) -> None:
    """An organisation's name means its invited registrations; invitations can be taken back."""
    planned("meeting", "invite", "1")
    came = planned("meeting", "attend", "1", "Salo", "Kuopio")
    absent = planned("meeting", "attend", "1", "Vaasa", "Utsjoki", "--absent")
    gone = planned("meeting", "uninvite", "1", "3", "Utsjoki")
    found = only(planned)

    assert "Not invited before, and added: Kuopio." in came.out
    assert "1 registration did not come." in absent.out
    assert "Not invited: Utsjoki: Kartta." in absent.out
    assert "1 invitation taken back." in gone.out
    assert (found["invited"], found["attended"]) == ([ALI, EMIL, FANNI], [ALI, FANNI])
    assert "came\t2" in planned("meeting", "show", "1").out
    assert planned("meeting", "uninvite", "1", "1", "--format", "json").json == {
        "meeting": 1,
        "uninvited": [1],
        "not_invited": [],
    }


def test_who_will_not_come_is_noted_before_the_day_but_not_who_came(planned: Digikunta) -> None:
    """A slip of the id would note it of a meeting to come."""
    planned("meeting", "change", "1", "--date", "31.3.2090")
    planned("meeting", "invite", "1", "Salo")
    came = planned("meeting", "attend", "1", "Salo")
    absent = planned("meeting", "attend", "1", "Salo", "--absent")

    assert (came.code, "Meeting 1 is only on 2090-03-31" in came.err) == (2, True)
    assert "2 registrations did not come." in absent.out


def test_nobody_came_until_somebody_is_noted(planned: Digikunta) -> None:
    """Not told is not none."""
    planned("meeting", "invite", "1")
    assert "came\t0" not in planned("meeting", "show", "1").out

    planned("meeting", "attend", "1", "Vaasa", "--absent")
    assert "came\t0" in planned("meeting", "show", "1").out


def test_contacts_are_shown_only_of_who_shares_them(planned: Digikunta) -> None:
    """Asked for, and agreed to; nothing else names a person, the record of events least of all."""
    planned("meeting", "invite", "1", "--everyone")
    shown = planned("meeting", "show", "1", "--contacts", "--format", "json").json[0]["contacts"]

    assert sorted(shown) == ["1", "3", "4"]
    assert "Ali Esimerkki" in planned("meeting", "show", "1", "--contacts").out
    assert "Esimerkki" not in planned("meeting", "show", "1").out
    with sqlite3.connect("network.db") as db:
        facts = [row[0] for row in db.execute("select facts from event where action = 'invite'")]
    db.close()
    assert facts == ['{"meeting":1,"invited":6}']

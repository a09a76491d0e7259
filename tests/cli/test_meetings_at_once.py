"""Meetings at the same time, to which the same people are invited."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.meeting import Meeting
from digikunta_cli.services.clashes import clashes
from tests.conftest import Digikunta

DAY = datetime(2090, 3, 31)


def add(digikunta: Digikunta, start: str, end: str, title: str = "Toinen") -> str:
    """Plan a meeting on the day, and give what is said."""
    when = ("--date", "31.3.2090", "--start", start, "--end", end)
    return digikunta("meeting", "add", title, *when).out


def test_a_meeting_at_the_same_time_is_said_once_who_is_in_both(planned: Digikunta) -> None:
    """When it is planned, changed, shown or invited to; never more than a note."""
    add(planned, "9", "11", "Eka")
    planned("meeting", "invite", "2", "Salo", "Vaasa")
    added = add(planned, "10", "12")
    invited = planned("meeting", "invite", "3", "Vaasa", "Utsjoki")
    later = planned("meeting", "change", "3", "--start", "11").out
    sooner = planned("meeting", "change", "3", "--start", "10.59").out
    data = planned("meeting", "show", "3", "--format", "json").json
    again = planned("meeting", "invite", "3", "Salo", "--format", "json").json

    assert "Meeting 2 (Eka) is at the same time; invited to both: 0." in added
    assert "Meeting 2 (Eka) is at the same time; invited to both: 1." in invited.out
    assert "Write to those invited with: digikunta letters --meeting 3." in invited.out
    assert (invited.code, invited.err) == (0, "")
    assert "at the same time" not in later
    assert "Meeting 2 (Eka) is at the same time; invited to both: 1." in sooner
    assert data[0]["clashes"] == [{"meeting": 2, "invited": [5]}]
    assert again["clashes"] == [{"meeting": 2, "invited": [1, 2, 5]}]


def test_a_cancelled_meeting_is_in_nobodys_way(planned: Digikunta) -> None:
    """Whichever of the two it is."""
    add(planned, "9", "11", "Eka")
    planned("meeting", "cancel", "2")
    added = add(planned, "9", "11")
    back = planned("meeting", "cancel", "2", "--take-back").out
    gone = planned("meeting", "cancel", "2").out

    assert "at the same time" not in added + gone
    assert "Meeting 3 (Toinen) is at the same time" in back


def test_who_is_invited_to_a_meeting_that_is_over_gets_no_letter(planned: Digikunta) -> None:
    """So none is offered."""
    invited = planned("meeting", "invite", "1", "Salo").out

    assert "2 registrations invited.\nThis meeting is over." in invited


HOURS = st.tuples(st.integers(0, 22), st.integers(1, 23)).filter(lambda both: both[0] < both[1])


@given(one=HOURS, other=HOURS)
def test_two_meetings_clash_where_they_share_an_hour(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    """Whichever is asked about; one that begins as the other ends does not."""
    first, second = (
        Meeting(
            id=id,
            uid=str(id),
            title="x",
            starts=DAY.replace(hour=hours[0]),
            ends=DAY.replace(hour=hours[1]),
        )
        for id, hours in enumerate((one, other))
    )
    both = (first, second)
    shared = set(range(*one)) & set(range(*other))

    assert bool(clashes(first, both, {})) == bool(shared) == bool(clashes(second, both, {}))

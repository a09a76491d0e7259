"""What the `meeting` commands say: meetings in lists and one by one, who is invited, who came."""

from collections.abc import Container, Iterable, Sequence
from datetime import datetime

from digikunta_cli.document import Cell, Column, Document, Json, Part, Record, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.meeting import Meeting, in_finland
from digikunta_cli.model import Participant, Role
from digikunta_cli.names import Names
from digikunta_cli.reports.meeting_facts import Calendar, Clash, People, Planned
from digikunta_cli.reports.participants import contact_of


def build_list(calendar: Calendar, names: Names) -> Document:
    """All meetings, the next first, then the past ones, the latest first."""
    tables = (
        _table("upcoming", _("Meetings to come"), calendar.upcoming, names),
        _table("past", _("Meetings past"), calendar.past, names),
    )
    hint = _(
        "No meetings yet. Plan one with: digikunta meeting add TITLE --date DATE --start TIME."
    )
    parts: tuple[Part, ...] = tuple(table for table in tables if table.rows)
    return Document(
        title=_("Meetings"),
        parts=parts or (Text((hint,)),),
        data=[meeting_data(each) for each in (*calendar.upcoming, *calendar.past)],
    )


def _table(key: str, title: str, meetings: Sequence[Meeting], names: Names) -> Table:
    return Table(
        key,
        title,
        (
            Column("id", _("id"), "number"),
            Column("title", _("meeting"), heads_row=True),
            Column("starts", _("begins"), "date"),
            Column("place", _("place")),
            Column("topics", _("topics"), "list", is_spare=True),
            Column("invited", _("invited"), "number"),
            Column("attended", _("came"), "number"),
            Column("state", _("state")),
        ),
        tuple(
            (
                each.id,
                each.title,
                each.starts,
                each.place,
                names.topic_list(each.topics),
                len(each.invited),
                len(each.attended),
                state_of(each),
            )
            for each in meetings
        ),
    )


def build_planned(
    planned: Planned, names: Names, *, now: datetime, contacts: bool = False
) -> Document:
    """All about one meeting; contacts only where asked for, and of those who agreed to share."""
    meeting = planned.meeting
    note = ((_("note"), meeting.note),) if meeting.note else ()
    facts = meeting_fields(meeting, planned.people, names)
    record = Record(meeting.title, ((_("id"), meeting.id), *facts, *note))
    invited = _invited(planned, names, contacts=contacts)
    parts: tuple[Part, ...] = (record, invited) if invited.rows else (record,)
    said = (*clash_lines(planned.clashes), *next_steps(meeting, now=now))
    return Document(
        title=meeting.title,
        parts=(*parts, Text(said)) if said else parts,
        data=[
            {
                **meeting_data(meeting),
                "clashes": clash_data(planned.clashes),
                "note": meeting.note,
                "contacts": _contacts(planned) if contacts else None,
            }
        ],
    )


def next_steps(meeting: Meeting, *, now: datetime) -> tuple[str, ...]:
    """What to know or to do next about a meeting, if anything."""
    said = _next_step(meeting, now)
    return (said.format(id=meeting.id),) if said else ()


def _next_step(meeting: Meeting, now: datetime) -> str | None:
    if meeting.ends <= in_finland(now):
        return _("This meeting is over.")
    if meeting.cancelled_at is not None:
        is_told = bool(meeting.invited)
        return _("Tell those invited: digikunta letters --meeting {id}.") if is_told else None
    if not meeting.invited:
        return _("Nobody is invited yet. Invite with: digikunta meeting invite {id}.")
    return _("Write to those invited with: digikunta letters --meeting {id}.")


def clash_lines(clashes: Iterable[Clash]) -> tuple[str, ...]:
    """Which other meetings are at the same time, and how many are invited to both."""
    return tuple(
        _("Meeting {id} ({title}) is at the same time; invited to both: {count}.").format(
            id=each.meeting.id, title=each.meeting.title, count=len(each.invited)
        )
        for each in clashes
    )


def clash_data(clashes: Iterable[Clash]) -> list[Json]:
    """The same as data."""
    return [{"meeting": each.meeting.id, "invited": list(each.invited)} for each in clashes]


def meeting_fields(meeting: Meeting, people: People, names: Names) -> tuple[tuple[str, Cell], ...]:
    """When and where a meeting is and what about, and how many of these people are invited."""
    invited = [people[each] for each in meeting.invited if each in people]
    fields: tuple[tuple[str, Cell], ...] = (
        (_("begins"), meeting.starts),
        (_("ends"), meeting.ends),
        (_("place"), meeting.place),
        (_("topics"), names.topic_list(meeting.topics)),
        (_("experimenters invited"), _of_role(invited, Role.EXPERIMENTER)),
        (_("mentors invited"), _of_role(invited, Role.MENTOR)),
        (_("came"), _came(meeting, people)),
        (_("state"), state_of(meeting)),
    )
    return tuple(field for field in fields if field[1] not in (None, ()))


def state_of(meeting: Meeting) -> str | None:
    """What there is to say of a meeting that does not take place."""
    return None if meeting.cancelled_at is None else _("cancelled")


def _came(meeting: Meeting, people: People) -> int | None:
    """How many of these came, None until it was noted of any."""
    noted = [each for each in meeting.invitations if each.attended is not None]
    return sum(bool(each.attended) and each.registration in people for each in noted) or (
        0 if noted else None
    )


def _of_role(invited: Iterable[Participant], role: Role) -> int:
    return sum(each.role is role for each in invited)


def _invited(planned: Planned, names: Names, *, contacts: bool) -> Table:
    came = {each.registration: each.attended for each in planned.meeting.invitations}
    columns = [
        Column("id", _("id"), "number"),
        Column("organisation", _("organisation"), heads_row=True),
        Column("title", _("experiment")),
        Column("role", _("role")),
        Column("topics", _("topics"), "list", is_spare=True),
        Column("came", _("came")),
    ]
    if contacts:
        columns.append(Column("contact", _("contact"), "lines"))
    rows = []
    for each in in_order((planned.people[id] for id in came), names):
        cells: list[Cell] = [
            each.id,
            names.organisation(each),
            each.title,
            label(each.role.value),
            names.topic_list(each.topics),
            came[each.id],
        ]
        if contacts:
            told = (contact_of(each) or {}).values()
            cells.append(tuple(value for value in told if isinstance(value, str)))
        rows.append(tuple(cells))
    return Table("invited", _("Invited"), tuple(columns), tuple(rows))


def in_order(people: Iterable[Participant], names: Names) -> Sequence[Participant]:
    """The participants in Finnish order of what they are called."""
    return sorted(people, key=lambda each: (names.order(each), each.role.value, each.id))


def _contacts(planned: Planned) -> dict[str, Json]:
    """Contacts of those invited who agreed to share them, by id."""
    told = {id: contact_of(planned.people[id]) for id in planned.meeting.invited}
    return {str(id): contact for id, contact in told.items() if contact is not None}


def meeting_data(meeting: Meeting, here: Container[int] | None = None) -> dict[str, Json]:
    """A meeting as the JSON contract has it; its times are Finland's.

    Only registrations that are `here` are told of, where it is given.
    """
    invited, attended = (
        [id for id in ids if here is None or id in here]
        for ids in (meeting.invited, meeting.attended)
    )
    return {
        "id": meeting.id,
        "title": meeting.title,
        "starts": meeting.starts.isoformat(timespec="minutes"),
        "ends": meeting.ends.isoformat(timespec="minutes"),
        "place": meeting.place,
        "topics": list(meeting.topics),
        "invited": list(invited),
        "attended": list(attended),
        "cancelled": meeting.cancelled_at is not None,
    }

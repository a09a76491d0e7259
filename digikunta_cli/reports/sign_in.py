"""What is printed for a meeting: the list to sign, who sits where, and what name badges say."""

from collections.abc import Iterable, Iterator

from digikunta_cli.document import Cell, Column, Document, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant
from digikunta_cli.names import Names
from digikunta_cli.reports.meeting_facts import SignIn
from digikunta_cli.reports.meetings import in_order, meeting_data
from digikunta_cli.reports.participants import contact_of

_SPARE_ROWS = 5
"""Blank rows for those who come without being invited."""
_Row = tuple[Cell, ...]


def build(printed: SignIn, names: Names, *, contacts: bool = False) -> Document:
    """A sheet to sign, one of tables and one of badges; names of contacts only where asked for.

    Those then are of the registrations that agreed to share them.
    """
    people = in_order(printed.people.values(), names)
    return Document(
        title=printed.meeting.title,
        parts=(
            Text(tuple(filter(None, (printed.meeting.place,))), "faint"),
            _to_sign(people, names, contacts=contacts),
            _seating(printed, names),
            _badges(people, names, contacts=contacts),
        ),
        data=[meeting_data(printed.meeting)],
        subtitle=printed.meeting.starts.isoformat(" ", "minutes"),
    )


def _to_sign(people: Iterable[Participant], names: Names, *, contacts: bool) -> Table:
    rows = [
        (*_who(each, names), names.topic_list(each.topics), _name(each, contacts), None)
        for each in people
    ]
    blank: list[_Row] = [(None,) * 5] * _SPARE_ROWS
    return Table(
        "sign-in",
        _("Sign-in"),
        (
            Column("organisation", _("organisation"), heads_row=True),
            Column("part", _("experiment or role")),
            Column("topics", _("topics"), "list"),
            Column("name", _("name")),
            Column("signature", _("signature")),
        ),
        (*rows, *blank),
    )


def _seating(printed: SignIn, names: Names) -> Table:
    return Table(
        "seating",
        _("Seating by topic"),
        (
            Column("table", _("table"), "number"),
            Column("topic", _("topic")),
            Column("organisation", _("organisation"), heads_row=True),
            Column("part", _("experiment or role")),
        ),
        tuple(_seats(printed, names)),
    )


def _seats(printed: SignIn, names: Names) -> Iterator[_Row]:
    for number, table in enumerate(printed.tables, 1):
        topic = _("several") if table.topic is None else label(f"topic:{table.topic}")
        for each in in_order((printed.people[id] for id in table.members), names):
            yield (number, topic, *_who(each, names))


def _badges(people: Iterable[Participant], names: Names, *, contacts: bool) -> Table:
    columns = [
        Column("first_line", _("first line"), heads_row=True),
        Column("second_line", _("second line")),
    ]
    if contacts:
        columns.insert(0, Column("name", _("name")))
    rows = [
        (*((_name(each, contacts),) if contacts else ()), *_who(each, names)) for each in people
    ]
    return Table("badges", _("Name badges"), tuple(columns), tuple(rows))


def _who(participant: Participant, names: Names) -> _Row:
    part = participant.title or label(participant.role.value)
    return names.organisation(participant), part


def _name(participant: Participant, contacts: bool) -> Cell:
    """The contact's name, nothing where it may not be shown."""
    contact = contact_of(participant) if contacts else None
    name = (contact or {}).get("name")
    return name if isinstance(name, str) else None

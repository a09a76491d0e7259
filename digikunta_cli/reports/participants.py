"""What `list` says: participants in a table, and as data without any language in it."""

from collections.abc import Sequence

from digikunta_cli.document import Cell, Column, Document, Json, Table, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant, Role
from digikunta_cli.names import Names

_CONTACT = ("name", "title", "email", "phone")


def build(everyone: Sequence[Participant], names: Names, *, contacts: bool = False) -> Document:
    """The participants as given; contacts only where asked for and where sharing was granted."""
    columns = [
        Column("id", _("id"), "number"),
        Column("role", _("role")),
        Column("organisation", _("organisation")),
        Column("title", _("experiment")),
        Column("topics", _("topics"), "list"),
        Column("languages", _("languages"), "list", is_spare=True),
        Column("region", _("region"), is_spare=True),
        Column("seats", _("seats"), "number"),
        Column("notes", _("notes"), "list"),
    ]
    if contacts:
        columns.append(Column("contact", _("contact"), "list"))
    rows = tuple(_row(each, names, contacts=contacts) for each in everyone)
    table = Table("participants", _("Participants"), tuple(columns), rows)
    if not rows:
        hint = _("No registration fits. Import exports with: digikunta import FILE...")
        return Document(title=_("Participants"), parts=(table, Text((hint,), "faint")), data=[])
    count = plural("{count} registration", "{count} registrations", len(rows))
    return Document(
        title=_("Participants"),
        parts=(table, Text((count.format(count=len(rows)),), "faint")),
        data=[to_data(each, contacts=contacts) for each in everyone],
    )


def _row(participant: Participant, names: Names, *, contacts: bool) -> tuple[Cell, ...]:
    is_mentor = participant.role is Role.MENTOR
    cells: tuple[Cell, ...] = (
        participant.id,
        label(participant.role.value),
        participant.organisation.name,
        participant.title,
        names.topic_list(participant.topics),
        participant.languages,
        names.region(participant.organisation.region),
        participant.capacity if is_mentor else participant.wanted,
        tuple(_notes(participant)),
    )
    if not contacts:
        return cells
    contact = _contact(participant)
    told = tuple(value for value in (contact or {}).values() if isinstance(value, str))
    return (*cells, told)


def _notes(participant: Participant) -> list[str]:
    notes = []
    if participant.both_roles:
        notes.append(_("both roles"))
    if participant.superseded:
        notes.append(_("earlier answer"))
    if participant.commitment is not True:
        notes.append(_("not committed to share"))
    return notes


def to_data(participant: Participant, *, contacts: bool = False) -> dict[str, Json]:
    """One participant as `list --format json` gives it."""
    organisation = participant.organisation
    return {
        "id": participant.id,
        "role": participant.role.value,
        "organisation": organisation.name,
        "municipalities": list(organisation.municipalities),
        "region": organisation.region,
        "type": organisation.type.value,
        "languages": list(participant.languages),
        "topics": list(participant.topics),
        "other_topic": participant.registration.text("other_topic"),
        "title": participant.title if participant.role is Role.EXPERIMENTER else None,
        "capacity": participant.capacity,
        "wanted": participant.wanted,
        "commitment": participant.commitment,
        "both_roles": participant.both_roles,
        "superseded": participant.superseded,
        "contact": _contact(participant) if contacts else None,
    }


def _contact(participant: Participant) -> dict[str, Json] | None:
    """The contact, None where the network may not have it."""
    if not participant.shares_contact:
        return None
    registration = participant.registration
    return {name: registration.text(f"contact_{name}") for name in _CONTACT}

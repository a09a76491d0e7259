"""What `list` says: participants in a table, and as data without any language in it."""

from collections.abc import Sequence

from digikunta_cli.derived import missing_fields
from digikunta_cli.document import Cell, Column, Document, Json, Table, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant, Role
from digikunta_cli.names import Names

_CONTACT = ("name", "title", "email", "phone")


def build(
    everyone: Sequence[Participant],
    names: Names,
    *,
    contacts: bool = False,
    missing: bool = False,
    is_narrowed: bool = False,
) -> Document:
    """The participants as given, contacts only where asked for and where sharing was granted.

    With `missing`, what was left unanswered; `is_narrowed` where not everyone was asked for.
    """
    columns = [
        Column("id", _("id"), "number"),
        Column("role", _("role")),
        Column("organisation", _("organisation"), heads_row=True),
        Column("title", _("experiment")),
        Column("topics", _("topics"), "list"),
        Column("languages", _("languages"), "list", is_spare=True),
        Column("region", _("region"), is_spare=True),
        Column("capacity", _("seats"), "number"),
        Column("wanted", _("mentors wanted"), "number", is_spare=True),
        Column("notes", _("notes"), "list"),
    ]
    if missing:
        columns.append(Column("missing", _("unanswered"), "lines"))
    if contacts:
        columns.append(Column("contact", _("contact"), "lines"))
    rows = tuple(_row(each, names, contacts=contacts, missing=missing) for each in everyone)
    table = Table("participants", _("Participants"), tuple(columns), rows)
    said = Text((_count(len(rows), is_narrowed=is_narrowed),), "faint")
    return Document(
        title=_("Participants"),
        parts=(table, said),
        data=[to_data(each, contacts=contacts) for each in everyone],
    )


def _count(count: int, *, is_narrowed: bool) -> str:
    if count:
        return plural("{count} registration", "{count} registrations", count).format(count=count)
    if is_narrowed:
        return _("No registration is like that. Ask for less.")
    return _("There are no registrations yet. Import exports with: digikunta import FILE...")


def _row(
    participant: Participant, names: Names, *, contacts: bool, missing: bool
) -> tuple[Cell, ...]:
    cells: list[Cell] = [
        participant.id,
        label(participant.role.value),
        names.organisation(participant),
        participant.title,
        names.topic_list(participant.topics),
        tuple(label(language) for language in participant.languages),
        names.region(participant.organisation.region),
        participant.capacity,
        participant.wanted,
        tuple(_notes(participant)),
    ]
    if missing:
        cells.append(tuple(label(field) for field in missing_fields(participant.registration)))
    if contacts:
        contact = (contact_of(participant) or {}).values()
        cells.append(tuple(value for value in contact if isinstance(value, str)))
    return tuple(cells)


def _notes(participant: Participant) -> list[str]:
    notes = []
    if participant.both_roles:
        notes.append(_("both roles"))
    if participant.superseded:
        notes.append(_("earlier answer"))
    if participant.commitment is False:
        notes.append(_("does not commit to share"))
    if participant.commitment is None:
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
        "members": list(_members(participant)),
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
        "contact": contact_of(participant) if contacts else None,
    }


def _members(participant: Participant) -> tuple[str, ...]:
    """Codes of the other municipalities that take part in a joint project."""
    others = participant.bodies - {*participant.organisation.municipalities}
    return tuple(sorted(body for body in others if body.isdigit()))


def contact_of(participant: Participant) -> dict[str, Json] | None:
    """The contact, None where the network may not have it."""
    if not participant.shares_contact:
        return None
    registration = participant.registration
    return {name: registration.text(f"contact_{name}") for name in _CONTACT}

"""Contacts of those who agreed to share them, where they were asked for."""

from digikunta_cli.document import Column, Json, Part, Table
from digikunta_cli.locale import _, mark
from digikunta_cli.locale.labels import label
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.reports.participants import contact_of

_FIELDS = ("name", "title", "email", "phone")


def _parts(view: View) -> tuple[Part, ...]:
    rows = tuple(
        (
            view.names.who(each),
            label(each.role.value),
            *(each.registration.text(f"contact_{key}") for key in _FIELDS),
        )
        for each in sorted(view.facts.everyone, key=view.names.order)
        if each.shares_contact
    )
    columns = (
        Column("who", _("who"), heads_row=True),
        Column("role", _("role")),
        *(Column(key, label(f"contact_{key}")) for key in _FIELDS),
    )
    note = _("Only those who agreed that the network may have their contact; use it for no more.")
    return (Table("contacts", _("Contacts"), columns, rows, note=note),)


def _data(view: View) -> dict[str, Json]:
    return {
        "contacts": [
            {"id": each.id, **contact}
            for each in view.facts.everyone
            if (contact := contact_of(each))
        ]
    }


SECTION = Section("contacts", _parts, _data, mark("Nobody has agreed to share a contact."))

"""Organisations that both mentor and experiment."""

from digikunta_cli.document import Column, Json, Line, Part, Table
from digikunta_cli.locale import _, mark
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.text import finnish_order


def _parts(view: View) -> tuple[Part, ...]:
    columns = (Column("organisation", _("organisation")),)
    both = {view.names.organisation(each) for each in view.facts.in_both_roles()}
    names = sorted(both, key=finnish_order)
    rows = tuple((name,) for name in names)
    brief = (Line(", ".join(names)),)
    return (Table("both-roles", _("In both roles"), columns, rows, brief=brief),)


def _data(view: View) -> dict[str, Json]:
    return {"both_roles": list(view.facts.both_roles())}


SECTION = Section("both-roles", _parts, _data, mark("No organisation is in both roles."))

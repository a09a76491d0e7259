"""What a report that may be published leaves out, so that no number stands for those it hides.

Where nobody of a role permitted it, the role's columns go, and its counts are unknown to programs.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import compress

from digikunta_cli.document import Bars, Flows, Json, Part, Table
from digikunta_cli.locale import _, plural
from digikunta_cli.model import Role
from digikunta_cli.reports.network.section import View

_ROLE_OF = {
    **dict.fromkeys(("mentors", "capacity", "offered", "speakers"), Role.MENTOR),
    **dict.fromkeys(("experimenters", "wanted", "matched", "unmatched"), Role.EXPERIMENTER),
}
"""Whom a column or a count of this key is about."""


def shown(view: View, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """What a section says without the columns of a hidden role, and once whom its numbers count."""
    if not view.facts.is_partial:
        return parts
    told = [_without_hidden(view, part) for part in parts]
    first = next((n for n, part in enumerate(told) if _counts(part)), None)
    return tuple(_noted(part) if n == first else part for n, part in enumerate(told))


def known(view: View, data: Mapping[str, Json]) -> dict[str, Json]:
    """The same counts, null for those of a hidden role."""
    return {key: None if _is_hidden(view, key) else value for key, value in data.items()}


def left_out(view: View) -> str:
    """Whom the report does not tell of, and that no number of it counts them."""
    if not view.facts.is_partial:
        return _("This report may be published: everyone in it permitted that.")
    return _(
        "This report may be published. Left out and counted nowhere, as they gave no permission:"
        " {who}."
    ).format(who=", ".join(_who(view)))


def _who(view: View) -> list[str]:
    unpermitted = view.facts.unpermitted or {}
    experimenters = unpermitted.get(Role.EXPERIMENTER, 0)
    mentors = unpermitted.get(Role.MENTOR, 0)
    said = (
        (experimenters, plural("{count} experimenter", "{count} experimenters", experimenters)),
        (mentors, plural("{count} mentor", "{count} mentors", mentors)),
    )
    return [words.format(count=count) for count, words in said if count]


def left_out_data(view: View) -> Json:
    """How many were left out for want of a permission; null where nobody asked for that."""
    unpermitted = view.facts.unpermitted
    if unpermitted is None:
        return None
    return {
        "mentors": unpermitted[Role.MENTOR],
        "experimenters": unpermitted[Role.EXPERIMENTER],
    }


def _is_hidden(view: View, key: str) -> bool:
    return key in _ROLE_OF and view.facts.hides(_ROLE_OF[key])


def _without_hidden(view: View, part: Part) -> Part:
    if isinstance(part, Table):
        return _narrowed(view, part)
    if not isinstance(part, Bars):
        return part
    measures = tuple(each for each in part.measures if not _is_hidden(view, each))
    parts = tuple(each for each in part.parts if each[0] in measures)
    return Bars(_narrowed(view, part.table), measures, parts)


def _narrowed(view: View, table: Table) -> Table:
    keeps = [not _is_hidden(view, column.key) for column in table.columns]
    if all(keeps):
        return table
    rows = tuple(tuple(compress(row, keeps)) for row in table.rows)
    return replace(table, columns=tuple(compress(table.columns, keeps)), rows=rows)


def _counts(part: Part) -> bool:
    """Whether there are numbers in it, other than ids."""
    table = part.table if isinstance(part, Bars | Flows) else part
    return isinstance(table, Table) and any(
        column.kind in ("number", "money") and column.key != "id" for column in table.columns
    )


def _noted(part: Part) -> Part:
    if isinstance(part, Bars | Flows):
        return replace(part, table=_noted_table(part.table))
    return _noted_table(part) if isinstance(part, Table) else part


def _noted_table(table: Table) -> Table:
    said = _("Only those who permitted publishing are counted.")
    return replace(table, note=f"{said} {table.note}".rstrip())

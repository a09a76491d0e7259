"""The digikiri study: who takes part, and who wants its results."""

from collections import Counter
from collections.abc import Iterator, Sequence

from digikunta_cli.document import Cell, Column, Json, Line, Table
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Role
from digikunta_cli.reports.network.section import View
from digikunta_cli.reports.network.support_facts import DIGIKIRI_KEYS, digikiri
from digikunta_cli.text import finnish_order


def study_tables(view: View) -> tuple[Table, Table]:
    """How many stand how to the study, and which organisations take part."""
    return _answers(view), _taking_part(view)


def study_data(view: View) -> dict[str, Json]:
    """Ids of registrations by their answer."""
    told: dict[str | None, list[Json]] = {answer: [] for answer in DIGIKIRI_KEYS}
    for each in view.facts.everyone:
        told[digikiri(each)].append(each.id)
    return {answer or "not-told": ids for answer, ids in told.items()}


def _answers(view: View) -> Table:
    """How the registrations of each role stand to the study; all of them where nobody told."""
    counts = Counter((each.role, digikiri(each)) for each in view.facts.everyone)
    told = {answer: [counts[role, answer] for role in Role] for answer in DIGIKIRI_KEYS}
    rows: list[tuple[Cell, ...]] = [
        (_said(answer), *numbers)
        for answer, numbers in told.items()
        # Whom the report leaves out may have said what nobody in it did.
        if any(numbers) or (answer and not view.facts.is_partial)
    ]
    is_told = any(count for (_role, answer), count in counts.items() if answer)
    columns = (
        Column("answer", _("answer")),
        Column("mentors", _("mentors"), "number"),
        Column("experimenters", _("experimenters"), "number"),
    )
    return Table("digikiri", _("The digikiri study"), columns, tuple(rows) if is_told else ())


def _said(answer: str | None) -> str:
    return label(f"digikiri:{answer}") if answer else _("not told")


def _taking_part(view: View) -> Table:
    """Organisations once each, whatever their roles."""
    those = [each for each in view.facts.everyone if digikiri(each) == "yes"]
    roles: dict[str, set[Role]] = {}
    for each in those:
        roles.setdefault(view.names.organisation(each), set()).add(each.role)
    columns = (
        Column("organisation", _("organisation"), heads_row=True),
        Column("roles", _("role"), "list"),
    )
    rows: list[tuple[str, tuple[str, ...]]] = [
        (name, tuple(label(role.value) for role in Role if role in roles[name]))
        for name in sorted(roles, key=finnish_order)
    ]
    title = _("In the digikiri study")
    return Table("taking-part", title, columns, tuple(rows), brief=tuple(_lines(rows)))


def _lines(rows: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[Line]:
    """Everyone of a role together; nobody where it has nobody."""
    for role in map(label, Role):
        names = [name for name, roles in rows if role in roles]
        if names:
            yield Line(f"{role}: {', '.join(names)}")

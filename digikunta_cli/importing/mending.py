"""The rows of a sheet that ask for mending, with the cells that they are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from digikunta_cli.importing.exports import Sheet
from digikunta_cli.importing.form import Form
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.places import (
    Cells,
    column_letters,
    columns_of,
    heading,
    places,
    unanswered,
)
from digikunta_cli.mending import RowToMend, SheetToMend
from digikunta_cli.model import Finding, Registration

_ONLY_TOLD = frozenset(
    {
        "answer-older",
        "commitment-refused",
        "identity-shared",
        "organisation-former",
        "row-test",
        "row-total",
        "row-unfinished",
    }
)
"""Findings of a row that nobody can mend in it; every other one asks for mending."""


def to_mend(sheet: Sheet, findings: Iterable[Finding], *, file: str) -> SheetToMend:
    """The rows with something to mend, each as it stands in the file."""
    by_row: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.row is not None and finding.code not in _ONLY_TOLD:
            by_row[finding.row].append(finding)
    registrations = {each.row: each for each in sheet.registrations}
    rows = [row for row in sheet.grid.rows[sheet.start :] if row[0] in by_row]
    width = max([len(sheet.form.headings), *(len(cells) for _number, cells in rows)])
    return SheetToMend(
        file=file,
        sheet=sheet.sheet,
        headings=tuple(heading(sheet.form, index) for index in range(width)),
        rows=tuple(
            _row_to_mend(sheet.form, row, by_row[row[0]], registrations.get(row[0]), width)
            for row in rows
        ),
    )


def _row_to_mend(
    form: Form,
    row: Row,
    findings: Sequence[Finding],
    registration: Registration | None,
    width: int,
) -> RowToMend:
    number, cells = row
    indices = {i for finding in findings for i in _to_look_at(form, finding, cells, registration)}
    return RowToMend(
        row=number,
        cells=tuple(f"{column_letters(index)}{number}" for index in sorted(indices)),
        findings=tuple(findings),
        answers=(*cells, *[""] * (width - len(cells))),
    )


def _to_look_at(
    form: Form, finding: Finding, cells: Cells, registration: Registration | None
) -> Iterator[int]:
    """The cells of a finding; of what was left unanswered, the cells where it would stand."""
    if finding.code == "answers-missing" and registration:
        for field in unanswered(registration):
            yield from columns_of(form, field)[:1]
    elif finding.code == "commitment-missing":
        yield from columns_of(form, "commitment")[:1]
    elif finding.code == "organisation-missing":
        yield from columns_of(form, "organisation")
    else:
        yield from places(form, finding, cells)

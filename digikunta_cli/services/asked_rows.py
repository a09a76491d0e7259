"""The rows of an import with what there is to ask about them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from digikunta_cli.addresses import usable_address
from digikunta_cli.importing.exports import Export, Sheet
from digikunta_cli.importing.form import Form, questions_of
from digikunta_cli.importing.places import cell_at, columns_of, field_under, places, unanswered
from digikunta_cli.model import Finding, Registration
from digikunta_cli.reports.facts import Imported
from digikunta_cli.services.mending import Exports, with_findings
from digikunta_cli.text import one_line

_UNCLEAR = frozenset({"answer-unclear", "choice-unknown", "number-doubtful", "number-missing"})
"""Findings that only the sender can answer; what was read with a doubt is checked by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRow:
    """A row of an export with the fields to ask about; a rejected one has no registration."""

    export: Export
    sheet: Sheet
    number: int
    cells: tuple[str, ...]
    registration: Registration | None
    fields: tuple[str, ...]
    answers: tuple[str | None, ...]
    """What was answered to each of the fields, None for nothing."""

    def text(self, field: str) -> str | None:
        """The answer to a question that has one column."""
        columns = columns_of(self.sheet.form, field)
        return (cell_at(self.cells, columns[0]) or None) if columns else None

    @property
    def address(self) -> str | None:
        """The form's own e-mail, where it looks like one that reaches somebody."""
        return usable_address(self.text("contact_email") or "")


def asked_rows(exports: Exports, outcomes: Sequence[Imported]) -> Iterator[AskedRow]:
    """All rows of an import with what there is to ask, but those with a newer answer kept."""
    for export, sheet, findings in with_findings(exports, outcomes):
        by_row: dict[int, list[Finding]] = {}
        for finding in findings:
            by_row.setdefault(finding.row or 0, []).append(finding)
        registrations = {each.row: each for each in sheet.registrations}
        for number, cells in sheet.grid.rows[sheet.start :]:
            found = by_row.get(number, [])
            if any(finding.code == "answer-older" for finding in found):
                continue
            registration = registrations.get(number)
            asked = dict(_asked_fields(sheet, cells, registration, found))
            yield AskedRow(
                export=export,
                sheet=sheet,
                number=number,
                cells=cells,
                registration=registration,
                fields=tuple(asked),
                answers=tuple(asked.values()),
            )


def _asked_fields(
    sheet: Sheet,
    cells: tuple[str, ...],
    registration: Registration | None,
    findings: Iterable[Finding],
) -> Iterator[tuple[str, str | None]]:
    """The fields to ask about, in the order of the file, with what was answered."""
    unclear = {
        field: "; ".join(one_line(cells[index]) for index in places(sheet.form, finding, cells))
        for finding in findings
        if finding.code in _UNCLEAR and (field := field_under(sheet.form, finding.column))
    }
    open_ = set(unanswered(registration)) if registration else set()
    if any(finding.code == "organisation-missing" for finding in findings):
        open_.add("organisation")
    for field in _in_order(sheet.form):
        if field in unclear:
            yield field, unclear[field]
        elif field in open_:
            yield field, None


def _in_order(form: Form) -> list[str]:
    """All fields as their questions stand in the file, then those that it does not ask."""
    first = {target.field: index for index, target in sorted(form.targets.items(), reverse=True)}
    last = len(form.headings)
    return sorted(questions_of(form.role), key=lambda field: first.get(field, last))

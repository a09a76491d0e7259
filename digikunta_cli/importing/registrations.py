"""Rows of a recognised form become registrations, and what is wrong in them findings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digikunta_cli.importing.answers import readers
from digikunta_cli.importing.dates import Order, column_order, is_ambiguous, moment
from digikunta_cli.importing.form import Form, heading_of, questions_of
from digikunta_cli.importing.grid import Parted, Row
from digikunta_cli.importing.personal import discreet, email_findings
from digikunta_cli.importing.recurring import recurring_findings
from digikunta_cli.importing.refusals import cell_of, refusal
from digikunta_cli.importing.row_width import is_shifted, width_finding, without_consents
from digikunta_cli.model import Answer, Finding, Registration
from digikunta_cli.topics import Catalogue

_UNDATED = "1980-01-01"
"""LimeSurvey's time of sending where it was told to keep none."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the rows of one sheet hold; each row is a registration or rejected with a finding."""

    registrations: tuple[Registration, ...]
    rejected: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def gather(
    rows: Sequence[Row],
    form: Form,
    catalogue: Catalogue,
    *,
    dates: Order = None,
    odd: Mapping[int, Parted] | None = None,
) -> Gathered:
    """Read every row below the headings; `dates` is the order where the times do not tell it.

    `odd` are a grid's.
    """
    clock, findings = _clock(rows, form, dates)
    refuse = refusal(form)
    read = _row_reader(form, catalogue, clock, odd or {})
    registrations: list[Registration] = []
    rejected: list[Finding] = []
    kept: list[tuple[str, ...]] = []
    for number, cells in rows:
        reason = refuse(number, cells)
        if reason:
            rejected.append(reason)
            continue
        kept.append(cells)
        registration, wrong = read(number, cells)
        registrations.append(registration)
        findings.extend(wrong)
    findings.extend(recurring_findings(kept, form, catalogue))
    return Gathered(tuple(registrations), tuple(rejected), tuple(findings))


@dataclass(frozen=True, slots=True)
class _Clock:
    """How the times of a sheet are read: their column, the order of day and month, the zone."""

    column: int | None
    heading: str
    order: Order
    zone: str
    is_ambiguous: bool

    def read(self, number: int, cells: Sequence[str]) -> tuple[datetime | None, list[Finding]]:
        """When a row was answered, and a finding where its time tells nothing."""
        text = cell_of(cells, self.column)
        at = moment(text, self.order, zone=self.zone) if text else None
        if at or not text or self.is_ambiguous or text.startswith(_UNDATED):
            return at, []
        return None, [Finding(code="date-unclear", row=number, column=self.heading, value=text)]


def _clock(rows: Sequence[Row], form: Form, dates: Order) -> tuple[_Clock, list[Finding]]:
    """The clock of a sheet, and a finding where nothing tells the order of day and month."""
    answered = form.tool.column("answered_at")
    times, told = _times(rows, form)
    order = told or dates
    heading = form.headings[answered] if answered is not None else ""
    zone = "UTC" if "(utc)" in heading.casefold() else ""
    unsure = order is None and is_ambiguous(times)
    findings = [Finding(code="dates-ambiguous", column=heading)] if unsure else []
    return _Clock(answered, heading, order, zone, unsure), findings


def _times(rows: Sequence[Row], form: Form) -> tuple[list[str], Order]:
    """When the rows say that they were answered, and the order that the sheet itself tells."""
    answered, started = form.tool.column("answered_at"), form.tool.column("started_at")
    times = [cell_of(cells, answered) for _number, cells in rows]
    others = [cell_of(cells, started) for _number, cells in rows] if started is not None else []
    # A tool writes both its times in one way, so that either may tell.
    return times, form.tool.date_order or column_order((*times, *others))


def undecided_time(rows: Sequence[Row], form: Form) -> str | None:
    """A time that is another day by either order, where the sheet tells none; None elsewhere."""
    times, order = _times(rows, form)
    if order is not None:
        return None
    return next((text for text in times if moment(text, "dmy") != moment(text, "mdy")), None)


_ReadRow = Callable[[int, Sequence[str]], tuple[Registration, list[Finding]]]
_Missing = Callable[[int, dict[str, Answer]], list[Finding]]


def _row_reader(
    form: Form, catalogue: Catalogue, clock: _Clock, odd: Mapping[int, Parted]
) -> _ReadRow:
    """What makes a registration of a row of this form, and says what is wrong in it."""
    by_field = readers(form, catalogue)
    missing = _missing(form)
    email = heading_of(form, "contact_email")
    extras = tuple((heading, index) for index, heading in form.extras.items())
    response = form.tool.column("response_id")
    blanks = ("",) * len(form.headings)

    def read(number: int, cells: Sequence[str]) -> tuple[Registration, list[Finding]]:
        unlike = width_finding(number, cells, len(form.headings), odd)
        # A row ends at its last filled cell; the readers count on a cell for each heading.
        if len(cells) < len(blanks):
            cells = (*cells, *blanks[len(cells) :])
        answers: dict[str, Answer] = {}
        findings: list[Finding] = []
        for read_field in by_field:
            read_field(cells, number, answers, findings)
        answered_at, unclear = clock.read(number, cells)
        if findings or unclear:
            findings = [discreet(each) for each in (*findings, *unclear)]
        if is_shifted(unlike):
            answers = without_consents(answers)
            # What was pushed into another column may be a name or an address.
            findings = [replace(each, value=None) for each in findings]
        findings += missing(number, answers)
        findings += email_findings(number, answers, email)
        if unlike:
            findings.append(unlike)
        registration = Registration(
            role=form.role,
            row=number,
            answers=answers,
            extras={heading: cells[index] for heading, index in extras if cells[index]},
            answered_at=answered_at,
            response_id=cell_of(cells, response) or None,
        )
        return registration, findings

    return read


def _missing(form: Form) -> _Missing:
    """One finding a row for all that was left unanswered, and one for a refused commitment."""
    required = {
        field: heading_of(form, field) or question.wordings[0]
        for field, question in questions_of(form.role).items()
        if question.required
    }
    commitment = heading_of(form, "commitment")

    def missing(number: int, answers: dict[str, Answer]) -> list[Finding]:
        found: list[Finding] = []
        if not required.keys() <= answers.keys():
            blank = [heading for field, heading in required.items() if field not in answers]
            found.append(Finding(code="answers-missing", row=number, column="; ".join(blank)))
        told = answers.get("commitment")
        if told is None:
            found.append(Finding(code="commitment-missing", row=number, column=commitment))
        elif told.value is False:
            found.append(Finding(code="commitment-refused", row=number, column=commitment))
        return found

    return missing

"""Rows of a recognised form become registrations, and what is wrong in them findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from digikunta_cli.importing.answers import Reader, readers
from digikunta_cli.importing.dates import Order, column_order, is_ambiguous, moment
from digikunta_cli.importing.form import Form, questions_of
from digikunta_cli.model import Answer, Finding, Registration
from digikunta_cli.text import plain
from digikunta_cli.topics import Catalogue

Row = tuple[int, tuple[str, ...]]

_TEST_NAMES = frozenset(
    {"test", "testi", "testing", "testaus", "testikunta", "asdf", "prov", "xxx"}
)
_TOTALS = frozenset(
    {"yhteensä", "summa", "total", "totalt", "sum", "keskiarvo", "medelvärde", "average", "mean"}
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the rows of one sheet hold; each row is a registration or rejected with a finding."""

    registrations: tuple[Registration, ...]
    rejected: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def gather(rows: Sequence[Row], form: Form, catalogue: Catalogue) -> Gathered:
    """Read every row below the headings."""
    answered = form.tool.column("answered_at")
    times = [_cell(cells, answered) for _number, cells in rows]
    findings = _time_findings(times, form, answered)
    read = partial(
        _read_row,
        form=form,
        by_field=readers(form, catalogue),
        order=column_order(times),
    )
    registrations: list[Registration] = []
    rejected: list[Finding] = []
    for number, cells in rows:
        reason = _rejection(number, cells, form)
        if reason:
            rejected.append(reason)
            continue
        registration, wrong = read(number, cells)
        registrations.append(registration)
        findings.extend(wrong)
    return Gathered(tuple(registrations), tuple(rejected), tuple(findings))


def _time_findings(times: list[str], form: Form, answered: int | None) -> list[Finding]:
    if answered is None or not is_ambiguous(times):
        return []
    return [Finding(code="dates-ambiguous", column=form.headings[answered])]


def _cell(cells: Sequence[str], index: int | None) -> str:
    return cells[index] if index is not None and index < len(cells) else ""


def _column(form: Form, field: str) -> int | None:
    return next((i for i, target in form.targets.items() if target.field == field), None)


def _rejection(number: int, cells: Sequence[str], form: Form) -> Finding | None:
    """Why a row is no registration; None where it is one."""
    index = _column(form, "organisation")
    heading = form.headings[index] if index is not None else None
    organisation = plain(_cell(cells, index))
    first = plain(next((cell for cell in cells if cell), "")).rstrip(":")
    if first in _TOTALS and not _cell(cells, _column(form, "contact_email")):
        return Finding(code="row-total", row=number)
    submitted = form.tool.column("answered_at")
    if form.tool.tool == "LimeSurvey" and not _cell(cells, submitted):
        return Finding(code="row-unfinished", row=number)
    if not organisation:
        return Finding(code="organisation-missing", row=number, column=heading)
    if organisation in _TEST_NAMES:
        return Finding(code="row-test", row=number, column=heading)
    return None


def _read_row(
    number: int,
    cells: Sequence[str],
    *,
    form: Form,
    by_field: Sequence[Reader],
    order: Order,
) -> tuple[Registration, list[Finding]]:
    answers: dict[str, Answer] = {}
    findings: list[Finding] = []
    for read in by_field:
        found, wrong = read(cells, number)
        answers.update(found)
        findings.extend(wrong)
    findings.extend(_missing(number, answers, form))
    return (
        Registration(
            role=form.role,
            row=number,
            answers=answers,
            extras={h: cells[i] for i, h in form.extras.items() if i < len(cells) and cells[i]},
            answered_at=_answered(cells, form, order),
            response_id=_cell(cells, form.tool.column("response_id")) or None,
        ),
        findings,
    )


def _answered(cells: Sequence[str], form: Form, order: Order) -> datetime | None:
    return moment(_cell(cells, form.tool.column("answered_at")), order)


def _missing(number: int, answers: dict[str, Answer], form: Form) -> Iterable[Finding]:
    """One finding a row for all that was left unanswered, and one for a refused commitment."""
    blank = [
        question.wordings[0]
        for field, question in questions_of(form.role).items()
        if question.required and field not in answers
    ]
    if blank:
        yield Finding(code="answers-missing", row=number, column="; ".join(blank))
    commitment = answers.get("commitment")
    if commitment is not None and commitment.value is False:
        yield Finding(code="commitment-refused", row=number)
    if commitment is None:
        yield Finding(code="commitment-missing", row=number)

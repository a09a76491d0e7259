"""Every filled cell of a sheet, accounted for: imported, kept, ignored or not understood."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from digikunta_cli.importing.exports import Sheet
from digikunta_cli.importing.form import Form
from digikunta_cli.importing.places import Cells, column_letters, heading, places
from digikunta_cli.mending import Account, ColumnAccount, Fate, Unclear
from digikunta_cli.model import Finding

_UNREAD = frozenset(
    {
        "answer-unclear",
        "choice-unknown",
        "date-unclear",
        "dates-ambiguous",
        "number-doubtful",
        "number-missing",
        "organisation-unknown",
    }
)
"""Findings of an answer that was kept as written, but means nothing to the program."""
_KEPT_TOOL_COLUMNS = frozenset({"answered_at", "response_id"})


def account(sheet: Sheet, findings: Iterable[Finding]) -> Account:
    """Count every filled cell once; `findings` are all that the import has to say of the sheet."""
    unread = _unread(sheet, findings)
    left_out = {finding.row for finding in sheet.rejected}
    counts: dict[int, Counter[Fate]] = defaultdict(Counter)
    for _number, cells in sheet.grid.rows[: sheet.start]:
        _count(counts, ((index, Fate.HEADING) for index in _filled(cells)))
    for number, cells in sheet.grid.rows[sheet.start :]:
        if number in left_out:
            _count(counts, ((index, Fate.IGNORED) for index in _filled(cells)))
            continue
        places = ((index, (number, index)) for index in _filled(cells))
        _count(
            counts,
            (
                (index, Fate.UNCLEAR if place in unread else _fate(sheet.form, index))
                for index, place in places
            ),
        )
    return Account(
        columns=tuple(_column(sheet.form, index, counts[index]) for index in sorted(counts)),
        unclear=tuple(
            _unclear(sheet.form, row, index, code) for (row, index), code in sorted(unread.items())
        ),
        blank=_blank(sheet),
    )


def _count(counts: Mapping[int, Counter[Fate]], fates: Iterable[tuple[int, Fate]]) -> None:
    for index, fate in fates:
        counts[index][fate] += 1


def _filled(cells: Cells) -> Iterator[int]:
    return (index for index, cell in enumerate(cells) if cell)


def _blank(sheet: Sheet) -> int:
    width = len(sheet.form.headings)
    rows = sheet.grid.rows[sheet.start :]
    return sum(width - sum(index < width for index in _filled(cells)) for _number, cells in rows)


def _fate(form: Form, index: int) -> Fate:
    """What becomes of an answer in a column; what is no answer at all is the tool's own."""
    if index in form.targets or form.tool.purposes.get(index) in _KEPT_TOOL_COLUMNS:
        return Fate.IMPORTED
    return Fate.EXTRA if index in form.extras else Fate.IGNORED


def _column(form: Form, index: int, counts: Counter[Fate]) -> ColumnAccount:
    target = form.targets.get(index)
    field = target.field if target else None
    if field is None and form.tool.purposes.get(index) in _KEPT_TOOL_COLUMNS:
        field = form.tool.purposes[index]
    return ColumnAccount(
        letters=column_letters(index), heading=heading(form, index), field=field, counts=counts
    )


def _unclear(form: Form, row: int, index: int, code: str) -> Unclear:
    cell = f"{column_letters(index)}{row}"
    return Unclear(cell=cell, heading=heading(form, index), code=code)


def _unread(sheet: Sheet, findings: Iterable[Finding]) -> dict[tuple[int, int], str]:
    """The filled cells that were not understood, each with the code that says why."""
    left_out = {finding.row for finding in sheet.rejected}
    rows = {n: cells for n, cells in sheet.grid.rows[sheet.start :] if n not in left_out}
    meant = (
        ((number, index), finding.code)
        for finding in findings
        if finding.code in _UNREAD
        for number in (rows if finding.row is None else {finding.row} & rows.keys())
        for index in places(sheet.form, finding, rows[number])
    )
    width = len(sheet.form.headings)
    unheaded = {
        (number, index): "cell-unheaded"
        for number, cells in rows.items()
        for index in _filled(cells)
        if index >= width
    }
    return {**dict(meant), **unheaded}

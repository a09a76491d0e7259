"""`import`: form exports are read, compared with what is kept, and kept in one transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import InputError
from digikunta_cli.importing.exports import Decide, Export, Sheet, read_export
from digikunta_cli.memory import without_collection
from digikunta_cli.model import Finding, Role
from digikunta_cli.reports.change import Change
from digikunta_cli.reports.facts import Imported
from digikunta_cli.services.arrivals import known_histories, sort_in
from digikunta_cli.services.changes import departed, missing_now, told, with_renamed
from digikunta_cli.services.form_changes import form_changes, questions
from digikunta_cli.services.keeping import Judged, judge, keep
from digikunta_cli.store import history
from digikunta_cli.store import intake as store
from digikunta_cli.store.database import writing
from digikunta_cli.store.events import record
from digikunta_cli.store.known import known_answers
from digikunta_cli.topics import Catalogue


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one sheet came to, and the registrations that it holds."""

    outcome: Imported
    held: frozenset[int]
    numbers: Mapping[str, int]
    """The registrations by the number that the form tool gave their answer."""
    newest: datetime | None


@without_collection()
def import_files(
    database: Path,
    files: Sequence[Path],
    catalogue: Catalogue,
    *,
    now: datetime,
    role: Role | None = None,
    dates: str | None = None,
    most_rows: int | None = None,
    dry_run: bool = False,
    strict: bool = False,
    seen: Callable[[Iterable[Export]], None] | None = None,
    decide: Decide | None = None,
) -> tuple[Imported, ...]:
    """Import exports; one bad file and nothing is kept.

    An import that brings nothing new leaves the database byte for byte as it was, as a dry run
    does. Raises InputError where a file is refused, or with `strict` where a row is.
    `seen` is given the exports as they were read; `decide` says how their sheets are read.
    """
    exports = [
        read_export(file, catalogue, role=role, dates=dates, most_rows=most_rows, decide=decide)
        for file in files
    ]
    if seen:
        seen(exports)
    if strict:
        _refuse_rejected(exports)
    with writing(database, keep=not dry_run) as session:
        run = store.next_run(session.db)
        kept = [
            _keep_sheet(session.db, export, sheet, run=run, now=now)
            for export in exports
            for sheet in export.sheets
        ]
        session.keep = session.keep and any(each.outcome.is_news for each in kept)
        return tuple(_with_departures(session.db, each, kept, run) for each in kept)


def _refuse_rejected(exports: Iterable[Export]) -> None:
    for export in exports:
        count = sum(len(sheet.rejected) for sheet in export.sheets)
        if count:
            raise InputError("import-strict", file=export.file_name, count=count)


def _keep_sheet(db: Connection, export: Export, sheet: Sheet, *, run: int, now: datetime) -> _Kept:
    """Keep one sheet, and say what it brought."""
    stamp = now.isoformat(timespec="seconds")
    arrivals, findings = sort_in(known_histories(db), sheet)
    facts = _batch_facts(export, sheet, run=run, now=stamp)
    asked = questions(sheet.form)
    before = history.earlier_questions(db, facts)
    batch = store.keep_batch(db, facts, asked)
    judged = judge(db, arrivals)
    # What counted before is read before it is replaced.
    counted = known_answers(db, (each.id for each in judged if each.verdict == "changed"))
    changes = told(judged, counted)
    is_news, older = keep(db, judged, batch=batch, now=stamp)
    of_form = form_changes(asked, before)
    everything = (*of_form, *sheet.rejected, *sheet.findings, *findings, *older)
    totals = _totals(sheet, judged)
    store.count_batch(db, batch, totals)
    store.keep_findings(db, batch, everything)
    record(db, "import", now, {"batch": batch, "sha256": export.sha256, **totals})
    times = (each.answered_at for each in sheet.registrations if each.answered_at)
    return _Kept(
        _outcome(export, sheet, totals, everything, changes, is_news=is_news),
        frozenset(each.id for each in judged),
        {number: each.id for each in judged if (number := each.winner[0].response_id)},
        max(times, default=None),
    )


def _batch_facts(
    export: Export, sheet: Sheet, *, run: int, now: str
) -> dict[str, str | int | None]:
    return {
        "run": run,
        "imported_at": now,
        "file_name": export.file_name,
        "sheet": sheet.sheet,
        "sha256": export.sha256,
        "tool": sheet.tool,
        "role": sheet.role.value,
        "language": sheet.language,
    }


def _totals(sheet: Sheet, judged: Sequence[Judged]) -> dict[str, int]:
    counts = dict.fromkeys(("new", "changed", "same"), 0)
    for each in judged:
        counts[each.verdict] += 1
    return {
        "rows": sheet.rows,
        **counts,
        "repeated": len(sheet.registrations) - len(judged),
        "rejected": len(sheet.rejected),
    }


def _outcome(
    export: Export,
    sheet: Sheet,
    totals: dict[str, int],
    findings: Sequence[Finding],
    changes: Sequence[Change],
    *,
    is_news: bool,
) -> Imported:
    return Imported(
        file=export.file_name,
        sheet=sheet.sheet,
        tool=sheet.tool,
        role=sheet.role,
        language=sheet.language,
        findings=tuple(sorted(findings, key=lambda each: (each.row or 0, each.code))),
        changes=tuple(changes),
        is_news=is_news,
        **totals,
    )


def _with_departures(db: Connection, kept: _Kept, together: Sequence[_Kept], run: int) -> Imported:
    """A sheet's outcome with those who stand in no file of this import any more."""
    outcome = kept.outcome
    earlier = history.earlier_files(db, tool=outcome.tool, role=outcome.role.value, run=run)
    missing = missing_now(earlier, kept.held).difference(*(each.held for each in together))
    known = known_answers(db, missing)
    numbers = (registration.response_id or "" for _name, registration in known.values())
    here = known_answers(db, (kept.numbers[each] for each in numbers if each in kept.numbers))
    gone = departed(known, kept.newest, here)
    return replace(outcome, changes=(*with_renamed(outcome.changes, gone), *gone))

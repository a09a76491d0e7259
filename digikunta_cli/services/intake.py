"""`import`: form exports are read, compared with what is kept, and kept in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from digikunta_cli.errors import InputError
from digikunta_cli.importing.exports import Export, Sheet, read_export
from digikunta_cli.importing.identity import (
    History,
    Version,
    belongs_to,
    identity,
    is_newer,
    version_of,
)
from digikunta_cli.model import Finding, Registration, Role
from digikunta_cli.reports.facts import Imported
from digikunta_cli.services.organisations import Placed, place
from digikunta_cli.store import intake as store
from digikunta_cli.store.database import writing
from digikunta_cli.store.events import record
from digikunta_cli.topics import Catalogue


@dataclass(slots=True)
class _Arrival:
    """A registration with the rows of this sheet that belong to it."""

    history: History
    identity: str
    rows: list[tuple[Registration, Version, Placed]] = field(default_factory=list)

    def latest(self) -> int:
        """The index of the row that wins."""
        best = 0
        for index in range(1, len(self.rows)):
            if is_newer(self.rows[index][1], than=self.rows[best][1]):
                best = index
        return best


def import_files(
    database: Path,
    files: Sequence[Path],
    catalogue: Catalogue,
    *,
    now: datetime,
    role: Role | None = None,
    dry_run: bool = False,
    strict: bool = False,
) -> tuple[Imported, ...]:
    """Import exports; one bad file and nothing is kept.

    An import that brings nothing new leaves the database byte for byte as it was, as a dry run
    does. Raises InputError where a file is refused, or with `strict` where a row is.
    """
    exports = [read_export(file, catalogue, role=role) for file in files]
    if strict:
        _refuse_rejected(exports)
    with writing(database, keep=not dry_run) as session:
        outcomes = [
            _keep_sheet(session.db, export, sheet, now)
            for export in exports
            for sheet in export.sheets
        ]
        session.keep = session.keep and any(is_news for _outcome, is_news in outcomes)
    return tuple(outcome for outcome, _is_news in outcomes)


def _refuse_rejected(exports: Iterable[Export]) -> None:
    for export in exports:
        count = sum(len(sheet.rejected) for sheet in export.sheets)
        if count:
            raise InputError("import-strict", file=export.file_name, count=count)


def _keep_sheet(
    db: Connection, export: Export, sheet: Sheet, now: datetime
) -> tuple[Imported, bool]:
    """Keep one sheet; also whether anything in it was not kept before."""
    arrivals, findings = _sort_in(_histories(db), sheet)
    batch = store.keep_batch(db, _batch_facts(export, sheet, now))
    counts = dict.fromkeys(("new", "changed", "same", "repeated"), 0)
    is_news = False
    for arrival in arrivals:
        verdict, wrote, found = _keep_arrival(db, arrival, batch, now)
        counts[verdict] += 1
        counts["repeated"] += len(arrival.rows) - 1
        is_news = is_news or wrote
        findings.extend(found)
    totals = {"rows": sheet.rows, "rejected": len(sheet.rejected), **counts}
    everything = (*sheet.rejected, *sheet.findings, *findings)
    store.count_batch(db, batch, totals)
    store.keep_findings(db, batch, everything)
    record(db, "import", now, {"batch": batch, "sha256": export.sha256, **totals})
    ordered = tuple(sorted(everything, key=lambda finding: (finding.row or 0, finding.code)))
    return (
        Imported(
            file=export.file_name,
            sheet=sheet.sheet,
            tool=sheet.tool,
            role=sheet.role,
            language=sheet.language,
            findings=ordered,
            **totals,
        ),
        is_news,
    )


def _batch_facts(export: Export, sheet: Sheet, now: datetime) -> dict[str, str | int | None]:
    return {
        "imported_at": now.isoformat(timespec="seconds"),
        "file_name": export.file_name,
        "sheet": sheet.sheet,
        "sha256": export.sha256,
        "tool": sheet.tool,
        "role": sheet.role.value,
        "language": sheet.language,
    }


def _histories(db: Connection) -> dict[str, list[History]]:
    """What is kept already, by identity, each list by variant."""
    by_id: dict[int, History] = {}
    by_identity: dict[str, list[History]] = {}
    for id, name, variant, is_current, content_hash, at, registration in store.known_versions(db):
        if id not in by_id:
            by_id[id] = History(id, variant)
            by_identity.setdefault(name, []).append(by_id[id])
        version = version_of(registration)
        version = Version(content_hash, at, version.email, version.description)
        by_id[id].known.add((content_hash, at))
        by_id[id].remember(version)
        if is_current:
            by_id[id].current = version
    return by_identity


def _sort_in(
    histories: dict[str, list[History]], sheet: Sheet
) -> tuple[list[_Arrival], list[Finding]]:
    """Bring the rows that belong to one registration together, in the order of the file."""
    arrivals: dict[int, _Arrival] = {}
    findings: list[Finding] = []
    for registration in sheet.registrations:
        placed = place(registration)
        findings.extend(placed.findings)
        name = identity(registration, placed.organisation.key)
        version = version_of(registration)
        namesakes = histories.setdefault(name, [])
        history = belongs_to(version, namesakes)
        if history is None:
            history = History(None, len(namesakes) + 1)
            namesakes.append(history)
            if history.variant > 1:
                findings.append(Finding(code="identity-shared", row=registration.row))
        history.remember(version)
        arrival = arrivals.setdefault(id(history), _Arrival(history, name))
        arrival.rows.append((registration, version, placed))
    return list(arrivals.values()), findings


def _keep_arrival(
    db: Connection, arrival: _Arrival, batch: int, now: datetime
) -> tuple[str, bool, list[Finding]]:
    """Keep the rows of one registration: what it counts as, whether anything was written."""
    history = arrival.history
    latest = arrival.latest()
    registration, version, placed = arrival.rows[latest]
    current = history.current
    verdict = _verdict(version, current)
    stamp = now.isoformat(timespec="seconds")
    if history.id is None:
        history.id = store.keep_registration(
            db,
            role=registration.role.value,
            organisation_id=store.keep_organisation(db, placed.organisation),
            identity=arrival.identity,
            variant=history.variant,
            now=stamp,
        )
    wrote = False
    for index, row in enumerate(arrival.rows):
        wins = index == latest and verdict in ("new", "changed")
        if not wins and _is_known(row[1], history, version if index != latest else None):
            continue
        version_id = _keep_version(db, row, history.id, batch)
        history.known.add((row[1].content_hash, row[1].answered_at))
        wrote = True
        if wins:
            store.set_current(db, registration_id=history.id, version_id=version_id, now=stamp)
            history.current = version
    is_late = verdict == "same" and current is not None and not _is_same(version, current)
    return verdict, wrote, [Finding(code="answer-older", row=registration.row)] if is_late else []


def _is_known(version: Version, history: History, winner: Version | None) -> bool:
    """Whether an answer is here already, or was sent again word for word."""
    alike = [each for each in (history.current, winner) if each is not None]
    return (version.content_hash, version.answered_at) in history.known or any(
        _is_same(version, each) for each in alike
    )


def _is_same(version: Version, current: Version) -> bool:
    return version.content_hash == current.content_hash


def _verdict(version: Version, current: Version | None) -> str:
    if current is None:
        return "new"
    if _is_same(version, current) or not is_newer(version, than=current):
        return "same"
    return "changed"


def _keep_version(
    db: Connection, row: tuple[Registration, Version, Placed], registration_id: int, batch: int
) -> int:
    registration, version, placed = row
    return store.keep_version(
        db,
        registration,
        registration_id=registration_id,
        batch=batch,
        content_hash=version.content_hash,
        type=placed.type.value,
        bodies=placed.bodies,
    )

"""What an arrived registration counts as, and keeping its answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from digikunta_cli.importing.identity import History, Version, is_newer
from digikunta_cli.model import Finding
from digikunta_cli.services.arrivals import Arrival, Row
from digikunta_cli.store import intake as store


@dataclass(frozen=True, slots=True)
class Judged:
    """An arrival with the id of its registration; `verdict` is new, changed or same."""

    arrival: Arrival
    id: int
    verdict: str
    is_again: bool
    """Whether the same answer was sent another time, later."""
    is_late: bool
    """Whether the answer is older than the one that counts."""

    @property
    def counts(self) -> bool:
        """Whether its latest answer is the one that counts from now on."""
        return self.verdict in ("new", "changed") or self.is_again

    @property
    def winner(self) -> Row:
        """The latest row of the sheet."""
        return self.arrival.rows[self.arrival.latest()]


def judge(db: Connection, arrivals: Iterable[Arrival], *, now: str) -> list[Judged]:
    """Say what each arrival counts as; registrations that are new get their id now."""
    return [_judge(db, arrival, now) for arrival in arrivals]


def _judge(db: Connection, arrival: Arrival, now: str) -> Judged:
    registration, version, placed = arrival.rows[arrival.latest()]
    current = arrival.history.current
    verdict = _verdict(version, current)
    if arrival.history.id is None:
        arrival.history.id = store.keep_registration(
            db,
            role=registration.role.value,
            organisation_id=store.keep_organisation(db, placed.organisation),
            identity=arrival.identity,
            variant=arrival.history.variant,
            now=now,
        )
    is_alike = current is not None and _is_same(version, current)
    return Judged(
        arrival,
        arrival.history.id,
        verdict,
        is_again=current is not None and is_alike and _is_later(version, current),
        is_late=verdict == "same" and not is_alike,
    )


def _verdict(version: Version, current: Version | None) -> str:
    if current is None:
        return "new"
    if _is_same(version, current) or not is_newer(version, than=current):
        return "same"
    return "changed"


def _is_same(version: Version, current: Version) -> bool:
    return version.content_hash == current.content_hash


def _is_later(version: Version, current: Version) -> bool:
    if version.answered_at is None or current.answered_at is None:
        return False
    return version.answered_at > current.answered_at


def keep(db: Connection, judged: Judged, *, batch: int, now: str) -> tuple[bool, list[Finding]]:
    """Keep the rows of one registration; whether anything was written, and what is to be said."""
    history, rows = judged.arrival.history, judged.arrival.rows
    latest = judged.arrival.latest()
    version = rows[latest][1]
    wrote = False
    for index, row in enumerate(rows):
        wins = index == latest and judged.counts
        if not wins and _is_known(row[1], history, version if index != latest else None):
            continue
        version_id = _keep_version(db, row, judged.id, batch)
        history.known.add((row[1].content_hash, row[1].answered_at))
        wrote = True
        if wins:
            # The same answer sent again keeps its later time, but nothing has changed.
            changed = None if judged.is_again else now
            store.set_current(db, registration_id=judged.id, version_id=version_id, now=changed)
            history.current = version
    row_number = rows[latest][0].row
    return wrote, [Finding(code="answer-older", row=row_number)] if judged.is_late else []


def _is_known(version: Version, history: History, winner: Version | None) -> bool:
    """Whether an answer is here already, or was sent again word for word."""
    alike = [each for each in (history.current, winner) if each is not None]
    return (version.content_hash, version.answered_at) in history.known or any(
        _is_same(version, each) for each in alike
    )


def _keep_version(db: Connection, row: Row, registration_id: int, batch: int) -> int:
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

"""The rows of a sheet, brought together by the registration that they belong to."""

from dataclasses import dataclass, field
from sqlite3 import Connection

from digikunta_cli.importing.exports import Sheet
from digikunta_cli.importing.identity import (
    History,
    Version,
    belongs_to,
    identity,
    is_newer,
    version_of,
)
from digikunta_cli.model import Finding, Registration
from digikunta_cli.services.organisations import Placed, place
from digikunta_cli.store import intake as store

Row = tuple[Registration, Version, Placed]


@dataclass(slots=True)
class Arrival:
    """A registration with the rows of this sheet that belong to it."""

    history: History
    identity: str
    rows: list[Row] = field(default_factory=list)

    def latest(self) -> int:
        """The index of the row that wins."""
        best = 0
        for index in range(1, len(self.rows)):
            if is_newer(self.rows[index][1], than=self.rows[best][1]):
                best = index
        return best


def known_histories(db: Connection) -> dict[str, list[History]]:
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


def sort_in(
    histories: dict[str, list[History]], sheet: Sheet
) -> tuple[list[Arrival], list[Finding]]:
    """Bring the rows that belong to one registration together, in the order of the file."""
    arrivals: dict[int, Arrival] = {}
    findings: list[Finding] = []
    for registration in sheet.registrations:
        placed = place(registration, heading=sheet.heading("organisation"))
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
        arrival = arrivals.setdefault(id(history), Arrival(history, name))
        arrival.rows.append((registration, version, placed))
    return list(arrivals.values()), findings

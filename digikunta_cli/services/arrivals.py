"""The rows of a sheet, brought together by the registration that they belong to."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, partial
from sqlite3 import Connection

from digikunta_cli.importing.exports import Sheet
from digikunta_cli.importing.identity import (
    History,
    Version,
    belongs_to,
    email_of,
    identity,
    is_newer,
    version_of,
)
from digikunta_cli.model import Finding, Registration, Value
from digikunta_cli.reference.resolve import body_keys
from digikunta_cli.reference.split import resolve_bodies
from digikunta_cli.services.organisations import Placed, place
from digikunta_cli.store.known import answered_version, known_versions

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
        if len(self.rows) > 1:
            dated = self.history.latest_dated()
            for index in range(1, len(self.rows)):
                if is_newer(self.rows[index][1], than=self.rows[best][1], dated=dated):
                    best = index
        return best


def known_histories(db: Connection) -> dict[str, list[History]]:
    """What is kept already, by identity, each list by variant."""
    by_id: dict[int, History] = {}
    by_identity: dict[str, list[History]] = {}
    for kept in known_versions(db):
        history = by_id.get(kept.registration_id)
        if history is None:
            history = by_id[kept.registration_id] = History(kept.registration_id, kept.variant)
            by_identity.setdefault(kept.identity, []).append(history)
        version = Version(
            kept.content_hash,
            kept.answered_at,
            email_of(kept.contact_email),
            partial(answered_version, db, kept.id),
        )
        history.known.add((kept.content_hash, kept.answered_at))
        history.remember(version)
        if kept.is_current:
            history.current = version
    return by_identity


def sort_in(
    histories: dict[str, list[History]], sheet: Sheet
) -> tuple[list[Arrival], list[Finding]]:
    """Bring the rows that belong to one registration together, in the order of the file."""
    arrivals: dict[int, Arrival] = {}
    findings: list[Finding] = []
    place_of = _placer(sheet.heading("organisation"))
    for registration in sheet.registrations:
        placed = place_of(registration)
        findings.extend([replace(each, row=registration.row) for each in placed.findings])
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


def _placer(heading: str | None) -> Callable[[Registration], Placed]:
    """Where a registration belongs; what the same names mean is found out once a sheet."""
    known: dict[tuple[str | None, Value], Placed] = {}
    partners = cache(_partners)

    def place_of(registration: Registration) -> Placed:
        name = registration.text("organisation"), registration.value("organisation_type")
        alone = known.get(name)
        if alone is None:
            alone = known[name] = place(_alone(registration), heading=heading)
        together = registration.text("partners")
        if not together:
            return alone
        return replace(alone, bodies=tuple(sorted({*alone.bodies, *partners(together)})))

    return place_of


def _partners(text: str) -> frozenset[str]:
    return body_keys(resolve_bodies(text))


def _alone(registration: Registration) -> Registration:
    """A registration as if it had no partners."""
    rest = {name: each for name, each in registration.answers.items() if name != "partners"}
    return replace(registration, answers=rest)

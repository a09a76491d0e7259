"""`import --ask`: what to ask whom again, in which language; nothing is sent."""

from collections.abc import Iterable, Sequence

from digikunta_cli.importing.identity import (
    History,
    Version,
    belongs_to,
    identity,
    is_newer,
    version_of,
)
from digikunta_cli.mending import Asking, Unreachable
from digikunta_cli.model import Registration
from digikunta_cli.reports.facts import Imported
from digikunta_cli.services.asked_rows import AskedRow, asked_rows
from digikunta_cli.services.letters import letter_to
from digikunta_cli.services.mending import Exports
from digikunta_cli.services.organisations import place
from digikunta_cli.topics import Catalogue


def ask(exports: Exports, outcomes: Sequence[Imported], catalogue: Catalogue) -> Asking:
    """One letter a contact with all questions to it; who answered anew is asked of that only."""
    rows = [row for row in _latest(asked_rows(exports, outcomes)) if row.fields]
    by_address: dict[str, list[AskedRow]] = {}
    for row in rows:
        if row.address:
            by_address.setdefault(row.address.casefold(), []).append(row)
    taken: set[str] = set()
    return Asking(
        letters=tuple(letter_to(group, catalogue, taken) for group in by_address.values()),
        unreachable=tuple(
            Unreachable(
                file=row.export.file_name, row=row.number, organisation=row.text("organisation")
            )
            for row in rows
            if not row.address
        ),
    )


def _latest(rows: Iterable[AskedRow]) -> list[AskedRow]:
    """The rows without those that a later one supersedes, told apart as the import does it."""
    histories: dict[str, list[History]] = {}
    latest: dict[int, tuple[Version, AskedRow]] = {}
    rejected: list[AskedRow] = []
    for row in rows:
        if row.registration is None:
            rejected.append(row)
            continue
        version = version_of(row.registration)
        history = _history(histories, row.registration, version)
        current = latest.get(id(history))
        if current is None or is_newer(version, than=current[0]):
            latest[id(history)] = (version, row)
    return [*(row for _version, row in latest.values()), *rejected]


def _history(
    histories: dict[str, list[History]], registration: Registration, version: Version
) -> History:
    name = identity(registration, place(registration).organisation.key)
    namesakes = histories.setdefault(name, [])
    history = belongs_to(version, namesakes)
    if history is None:
        history = History(None, len(namesakes) + 1)
        namesakes.append(history)
    history.remember(version)
    return history

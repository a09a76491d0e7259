"""What an arrived registration counts as, and keeping its answers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from sqlite3 import Connection

from digikunta_cli.importing.identity import History, Version, agrees_undated, is_newer
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


def judge(db: Connection, arrivals: Iterable[Arrival]) -> list[Judged]:
    """Say what each arrival counts as; registrations that are new get their id now."""
    ids = count(store.next_registration(db))
    judged = []
    for arrival in arrivals:
        arrival.history.id = id = arrival.history.id or next(ids)
        judged.append(_judge(arrival, id))
    return judged


def _judge(arrival: Arrival, id: int) -> Judged:
    version = arrival.rows[arrival.latest()][1]
    current = arrival.history.current
    verdict = _verdict(version, arrival.history)
    is_alike = current is not None and _is_same(version, current)
    return Judged(
        arrival,
        id,
        verdict,
        is_again=current is not None and is_alike and _is_later(version, current),
        is_late=verdict == "same" and not is_alike,
    )


def _verdict(version: Version, history: History) -> str:
    current = history.current
    if current is None:
        return "new"
    if _is_same(version, current):
        return "same"
    is_later = is_newer(version, than=current, dated=history.latest_dated())
    return "changed" if is_later else "same"


def _is_same(version: Version, current: Version) -> bool:
    return version.content_hash == current.content_hash


def _is_later(version: Version, current: Version) -> bool:
    if version.answered_at is None or current.answered_at is None:
        return False
    return version.answered_at > current.answered_at


def keep(
    db: Connection, judged: Sequence[Judged], *, batch: int, now: str
) -> tuple[bool, list[Finding]]:
    """Keep the rows of registrations; whether anything was written, and what is to be said."""
    first = store.next_version(db)
    news = [(each, row, wins) for each in judged for row, wins in _news(each)]
    winners = [
        (each, version_id) for version_id, (each, _row, wins) in enumerate(news, first) if wins
    ]
    _begin(db, [winner for winner in winners if winner[0].verdict == "new"], now=now)
    store.keep_verdicts(db, batch, [(each.id, each.verdict) for each in judged])
    rows = (_version_row(each.id, row) for each, row, _wins in news)
    store.keep_versions(db, rows, batch=batch, first=first)
    # The same answer sent again keeps its later time, but nothing has changed.
    current = [
        store.Current(each.id, version_id, None if each.is_again else now)
        for each, version_id in winners
        if each.verdict != "new"
    ]
    store.set_current(db, current)
    return bool(news), [finding for each in judged for finding in _set_aside(each)]


def _set_aside(judged: Judged) -> Iterator[Finding]:
    """What is to be said of rows that do not count, though they came last."""
    dated = judged.arrival.history.latest_dated()
    for row in judged.arrival.rows:
        if agrees_undated(row[1], dated):
            yield Finding(code="consent-undated", row=row[0].row)
        elif judged.is_late and row is judged.winner:
            yield Finding(code="answer-older", row=row[0].row)


def _begin(db: Connection, winners: Iterable[tuple[Judged, int]], *, now: str) -> None:
    """Keep registrations that are new, with the id of the version that counts."""
    organisations: dict[str, int] = {}
    begun = []
    for each, version_id in winners:
        registration, _version, placed = each.winner
        key = placed.organisation.key
        if key not in organisations:
            organisations[key] = store.keep_organisation(db, placed.organisation)
        begun.append(
            store.Begun(
                id=each.id,
                role=registration.role.value,
                organisation_id=organisations[key],
                identity=each.arrival.identity,
                variant=each.arrival.history.variant,
                version_id=version_id,
            )
        )
    store.keep_registrations(db, begun, now=now)


def _news(judged: Judged) -> Iterator[tuple[Row, bool]]:
    """The rows that are not here yet, each with whether it is the one that counts from now on."""
    history, rows = judged.arrival.history, judged.arrival.rows
    latest = judged.arrival.latest()
    for index, row in enumerate(rows):
        version = row[1]
        wins = index == latest and judged.counts
        if not wins and _is_known(version, history, None if index == latest else rows[latest][1]):
            continue
        history.known.add((version.content_hash, version.answered_at))
        if wins:
            history.current = version
        yield row, wins


def _is_known(version: Version, history: History, winner: Version | None) -> bool:
    """Whether an answer is here already, or was sent again word for word."""
    alike = [each for each in (history.current, winner) if each is not None]
    return (version.content_hash, version.answered_at) in history.known or any(
        _is_same(version, each) for each in alike
    )


def _version_row(registration_id: int, row: Row) -> store.VersionRow:
    registration, version, placed = row
    return store.version_row(
        registration_id,
        registration,
        content_hash=version.content_hash,
        type=placed.type.value,
        bodies=placed.bodies,
    )

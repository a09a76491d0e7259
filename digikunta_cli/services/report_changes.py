"""What became different since a report: answers of registrations, states of pairs."""

from collections.abc import Iterable
from sqlite3 import Connection

from digikunta_cli.model import Pair, Participant
from digikunta_cli.reports.change import Change
from digikunta_cli.store.earlier import answers_before


def changed_answers(
    db: Connection, everyone: Iterable[Participant], since: str | None
) -> tuple[Change, ...]:
    """What registrations that were there before `since` answer otherwise now, by id."""
    before = answers_before(db, since) if since else {}
    if not before:
        return ()
    # Loaded only where something was imported anew, since it loads the forms.
    from digikunta_cli.services.changes import differences

    return tuple(
        change
        for each in everyone
        if each.id in before
        for change in differences(
            each.id, each.organisation.name, before[each.id], each.registration
        )
    )


def moved_pairs(pairs: Iterable[Pair], since: str | None) -> tuple[Pair, ...]:
    """Pairs, whatever their state, that came to it since then; none where nothing is compared."""
    return tuple(pair for pair in pairs if since is not None and pair.changed_at >= since)

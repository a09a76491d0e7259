"""`show`: everything about one registration or organisation."""

from pathlib import Path

from digikunta_cli.errors import UsageError
from digikunta_cli.model import Participant
from digikunta_cli.reference.resolve import organisation_key, resolve
from digikunta_cli.reports.facts import Shown
from digikunta_cli.store.database import reading
from digikunta_cli.store.history import evidence
from digikunta_cli.store.pairs import pairs
from digikunta_cli.store.participants import participants, versions
from digikunta_cli.text import key


def find(database: Path, who: str) -> Shown:
    """The registrations that an id or an organisation's name means, with versions and pairs.

    Raises UsageError where nothing is meant.
    """
    with reading(database) as db:
        everyone = participants(db)
        found = meant(everyone, who)
        return Shown(
            histories=tuple(versions(db, id) for id in found),
            pairs=tuple(p for p in pairs(db) if p.experimenter in found or p.mentor in found),
            evidence=evidence(db, tuple(found)),
            participants={each.id: each for each in everyone},
        )


def meant(everyone: tuple[Participant, ...], who: str) -> list[int]:
    """Ids of the registrations that an id or an organisation's name means.

    Raises UsageError where nothing is meant.
    """
    found = [each.id for each in everyone if str(each.id) == who.strip()]
    found = found or _named(everyone, who)
    if not found:
        raise UsageError("who-unknown", who=who)
    return found


def _named(everyone: tuple[Participant, ...], who: str) -> list[int]:
    """By what the name means, else by how it is written, in whole or in part."""
    meant = organisation_key(resolve(who))
    exact = [each.id for each in everyone if each.organisation.key == meant]
    if exact:
        return exact
    written = key(who)
    return [each.id for each in everyone if written and written in key(each.organisation.name)]

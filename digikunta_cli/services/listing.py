"""`list`: participants that fit what was asked for, in Finnish alphabetical order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digikunta_cli.derived import missing_fields
from digikunta_cli.errors import UsageError
from digikunta_cli.locale import LANGUAGES
from digikunta_cli.model import Participant, Role
from digikunta_cli.names import Names
from digikunta_cli.reference.tables import region_name, regions
from digikunta_cli.store.database import reading
from digikunta_cli.store.participants import participants
from digikunta_cli.text import finnish_order, plain
from digikunta_cli.topics import TOPIC_KEYS, Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What participants should be like; empty and None ask for nothing."""

    role: Role | None = None
    topics: tuple[str, ...] = ()
    """Any of these."""
    region: str | None = None
    """Code or name."""
    language: str | None = None
    type: str | None = None
    search: str | None = None
    both_roles: bool = False
    missing: bool = False
    """Only those who left something required unanswered."""
    changed_since: str | None = None
    """ISO date."""


def list_participants(
    database: Path, wish: Wish, names: Names, *, superseded: bool = False
) -> tuple[Participant, ...]:
    """The participants that fit, in order of what they are called; `superseded`: earlier too."""
    region = _region_code(wish.region) if wish.region else None
    with reading(database) as db:
        everyone = participants(db, superseded=superseded)
    fitting = [each for each in everyone if _fits(each, wish, region)]
    return tuple(sorted(fitting, key=lambda each: _order(each, names)))


def _order(participant: Participant, names: Names) -> tuple[object, ...]:
    return (
        finnish_order(names.organisation(participant)),
        participant.role.value,
        finnish_order(participant.title or ""),
        participant.id,
        not participant.superseded,
    )


def _region_code(told: str) -> str:
    """A region by its code or by its name in any language; raises UsageError if there is none."""
    wanted = plain(told)
    for region in regions():
        names = {plain(region_name(region.code, language)) for language in LANGUAGES}
        if wanted == region.code or wanted in names:
            return region.code
    raise UsageError("region-unknown", region=told)


def topic_keys(told: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Topics by key or by any of their names; raises UsageError for one that is none."""
    return tuple(_topic_key(each, catalogue) for each in told)


def _topic_key(told: str, catalogue: Catalogue) -> str:
    topic = told if told in TOPIC_KEYS else catalogue.by_wording(told)
    if topic is None:
        raise UsageError("topic-unknown", topic=told)
    return topic


def parse_date(told: str) -> str:
    """A date as typed, 2017-03-31 or 31.3.2017, in ISO form; raises UsageError if it is none."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(told.strip(), form).date().isoformat()
        except ValueError:
            continue
    raise UsageError("date-bad", date=told)


def _fits(participant: Participant, wish: Wish, region: str | None) -> bool:
    checks = (
        wish.role is None or participant.role is wish.role,
        not wish.topics or bool(set(wish.topics) & set(participant.topics)),
        region is None or participant.organisation.region == region,
        wish.language is None or wish.language in participant.languages,
        wish.type is None or _type(participant) == wish.type,
        not wish.both_roles or participant.both_roles,
        not wish.missing or bool(missing_fields(participant.registration)),
        wish.changed_since is None or participant.changed_at >= wish.changed_since,
    )
    return all(checks) and (wish.search is None or _mentions(participant, wish.search))


def _type(participant: Participant) -> str:
    return participant.organisation.type.value


def _mentions(participant: Participant, search: str) -> bool:
    """Whether every word stands somewhere in the answers, parts of compound words included."""
    registration = participant.registration
    everything = plain(
        " ".join(
            (
                participant.organisation.name,
                *(answer.text for answer in registration.answers.values()),
                *registration.extras.values(),
            )
        )
    )
    return all(word in everything for word in plain(search).split())

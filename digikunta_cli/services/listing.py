"""`list`: participants that fit what was asked for, in Finnish alphabetical order."""

from dataclasses import dataclass
from pathlib import Path

from digikunta_cli.errors import UsageError
from digikunta_cli.model import Participant, Role
from digikunta_cli.names import Names
from digikunta_cli.store.database import reading
from digikunta_cli.store.participants import participants
from digikunta_cli.text import finnish_order, plain


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
    """The participants that fit; with `superseded` earlier answers too."""
    region = _region_code(wish.region, names)
    with reading(database) as db:
        everyone = participants(db, superseded=superseded)
    fitting = [each for each in everyone if _fits(each, wish, region)]
    return tuple(sorted(fitting, key=_order))


def _order(participant: Participant) -> tuple[object, ...]:
    return (
        finnish_order(participant.organisation.name),
        participant.role.value,
        finnish_order(participant.title or ""),
        participant.id,
        not participant.superseded,
    )


def _region_code(told: str | None, names: Names) -> str | None:
    if told is None or told in names.regions:
        return told
    wanted = plain(told)
    code = next((code for code, name in names.regions.items() if plain(name) == wanted), None)
    if code is None:
        raise UsageError("region-unknown", region=told)
    return code


def _fits(participant: Participant, wish: Wish, region: str | None) -> bool:
    checks = (
        wish.role is None or participant.role is wish.role,
        not wish.topics or bool(set(wish.topics) & set(participant.topics)),
        region is None or participant.organisation.region == region,
        wish.language is None or wish.language in participant.languages,
        wish.type is None or _type(participant) == wish.type,
        not wish.both_roles or participant.both_roles,
        not wish.missing or is_missing_something(participant),
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


_REQUIRED = {
    Role.MENTOR: ("contact_email", "topics", "solution", "support", "capacity", "languages"),
    Role.EXPERIMENTER: ("contact_email", "title", "topics", "need", "plan", "support"),
}


def is_missing_something(participant: Participant) -> bool:
    """Whether a required answer is blank, or the commitment to share is not given."""
    registration = participant.registration
    blank = any(field not in registration.answers for field in _REQUIRED[participant.role])
    return blank or participant.commitment is not True

"""What services hand to the reports about meetings, before it is put in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from digikunta_cli.meeting import Meeting
from digikunta_cli.model import Participant

People = Mapping[int, Participant]
"""The registrations by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Another meeting at the same time; `invited` are those who are invited to both, by id."""

    meeting: Meeting
    invited: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A meeting with everyone who may be invited to it, and the meetings at the same time."""

    meeting: Meeting
    people: People
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """All meetings: those that are not over, the next first, and those past, the latest first."""

    upcoming: tuple[Meeting, ...]
    past: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Whom a command invited, and who of those asked for was invited already, by id."""

    meeting: Meeting
    fresh: tuple[int, ...]
    already: tuple[int, ...]
    people: People
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uninvited:
    """Whose invitations were taken back, and who had none, by id."""

    meeting: Meeting
    gone: tuple[int, ...]
    others: tuple[int, ...]
    people: People


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Of whom was noted that they came, or did not; `added` came without being invited.

    `others` were not invited, so that of them there is nothing to note.
    """

    meeting: Meeting
    noted: tuple[int, ...]
    added: tuple[int, ...]
    others: tuple[int, ...]
    attended: bool
    people: People


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """Those who sit at one table, by id; `topic` is what it is laid for, None where for none."""

    topic: str | None
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """What is printed for a meeting: who is invited, and who sits at which table."""

    meeting: Meeting
    people: People
    """Those invited only."""
    tables: tuple[Seated, ...]

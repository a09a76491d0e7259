"""Meetings of the network and who is invited to them; times are Finland's, without a zone."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_FINLAND = "Europe/Helsinki"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A registration that is invited; `attended` is None until somebody noted whether it came."""

    registration: int
    invited_at: str
    attended: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as it is planned; `id` is None for one that is not kept yet."""

    id: int | None
    uid: str
    """What calendars know it by; it never changes."""
    title: str
    starts: datetime
    ends: datetime
    place: str | None = None
    note: str | None = None
    """The coordinators' own; nothing that leaves their desk shows it."""
    topics: tuple[str, ...] = ()
    changes: int = 0
    """How often something changed that calendars must learn of."""
    cancelled_at: str | None = None
    """When it was called off; None for one that takes place."""
    invitations: tuple[Invitation, ...] = ()
    """By registration."""

    @property
    def invited(self) -> tuple[int, ...]:
        """Ids of the registrations that are invited."""
        return tuple(each.registration for each in self.invitations)

    @property
    def attended(self) -> tuple[int, ...]:
        """Ids of the registrations that came."""
        return tuple(each.registration for each in self.invitations if each.attended)


def in_finland(moment: datetime) -> datetime:
    """A moment as clocks in Finland show it, without a zone."""
    return moment.astimezone(ZoneInfo(_FINLAND)).replace(tzinfo=None)


def stamp(now: datetime) -> str:
    """When something was planned, invited or called off, as it is kept."""
    return now.isoformat(timespec="seconds")


def in_utc(clock: datetime) -> datetime:
    """The moment at which clocks in Finland show it, the first where they show it twice."""
    return clock.replace(tzinfo=ZoneInfo(_FINLAND)).astimezone(UTC)


def exists(clock: datetime) -> bool:
    """Whether clocks in Finland ever show it: in spring they skip an hour."""
    return in_finland(in_utc(clock)) == clock

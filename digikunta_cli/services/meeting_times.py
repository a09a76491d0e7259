"""When a meeting is, as people type it: 2017-03-31 or 31. 3. 2017, at 9, 9:30 or klo 09.30."""

import re
from datetime import date, datetime, time, timedelta

from digikunta_cli.errors import UsageError
from digikunta_cli.meeting import exists
from digikunta_cli.services.listing import parse_date

_TIME = re.compile(r"(?:klo|kl\.?)?\s*(\d{1,2})(?:[.:](\d{2}))?", re.ASCII | re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}", re.ASCII)
_YEARS = range(2000, 2100)
"""A year outside these is a slip."""
_LENGTH = timedelta(hours=2)
"""How long a meeting lasts where nobody says when it ends."""

Span = tuple[datetime, datetime]
"""When a meeting starts and ends."""


def planned(day: str, start: str, end: str | None) -> Span:
    """When a new meeting is; it lasts two hours where no end is told.

    Raises UsageError for what is no date or time, does not exist, or ends before it starts.
    """
    starts = datetime.combine(parse_day(day), parse_time(start))
    return _checked(starts, _on(starts, end) if end else starts + _LENGTH)


def moved(before: Span, day: str | None, start: str | None, end: str | None) -> Span:
    """When a meeting is that was at another time; what is not told stays, as does its length.

    Raises UsageError as `planned` does.
    """
    starts, ends = before
    moved_to = datetime.combine(
        parse_day(day) if day else starts.date(), parse_time(start) if start else starts.time()
    )
    return _checked(moved_to, _on(moved_to, end) if end else moved_to + (ends - starts))


def parse_day(told: str) -> date:
    """A day as typed; raises UsageError where it is none, or is in no calendar."""
    # Blanks after the dots are right in Finnish, too.
    plain = "".join(told.split())
    try:
        day = date.fromisoformat(parse_date(plain))
    except UsageError:
        if _DATE.fullmatch(plain):
            raise UsageError("day-missing", date=told) from None
        raise
    if day.year not in _YEARS:
        raise UsageError("meeting-year", date=told, first=_YEARS[0], last=_YEARS[-1])
    return day


def parse_time(told: str) -> time:
    """A time of day as typed; raises UsageError where it is none."""
    found = _TIME.fullmatch(told.strip())
    if found is None:
        raise UsageError("time-bad", time=told)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise UsageError("time-bad", time=told) from None


def _on(starts: datetime, end: str) -> datetime:
    return datetime.combine(starts, parse_time(end))


def _checked(starts: datetime, ends: datetime) -> Span:
    for clock in (starts, ends):
        if not exists(clock):
            raise UsageError("time-missing", time=f"{clock:%H:%M}", date=f"{clock:%Y-%m-%d}")
    if ends <= starts:
        raise UsageError("meeting-ends-early", start=f"{starts:%H:%M}", end=f"{ends:%H:%M}")
    return starts, ends

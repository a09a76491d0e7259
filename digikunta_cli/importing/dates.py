"""Times of answers: the order of day and month is decided by the whole column, never guessed."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_FINLAND = "Europe/Helsinki"
_TIME = (
    r"(?:[ T,]+(?:klo?\.? *)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(AM|PM)?)?\s*(.*)"
)
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[.](\d{{1,2}})[.](\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_SLASHED = re.compile(rf"(\d{{1,2}})[/-](\d{{1,2}})[/-](\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_ZONE = re.compile(
    r"\(?(?:(?:GMT|UTC)?([+-]\d{1,2})(?::?(\d{2}))?|(Z|GMT|UTC|EET|EEST))\)?", re.IGNORECASE
)
_HOURS = {"EET": "+2", "EEST": "+3"}
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_DAY_ZERO = datetime(1899, 12, 30)
"""A spreadsheet's serial numbers count days from here."""
_YEARS = range(2000, 2100)
"""A year outside these is a slip, or a tool's way to say that it kept no time."""

Order = str | None
"""dmy, mdy, or None where the values do not tell."""


def column_order(texts: Iterable[str]) -> Order:
    """Whether slashed dates of a column put the day or the month first; None if none tells.

    None too where some values say one thing and some the other.
    """
    pairs = [
        (int(match[1]), int(match[2]))
        for match in (_SLASHED.fullmatch(text.strip()) for text in texts)
        if match
    ]
    day_first = any(first > 12 for first, _second in pairs)
    month_first = any(second > 12 for _first, second in pairs)
    if day_first == month_first:
        return None
    return "dmy" if day_first else "mdy"


def is_ambiguous(texts: Iterable[str]) -> bool:
    """Whether a column has slashed dates whose order nothing decides."""
    texts = list(texts)
    slashed = any(_SLASHED.fullmatch(text.strip()) for text in texts)
    return slashed and column_order(texts) is None


def moment(text: str, order: Order, *, zone: str = "") -> datetime | None:
    """The local time in Finland that a text tells, whole seconds; None where it tells none.

    `zone` is that of the whole column, for times that name none themselves. A bare number is
    the serial number that a spreadsheet keeps a time as.
    """
    text = text.strip()
    if _SERIAL.fullmatch(text):
        days = float(text.replace(",", "."))
        return _local(_DAY_ZERO + timedelta(seconds=round(days * 86_400)), zone)
    read = _read(text, order)
    if read is None:
        return None
    year, month, day, clock, tail = read
    return _local(_made(year, month, day, clock), tail.strip() or zone)


_Parts = tuple[str, str, str, tuple[str | None, ...], str]


def _read(text: str, order: Order) -> _Parts | None:
    """Year, month, day, clock, and what stands after it."""
    if match := _ISO.fullmatch(text):
        return match[1], match[2], match[3], match.groups()[3:7], match[8]
    if match := _DAY_FIRST.fullmatch(text):
        return match[3], match[2], match[1], match.groups()[3:7], match[8]
    match = _SLASHED.fullmatch(text) if order else None
    if match is None:
        return None
    first, second = (match[1], match[2]) if order == "dmy" else (match[2], match[1])
    return match[3], second, first, match.groups()[3:7], match[8]


def _made(year: str, month: str, day: str, clock: tuple[str | None, ...]) -> datetime | None:
    hour, minute, second, half = clock
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.upper() == "PM" else 0) if hours <= 12 else hours
    full_year = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return datetime(full_year, int(month), int(day), hours, int(minute or 0), int(second or 0))
    except ValueError:
        return None


def _local(told: datetime | None, zone: str) -> datetime | None:
    if told is None or told.year not in _YEARS:
        return None
    if not zone:
        return told
    match = _ZONE.fullmatch(zone)
    if not match:
        return None
    hours = match[1] or _HOURS.get((match[3] or "").upper(), "+0")
    try:
        aware = datetime.fromisoformat(
            f"{told.isoformat()}{hours[0]}{int(hours[1:]):02}:{match[2] or '00'}"
        )
    except ValueError:  # no such zone, as +99
        return None
    return aware.astimezone(ZoneInfo(_FINLAND)).replace(tzinfo=None)

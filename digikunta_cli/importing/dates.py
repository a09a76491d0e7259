"""Times of answers: the order of day and month is decided by the whole column, never guessed."""

import re
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

_FINLAND = "Europe/Helsinki"
_TIME = r"(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(AM|PM)?)?"
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}\s*(.*)", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[.](\d{{1,2}})[.](\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_SLASHED = re.compile(rf"(\d{{1,2}})[/-](\d{{1,2}})[/-](\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_ZONE = re.compile(r"(?:(?:GMT|UTC)?([+-]\d{1,2})(?::?(\d{2}))?|(Z|GMT|UTC))", re.IGNORECASE)

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


def moment(text: str, order: Order) -> datetime | None:
    """The local time in Finland that a text tells, whole seconds; None where it tells none."""
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        year, month, day = iso[1], iso[2], iso[3]
        return _local(_made(year, month, day, iso.groups()[3:7]), iso[8])
    dotted = _DAY_FIRST.fullmatch(text)
    if dotted:
        return _made(dotted[3], dotted[2], dotted[1], dotted.groups()[3:7])
    slashed = _SLASHED.fullmatch(text)
    if not slashed or order is None:
        return None
    first, second = (slashed[1], slashed[2]) if order == "dmy" else (slashed[2], slashed[1])
    return _made(slashed[3], second, first, slashed.groups()[3:7])


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
    if told is None or not zone:
        return told
    match = _ZONE.fullmatch(zone.strip())
    if not match:
        return None
    sign_hours, minutes = (match[1] or "+0"), (match[2] or "00")
    aware = datetime.fromisoformat(
        f"{told.isoformat()}{sign_hours[0]}{int(sign_hours[1:]):02}:{minutes}"
    )
    return aware.astimezone(ZoneInfo(_FINLAND)).replace(tzinfo=None)

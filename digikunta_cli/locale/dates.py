"""Days as people write them in the language in use."""

from datetime import date

from digikunta_cli.locale import current_language


def day_said(moment: str) -> str:
    """The day of an ISO date or moment: ISO in English, 31.3.2017 in Finnish and Swedish."""
    day = date.fromisoformat(moment[: len("2017-03-31")])
    return day.isoformat() if current_language() == "en" else f"{day.day}.{day.month}.{day.year}"

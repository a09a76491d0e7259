"""Invented guests and hosts of theme events."""

from dataclasses import replace

from digikunta_cli.matching.sides import Experimenter, Mentor
from digikunta_cli.matching.themes import event_themes
from digikunta_cli.outlook import Theme

MAPS = "Auraustilanne kartalla. Aurat näkyvät kartalta."

BOOKING = "Venepaikkojen varaus. Varaukset tehdään itse."

ARCHIVE = "Arkiv för ritningar. Pappersarkiv blir e-arkiv, arkivet öppnas."


def guest(place: int, text: str = "", **facts: object) -> Experimenter:
    """An invented experimenter who differs from others by its place only."""
    side = Experimenter(
        id=100 + place,
        order=f"order-{place:03}",
        bodies=frozenset({f"body-{place}"}),
        topics=frozenset({"innovations"}),
        languages=frozenset({"fi"}),
        text=text,
    )
    return replace(side, **facts)  # type: ignore[arg-type]  # a field by its name


def host(place: int, text: str = "", **facts: object) -> Mentor:
    """An invented mentor who differs from others by its place only."""
    side = Mentor(
        id=200 + place,
        order=f"order-{place:03}",
        bodies=frozenset({f"host-{place}"}),
        topics=frozenset({"innovations"}),
        languages=frozenset({"fi"}),
        text=text,
    )
    return replace(side, **facts)  # type: ignore[arg-type]  # a field by its name


def themes(
    *guests: Experimenter, hosts: tuple[Mentor, ...] = (), without: frozenset[int] = frozenset()
) -> tuple[Theme, ...]:
    """The themes of these experimenters."""
    return event_themes(guests, hosts, without=without)


def keys(*guests: Experimenter, without: frozenset[int] = frozenset()) -> list[str]:
    """What the themes are about, in order."""
    return [theme.key for theme in themes(*guests, without=without)]

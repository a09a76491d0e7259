"""The map of tiles as SVG: the regions of Finland about where they lie, darker where more are."""

from collections.abc import Iterable, Mapping

from digikunta_cli.document import Tile, TileMap
from digikunta_cli.locale import _
from digikunta_cli.rendering.svg.pen import FONT, frame, safe, short, view_box, write
from digikunta_cli.text import one_line

_GRID = (
    "-- -- -- 19 -- --",
    "-- -- 16 17 18 --",
    "-- 15 14 13 11 12",
    "-- 04 06 07 10 09",
    "21 02 05 01 08 --",
)
"""Codes of the regions; those side by side here are neighbours. The legend has the corner."""
_NOWHERE = "--"
_COLUMNS = 6
_SIDE, _STEP = 102, 107
"""A tile, and from one tile to the next."""
_WIDTH = _COLUMNS * _STEP
_MARGIN = (_STEP - _SIDE) / 2
_PADDING = 5
_LETTERS = 10
"""So many letters fit on a tile, also in the larger type of a small screen."""
_LINES, _LINE = 3, 18
_PARTED = {
    "Ahvenanmaa": "Ahvenan- maa",
    "Kajanaland": "Kajana- land",
    "Kymenlaakso": "Kymen- laakso",
    "Kymmenedalen": "Kymmene- dalen",
    "Ostrobothnia": "Ostro- bothnia",
    "Tavastland": "Tavast- land",
    "Österbotten": "Öster- botten",
}
"""Words of regions' names that are too long for a tile, broken where their parts meet."""
_FLOORS = (1, 25, 50, 75)
"""Percents from which a tile has the next shade; without anyone it has none."""
_FIRST_DARK = 3
"""From this shade on letters are light; on a dark page the other way round."""
_SHADES = ("#dbe8f6", "#9cc3ea", "#2f6fb3", "#12355f")
_STYLE = f"""
.tm{{font:{FONT};color:inherit}}
.tm text{{fill:var(--ink,#1c2630)}}.tm .tm-on text{{fill:var(--paper,#fff)}}
.tm .tm-count{{font-size:21px;font-weight:600}}.tm .tm-head{{font-weight:600}}
.tm rect{{stroke:currentColor;stroke-opacity:.35}}
.tm .tm-0{{fill:none;stroke-dasharray:4 4;stroke-opacity:.6}}
@media(max-width:600px){{.tm{{font-size:17px}}.tm .tm-count{{font-size:25px}}}}
"""


def draw(picture: TileMap, *, key: str = "tiles") -> str:
    """The map as an `svg` element that needs nothing else; `key` begins its ids."""
    places = _places(picture.tiles)
    height = _STEP * (max(row for _column, row in places.values()) + 1)
    tiles = (_tile(each, places[each.key]) for each in picture.tiles)
    return frame(
        _legend() + "".join(tiles),
        key=key,
        look="tm",
        size=view_box(_WIDTH, height),
        title=picture.title,
        said=_description(picture.tiles),
        style=_STYLE + _shades(),
    )


def shade(tile: Tile) -> int:
    """How dark a tile is: 0 without anyone, then by the share in whole percents, 4 at the most."""
    if not tile.count:
        return 0
    percent = round(100 * tile.count / tile.of)
    return max(sum(percent >= floor for floor in _FLOORS), 1)


def _places(tiles: Iterable[Tile]) -> Mapping[str, tuple[int, int]]:
    """Column and row by key; what has no place on the map stands in rows below it."""
    places = {
        code: (column, row)
        for row, codes in enumerate(_GRID)
        for column, code in enumerate(codes.split())
        if code != _NOWHERE
    }
    others = [each.key for each in tiles if each.key not in places]
    for number, key in enumerate(others):
        places[key] = number % _COLUMNS, len(_GRID) + number // _COLUMNS
    return places


def _shades() -> str:
    """Tiles take the page's colours where it has any, so that a dark page can turn them."""
    return "".join(
        f".tm .tm-{number}{{fill:var(--tile-{number},{colour})}}"
        for number, colour in enumerate(_SHADES, 1)
    )


def _tile(tile: Tile, place: tuple[int, int]) -> str:
    x, y = (_MARGIN + _STEP * each for each in place)
    number = shade(tile)
    look = ' class="tm-on"' if number >= _FIRST_DARK else ""
    lines = "".join(
        write(x + _PADDING, y + 19 + _LINE * row, line)
        for row, line in enumerate(_lines(tile.label))
    )
    count = write(x + _PADDING, y + _SIDE - 10, f"{tile.count}/{tile.of}", style="tm-count")
    title = f"<title>{safe(_said(tile))}</title>"
    return f"<g{look}>{title}{_square(x, y, _SIDE, number)}{lines}{count}</g>"


def _lines(label: str) -> list[str]:
    """A label in words one below the other, as many as there is room for."""
    words = one_line(label).replace("-", "- ").split()
    lines = [line for word in words for line in _PARTED.get(word, word).split()]
    fitting = [short(line, _LETTERS) for line in lines]
    return fitting if len(fitting) <= _LINES else [*fitting[: _LINES - 1], "…"]


def _said(tile: Tile) -> str:
    return _("{name}: {count} of {of}").format(name=tile.label, count=tile.count, of=tile.of)


def _description(tiles: tuple[Tile, ...]) -> str:
    return _("Taking part: {count} of {of}, in {areas} of {all} regions.").format(
        count=sum(each.count for each in tiles),
        of=sum(each.of for each in tiles),
        areas=sum(bool(each.count) for each in tiles),
        all=len(tiles),
    )


def _legend() -> str:
    """What the shades mean, in the empty corner."""
    ends = (*(floor - 1 for floor in _FLOORS[1:]), 100)
    words = ["0", *(f"{first}–{last}" for first, last in zip(_FLOORS, ends, strict=True))]
    heading = write(_MARGIN, 22, _("Taking part, %"), style="tm-head")
    rows = (
        _square(_MARGIN, 36 + 27 * number, 18, number) + write(32, 51 + 27 * number, word)
        for number, word in enumerate(words)
    )
    return f"<g>{heading}{''.join(rows)}</g>"


def _square(x: float, y: float, side: int, number: int) -> str:
    return f'<rect class="tm-{number}" x="{x}" y="{y}" width="{side}" height="{side}" rx="4"/>'

"""The picture of the network as SVG: who works with whom, and who has nobody yet."""

from collections.abc import Iterable, Sequence

from digikunta_cli.document import Link, Network, Node
from digikunta_cli.locale import _, plural
from digikunta_cli.rendering.pictures import full_name, short_names
from digikunta_cli.rendering.svg.layout import Layout, arrange
from digikunta_cli.rendering.svg.pen import FONT, HUES, frame, hue, safe, view_box, write
from digikunta_cli.rendering.svg.row_names import BASELINE, Room, write_name
from digikunta_cli.rendering.svg.row_names import ROW as _ROW

_WIDTH = 640
_TOP = _ROW
"""Where the first row begins. All rows, of whatever text, begin at a multiple of their height, so
that a printed page may end between any two."""
_LEFT, _RIGHT = 232, 408
"""Where the dots of both sides stand."""
_PAGE = 1300
"""Height that still fits a printed page; only a taller picture may be parted between pages."""
_COLUMNS = 2
"""Columns of those without a pair, below the lines."""
_LEFT_ROOM = Room(letters=21, small_letters=26, anchor="end")
_RIGHT_ROOM = Room(letters=21, small_letters=26)
_ALONE_ROOM = Room(letters=32, small_letters=36, style="nw-alone")
"""How many letters fit, also in the larger type of a small screen."""
_STYLE = f"""
.nw{{font:{FONT};color:inherit}}
.nw text{{fill:currentColor}}.nw .nw-head{{font-weight:600}}.nw .nw-faint{{opacity:.75}}
.nw path{{fill:none;stroke-width:2}}.nw path:hover{{stroke-width:4}}
.nw .nw-proposed{{stroke-dasharray:5 5}}
.nw .nw-small{{font-size:12px}}
.nw circle{{fill:currentColor}}.nw .nw-free{{fill:none;stroke:currentColor;stroke-width:1.5}}
@media(max-width:600px){{
.nw{{font-size:18px}}.nw .nw-alone{{font-size:17px}}.nw .nw-small{{font-size:13px}}}}
"""


def draw(network: Network, *, key: str = "network") -> str:
    """The picture as an `svg` element that needs nothing else; `key` begins its ids."""
    layout = arrange(network)
    body, height = _body(network, layout)
    look = "nw nw-tall" if height > _PAGE else "nw"
    return frame(
        body,
        key=key,
        look=look,
        size=view_box(_WIDTH, height),
        title=network.title,
        said=_description(network, layout),
        style=_STYLE + _hues(),
    )


def _hues() -> str:
    return "".join(f".nw-{number}{{stroke:{hue(number)}}}" for number in range(len(HUES)))


def _description(network: Network, layout: Layout) -> str:
    count = len(layout.links)
    pairs = plural("{count} pair", "{count} pairs", count).format(count=count)
    return _(
        "{left_title} on the left ({left}), {right_title} on the right ({right}), lines for"
        " {pairs}. Without a pair: {alone}."
    ).format(
        left_title=network.left_title,
        right_title=network.right_title,
        left=len(layout.left),
        right=len(layout.right),
        pairs=pairs,
        alone=len(layout.alone) + len(layout.free),
    )


def _body(network: Network, layout: Layout) -> tuple[str, int]:
    """The inside of the picture, and its height."""
    if not network.left and not network.right:
        return write(0, _baseline(0), _("Nobody is here yet."), style="nw-faint"), _TOP
    floor = _TOP + _ROW * max(len(layout.left), len(layout.right))
    lefts = _heights(layout.left, rows=(floor - _TOP) // _ROW)
    rights = _beside(layout, lefts, floor=floor)
    # Below the legend, or where both sides would be.
    top = floor + 2 * _ROW if lefts else -_ROW
    alone, top = _alone(layout.alone, network.left_title, top)
    free, height = _alone(layout.free, network.right_title, top)
    pieces = (
        _title(_LEFT, network.left_title, anchor="end") if layout.left else "",
        _title(_RIGHT, network.right_title) if layout.right else "",
        *_lines(layout, lefts, rights),
        *_side(layout.left, lefts, x=_LEFT, room=_LEFT_ROOM),
        *_side(layout.right, rights, x=_RIGHT, room=_RIGHT_ROOM),
        _legend(floor + _ROW) if layout.links else "",
        alone,
        free,
    )
    return "".join(pieces), height


def _baseline(top: float) -> float:
    """Where the letters stand in a row that begins at `top`."""
    return top + BASELINE


def _title(x: int, text: str, *, anchor: str = "start") -> str:
    return write(x, _baseline(0), text, anchor=anchor, style="nw-head")


def _heights(nodes: Sequence[Node], *, rows: int) -> dict[int, float]:
    """Heights of a side's nodes by id, spread over the rows as evenly as whole rows allow."""
    places = ((2 * number + 1) * rows // (2 * len(nodes)) for number in range(len(nodes)))
    return {node.id: _TOP + _ROW * (place + 0.5) for node, place in zip(nodes, places, strict=True)}


def _beside(layout: Layout, lefts: dict[int, float], *, floor: int) -> dict[int, float]:
    """Heights of the right nodes: each at the middle of its pairs, as far as there is room."""
    wanted: dict[int, list[float]] = {node.id: [] for node in layout.right}
    for link in layout.links:
        wanted[link.right].append(lefts[link.left])
    heights: dict[int, float] = {}
    lowest = _TOP + _ROW / 2
    for id, ends in wanted.items():
        heights[id] = max(lowest, _row_at(sum(ends) / len(ends)) if ends else 0.0)
        lowest = heights[id] + _ROW
    highest = floor - _ROW / 2
    for id in reversed(heights):
        heights[id] = round(min(heights[id], highest), 1)
        highest = heights[id] - _ROW
    return heights


def _row_at(height: float) -> float:
    """The nearest row, so that a printed page may end between rows of both sides."""
    return _TOP + _ROW * (round((height - _TOP) / _ROW - 0.5) + 0.5)


def _lines(layout: Layout, lefts: dict[int, float], rights: dict[int, float]) -> Iterable[str]:
    rows = {node.id: row for row, node in enumerate(layout.right)}
    names = {node.id: full_name(node) for node in (*layout.left, *layout.right)}
    for link in layout.links:
        yield _line(link, lefts[link.left], rights[link.right], row=rows[link.right], names=names)


def _line(link: Link, start: float, end: float, *, row: int, names: dict[int, str]) -> str:
    x1, x2, middle = _LEFT + 8, _RIGHT - 8, (_LEFT + _RIGHT) // 2
    is_proposed = link.state == "proposed"
    colour = f"nw-{row % len(HUES)}"
    style = f"{colour} nw-proposed" if is_proposed else colour
    state = _("proposed") if is_proposed else _("settled")
    title = safe(f"{names[link.left]} – {names[link.right]} ({state})")
    return (
        f'<path class="{style}" d="M{x1} {start}C{middle} {start} {middle} {end} {x2} {end}">'
        f"<title>{title}</title></path>"
    )


def _side(
    nodes: Sequence[Node],
    heights: dict[int, float],
    *,
    x: int,
    room: Room,
) -> Iterable[str]:
    names = short_names(nodes)
    shift = -14 if room.anchor == "end" else 14
    for node in nodes:
        y = heights[node.id]
        yield f'<circle cx="{x}" cy="{y}" r="4"/>'
        top = y - _ROW / 2
        yield write_name(names[node.id], x + shift, top, room, title=full_name(node))


def _alone(nodes: Sequence[Node], side: str, top: int) -> tuple[str, int]:
    """Those of a side without a pair, apart below in columns; and where they end."""
    if not nodes:
        return "", top
    names = short_names(nodes)
    start = top + 2 * _ROW
    rows = -(-len(nodes) // _COLUMNS)
    heading = _("{side} without a pair ({count})").format(side=side, count=len(nodes))
    pieces = [write(0, _baseline(top + _ROW), heading, style="nw-head")]
    for number, node in enumerate(nodes):
        x = (number // rows) * (_WIDTH // _COLUMNS)
        row = start + (number % rows) * _ROW
        pieces.append(f'<circle cx="{x + 6}" cy="{row + _ROW / 2}" r="4" class="nw-free"/>')
        name, full = names[node.id], full_name(node)
        pieces.append(write_name(name, x + 20, row, _ALONE_ROOM, title=full))
    return "".join(pieces), start + rows * _ROW


def _legend(top: int) -> str:
    """What the two kinds of lines mean."""
    y = _baseline(top)
    return (
        f'<g class="nw-faint"><path stroke="currentColor" d="M{_LEFT - 60} {y - 5}h36"/>'
        f"{write(_LEFT - 16, y, _('settled'))}"
        f'<path class="nw-proposed" stroke="currentColor" d="M{_RIGHT - 68} {y - 5}h36"/>'
        f"{write(_RIGHT - 24, y, _('proposed'))}</g>"
    )

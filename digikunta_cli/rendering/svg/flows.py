"""Flows as SVG: bands between two columns of nodes, each as broad as it counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digikunta_cli.document import Flows, Node
from digikunta_cli.locale import _
from digikunta_cli.rendering.svg.pen import FONT, frame, hue, safe, short, view_box, write

_WIDTH, _ROW, _GAP = 640, 27, 6
_LEFT, _RIGHT, _BAR = 244, 384, 12
"""Where the bars of both sides begin, and how broad they are."""
_LEAST = 1.5
"""Height of the thinnest bar."""
_SIDE_LETTERS = 26
"""How many letters fit, also in the larger type of a small screen: any region with its count."""
_STYLE = f"""
.fl{{font:{FONT};color:inherit}}
.fl text{{fill:currentColor}}.fl .fl-head{{font-weight:600}}
.fl rect{{fill:currentColor}}.fl path{{stroke:none;fill-opacity:.55}}
.fl path:hover{{fill-opacity:.9}}
@media(max-width:600px){{.fl{{font-size:17px}}}}
"""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A node's bar: where its row and the bar itself begin, and how high they are."""

    top: float
    room: float
    start: float
    height: float


def draw(picture: Flows, *, key: str = "flows") -> str:
    """The picture as an `svg` element that needs nothing else; `key` begins its ids."""
    totals = _totals(picture)
    scale = _scale(picture, totals)
    lefts = _bars(picture.left, totals[0], scale)
    rights = _bars(picture.right, totals[1], scale)
    ends = [each.top + each.room for each in (*lefts.values(), *rights.values())]
    height = round(max(ends, default=_ROW) + _GAP)
    pieces = (
        write(_LEFT - 8, _ROW / 2 + 5, picture.left_title, anchor="end", style="fl-head"),
        write(_RIGHT + _BAR + 8, _ROW / 2 + 5, picture.right_title, style="fl-head"),
        *_bands(picture, lefts, rights, scale),
        *_side(picture.left, lefts, totals[0], x=_LEFT, anchor="end"),
        *_side(picture.right, rights, totals[1], x=_RIGHT),
    )
    return frame(
        "".join(pieces),
        key=key,
        look="fl",
        size=view_box(_WIDTH, height),
        title=picture.title,
        said=_description(picture),
        style=_STYLE,
    )


def _description(picture: Flows) -> str:
    return _("{left_title} on the left ({left}), {right_title} on the right ({right}).").format(
        left_title=picture.left_title,
        right_title=picture.right_title,
        left=len(picture.left),
        right=len(picture.right),
    )


def _totals(picture: Flows) -> tuple[Counter[int], Counter[int]]:
    left, right = Counter[int](), Counter[int]()
    for flow in picture.flows:
        left[flow.left] += flow.count
        right[flow.right] += flow.count
    return left, right


def _scale(picture: Flows, totals: tuple[Counter[int], Counter[int]]) -> float:
    """Height of one, so that the bars together are as high as the longer side's names."""
    rows = max(len(picture.left), len(picture.right))
    return _ROW * rows / max(totals[0].total(), 1)


def _bars(nodes: Iterable[Node], totals: Mapping[int, int], scale: float) -> dict[int, _Bar]:
    """Bars from top to bottom, each in a row that is high enough for its name."""
    bars, top = {}, float(_ROW)
    for node in nodes:
        height = max(totals[node.id] * scale, _LEAST)
        room = max(height, _ROW - _GAP)
        bars[node.id] = _Bar(top, room, top + (room - height) / 2, height)
        top += room + _GAP
    return bars


def _bands(
    picture: Flows, lefts: Mapping[int, _Bar], rights: Mapping[int, _Bar], scale: float
) -> Iterable[str]:
    """Bands in the order of both sides, so that those of one bar do not cross."""
    place = {node.id: number for number, node in enumerate(picture.right)}
    names = {node.id: node.label for node in (*picture.left, *picture.right)}
    used: dict[int, float] = {}
    order = {node.id: number for number, node in enumerate(picture.left)}
    for flow in sorted(picture.flows, key=lambda each: (order[each.left], place[each.right])):
        broad = flow.count * scale
        starts = []
        for id, bar in ((flow.left, lefts[flow.left]), (flow.right, rights[flow.right])):
            starts.append(bar.start + used.get(id, 0.0))
            used[id] = used.get(id, 0.0) + broad
        said = f"{names[flow.left]} – {names[flow.right]}: {flow.count}"
        yield _band(starts, broad, colour=hue(place[flow.right]), title=said)


def _band(starts: Sequence[float], broad: float, *, colour: str, title: str) -> str:
    x1, x2 = _LEFT + _BAR, _RIGHT
    middle = (x1 + x2) // 2
    y1, y2 = (round(start, 1) for start in starts)
    broad = round(broad, 1)
    return (
        f'<path style="fill:{colour}" d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}'
        f'v{broad}C{middle} {y2 + broad:.1f} {middle} {y1 + broad:.1f} {x1} {y1 + broad:.1f}z">'
        f"<title>{safe(title)}</title></path>"
    )


def _side(
    nodes: Iterable[Node],
    bars: Mapping[int, _Bar],
    totals: Mapping[int, int],
    *,
    x: int,
    anchor: str = "start",
) -> Iterable[str]:
    label_x = x - 8 if anchor == "end" else x + _BAR + 8
    for node in nodes:
        bar = bars[node.id]
        count = f" {totals[node.id]}"
        label = short(node.label, _SIDE_LETTERS - len(count)) + count
        yield (
            f'<rect x="{x}" y="{bar.start:.1f}" width="{_BAR}" height="{bar.height:.1f}"/>'
            + write(label_x, bar.top + bar.room / 2 + 5, label, anchor=anchor, title=node.label)
        )

"""Clusters as SVG: one small picture each, which a page puts beside each other as it has room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap

from digikunta_cli.document import Cluster, Clusters, Node
from digikunta_cli.locale import _
from digikunta_cli.rendering.folding import fold_words
from digikunta_cli.rendering.pictures import full_name
from digikunta_cli.rendering.svg.pen import frame, hue, safe, view_box, write

_WIDTH, _MIDDLE, _HALF = 384, 192.0, 42.0
"""Width of a picture, and where its ring stands."""
_LINE = 17
_LEAST_ROW, _AROUND = 44, 12
"""Height of a row of the ring: the least, and beside its lines of text."""
_SPACE = 6
_SIDE_LETTERS, _HEAD_LETTERS, _CAPTION_LETTERS = 18, 38, 46
"""How many letters fit beside the ring, above it and below it."""
_STYLE = f"""
.cl{{font:14px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:inherit;overflow:visible}}
.cl text{{fill:currentColor}}.cl .cl-head{{font-weight:600;font-size:15px}}
.cl .cl-small{{font-size:12.5px}}.cl .cl-host{{font-weight:600}}
.cl ellipse{{fill:none;stroke:currentColor;stroke-opacity:.25;stroke-width:1.5}}
.cl path{{fill:none;stroke:{hue(1)};stroke-opacity:.55;stroke-width:1.5}}
.cl circle{{fill:{hue(0)}}}.cl .cl-first{{fill:{hue(1)}}}
.cl .cl-edge{{fill:none;stroke:{hue(1)};stroke-width:2}}
"""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node with its place on the ring: `side` is -1 on the left and 1 on the right."""

    node: Node
    side: int
    x: float
    y: float
    lines: tuple[str, ...]
    is_host: bool


def draw(clusters: Clusters, *, key: str) -> str:
    """An `svg` element for each cluster, in one element; `key` begins their ids."""
    drawn = (
        _card(cluster, key=f"{key}-{number}", style=_STYLE if number == 1 else "")
        for number, cluster in enumerate(clusters.clusters, start=1)
    )
    return f'<div class="cl-all">{"".join(drawn)}</div>'


def _card(cluster: Cluster, *, key: str, style: str) -> str:
    """One picture; a style counts for the whole page, so the first one has it for all."""
    head, top = _paragraph(cluster.label, 0, letters=_HEAD_LETTERS, style="cl-head")
    ring, top = _ring(cluster, top + _SPACE)
    shared = "; ".join(cluster.shared)
    caption, top = _paragraph(shared, top, letters=_CAPTION_LETTERS, style="cl-small")
    return frame(
        head + ring + caption,
        key=key,
        look="cl",
        size=view_box(_WIDTH, top),
        title=cluster.label,
        said=_description(cluster),
        style=style,
    )


def _description(cluster: Cluster) -> str:
    host = next((node.label for node in cluster.nodes if node.id == cluster.host), None)
    said = [", ".join(node.label for node in cluster.nodes), "; ".join(cluster.shared)]
    if host is not None:
        said.append(_("suggested host: {name}").format(name=host))
    return ". ".join(filter(None, said))


def _paragraph(text: str, top: float, *, letters: int, style: str) -> tuple[str, float]:
    """Lines of text in the middle, and the height below them."""
    lines = _lines(text, letters)
    drawn = (
        write(_MIDDLE, top + _LINE * (number + 0.75), line, anchor="middle", style=style)
        for number, line in enumerate(lines)
    )
    return "".join(drawn), top + _LINE * len(lines)


def _lines(text: str, letters: int) -> tuple[str, ...]:
    return tuple(wrap(fold_words(" ".join(text.split()), letters), letters))


def _ring(cluster: Cluster, top: float) -> tuple[str, float]:
    """The nodes around a ring with their names beside it, and the height below them."""
    labels = [_lines(node.label, _SIDE_LETTERS) for node in cluster.nodes]
    most = max((len(lines) for lines in labels), default=0) + (cluster.host is not None)
    row = max(_LEAST_ROW, _LINE * most + _AROUND)
    height = float(row * -(-len(labels) // 2))
    middle = top + height / 2
    spots = [
        _Spot(
            node,
            side,
            x=round(_MIDDLE + side * _HALF * sqrt(1 - (2 * row * place / height) ** 2), 1),
            y=round(middle + row * place, 1),
            lines=lines,
            is_host=node.id == cluster.host,
        )
        for node, lines, (side, place) in zip(
            cluster.nodes, labels, _places(len(labels)), strict=True
        )
    ]
    pieces = [f'<ellipse cx="{_MIDDLE}" cy="{middle}" rx="{_HALF}" ry="{height / 2}"/>']
    pieces += [*_spokes(spots), *map(_dot, spots), *map(_names, spots)]
    return "".join(pieces), top + height + _SPACE


def _places(count: int) -> Iterator[tuple[int, float]]:
    """The side of each node, and its row from the middle: down the left side, then the right."""
    left = (count + 1) // 2
    for side, rows in ((-1, left), (1, count - left)):
        yield from ((side, row - (rows - 1) / 2) for row in range(rows))


def _spokes(spots: Sequence[_Spot]) -> Iterator[str]:
    """Lines from the host to the others."""
    for host in (spot for spot in spots if spot.is_host):
        for spot in spots:
            if spot is not host:
                yield f'<path d="M{host.x} {host.y}L{spot.x} {spot.y}"/>'


def _dot(spot: _Spot) -> str:
    place = f'cx="{spot.x}" cy="{spot.y}"'
    if not spot.is_host:
        return f'<circle {place} r="5"/>'
    return f'<circle class="cl-first" {place} r="6"/><circle class="cl-edge" {place} r="10"/>'


def _names(spot: _Spot) -> str:
    """The name beside its dot, and below it whether it is the host's."""
    count = len(spot.lines) + spot.is_host
    x, y = spot.x + 15 * spot.side, spot.y - _LINE * (count - 1) / 2 + 5
    anchor = "end" if spot.side < 0 else "start"
    look = "cl-host" if spot.is_host else ""
    drawn = [
        write(x, y + _LINE * number, line, anchor=anchor, style=look)
        for number, line in enumerate(spot.lines)
    ]
    if spot.is_host:
        said = _("suggested host")
        drawn.append(write(x, y + _LINE * (count - 1), said, anchor=anchor, style="cl-small"))
    return f"<g><title>{safe(full_name(spot.node))}</title>{''.join(drawn)}</g>"

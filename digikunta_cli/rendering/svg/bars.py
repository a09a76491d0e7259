"""Bars beside each other as SVG, which keeps its size of type whatever the width of the page."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap

from digikunta_cli.document import Bars, Cell, Table
from digikunta_cli.locale import _
from digikunta_cli.rendering.cells import spoken
from digikunta_cli.rendering.pictures import bar_rows, bar_size
from digikunta_cli.rendering.svg.pen import FONT, HUES, frame, hue, write

_LETTERS = 38
"""How many letters of a label or of the legend stand on one line, also on a small screen."""
_TYPE, _BAR, _GAP, _SPACE = 20, 16, 4, 16
"""Height of a line of type and of a bar, and the space below a bar and below a row."""
_WIDEST = 72.0
"""Percent of the width that the longest bar takes; the rest is for its figure."""
_STYLE = f"""
.br{{font:{FONT};color:inherit}}
.br text{{fill:currentColor}}.br .br-head{{font-weight:600}}
.br rect{{stroke-width:0}}.br .br-part{{fill:var(--paper,#fff);fill-opacity:.65}}
.br .br-edge{{fill:none;stroke-width:1.5}}
"""


def draw(bars: Bars, *, key: str) -> str:
    """The picture as an `svg` element that needs nothing else; `key` begins its ids."""
    columns = {column.key: number for number, column in enumerate(bars.table.columns)}
    measures = [each for each in bars.measures if each in columns]
    rows = bar_rows(bars)
    pieces, top = _legend(bars, measures, _titles(bars.table))
    scale = _WIDEST / (max(_sizes(rows, [columns[each] for each in measures]), default=0) or 1)
    for row in rows:
        values = {each: row[number] for each, number in columns.items()}
        drawn, top = _row(bars, measures, values, top=top, scale=scale)
        pieces.append(drawn)
    return frame(
        "".join(pieces),
        key=key,
        look="br",
        size=f'width="100%" height="{top}"',
        title=bars.title,
        said=_description(bars, measures),
        style=_STYLE + _hues(),
    )


def _hues() -> str:
    return "".join(f".br-{n}{{fill:{hue(n)};stroke:{hue(n)}}}" for n in range(len(HUES)))


def _titles(table: Table) -> Mapping[str, str]:
    return {column.key: column.title for column in table.columns}


def _sizes(rows: Iterable[Sequence[Cell]], numbers: Sequence[int]) -> Iterable[float]:
    return (bar_size(row[number]) for row in rows for number in numbers)


def _description(bars: Bars, measures: Iterable[str]) -> str:
    titles = _titles(bars.table)
    return _("Bars from above: {measures}.").format(
        measures=", ".join(titles[each] for each in measures)
    )


def _legend(
    bars: Bars, measures: Sequence[str], titles: Mapping[str, str]
) -> tuple[list[str], int]:
    """What the bars mean, one line each, and the height below them."""
    pieces: list[str] = []
    top = 0
    for number, measure in enumerate(measures):
        pieces.append(_box(top, number=number) + write(26, _baseline(top), titles[measure]))
        top += _TYPE
        part = titles.get(dict(bars.parts).get(measure, ""))
        if part is not None:
            said = _("{part} (figure in brackets)").format(part=part)
            box = _box(top, number=number, is_part=True)
            pieces.append(box + write(26, _baseline(top), said))
            top += _TYPE
    return pieces, top + _SPACE


def _baseline(top: float) -> float:
    return top + 15


def _box(top: int, *, number: int, is_part: bool = False) -> str:
    place = f'x="1" y="{top + 4}" width="16" height="12"'
    return f'<rect class="br-{number % len(HUES)}" {place}/>' + (
        _mark(place, number=number) if is_part else ""
    )


def _mark(place: str, *, number: int) -> str:
    """What makes a part of a bar pale with an edge, which is seen without colours too."""
    edge = f'<rect class="br-{number % len(HUES)} br-edge" {place}/>'
    return f'<rect class="br-part" {place}/>{edge}'


def _row(
    bars: Bars, measures: Sequence[str], values: Mapping[str, Cell], *, top: int, scale: float
) -> tuple[str, int]:
    """A label with its bars below, and the height below them."""
    first = next(iter(values.values()), None)
    lines = wrap(spoken(first), _LETTERS) or [""]
    pieces = []
    for line in lines:
        pieces.append(write(0, _baseline(top), line, style="br-head"))
        top += _TYPE
    top += _GAP
    parts = dict(bars.parts)
    for number, measure in enumerate(measures):
        part = values.get(parts.get(measure, ""))
        pieces.append(_bar(values[measure], part, number=number, top=top, scale=scale))
        top += _BAR + _GAP
    return "".join(pieces), top + _SPACE


def _bar(cell: Cell, part: Cell, *, number: int, top: int, scale: float) -> str:
    """A bar with its figure at its end; the marked part is the last of it."""
    length = bar_size(cell) * scale
    marked = min(bar_size(part) * scale, length)
    place = f'y="{top}" height="{_BAR}"'
    pieces = [f'<rect class="br-{number % len(HUES)}" x="0" {place} width="{length:.2f}%"/>']
    if marked:
        inner = f'x="{length - marked:.2f}%" {place} width="{marked:.2f}%"'
        pieces.append(_mark(inner, number=number))
    figure = spoken(cell, "number")
    if marked:
        figure = f"{figure} ({spoken(part, 'number')})"
    pieces.append(write(f"{length:.2f}%", top + 13, figure, shift=8))
    return "".join(pieces)

"""Flows: bands between two sides, each as broad as it counts."""

import re
from collections import defaultdict
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.document import Column, Flow, Flows, Node, Table
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.rendering.svg.drawing import draw
from tests.rendering.rendering_samples import speaking, texts, with_hostile

SVG = "{http://www.w3.org/2000/svg}"
TABLE = Table("network", "Network", (Column("region", "region"),), (("Lappi",),))
BAND = re.compile(r"M256 ([\d.]+)C320 [\d.]+ 320 [\d.]+ 384 ([\d.]+)v([\d.]+)C.*z")
counts = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(10, 13)), st.integers(1, 900), min_size=1
)
"""How many go from each of some lefts to each of some rights."""


def flows(counted: dict[tuple[int, int], int], *, name: str = "Node") -> Flows:
    """Those flows between five nodes on the left and four on the right."""
    return Flows(
        TABLE,
        "Regions",
        "Topics",
        tuple(Node(n, f"{name} {n}") for n in range(5)),
        tuple(Node(n, f"{name} {n}") for n in range(10, 14)),
        tuple(Flow(left, right, count) for (left, right), count in counted.items()),
    )


def picture(drawn: Flows) -> ElementTree.Element:
    """The picture as a browser reads it."""
    return ElementTree.fromstring(draw(drawn, key="flows"))


def bars(root: ElementTree.Element) -> list[tuple[float, float]]:
    """Where each bar begins and ends, the left side's first."""
    rects = [rect.attrib for rect in root.iter(f"{SVG}rect")]
    return [(float(r["y"]), float(r["y"]) + float(r["height"])) for r in rects]


def bands(root: ElementTree.Element) -> list[tuple[str, float, float, float]]:
    """What each band says, where it begins on both sides, and how broad it is."""
    found = []
    for path in root.iter(f"{SVG}path"):
        shape = BAND.fullmatch(path.attrib["d"])
        assert shape
        start, end, broad = map(float, shape.groups())
        found.append((path.findtext(f"{SVG}title") or "", start, end, broad))
    return found


def test_the_picture_says_whom_it_shows_and_how_many() -> None:
    """Each name has its sum, each band says what it joins."""
    with speaking("en"):
        root = picture(flows({(0, 10): 3, (0, 11): 1, (4, 10): 2}))
    words = [list(text.itertext())[-1] for text in root.iter(f"{SVG}text")]

    assert words[:3] == ["Regions", "Topics", "Node 0 4"]
    assert words[-4:] == ["Node 10 5", "Node 11 1", "Node 12 0", "Node 13 0"]
    assert [title for title, *_rest in bands(root)] == [
        "Node 0 – Node 10: 3",
        "Node 0 – Node 11: 1",
        "Node 4 – Node 10: 2",
    ]
    assert root.findtext(f"{SVG}title") == "Network"
    assert root.findtext(f"{SVG}desc") == "Regions on the left (5), Topics on the right (4)."


@given(counted=counts)
def test_bars_of_both_sides_are_as_high_together(counted: dict[tuple[int, int], int]) -> None:
    """Heights are counts in one scale, but for bars too thin to be seen; none covers another."""
    drawn = bars(picture(flows(counted)))
    scale = 5 * 27 / sum(counted.values())
    wanted: dict[int, int] = defaultdict(int)
    for ends, count in counted.items():
        for end in ends:
            wanted[end] += count

    for (top, bottom), id in zip(drawn, (*range(5), *range(10, 14)), strict=True):
        assert bottom - top == pytest.approx(max(wanted[id] * scale, 1.5), abs=0.11)
    for side in (drawn[:5], drawn[5:]):
        assert all(above[1] < below[0] for above, below in pairwise(side))


@given(counted=counts)
def test_bands_stay_within_their_bars(counted: dict[tuple[int, int], int]) -> None:
    """A band leaves its own bar and comes to its own bar, and the picture holds all of it."""
    root = picture(flows(counted))
    drawn = bars(root)
    of_node = dict(zip((*range(5), *range(10, 14)), drawn, strict=True))
    _left, _top, _width, height = map(float, root.attrib["viewBox"].split())

    for title, start, end, broad in bands(root):
        left, right = map(int, re.findall(r"Node (\d+)", title))
        for place, id in ((start, left), (end, right)):
            assert place >= of_node[id][0] - 0.15
            assert place + broad <= of_node[id][1] + 0.25
    assert all(0 < top < bottom < height for top, bottom in drawn)


@given(counted=counts, seed=st.randoms(use_true_random=False))
def test_the_order_in_which_flows_are_given_changes_nothing(
    counted: dict[tuple[int, int], int], seed: object
) -> None:
    """The same facts are the same picture."""
    turned = list(counted.items())
    seed.shuffle(turned)  # type: ignore[attr-defined]

    assert draw(flows(dict(turned)), key="k") == draw(flows(counted), key="k")


def test_without_flows_only_the_headings_stand() -> None:
    """Nothing to show is no fault."""
    empty = Flows(TABLE, "Regions", "Topics", (), (), ())

    assert [text.text for text in picture(empty).iter(f"{SVG}text")] == ["Regions", "Topics"]
    assert as_table(empty) == TABLE


def test_long_names_are_cut_with_a_mark_and_told_whole() -> None:
    """The sum is never cut away."""
    name = "Kuvitteellisen Jokilaakson koulutuskuntayhtymä"
    texts = list(picture(flows({(0, 10): 12_345}, name=name)).iter(f"{SVG}text"))
    title, said = texts[2].findtext(f"{SVG}title"), list(texts[2].itertext())[-1]

    assert (title, said) == (f"{name} 0", "Kuvitteellisen Joki… 12345")


@with_hostile
@given(text=texts)
def test_hostile_name_is_a_text(text: str) -> None:
    """No name can add an element to the picture."""
    drawn = Flows(TABLE, text, text, (Node(0, text),), (Node(1, text),), (Flow(0, 1, 5),))
    tags = {element.tag.removeprefix(SVG) for element in picture(drawn).iter()}

    assert tags == {"svg", "title", "desc", "style", "text", "path", "rect"}

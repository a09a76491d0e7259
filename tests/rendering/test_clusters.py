"""Clusters beside each other: each a small picture of its own."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given

from digikunta_cli.document import Cluster, Clusters, Column, Document, Node, Table
from digikunta_cli.rendering.html.page import render
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.rendering.svg.drawing import draw
from tests.rendering.rendering_samples import texts, with_hostile

SVG = "{http://www.w3.org/2000/svg}"
TABLE = Table("groups", "Groups", (Column("id", "id", "number"),), ((1,), (2,)))


def cluster(
    count: int = 5, *, host: int | None = None, shared: tuple[str, ...] = ("maps",)
) -> Cluster:
    """A cluster of so many nodes."""
    nodes = tuple(Node(n, f"Kunta {n}", f"Kokeilu {n}") for n in range(count))
    return Cluster("Group 1", nodes, shared, host)


def cards(*clusters: Cluster) -> list[ElementTree.Element]:
    """The pictures as a browser reads them."""
    root = ElementTree.fromstring(draw(Clusters(TABLE, clusters), key="groups"))
    return root.findall(f"{SVG}svg")


def words(card: ElementTree.Element) -> list[str | None]:
    """The texts of a picture in order."""
    return [text.text for text in card.iter(f"{SVG}text")]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 6, 9])
def test_every_size_is_drawn_whole(count: int) -> None:
    """Each node has a dot inside the picture, and no two stand in one place."""
    (card,) = cards(cluster(count))
    _left, _top, width, height = map(float, card.attrib["viewBox"].split())
    dots = [(float(d.attrib["cx"]), float(d.attrib["cy"])) for d in card.iter(f"{SVG}circle")]

    assert len(dots) == len(set(dots)) == count
    assert all(0 < x < width and 0 < y < height for x, y in dots)
    assert all(0 < float(text.attrib["y"]) < height for text in card.iter(f"{SVG}text"))


def test_a_picture_says_who_hosts_and_what_is_shared() -> None:
    """In the picture, and in its description for whoever does not see it."""
    (card,) = cards(cluster(3, host=1, shared=("e-services", "maps")))

    assert words(card) == [
        *("Group 1", "Kunta 0", "Kunta 1", "suggested host", "Kunta 2"),
        "e-services; maps",
    ]
    assert card.findtext(f"{SVG}title") == "Group 1"
    assert (
        card.findtext(f"{SVG}desc")
        == "Kunta 0, Kunta 1, Kunta 2. e-services; maps. suggested host: Kunta 1"
    )
    assert len(list(card.iter(f"{SVG}path"))) == 2


def test_without_a_host_nobody_is_marked() -> None:
    """No lines, no mark, and no word of a host."""
    (card,) = cards(cluster(3, shared=()))

    assert words(card) == ["Group 1", "Kunta 0", "Kunta 1", "Kunta 2"]
    assert card.findtext(f"{SVG}desc") == "Kunta 0, Kunta 1, Kunta 2"
    assert list(card.iter(f"{SVG}path")) == []


def test_names_point_away_from_the_ring() -> None:
    """Those on the left end at it, those on the right begin at it."""
    (card,) = cards(cluster(4))
    sides = [
        (text.text, text.get("text-anchor", "start"))
        for text in card.iter(f"{SVG}text")
        if text.get("text-anchor") != "middle"
    ]

    assert sides == [
        ("Kunta 0", "end"),
        ("Kunta 1", "end"),
        ("Kunta 2", "start"),
        ("Kunta 3", "start"),
    ]


def test_long_names_wrap_and_make_room() -> None:
    """Nothing is cut, no line is longer than its side, and rows stand apart."""
    name = "Kuvitteellisen Jokilaakson koulutuskuntayhtymä"
    nodes = tuple(Node(n, name, "Kokeilu") for n in range(6))
    (card,) = cards(Cluster("Group 1", nodes, (), 2))
    group, *_rest = (each for each in card.iter(f"{SVG}g"))
    lines = [text.text or "" for text in group.iter(f"{SVG}text")]
    dots = sorted({float(dot.attrib["cy"]) for dot in card.iter(f"{SVG}circle")})

    assert "".join(lines).replace("-", "").replace(" ", "") == name.replace(" ", "")
    assert max(map(len, lines)) <= 18
    assert group.findtext(f"{SVG}title") == f"{name}: Kokeilu"
    assert min(b - a for a, b in pairwise(dots)) > 17 * (len(lines) + 1)


def test_every_picture_has_ids_of_its_own() -> None:
    """Many groups share a page."""
    page = render(Document("R", (Clusters(TABLE, (cluster(),) * 40),), None))

    assert page.count('class="cl"') == 40
    assert {page.count(f'id="part-1-picture-{n}-title"') for n in range(1, 41)} == {1}
    assert "Groups" in page


def test_the_facts_are_in_the_table() -> None:
    """Everywhere else the table stands for the picture."""
    assert as_table(Clusters(TABLE, (cluster(),))) == TABLE


@with_hostile
@given(text=texts)
def test_hostile_name_is_a_text(text: str) -> None:
    """No name can add an element to the picture."""
    nodes = tuple(Node(n, text, text) for n in range(3))
    (card,) = cards(Cluster(text, nodes, (text,), 0))
    tags = {element.tag.removeprefix(SVG) for element in card.iter()}

    assert tags <= {"svg", "title", "desc", "style", "text", "path", "circle", "ellipse", "g"}

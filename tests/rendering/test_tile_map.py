"""The map of tiles: the regions where they lie, their shades, and the same in a table."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.document import Column, Document, Table, Tile, TileMap
from digikunta_cli.reference.tables import region_name, regions
from digikunta_cli.rendering import html
from digikunta_cli.rendering.html.page import render
from digikunta_cli.rendering.pictures import as_table
from digikunta_cli.rendering.svg.tiles import draw, shade
from tests.rendering.rendering_samples import speaking, texts, with_hostile

SVG = "{http://www.w3.org/2000/svg}"
CODES = [region.code for region in regions()]
TABLE = Table("regions", "Regions", (Column("name", "region"),), (("Lapland",),))
PAGE = Path(str(html.__file__)).with_name("page.css").read_text(encoding="utf-8")


def tiles_of(language: str = "en", *, count: int = 3, of: int = 10) -> tuple[Tile, ...]:
    """A tile a region, with the same figures on each."""
    return tuple(Tile(code, region_name(code, language), count, of) for code in CODES)


def drawn(*tiles: Tile) -> ElementTree.Element:
    """The map of these tiles as a tree."""
    return ElementTree.fromstring(draw(TileMap(TABLE, tiles)))


def squares(root: ElementTree.Element) -> dict[str, tuple[float, float]]:
    """Where the tile of each name lies; the squares of the legend have no name."""
    return {
        str(group.findtext(f"{SVG}title")).split(":")[0]: (
            float(square.attrib["x"]),
            float(square.attrib["y"]),
        )
        for group in root.findall(f"{SVG}g")
        if (square := group.find(f"{SVG}rect")) is not None
        and group.find(f"{SVG}title") is not None
    }


def test_each_region_has_a_place_of_its_own_inside_the_map() -> None:
    """No tile covers another or the legend, or leaves the picture."""
    root = drawn(*tiles_of())
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    places = list(squares(root).values())
    legend = [rect for rect in root.iter(f"{SVG}rect") if rect.attrib["width"] == "18"]

    assert len(places) == len(set(places)) == 19
    assert all(x >= 0 and y >= 0 and x + 102 <= width and y + 102 <= height for x, y in places)
    assert len(legend) == 5
    for x, y in places:
        assert all(x >= 200 or y > float(rect.attrib["y"]) + 18 for rect in legend)


def test_regions_lie_as_they_do_in_finland() -> None:
    """Lapland is at the top, Åland at the lower left, Karelia in the east."""
    with speaking("en"):
        places = squares(drawn(*tiles_of()))
    x, y = ({name: place[axis] for name, place in places.items()} for axis in (0, 1))

    assert min(y, key=y.__getitem__) == "Lapland"
    assert min(x, key=x.__getitem__) == "Åland"
    assert y["Åland"] == y["Uusimaa"] == max(y.values())
    assert x["North Karelia"] == x["South Karelia"] == max(x.values())
    assert y["Lapland"] < y["Kainuu"] < y["North Savo"] < y["South Savo"] < y["Kymenlaakso"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_name_fits_on_its_tile(language: str) -> None:
    """At most three lines of ten letters, broken between the parts of a word, nothing cut."""
    for group in drawn(*tiles_of(language)).findall(f"{SVG}g")[1:]:
        *lines, figures = (text.text or "" for text in group.findall(f"{SVG}text"))
        name = str(group.findtext(f"{SVG}title")).split(":")[0]

        assert figures == "3/10"
        assert len(lines) <= 3
        assert all(len(line) <= 10 for line in lines)
        assert "".join(lines).replace("-", "") == name.replace(" ", "").replace("-", "")


@pytest.mark.parametrize(
    ("count", "of", "number"),
    [
        (0, 30, 0),
        (1, 308, 1),
        (7, 29, 1),
        (1, 4, 2),
        (49, 100, 2),
        (1, 2, 3),
        (149, 200, 3),
        (3, 4, 4),
        (8, 8, 4),
    ],
)
def test_a_tile_is_darker_the_more_take_part(count: int, of: int, number: int) -> None:
    """Only where nobody takes part a tile is empty; else its share is that of the legend."""
    assert shade(Tile("19", "Lapland", count, of)) == number


@given(of=st.integers(1, 40), data=st.data())
def test_the_legend_tells_the_share_of_each_tile(of: int, data: st.DataObject) -> None:
    """The whole percents of a tile lie within what the legend says of its shade."""
    tile = Tile("19", "Lapland", data.draw(st.integers(0, of)), of)
    words = [text.text or "" for text in drawn(tile).findall(f"{SVG}g")[0].iter(f"{SVG}text")]
    first, _dash, last = words[1 + shade(tile)].partition("–")

    assert int(first) <= round(100 * tile.count / of) <= int(last or first)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """How much two colours differ, from 1 to 21."""
    darker, lighter = sorted(map(_luminance, (_whole(one), _whole(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _whole(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def looks() -> list[dict[str, str]]:
    """The colours of the page by name: as it is, on a dark screen, on paper."""
    blocks = re.findall(r":root \{(.*?)\}", PAGE, flags=re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", block)) for block in blocks]


def test_letters_can_be_read_on_every_shade_on_every_page() -> None:
    """A contrast of 4.5 at least, light, dark and printed."""
    assert len(looks()) == 3
    for colours in looks():
        for number, letters in ((1, "ink"), (2, "ink"), (3, "paper"), (4, "paper")):
            assert contrast(colours[letters], colours[f"tile-{number}"]) >= 4.5
        assert contrast(colours["ink"], colours["paper"]) >= 4.5


def test_a_map_alone_looks_as_on_a_light_page() -> None:
    """Without the page its own colours are those that the page gives it."""
    style = draw(TileMap(TABLE, tiles_of()))
    own = dict(re.findall(r"var\(--([\w-]+),(#[0-9a-f]+)\)", style))

    assert {name: _whole(colour) for name, colour in own.items()} == {
        name: _whole(looks()[0][name]) for name in own
    }
    assert {"tile-1", "tile-4", "ink", "paper"} <= own.keys()


def test_letters_are_light_on_the_dark_shades() -> None:
    """A tile of a dark shade turns its letters."""
    groups = [drawn(Tile("19", "Lapland", count, 4)).findall(f"{SVG}g")[1] for count in range(5)]
    assert [group.get("class") for group in groups] == [None, None, "tm-on", "tm-on", "tm-on"]


def test_map_tells_what_it_shows() -> None:
    """Title, description and the title of each tile say in words what the shades say."""
    tiles = (Tile("19", "Lapland", 3, 21), Tile("21", "Åland", 0, 16))
    with speaking("en"):
        root = ElementTree.fromstring(draw(TileMap(TABLE, tiles), key="map"))

    assert root.attrib["aria-labelledby"] == "map-title map-desc"
    assert root.findtext(f"{SVG}title") == "Regions"
    assert root.findtext(f"{SVG}desc") == "Taking part: 3 of 37, in 1 of 2 regions."
    assert [group.findtext(f"{SVG}title") for group in root.findall(f"{SVG}g")] == [
        None,
        "Lapland: 3 of 21",
        "Åland: 0 of 16",
    ]


def test_a_region_without_a_place_stands_below_the_map() -> None:
    """A division of the country that the map does not know loses nobody."""
    new = tuple(Tile(f"N{number}", f"New{number}", 1, 2) for number in range(7))
    root = drawn(*tiles_of(), *new)
    places = list(squares(root).values())

    assert len(set(places)) == 26
    assert float(root.attrib["viewBox"].split()[3]) == 7 * 107


def test_a_long_name_is_cut_and_whole_in_its_title() -> None:
    """A name keeps to its tile; pointing at it shows all of it."""
    name = "Hyvinvointialueiden yhteinen uusi suuralue"
    group = drawn(Tile("19", name, 1, 2)).findall(f"{SVG}g")[1]

    assert group.findtext(f"{SVG}title") == f"{name}: 1 of 2"
    lines = [text.text for text in group.findall(f"{SVG}text")]
    assert lines == ["Hyvinvoin…", "yhteinen", "…", "1/2"]


@with_hostile
@given(text=texts)
def test_hostile_name_is_a_text(text: str) -> None:
    """No name can add an element to the picture."""
    picture = TileMap(Table("t", text, (), ()), (Tile("19", text, 1, 2),))
    tags = {
        element.tag.removeprefix(SVG) for element in ElementTree.fromstring(draw(picture)).iter()
    }
    assert tags <= {"svg", "title", "desc", "style", "text", "rect", "g"}


def test_the_page_shows_the_map_above_its_table() -> None:
    """The picture says the same as its table, which is there for whoever cannot see it."""
    picture = TileMap(TABLE, tiles_of())
    page = render(Document("Title", (picture,), []))

    assert as_table(picture) == TABLE
    assert page.index('<svg xmlns="http://www.w3.org/2000/svg" class="tm"') < page.index("<table")

"""The picture of the network: its order, its drawing and the same in words."""

from itertools import combinations
from random import Random
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.document import Column, Link, Network, Node, Table
from digikunta_cli.rendering.pictures import as_table, short_names
from digikunta_cli.rendering.svg.layout import arrange, crossings
from digikunta_cli.rendering.svg.network import draw
from tests.rendering.rendering_samples import network, speaking, texts, with_hostile

SVG = "{http://www.w3.org/2000/svg}"


def pairs_of(left: int, right: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    """Some pairs between 0, 1, 2... and 10, 11, 12..."""
    both = st.tuples(st.integers(0, left - 1), st.integers(10, 9 + right))
    return st.lists(both, unique=True, max_size=20)


def test_picture_in_words_lists_pairs_by_mentor() -> None:
    """Who cannot see the picture reads the same in a table."""
    with speaking("en"):
        table = as_table(network(links=((0, 10), (1, 10))))

    assert table == Table(
        "network",
        "Network",
        (
            Column("right", "Mentors"),
            Column("settled", "settled", "lines"),
            Column("proposed", "proposed", "lines"),
        ),
        (("Sparraaja 0", ("Kunta 0",), ("Kunta 1",)), ("Sparraaja 1", (), ())),
        note="Without a pair: Kunta 2",
    )


def test_same_label_twice_is_told_apart_by_its_note() -> None:
    """Two experiments of a municipality keep their titles."""
    nodes = (Node(1, "Raahe", "Kyläautot"), Node(2, "Raahe", "Chat"), Node(3, "Salo", "Robotti"))
    assert short_names(nodes) == {1: "Raahe: Kyläautot", 2: "Raahe: Chat", 3: "Salo"}


def test_everybody_with_a_pair_leaves_no_note() -> None:
    """Nobody is left out, so nobody is named as such."""
    assert as_table(network(left=1, links=((0, 10),))).note == ""


@given(ends=pairs_of(8, 6), seed=st.randoms(use_true_random=False))
def test_crossings_are_counted_as_by_hand(ends: list[tuple[int, int]], seed: Random) -> None:
    """Two lines cross where their ends stand in opposite orders."""
    left, right = list(range(8)), list(range(10, 16))
    seed.shuffle(left)
    seed.shuffle(right)
    places = [(left.index(a), right.index(b)) for a, b in ends]

    by_hand = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(places, 2))
    assert crossings(left, right, ends=ends) == by_hand


@given(ends=pairs_of(8, 6), seed=st.randoms(use_true_random=False))
def test_order_does_not_depend_on_how_the_network_is_given(
    ends: list[tuple[int, int]], seed: Random
) -> None:
    """Nobody is lost, and shuffled nodes and links give the same picture."""
    given_first = network(left=8, right=6, links=tuple(ends))
    nodes, links = list(given_first.left), list(given_first.links)
    seed.shuffle(nodes)
    seed.shuffle(links)
    again = Network("Network", "E", "M", tuple(nodes), given_first.right, tuple(links))
    layout = arrange(given_first)

    assert layout == arrange(again)
    assert set(layout.left) | set(layout.alone) == set(given_first.left)
    assert set(layout.right) | set(layout.free) == set(given_first.right)
    assert {node.id for node in layout.right} == {link.right for link in layout.links}


def test_lines_that_need_not_cross_do_not() -> None:
    """A mentor stands where its experimenters stand."""
    ends = tuple((n, 10 + (n * 3) % 7) for n in range(7))
    layout = arrange(network(left=7, right=7, links=ends))

    left, right = ([node.id for node in side] for side in (layout.left, layout.right))
    assert crossings(left, right, ends=ends) == 0


def test_links_to_nobody_are_left_out() -> None:
    """A link whose mentor is not in the picture draws no line."""
    assert arrange(network(links=((0, 99), (99, 10), (1, 10)))).links == (Link(1, 10, "proposed"),)


@pytest.mark.parametrize(
    ("left", "right", "links"), [(0, 0, 0), (3, 0, 0), (0, 2, 0), (25, 25, 25), (60, 7, 21)]
)
def test_every_size_is_drawn_whole(left: int, right: int, links: int) -> None:
    """Each participant has a dot, each pair a line, and all stand inside the picture."""
    ends = tuple((n, 10 + n % max(right, 1)) for n in range(links))
    with speaking("en"):
        root = ElementTree.fromstring(draw(network(left=left, right=right, links=ends)))
    height = float(root.attrib["viewBox"].split()[3])
    dots = root.findall(f".//{SVG}circle")

    assert len(dots) == left + right
    assert len(root.findall(f"{SVG}path")) == links
    assert all(0 < float(dot.attrib["cy"]) < height for dot in dots)
    assert all(0 < float(text.attrib["y"]) < height for text in root.iter(f"{SVG}text"))


@given(left=st.integers(0, 70), right=st.integers(0, 40), links=st.integers(0, 70))
def test_all_letters_stand_on_the_grid(left: int, right: int, links: int) -> None:
    """Rows of any text are 27 high from the top, so a page of whole rows slices none of them."""
    ends = tuple((n, 10 + n * 7 % right) for n in range(min(links, left)) if right)
    root = ElementTree.fromstring(draw(network(left=left, right=right, links=ends)))
    baselines = [float(text.attrib["y"]) for text in root.iter(f"{SVG}text")]

    assert {y % 27 for y in baselines} == {18.5}
    assert float(root.attrib["viewBox"].split()[3]) % 27 == 0


@pytest.mark.parametrize(
    ("left", "right", "links", "heads"),
    [
        (0, 0, 0, []),
        (3, 0, 0, ["Experimenters without a pair (3)"]),
        (3, 2, 0, ["Experimenters without a pair (3)", "Mentors without a pair (2)"]),
        (2, 2, 2, ["Experimenters", "Mentors"]),
        (2, 3, 2, ["Experimenters", "Mentors", "Mentors without a pair (1)"]),
    ],
)
def test_no_heading_stands_over_nobody(left: int, right: int, links: int, heads: list[str]) -> None:
    """A side has its heading where somebody stands on it."""
    ends = tuple((n, 10 + n) for n in range(links))
    with speaking("en"):
        root = ElementTree.fromstring(draw(network(left=left, right=right, links=ends)))
    found = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "nw-head"]
    assert found == heads


def test_sides_of_different_lengths_share_the_rows() -> None:
    """No two participants of a side stand on the same row."""
    ends = tuple((n, 10 + n) for n in range(7))
    root = ElementTree.fromstring(draw(network(left=7, right=40, links=ends)))
    places = [(dot.attrib["cx"], dot.attrib["cy"]) for dot in root.iter(f"{SVG}circle")]
    assert len(places) == len(set(places)) == 47


def test_picture_tells_what_it_shows() -> None:
    """Title and description say in a sentence what the lines say."""
    with speaking("en"):
        root = ElementTree.fromstring(draw(network(), key="net"))

    assert root.attrib["aria-labelledby"] == "net-title net-desc"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == [
        "Network",
        "Experimenters on the left (2), Mentors on the right (2), lines for 2 pairs."
        " Without a pair: 1.",
    ]


def test_settled_lines_are_solid_and_proposed_ones_dashed() -> None:
    """The kind of a pair is seen without colour, and read in its title."""
    with speaking("en"):
        root = ElementTree.fromstring(draw(network()))
    lines = {
        path.findtext(f"{SVG}title"): path.attrib["class"] for path in root.findall(f"{SVG}path")
    }

    assert lines == {
        "Kunta 0: Kokeilu 0 – Sparraaja 0 (settled)": "nw-0",
        "Kunta 1: Kokeilu 1 – Sparraaja 1 (proposed)": "nw-1 nw-proposed",
    }


def test_who_has_no_pair_stands_apart() -> None:
    """Those of each side without a pair come last, under a heading, with an empty dot."""
    with speaking("en"):
        root = ElementTree.fromstring(draw(network(right=3)))

    words = [list(text.itertext())[-1] for text in root.iter(f"{SVG}text")]
    assert words[-4:] == [
        *("Experimenters without a pair (1)", "Kunta 2"),
        *("Mentors without a pair (1)", "Sparraaja 2"),
    ]
    dots = root.findall(f".//{SVG}circle")
    assert [dot.get("class") for dot in dots] == [None] * 4 + ["nw-free"] * 2


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Mänttä-Vilppula", ["Mänttä-Vilppula"]),
        ("Keski-Uudenmaan kunnat", ["Keski-Uudenmaan kunnat"]),
        (
            "Kuvitteellisen Jokilaakson koulutuskuntayhtymä",
            ["Kuvitteellisen Jokilaakson", "koulutuskuntayhtymä"],
        ),
        (
            "Vantaa: Varhaiskasvatusmaksun laskuri ja tulotiedot sähköisesti",
            ["Vantaa:", "Varhaiskasvatusmaksun las…"],
        ),
    ],
)
def test_a_long_name_takes_two_lines_of_small_type(name: str, lines: list[str]) -> None:
    """Longer ones are cut, and pointing at any shows all of it."""
    drawn = Network("N", "E", "M", (Node(0, "E"),), (Node(1, name),), (Link(0, 1, "settled"),))
    root = ElementTree.fromstring(draw(drawn))
    texts = [list(text.itertext())[-1] for text in root.iter(f"{SVG}text")]
    small = [text for text in root.iter(f"{SVG}text") if text.get("class") == "nw-small"]

    assert [text for text in texts if text in lines] == lines
    assert [text.text for text in small] == (lines if len(name) > 21 else [])
    assert name in root.itertext()


def test_long_name_without_a_pair_has_half_the_width() -> None:
    """Those without a pair stand in two columns, where most names are whole on one line."""
    name = "Vantaa: Etätulkkaus neuvonnassa"
    left = (Node(1, name), Node(2, f"{name} ja lähiöissä"))
    labels = list(ElementTree.fromstring(draw(Network("N", "E", "M", left, (), ()))).itertext())

    assert name in labels
    assert "Vantaa: Etätulkkaus neuvonnassa ja" in labels
    assert "lähiöissä" in labels


@given(st.text(alphabet="aeikks -", min_size=1, max_size=90))
def test_two_lines_of_a_name_stay_in_their_row(name: str) -> None:
    """So that a printed page may end below any row."""
    left = (Node(1, f"A{name}"),)
    root = ElementTree.fromstring(draw(Network("N", "E", "M", left, (), ())))
    ends = [float(text.attrib["y"]) % 27 for text in root.iter(f"{SVG}text")]

    assert set(ends[1:]) in ({18.5}, {10.5, 23.5})


@with_hostile
@given(text=texts)
def test_hostile_label_is_a_text(text: str) -> None:
    """No name can add an element to the picture."""
    drawn = draw(
        Network(
            text, text, text, (Node(1, text, text),), (Node(2, text),), (Link(1, 2, "settled"),)
        )
    )
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(drawn).iter()}

    assert tags == {"svg", "title", "desc", "style", "text", "path", "circle", "g"}


def test_only_a_picture_taller_than_a_page_may_be_parted() -> None:
    """Printing keeps a picture on one page where it fits."""
    ends = tuple((n, 10) for n in range(60))
    looks = [
        ElementTree.fromstring(draw(network(left=60, right=1, links=links))).attrib["class"]
        for links in (ends[:20], ends)
    ]
    assert looks == ["nw", "nw nw-tall"]

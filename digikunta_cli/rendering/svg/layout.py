"""Where the nodes of the network's picture stand: in an order in which few lines cross."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digikunta_cli.document import Link, Network, Node
from digikunta_cli.rendering.pictures import linked
from digikunta_cli.text import finnish_order

_SWEEPS = 12

Ends = tuple[int, int]
"""Ids of the left and the right node of a line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Nodes from top to bottom: those with lines, and those without any of each side."""

    left: tuple[Node, ...]
    right: tuple[Node, ...]
    alone: tuple[Node, ...]
    free: tuple[Node, ...]
    links: tuple[Link, ...]


def arrange(network: Network) -> Layout:
    """The picture's order; the same for the same network, in whatever order it is given."""
    with_pair, alone = linked(network)
    rights, lefts = _by_id(network.right), _by_id(with_pair)
    links = [link for link in network.links if link.left in lefts and link.right in rights]
    links.sort(key=lambda link: (link.left, link.right))
    busy = {link.right for link in links}
    left, right = _fewest_crossings(
        [node.id for node in _in_order(with_pair)],
        [node.id for node in _in_order(network.right) if node.id in busy],
        ends=[(link.left, link.right) for link in links],
    )
    return Layout(
        left=tuple(lefts[id] for id in left),
        right=tuple(rights[id] for id in right),
        alone=tuple(_in_order(alone)),
        free=tuple(node for node in _in_order(network.right) if node.id not in busy),
        links=tuple(links),
    )


def crossings(left: Sequence[int], right: Sequence[int], *, ends: Iterable[Ends]) -> int:
    """How many pairs of lines cross when the nodes stand in these orders."""
    place_left, place_right = _places(left), _places(right)
    lines = sorted((place_left[a], place_right[b]) for a, b in ends)
    seen: list[int] = []
    found = 0
    for _left, place in lines:
        found += len(seen) - bisect_right(seen, place)
        insort(seen, place)
    return found


def _by_id(nodes: Iterable[Node]) -> dict[int, Node]:
    return {node.id: node for node in nodes}


def _in_order(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (finnish_order(node.label), node.note, node.id))


def _fewest_crossings(
    left: list[int], right: list[int], *, ends: Sequence[Ends]
) -> tuple[list[int], list[int]]:
    """The best of some sweeps, each putting a side where its lines lead to on average."""
    turned = [(b, a) for a, b in ends]
    best = (crossings(left, right, ends=ends), left, right)
    for _sweep in range(_SWEEPS):
        right = _toward(right, turned, places=_places(left))
        left = _toward(left, ends, places=_places(right))
        best = min(best, (crossings(left, right, ends=ends), left, right), key=lambda each: each[0])
    return best[1], best[2]


def _toward(nodes: list[int], ends: Iterable[Ends], *, places: Mapping[int, int]) -> list[int]:
    """The nodes by the mean place of their neighbours; those without any go last."""
    neighbours: dict[int, list[int]] = {node: [] for node in nodes}
    for own, other in ends:
        neighbours[own].append(places[other])
    return sorted(nodes, key=lambda node: _mean(neighbours[node], len(places)))


def _mean(places: Sequence[int], otherwise: int) -> float:
    return sum(places) / len(places) if places else float(otherwise)


def _places(nodes: Sequence[int]) -> dict[int, int]:
    return {node: place for place, node in enumerate(nodes)}

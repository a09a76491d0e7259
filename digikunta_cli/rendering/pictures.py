"""Pictures in words: the same facts as a table, for whoever cannot see them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from digikunta_cli.document import Bars, Cell, Column, Network, Node, Picture, Table
from digikunta_cli.locale import _
from digikunta_cli.rendering.cells import is_number
from digikunta_cli.text import finnish_order


def full_name(node: Node) -> str:
    """A node with all that is known of it, as reports name participants elsewhere."""
    return f"{node.label}: {node.note}" if node.note else node.label


def short_names(nodes: Sequence[Node]) -> dict[int, str]:
    """Labels by id, with the note only where several nodes have the same label."""
    count = Counter(node.label for node in nodes)
    return {node.id: full_name(node) if count[node.label] > 1 else node.label for node in nodes}


def linked(network: Network) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The nodes of the left side with a pair, and those without."""
    ends = {link.left for link in network.links}
    return (
        tuple(node for node in network.left if node.id in ends),
        tuple(node for node in network.left if node.id not in ends),
    )


def as_table(picture: Picture) -> Table:
    """The facts of a picture; it shows no others."""
    return _pairs_table(picture) if isinstance(picture, Network) else picture.table


def bar_rows(bars: Bars) -> tuple[tuple[Cell, ...], ...]:
    """The rows that have bars: all but that of the totals."""
    rows = bars.table.rows
    return rows[: len(rows) - bars.table.total]


def bar_size(cell: Cell) -> float:
    """The number of a cell; 0 where there is none, or less than none."""
    return max(float(cell), 0.0) if isinstance(cell, (int, float)) and is_number(cell) else 0.0


def _pairs_table(network: Network) -> Table:
    """One row for each node of the right side with its pairs; the rest in the note."""
    _pairs, alone = linked(network)
    left = short_names(network.left)
    names = _list(left[node.id] for node in alone)
    partners: dict[tuple[int, str], set[int]] = {}
    for link in network.links:
        partners.setdefault((link.right, link.state), set()).add(link.left)

    def named(node: Node, state: str) -> tuple[str, ...]:
        return _list(left.get(end) for end in partners.get((node.id, state), ()))

    return Table(
        "network",
        network.title,
        (
            Column("right", network.right_title),
            Column("settled", _("settled"), "lines"),
            Column("proposed", _("proposed"), "lines"),
        ),
        tuple(
            (node.label, named(node, "settled"), named(node, "proposed"))
            for node in sorted(network.right, key=lambda node: finnish_order(node.label))
        ),
        note=_("Without a pair: {names}").format(names=", ".join(names)) if alone else "",
    )


def _list(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, names), key=finnish_order))

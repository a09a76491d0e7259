"""The picture of each kind as an `svg` element."""

from digikunta_cli.document import Bars, Clusters, Flows, Network, Picture, TileMap
from digikunta_cli.rendering.svg import bars, clusters, flows, network, tiles


def draw(picture: Picture, *, key: str) -> str:
    """The picture as an `svg` element that needs nothing else; `key` begins its ids.

    Empty where its table says as much in less room.
    """
    if isinstance(picture, Network):
        return network.draw(picture, key=key)
    if isinstance(picture, TileMap):
        return tiles.draw(picture, key=key)
    if isinstance(picture, Bars):
        return bars.draw(picture, key=key)
    if isinstance(picture, Clusters):
        return clusters.draw(picture, key=key)
    if isinstance(picture, Flows):
        return flows.draw(picture, key=key)
    return ""

"""The tile map as markup: a list of places, each with its value in words beside the colour."""

from collections.abc import Callable
from html import escape

from rus.views.tiles import Tile, TileView

CLASSES = {2: "p2", 1: "p1", 0: "z", -1: "m1", -2: "m2", None: "none"}


def tile_map(view: TileView, link: Callable[[str], str]) -> str:
    """The map.

    Args:
        view: the places with values.
        link: region code → address that shows the place over time, safe to stand in markup.
    """
    columns = max((t.column for t in view.tiles), default=1)
    tiles = "".join(_tile(t, link(t.region)) for t in sorted(view.tiles, key=lambda t: (t.row, t.column)))
    keys = "".join(f'<span><i class="tile {CLASSES[step]}"></i>{escape(words)}</span>' for step, words in view.legend)
    style = f"grid-template-columns:repeat({columns},minmax(0,1fr))"
    return f'<div class="tiles" role="list" style="{style}">{tiles}</div><p class="lgd">{keys}</p>'


def _tile(tile: Tile, address: str) -> str:
    place = f"grid-column:{tile.column};grid-row:{tile.row}"
    words = f"<b>{escape(tile.name)}</b><small>{tile.difference}</small><span>{tile.value}</span>"
    return (
        f'<div role="listitem" class="tile {CLASSES[tile.step]}" style="{place}">'
        f'<a href="{address}" title="{escape(tile.name)} över tid">{words}</a></div>'
    )

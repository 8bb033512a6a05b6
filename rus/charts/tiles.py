"""The tile map: each place where it lies, with its value in words beside the colour; as markup, and for a file."""

from collections.abc import Callable
from html import escape

from rus.charts.letters import width_of
from rus.charts.paper import LARGE, SIGN, TEXT, WIDTH, Drawing, Ink, Key, box, drawing, keys, said
from rus.charts.theme import Tokens, tokens
from rus.views.tiles import Tile, TileView

TALL, GAP, INSET, LEAST = 84, 8, 14, 220
"""Pixels of a tile in a file, between two, inside one, and how wide one is at least."""
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


def tile_picture(view: TileView, theme: str | None) -> Drawing:
    """The same map for a file.

    Args:
        view: the places with values.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    columns, rows = max((x.column for x in view.tiles), default=1), max((x.row for x in view.tiles), default=1)
    whole = max(WIDTH, columns * LEAST)
    wide = (whole + GAP) / columns - GAP
    parts = [part for tile in view.tiles for part in _drawn(tile, wide, t)]
    marks = [Key(box(0, 0, (SIGN, SIGN), _looks(step, t)[0], edge=t.line), words) for step, words in view.legend]
    below, end = keys(marks, t, rows * (TALL + GAP) + GAP, whole)
    return drawing([*parts, *below], whole, end + GAP)


def _drawn(tile: Tile, wide: float, t: Tokens) -> list[str]:
    """The tile: its name, its value large, and the difference at the right."""
    x, y = (tile.column - 1) * (wide + GAP), (tile.row - 1) * (TALL + GAP)
    fill, ink = _looks(tile.step, t)
    name = _shortened(tile.name, wide - 2 * INSET)
    return [
        box(x, y, (wide, TALL), fill, edge="" if tile.step is not None else t.ink3, dashed=True),
        said(x + INSET, y + 24, name, Ink(ink, TEXT, 600)),
        said(x + INSET, y + 57, tile.value, Ink(ink, LARGE, 650)),
        said(x + wide - INSET, y + 57, tile.difference, Ink(ink, TEXT, 500), end=True),
    ]


def _shortened(name: str, room: float) -> str:
    while len(name) > 1 and width_of(name, TEXT, bold=True) > room:
        name = f"{name.rstrip('…')[:-1].rstrip()}…"
    return name


def _looks(step: int | None, t: Tokens) -> tuple[str, str]:
    """Ground and letters of a class, as in the stylesheet."""
    if step is None:
        return "none", t.ink2
    if step == 0:
        return t.soft, t.ink
    return (t.above if step > 0 else t.below)[abs(step) - 1], t.bg if abs(step) > 1 else t.ink

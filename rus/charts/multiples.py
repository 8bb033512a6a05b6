"""Shows every kommun over time, where it lies on the map. Read it so: colour is the kommun, grey the whole county."""

from typing import Any

import plotly.graph_objects as go

from rus.charts.axis import year_ticks
from rus.charts.theme import Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.lines import Line
from rus.views.multiples import Multiples, Small

TILE = 118
HEAD = 62
FOOT = 26
LEFT = 34
LIFT = 8  # of a tile's words over the end of its scale
GUTTER = 0.035
DIGITS = 5  # of a value: finer than a tile can show, and the county's line is sent with each


def small_multiples(found: Multiples, *, decimals: int, theme: str | None = None) -> go.Figure:
    """A tile for each kommun with its line and the county's, all on the same axes.

    Args:
        found: the tiles.
        decimals: of the newest value, written beside the name.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    columns, rows = max(tile.column for tile in found.tiles), max(tile.row for tile in found.tiles)
    layout: dict[str, Any] = {}
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, object]] = []
    height = rows * (TILE + HEAD)
    lowest: dict[int, int] = {}
    for tile in found.tiles:
        lowest[tile.column] = max(tile.row, lowest.get(tile.column, 0))
    for n, tile in enumerate(found.tiles, start=1):
        axis = "" if n == 1 else str(n)
        x, y = _domain(tile, columns, rows, height)
        layout[f"xaxis{axis}"] = _time(found, x, axis, seen=tile.row == lowest[tile.column])
        layout[f"yaxis{axis}"] = _scale(found, y, axis, t, seen=tile.column == 1 or _alone(found, tile))
        traces += [{**line, "name": tile.name} for line in _lines(tile, found.county, axis, t)]
        lift = 0 if tile.row - 1 in lowest.values() else LIFT  # the years of the tile before take that room
        notes.append(_name(tile, x, y, decimals if found.base is None else 0, t) | {"yshift": lift})
    margin = {"l": LEFT, "r": 20, "t": 0, "b": FOOT}
    layout |= {"hovermode": "closest", "hoverdistance": -1}  # the whole tile is the place's, not its line alone
    return figure(traces, theme, height=height + FOOT, margin=margin, annotations=notes, **layout)


def _domain(tile: Small, columns: int, rows: int, height: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """The tile's part of the plot, as shares from the left and from the bottom."""
    width = (1 - GUTTER * (columns - 1)) / columns
    left = (tile.column - 1) * (width + GUTTER)
    bottom = (rows - tile.row) / rows
    return (left, left + width), (bottom, bottom + TILE / height)


def _alone(found: Multiples, tile: Small) -> bool:
    """Whether nothing stands to the left of the tile, so that its scale is written there."""
    return not any(other.row == tile.row and other.column < tile.column for other in found.tiles)


def _time(found: Multiples, domain: tuple[float, float], axis: str, *, seen: bool) -> dict[str, Any]:
    first, last = found.span
    ticks = year_ticks(first, last, {first, last}) if last - first > 1 else [last]
    return {
        "domain": list(domain),
        "anchor": f"y{axis}",
        "range": [first - 0.5, last + 0.5],
        "tickvals": ticks,
        "ticktext": [str(year) for year in ticks] if seen else [""] * len(ticks),
        "ticks": "outside" if seen else "",
        "showline": True,
    }


def _scale(found: Multiples, domain: tuple[float, float], axis: str, t: Tokens, *, seen: bool) -> dict[str, Any]:
    start, end, _ = found.axis
    middle = (start + end) / 2
    return {
        "domain": list(domain),
        "anchor": f"x{axis}",
        "range": [start, end],
        "tickvals": [start, middle, end],
        "ticktext": [_plain(start), "", _plain(end)],
        "gridcolor": t.hair,
    } | ({} if seen else {"showticklabels": False})


def _plain(value: float) -> str:
    return number(value, 0 if value == int(value) else 1)


def _lines(tile: Small, county: Line | None, axis: str, t: Tokens) -> list[dict[str, Any]]:
    found = [_line(county, axis, t.context, 2)] if county else []
    if tile.line:
        found.append(_line(tile.line, axis, t.accent, 2.6))
        last = tile.line.last
        hollow = {"size": 7, "opacity": 1, "color": t.bg if last.provisional else t.accent}
        hollow["line"] = {"color": t.accent, "width": 2 if last.provisional else 0}
        found.append(
            scatter(
                x=[last.at], y=[last.value], mode="markers", marker=hollow, hoverinfo="skip", cliponaxis=False,
                xaxis=f"x{axis}", yaxis=f"y{axis}",
            )
        )  # fmt: skip
    return found


def _line(line: Line, axis: str, shade: str, width: float) -> dict[str, Any]:
    """A line with gaps where nothing may be joined; few measurements of one rhythm are points with thin lines."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for part in line.parts:
        xs += [_short(p.at) for p in part] + [None]
        ys += [_short(float(f"{p.value:.{DIGITS}g}")) for p in part] + [None]
    alone = all(len(part) == 1 for part in line.parts)
    marked = {"mode": "markers", "marker": {"color": shade, "size": 5, "opacity": 1}}
    looks = marked if alone else {"mode": "lines", "line": {"color": shade, "width": width}}
    return scatter(
        x=xs[:-1],
        y=ys[:-1],
        **looks,
        connectgaps=False,
        hovertemplate="%{x:.0f}: %{y:,.1f}<extra>" + line.label + "</extra>",
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
    )


def _short(value: float) -> float:
    """The same number, written without decimals where it has none: a tile's line is sent twelve times."""
    return int(value) if value == int(value) else value


def _name(tile: Small, x: tuple[float, float], y: tuple[float, float], decimals: int, t: Tokens) -> dict[str, object]:
    """The kommun's name over its tile, and under it the newest value."""
    value = number(tile.line.last.value, decimals) if tile.line else "uppgift saknas"
    shade = t.accent if tile.line else t.ink2
    text = (
        f"<b>{tile.name}</b><br><span style='color:{shade}'>{value}</span>"
        if not tile.chosen
        else (f"<b><u>{tile.name}</u></b><br><span style='color:{shade}'>{value}</span>")
    )
    place = {"xref": "paper", "yref": "paper", "x": x[0], "y": y[1], "xanchor": "left", "yanchor": "bottom"}
    looks = {"text": text, "showarrow": False, "align": "left", "font": {"color": t.ink}}
    return place | looks | {"name": tile.name, "captureevents": True}

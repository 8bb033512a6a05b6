"""Shows where a rate is high and low. Read it so: darker is more (in the dark theme lighter is more)."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from rus.charts.map_names import DOT, NARROW, Named, named
from rus.charts.outline import Outline, around, height_of, lat_of
from rus.charts.theme import DARK, LIGHT, TEXT_SIZE, Tokens, figure, tokens
from rus.views.places import Places

HEIGHT, TALL = 540, 820
SCALE_ROOM, TOP = 64, 4
OURS, CHOSEN = 1.2, 2.4
"""Pixels of the line around a place."""
MARGIN = 0.03
"""Share of the height that is left free above and below: Plotly cuts off what touches the edge."""
TURNS = {LIGHT.bg: 0.72, DARK.bg: 0.5}
"""Colour of the page → the share of the scale from which names are written in it, since they are read better so."""


def choropleth(
    places: Places,
    *,
    decimals: int,
    geometry: str,
    outlines: Mapping[str, Outline],
    unit: str,
    theme: str | None = None,
) -> go.Figure:
    """A map of the places; only for rates, and only where every place has a value.

    Args:
        places: the regions of a scope with their values.
        decimals: of the values in the hover text and at the scale.
        geometry: address of a GeoJSON file whose features carry `properties.code`.
        outlines: of the same features, by code, which say where names have room.
        unit: written over the scale.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    values = [place.value for place in places.shown]
    height = HEIGHT if places.scope == "lanet" else TALL
    high = height - TOP - SCALE_ROOM
    inside = [outlines[place.code] for place in places.shown if place.code in outlines]
    geo = {"visible": False, "bgcolor": "rgba(0,0,0,0)", "projection": {"type": "mercator"}, **_bounds(inside, high)}
    names = named(places.shown, outlines, high)
    return figure(
        [_areas(places, t, decimals, geometry, unit), *_outlined(places, t, geometry), *_names(names, t, values)],
        theme,
        height=height,
        hovermode="closest",
        margin={"l": 0, "r": 0, "t": TOP, "b": SCALE_ROOM},
        geo=geo,
        coloraxis={
            "colorscale": [[n / (len(t.sequence) - 1), shade] for n, shade in enumerate(t.sequence)],
            "cmin": min(values),
            "cmax": max(values),
            "colorbar": _scale(t, unit, decimals),
        },
    )


def _bounds(inside: list[Outline], high: float) -> dict[str, Any]:
    """The piece of the world that is drawn, with room for names; Plotly's own choice leaves much of a phone empty."""
    if not inside:
        return {"fitbounds": "locations"}
    west, east, south, north = around(inside)
    low, top = height_of(south), height_of(north)
    least = NARROW * (top - low) / high
    beside, above = max(least - (east - west), 0) / 2, (north - south) * MARGIN
    return {
        "lonaxis": {"range": [west - beside, east + beside]},
        "lataxis": {"range": [south - above, north + above]},
        "center": {"lon": (west + east) / 2, "lat": lat_of((low + top) / 2)},
    }


def _areas(places: Places, t: Tokens, decimals: int, geometry: str, unit: str) -> dict[str, Any]:
    ending = "\u00a0%" if unit == "procent" else ""
    return _areal(
        geojson=geometry,
        featureidkey="properties.code",
        locations=[place.code for place in places.shown],
        z=[place.value for place in places.shown],
        text=[place.name for place in places.shown],
        coloraxis="coloraxis",
        marker={"line": {"color": t.bg, "width": 0.8}},
        hovertemplate=f"%{{text}}: %{{z:,.{decimals}f}}{ending}<extra></extra>",
    )


def _outlined(places: Places, t: Tokens, geometry: str) -> list[dict[str, Any]]:
    """An outline around ours among others, and a thicker one around the places the reader chose."""
    among = places.scope != "lanet"
    ours = [place.code for place in places.shown if among and place.code in places.ours and not place.chosen]
    chosen = [place.code for place in places.shown if place.chosen]
    clear = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
    return [
        _areal(
            geojson=geometry,
            featureidkey="properties.code",
            locations=codes,
            z=[0] * len(codes),
            colorscale=clear,
            showscale=False,
            marker={"line": {"color": t.ink, "width": width}},
            hoverinfo="skip",
        )
        for codes, width in ((ours, OURS), (chosen, CHOSEN))
        if codes
    ]


def _names(names: list[Named], t: Tokens, values: list[float]) -> list[dict[str, Any]]:
    """The names in letters that stand out from their ground, with an edge of the other colour over borders."""
    low, high = min(values), max(values)
    turn = low + (high - low) * TURNS[t.bg]
    edges = [(t.bg, t.ink) if high > low and n.place.value >= turn else (t.ink, t.bg) for n in names]
    return [
        {
            "type": "scattergeo",
            "lon": [n.outline.lon for n in some],
            "lat": [n.outline.lat for n in some],
            "text": [n.words for n in some],
            "textposition": [n.side for n in some],
            "mode": "markers+text",
            "marker": {"size": [DOT if n.dotted else 0 for n in some], "color": t.ink, "line": {"width": 0}},
            "textfont": {"size": TEXT_SIZE, "weight": 600, "color": ink, "shadow": _edge(edge)},
            "hoverinfo": "skip",
        }
        for ink, edge in ((t.ink, t.bg), (t.bg, t.ink))
        if (some := [n for n, pair in zip(names, edges, strict=True) if pair == (ink, edge)])
    ]


def _edge(colour: str) -> str:
    return ", ".join(f"{x}px {y}px 2px {colour}" for x in (-1, 1) for y in (-1, 1))


def _scale(t: Tokens, unit: str, decimals: int) -> dict[str, object]:
    return {
        "title": {"text": unit, "side": "top", "font": {"size": TEXT_SIZE, "color": t.ink2}},
        "orientation": "h",
        "x": 0.5,
        "xanchor": "center",
        "y": 0,
        "yanchor": "top",
        "len": 0.6,
        "thickness": 12,
        "outlinewidth": 0,
        "tickfont": {"color": t.ink2, "size": TEXT_SIZE},
        "nticks": 4,
        "tickformat": f",.{decimals}f" if decimals else ",.10~g",
    }


def _areal(**properties: Any) -> dict[str, Any]:  # noqa: ANN401  # Plotly's own properties
    return {"type": "choropleth", **properties}

"""Shows where a rate is high and low. Read it so: darker is more (in the dark theme lighter is more)."""

from typing import Any

import plotly.graph_objects as go

from rus.charts.theme import TEXT_SIZE, Tokens, figure, tokens
from rus.views.places import Places

HEIGHT, TALL = 540, 820
SCALE_ROOM = 64


def choropleth(places: Places, *, decimals: int, geometry: str, unit: str, theme: str | None = None) -> go.Figure:
    """A map of the places; only for rates, and only where every place has a value.

    Args:
        places: the regions of a scope with their values.
        decimals: of the values in the hover text and at the scale.
        geometry: address of a GeoJSON file whose features carry `properties.code`.
        unit: written over the scale.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    values = [place.value for place in places.shown]
    geo = {"fitbounds": "locations", "visible": False, "bgcolor": "rgba(0,0,0,0)", "projection": {"type": "mercator"}}
    return figure(
        [_areas(places, t, decimals, geometry, unit), *_chosen(places, t, geometry)],
        theme,
        height=HEIGHT if places.scope == "lanet" else TALL,
        hovermode="closest",
        margin={"l": 0, "r": 0, "t": 4, "b": SCALE_ROOM},
        geo=geo,
        coloraxis={
            "colorscale": [[n / (len(t.sequence) - 1), shade] for n, shade in enumerate(t.sequence)],
            "cmin": min(values),
            "cmax": max(values),
            "colorbar": _scale(t, unit, decimals),
        },
    )


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


def _chosen(places: Places, t: Tokens, geometry: str) -> list[dict[str, Any]]:
    """An outline around the places the reader chose."""
    codes = [place.code for place in places.shown if place.chosen]
    if not codes:
        return []
    clear = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
    outline = {"line": {"color": t.ink, "width": 2.4}}
    return [
        _areal(
            geojson=geometry,
            featureidkey="properties.code",
            locations=codes,
            z=[0] * len(codes),
            colorscale=clear,
            showscale=False,
            marker=outline,
            hoverinfo="skip",
        )
    ]


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

"""Shows places against chance. Read it so: within the funnel a place is where chance alone could have put it."""

from collections.abc import Sequence
from math import log10
from typing import Any

import plotly.graph_objects as go

from rus.charts.labels import Point, Spot, spots
from rus.charts.theme import MARGIN, TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import HARD_SPACE, number
from rus.views.axis import value_range
from rus.views.equality_places import FunnelPicture, PlaceRow, where_words

HEIGHT, BOTTOM = 400, 54
PLOT = HEIGHT - BOTTOM - MARGIN["t"]
RIGHT = 62
"""Pixels right of the plot, for the words there."""
POOLED = "Personer i underlaget, tre år tillsammans"
SIZES = tuple(m * 10**p for p in range(1, 8) for m in (1, 3))
LEAST_TICKS = 3


def funnel_chart(picture: FunnelPicture, *, theme: str | None) -> go.Figure:
    """Size from small to large, the common value, the limits of chance (95 and 99.8 percent) and every place.

    Args:
        picture: in percent; size = people behind the value.
        theme: `dark` or anything else for light.
    """
    t = tokens(theme)
    values = [p.all.cell.value for p in picture.places if p.all.cell.value is not None]
    ends = [v for row in picture.limits for v in row[1:]]
    low, high, step = value_range([*values, *ends])
    first, last = log10(picture.limits[0][0]), log10(picture.limits[-1][0])
    ticks = [s for s in SIZES if first <= log10(s) <= last]
    return figure(
        [*_limits(picture, t), _places(picture, t)],
        theme,
        height=HEIGHT,
        margin=MARGIN | {"r": RIGHT, "b": BOTTOM},
        annotations=[*_names(picture, t, (first, last), (low, high)), *_sides(picture, t)],
        xaxis={"type": "log", "range": [first, last], "tickvals": ticks, "ticktext": [number(s) for s in ticks]}
        | {
            "title": {
                "text": POOLED if picture.pooled else "Personer i underlaget",
                "font": {"size": 13, "color": t.ink2},
                "standoff": 8,
            }
        },
        yaxis={"range": [low, high], "dtick": step, "tick0": 0, "tickformat": ",.10~g"},
        hovermode="closest",
    )


def describe(picture: FunnelPicture) -> str:
    """The chart in words, for those who do not see it."""
    outside = [p for p in picture.places if p.where and p.where.where != "within"]
    said = [f"{p.name} {number(p.all.cell.value or 0.0, 1)}" for p in outside]
    who = f"Utanför det som slumpen ger: {', '.join(said)}" if said else "Alla ligger inom det som slumpen ger"
    return f"Kommunerna efter storlek, gemensamt värde {number(picture.common, 1)} procent. {who}."


def _limits(picture: FunnelPicture, t: Tokens) -> list[dict[str, Any]]:
    """The four limits and the common value."""
    sizes = [row[0] for row in picture.limits]
    found = [_curve(sizes, [row[n] for row in picture.limits], {"color": t.ink3, "width": 1.2}) for n in (1, 2)]
    dashed = {"color": t.ink3, "width": 1.2, "dash": "dash"}
    found += [_curve(sizes, [row[n] for row in picture.limits], dashed) for n in (3, 4)]
    level = [sizes[0], sizes[-1]], [picture.common, picture.common]
    return [*found, _curve(*level, {"color": t.ink2, "width": 1.6})]


def _curve(x: Sequence[float], y: Sequence[float], line: dict[str, object]) -> dict[str, Any]:
    return scatter(x=list(x), y=list(y), mode="lines", line=line, hoverinfo="skip")


def _places(picture: FunnelPicture, t: Tokens) -> dict[str, Any]:
    """Filled where a place lies outside chance; hollow for a mean of several years."""
    places = [p for p in picture.places if p.n]
    shades = [t.accent if _outside(p) else t.total for p in places]
    fills = [t.bg if picture.pooled else shade for shade in shades]
    return scatter(
        x=[p.n for p in places],
        y=[p.all.cell.value for p in places],
        mode="markers",
        marker={
            "size": [14 if p.region == picture.chosen else 10 for p in places],
            "symbol": ["circle" if _outside(p) else "square" for p in places],
            "color": fills,
            "opacity": 1,
            "line": {"color": shades, "width": 2},
        },
        text=[f"{p.name}: {where_words(p).lower()}" for p in places],
        hovertemplate=f"%{{text}}<br>%{{y:,.{picture.decimals}f}} procent av %{{x:,.0f}}<extra></extra>",
        cliponaxis=False,
    )


def _outside(place: PlaceRow) -> bool:
    return place.where is not None and place.where.where != "within"


def _names(
    picture: FunnelPicture, t: Tokens, across: tuple[float, float], ends: tuple[float, float]
) -> list[dict[str, object]]:
    """Places outside chance, and the chosen one, are named, apart from each other; the others stand in the table."""
    places = [p for p in picture.places if p.n]
    points = [_point(p, picture, across, ends) for p in places]
    found = spots(points, PLOT, (0, 4))
    return [_note(place, spot, picture, t) for place, spot in zip(places, found, strict=True) if spot]


def _point(place: PlaceRow, picture: FunnelPicture, across: tuple[float, float], ends: tuple[float, float]) -> Point:
    """Where a place is drawn, and its name where it has one."""
    chosen = place.region == picture.chosen
    at = (log10(place.n or 1) - across[0]) / (across[1] - across[0])
    up = ((place.all.cell.value or 0.0) - ends[0]) / (ends[1] - ends[0]) * PLOT
    return Point(at, up, 8 if chosen else 6, place.name if _outside(place) or chosen else "", chosen)


def _note(place: PlaceRow, spot: Spot, picture: FunnelPicture, t: Tokens) -> dict[str, object]:
    chosen = place.region == picture.chosen
    words: dict[str, object] = {
        "text": f"<b>{place.name}</b>" if chosen else place.name,
        "font": {"size": TEXT_SIZE, "color": t.ink},
    }
    words |= {"bgcolor": t.bg, "borderpad": 0}  # no line of the funnel goes through a name
    where = {"x": log10(place.n or 1), "y": place.all.cell.value, "xanchor": spot.anchor, "yanchor": "middle"}
    if not spot.led:
        return {**where, **words, "xshift": spot.right, "yshift": spot.up, "showarrow": False}
    lead = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": t.ink3, "standoff": 6}
    return {**where, **words, **lead, "ax": spot.right, "ay": -spot.up}


def _sides(picture: FunnelPicture, t: Tokens) -> list[dict[str, object]]:
    """What the lines are, at their right ends."""
    at = picture.limits[-1][0]
    font = {"size": 13, "color": t.ink2}
    place = {"x": log10(at), "xanchor": "left", "xshift": 6, "showarrow": False, "font": font}
    words = f"<b>{number(picture.common, 1)}{HARD_SPACE}%</b>"
    return [place | {"y": picture.common, "text": words}]

"""Shows where ours lie among all places of the kind. Read it so: a dot is a place; a high pile is a common value."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import plotly.graph_objects as go

from rus.charts.theme import TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.axis import nice_step
from rus.views.places import Place, Places

BINS = 70
PILE = 190
HIGHEST_STEP = 9.0
ROW = 25
HEAD = 62
FOOT = 34
MOST_STEPS = 4
LABELS = 3
AIR = 0.04


@dataclass(frozen=True)
class _Dot:
    place: Place
    level: int


def extremes(places: Places, most: int = LABELS) -> tuple[Place, ...]:
    """The places to be named: those chosen first, then ours that lie farthest from the middle of all.

    Order: by value. Ties go by code, so that the same figures always give the same names.
    """
    middle = median(place.value for place in places.everyone)
    ours = [place for place in places.everyone if place.code in places.ours or place.chosen]
    ranked = sorted(ours, key=lambda p: (not p.chosen, -abs(p.value - middle), p.code))
    return tuple(sorted(ranked[:most], key=lambda p: (p.value, p.code)))


def _in_rows(named: Sequence[Place], places: Places) -> list[Place]:
    """Nearest the middle of the axis first: words run towards the middle, so no thin line crosses those above."""
    low, high = _span(places)
    return sorted(named, key=lambda place: (abs(place.value - (low + high) / 2), place.code))


def strip(places: Places, *, decimals: int, unit: str, theme: str | None = None) -> go.Figure:
    """All places of the kind on one axis, ours in colour and the three that stand out named.

    Each dot stands at its value; dots of almost the same value are piled in the order of value and code, never at
    random.

    Args:
        places: a scope where every place has a value (`places.everyone`).
        decimals: of the values written out.
        unit: `procent` puts % on the axis.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    dots = piled(places)
    named = _in_rows(extremes(places), places)
    step = min(HIGHEST_STEP, PILE / max((dot.level + 1 for dot in dots), default=1))
    low, high = _span(places)
    lane = ROW * len(named)
    return figure(
        [*_leads(named, dots, t, step), *_dots(places, dots, t, decimals, step)],
        theme,
        height=HEAD + PILE + lane + FOOT,
        hovermode="closest",
        margin={"l": 8, "r": 8, "t": HEAD, "b": FOOT},
        xaxis={"range": [low, high], "dtick": nice_step(high - low, MOST_STEPS), "tick0": 0, "zeroline": False}
        | {"ticksuffix": "\u00a0%" if unit == "procent" else "", "tickformat": ",.10~g"},
        yaxis={"range": [-lane - 4, PILE], "visible": False},
        shapes=_rules(places, t, lane),
        annotations=[*_names(named, t, decimals, (low + high) / 2), *_heads(places, t, decimals, (low + high) / 2)],
    )


def piled(places: Places) -> list[_Dot]:
    """Every place with its level in the pile: ours at the bottom, then by value and code."""
    low, high = _span(places)
    width = (high - low) / BINS
    levels: dict[int, int] = {}
    found = []
    for place in sorted(places.everyone, key=lambda p: (p.code not in places.ours and not p.chosen, p.value, p.code)):
        spot = int((place.value - low) / width)
        found.append(_Dot(place, levels.get(spot, 0)))
        levels[spot] = levels.get(spot, 0) + 1
    return found


def _span(places: Places) -> tuple[float, float]:
    values = [place.value for place in places.everyone] + [value for _, value in places.beside]
    low, high = min(values), max(values)
    air = (high - low) * AIR or 1.0
    return low - air, high + air


def _dots(places: Places, dots: Sequence[_Dot], t: Tokens, decimals: int, step: float) -> list[dict[str, Any]]:
    """The rest in grey, ours in colour over them."""
    size = min(max(step - 1, 2.5), 7.5)
    ours = [dot for dot in dots if dot.place.code in places.ours or dot.place.chosen]
    rest = [dot for dot in dots if dot not in ours]
    return [
        scatter(
            x=[dot.place.value for dot in group],
            y=[round((dot.level + 0.6) * step, 2) for dot in group],
            mode="markers",
            marker={"size": width, "color": shade, "opacity": 1, "line": {"width": 0}},
            text=[dot.place.name for dot in group],
            hovertemplate=f"%{{text}}: %{{x:,.{decimals}f}}<extra></extra>",
            cliponaxis=False,
        )
        for group, shade, width in ((rest, t.context, size), (ours, t.accent, max(size + 2.5, 7)))
    ]


def _leads(named: Sequence[Place], dots: Sequence[_Dot], t: Tokens, step: float) -> list[dict[str, Any]]:
    """Thin lines from the named dots down to their names."""
    levels = {dot.place.code: dot.level for dot in dots}
    xs: list[float | None] = []
    ys: list[float | None] = []
    for n, place in enumerate(named):
        xs += [place.value, place.value, None]
        ys += [(levels[place.code] + 0.6) * step, _row(n), None]
    line = {"color": t.accent, "width": 1}
    return [scatter(x=xs[:-1], y=ys[:-1], mode="lines", line=line, hoverinfo="skip")] if named else []


def _row(n: int) -> float:
    return -ROW * (n + 0.5) - 2


def _names(named: Sequence[Place], t: Tokens, decimals: int, middle: float) -> list[dict[str, object]]:
    """Name and value at the end of each thin line, on the side where there is room."""
    notes = []
    for n, place in enumerate(named):
        left = place.value > middle
        side = {"xanchor": "right" if left else "left", "xshift": -5 if left else 5}
        words = f"{place.name} <b>{number(place.value, decimals)}</b>"
        font = {"size": TEXT_SIZE, "color": t.ink}
        notes.append({"x": place.value, "y": _row(n), "text": words, "showarrow": False, "font": font} | side)
    return notes


def _rules(places: Places, t: Tokens, lane: int) -> list[dict[str, object]]:
    bottom = lane / (lane + PILE + 4)
    return [
        {"type": "line", "x0": value, "x1": value, "y0": bottom, "y1": 1, "yref": "paper", "layer": "below"}
        | {"line": {"color": t.ink, "width": 1.6, "dash": ("solid", "dot")[n % 2]}}
        for n, (_, value) in enumerate(places.beside)
    ]


def _heads(places: Places, t: Tokens, decimals: int, middle: float) -> list[dict[str, object]]:
    """The county and the country over their rules, one row each so that they never meet."""
    notes = []
    for n, (name, value) in enumerate(places.beside):
        left = value > middle
        side = {"xanchor": "right" if left else "left", "xshift": 6 if left else -6}
        place = {"x": value, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 4 + 22 * n, "showarrow": False}
        words = f"{name} {number(value, decimals)}"
        notes.append(place | side | {"text": words, "font": {"size": TEXT_SIZE, "color": t.ink2}})
    return notes

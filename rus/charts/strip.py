"""Shows where ours lie among all places of the kind. Read it so: a dot is a place; a high pile is a common value."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import plotly.graph_objects as go

from rus.charts.theme import TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.axis import nice_step
from rus.views.place import Place
from rus.views.places import Places

BINS = 70
PILE = 190
HIGHEST_STEP = 9.0
ROW = 25
AXIS_ROOM, HEAD = 18, 22
FOOT = 34
MOST_STEPS = 4
LABELS, MOST_OF_SET = 3, 7
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


def named_in(places: Places) -> tuple[Place, ...]:
    """Those that stand out, and the counties of a chosen set: so few that each has room for its name."""
    found = extremes(places)
    beside = places.marked.places if places.marked and len(places.marked.places) <= MOST_OF_SET else ()
    more = [place for place in beside if place not in found]
    return tuple(sorted((*found, *more), key=lambda p: (p.value, p.code)))


def _lines(places: Places) -> tuple[tuple[str, float], ...]:
    """What has a rule through the chart: the county, the country, and the middle of a chosen set."""
    return (*places.beside, *([(places.marked.head, places.marked.middle)] if places.marked else []))


def _in_rows(named: Sequence[Place], places: Places) -> list[Place]:
    """Nearest the middle of the axis first: words run towards the middle, so no thin line crosses those above."""
    low, high = _span(places)
    return sorted(named, key=lambda place: (abs(place.value - (low + high) / 2), place.code))


def strip(places: Places, *, decimals: int, unit: str, theme: str | None = None) -> go.Figure:
    """All places of the kind on one axis, ours in colour and the three that stand out named.

    Each dot stands at its value; dots of almost the same value are piled in the order of value and code, never at
    random. Those of a chosen comparison set are diamonds, with a rule at their middle.

    Args:
        places: a scope where every place has a value (`places.everyone`).
        decimals: of the values written out.
        unit: `procent` puts % on the axis.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    dots = piled(places)
    named = _in_rows(named_in(places), places)
    step = min(HIGHEST_STEP, PILE / max((dot.level + 1 for dot in dots), default=1))
    low, high = _span(places)
    lane, head = ROW * len(named), AXIS_ROOM + HEAD * len(_lines(places))
    return figure(
        [*_leads(named, dots, t, step), *_dots(places, dots, t, decimals, step)],
        theme,
        height=head + PILE + lane + FOOT,
        hovermode="closest",
        margin={"l": 8, "r": 8, "t": head, "b": FOOT},
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
    """The rest in grey, those of a chosen set as diamonds, ours in colour over them."""
    size = min(max(step - 1, 2.5), 7.5)
    ours = [dot for dot in dots if dot.place.code in places.ours or dot.place.chosen]
    codes = places.marked.codes if places.marked else ()
    beside = [dot for dot in dots if dot.place.code in codes and dot not in ours]
    rest = [dot for dot in dots if dot not in ours and dot not in beside]
    looks = (
        (rest, {"size": size, "color": t.context}),
        (beside, {"size": size + 2, "color": t.ink2, "symbol": "diamond"}),
        (ours, {"size": max(size + 2.5, 7), "color": t.accent}),
    )
    return [
        scatter(
            x=[dot.place.value for dot in group],
            y=[round((dot.level + 0.6) * step, 2) for dot in group],
            mode="markers",
            marker=look | {"opacity": 1, "line": {"width": 0}},
            text=[dot.place.name for dot in group],
            hovertemplate=f"%{{text}}: %{{x:,.{decimals}f}}<extra></extra>",
            cliponaxis=False,
        )
        for group, look in looks
        if group
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
        | {"line": {"color": t.ink, "width": 1.6, "dash": ("solid", "dot", "dash")[n % 3]}}
        for n, (_, value) in enumerate(_lines(places))
    ]


def _heads(places: Places, t: Tokens, decimals: int, middle: float) -> list[dict[str, object]]:
    """What each rule is, over it, one row each so that they never meet."""
    notes = []
    for n, (name, value) in enumerate(_lines(places)):
        left = value > middle
        side = {"xanchor": "right" if left else "left", "xshift": 6 if left else -6}
        place = {"x": value, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 4 + 22 * n, "showarrow": False}
        words = f"{name} {number(value, decimals)}"
        notes.append(place | side | {"text": words, "font": {"size": TEXT_SIZE, "color": t.ink2}})
    return notes

"""Shows two measures of the same places. Read it so: the rules are the medians; each quarter is high or low in both."""

from typing import Any

import plotly.graph_objects as go

from rus.charts.theme import TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.axis import nice_step
from rus.views.two_measures import Axis, Dot, TwoMeasures

HEIGHT = 500
TOP, FOOT, LEFT = 50, 62, 46
AIR = 0.07
MOST_STEPS = 4
LONGEST = 44


def two_measures(found: TwoMeasures, *, theme: str | None = None) -> go.Figure:
    """A dot a place, ours in colour, and the medians as rules with their values; no line is fitted.

    Args:
        found: the places.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    wide, tall = _span([d.x for d in found.dots]), _span([d.y for d in found.dots])
    return figure(
        _dots(found, t),
        theme,
        height=HEIGHT,
        margin={"l": LEFT, "r": 14, "t": TOP, "b": FOOT},
        hovermode="closest",
        xaxis=_axis(found.x, wide),
        yaxis=_axis(found.y, tall) | {"gridcolor": "rgba(0,0,0,0)"},
        shapes=[_rule("x", found.x.middle, t), _rule("y", found.y.middle, t)],
        annotations=[*_titles(found, t), *_middles(found, t, wide), *_names(found, t, wide)],
    )


def _span(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    air = (high - low) * AIR or 1.0
    return low - air, high + air


def _axis(axis: Axis, span: tuple[float, float]) -> dict[str, Any]:
    step = nice_step(span[1] - span[0], MOST_STEPS)
    ending = "\u00a0%" if axis.unit == "procent" else ""
    return {"range": list(span), "dtick": step, "tick0": 0, "tickformat": ",.10~g", "ticksuffix": ending}


def _dots(found: TwoMeasures, t: Tokens) -> list[dict[str, Any]]:
    loud = [d for d in found.dots if d.ours or d.chosen]
    rest = [d for d in found.dots if not (d.ours or d.chosen)]
    values = f"%{{x:,.{found.x.decimals}f}} och %{{y:,.{found.y.decimals}f}}"
    return [
        scatter(
            x=[d.x for d in group],
            y=[d.y for d in group],
            mode="markers",
            marker={"size": size, "color": shade, "opacity": 1, "line": {"width": 0.6, "color": t.bg}},
            text=[d.name for d in group],
            hovertemplate=f"%{{text}}: {values}<extra></extra>",
            cliponaxis=False,
        )
        for group, shade, size in ((rest, t.context, 7), (loud, t.accent, 10))
        if group
    ]


def _rule(axis: str, value: float, t: Tokens) -> dict[str, object]:
    other = "y" if axis == "x" else "x"
    ends = {f"{axis}0": value, f"{axis}1": value, f"{other}0": 0, f"{other}1": 1, f"{other}ref": "paper"}
    return {"type": "line", "layer": "below", "line": {"color": t.ink3, "width": 1.2, "dash": "dot"}} | ends


def _titles(found: TwoMeasures, t: Tokens) -> list[dict[str, object]]:
    """What each axis measures: the upright one above the plot, the level one below it."""
    font = {"size": TEXT_SIZE, "color": t.ink2}
    place = {"xref": "paper", "yref": "paper", "showarrow": False, "font": font}
    up = {"x": 0, "xanchor": "left", "xshift": -LEFT + 4, "y": 1, "yanchor": "bottom", "yshift": 26}
    along = {"x": 1, "xanchor": "right", "y": 0, "yanchor": "top", "yshift": -32}
    said = ((up, f"Uppåt: {_short(found.y)}"), (along, f"Åt höger: {_short(found.x)}"))
    return [place | where | {"text": words} for where, words in said]


def _short(axis: Axis) -> str:
    words = f"{axis.short} {axis.year}"
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _middles(found: TwoMeasures, t: Tokens, wide: tuple[float, float]) -> list[dict[str, object]]:
    """The medians with their values, at the ends of their rules."""
    font = {"size": TEXT_SIZE, "color": t.ink2}
    right = found.x.middle < sum(wide) / 2
    level = {"x": found.x.middle, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 3}
    level |= {"text": f"median {number(found.x.middle, found.x.decimals)}", "xanchor": "left" if right else "right"}
    upright = {"xref": "paper", "x": 1, "xanchor": "right", "y": found.y.middle, "yanchor": "bottom"}
    upright |= {"text": f"median {number(found.y.middle, found.y.decimals)}"}
    return [note | {"showarrow": False, "font": font} for note in (level, upright)]


def _names(found: TwoMeasures, t: Tokens, wide: tuple[float, float]) -> list[dict[str, object]]:
    by_code: dict[str, Dot] = {d.code: d for d in found.dots}
    notes: list[dict[str, object]] = []
    for code in found.named:
        dot = by_code[code]
        left = dot.x > sum(wide) / 2
        side = {"xanchor": "right" if left else "left", "xshift": -8 if left else 8}
        font = {"size": TEXT_SIZE, "color": t.ink}
        notes.append({"x": dot.x, "y": dot.y, "text": dot.name, "showarrow": False, "font": font} | side)
    return notes

"""Shows one goal on a line: where it began, is and shall be. Read it so: the bar is the way gone so far."""

from typing import Any

import plotly.graph_objects as go

from rus.charts.theme import LABEL_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.bullet import Bullet

HEIGHT = 132
EDGE = 0.04
SPREAD = 0.34
"""How near the ends of the line a label must be to be set from its own side."""


def bullet(goal: Bullet, *, theme: str | None = None) -> go.Figure:
    """The line with its bar, a bold mark at the newest value, a thin one at the start, and an open diamond to reach.

    Args:
        goal: what to draw.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    ends = _range(goal)
    return figure(
        [_line([goal.start, goal.newest[1]], t.accent, 12), *_marks(goal, t)],
        theme,
        height=HEIGHT,
        margin={"l": 8, "r": 8, "t": 34, "b": 34},
        annotations=_labels(goal, t, ends),
        shapes=[_track(goal, t)],
        hovermode=False,
        xaxis={"range": list(ends), "visible": False},
        yaxis={"range": [-1, 1], "visible": False},
    )


def _range(goal: Bullet) -> tuple[float, float]:
    """The ends of the axis from left to right: the way to the goal always goes to the right."""
    values = (goal.start, goal.newest[1], goal.target)
    room = (max(values) - min(values)) * EDGE or abs(goal.target) * EDGE or 1.0
    low, high = min(values) - room, max(values) + room
    return (high, low) if goal.target < goal.start else (low, high)


def _track(goal: Bullet, t: Tokens) -> dict[str, Any]:
    ends = sorted((goal.start, goal.target))
    line = {"color": t.line, "width": 12}
    return {"type": "line", "x0": ends[0], "x1": ends[1], "y0": 0, "y1": 0, "line": line, "layer": "below"}


def _line(x: list[float], colour: str, width: int) -> dict[str, Any]:
    return scatter(x=x, y=[0, 0], mode="lines", line={"color": colour, "width": width}, hoverinfo="skip")


def _marks(goal: Bullet, t: Tokens) -> list[dict[str, Any]]:
    diamond = {"symbol": "diamond", "size": 18, "color": t.bg, "line": {"color": t.ink, "width": 2.4}}
    now = {"symbol": "line-ns", "size": 20, "line": {"color": t.ink, "width": 4}}
    start = {"symbol": "line-ns", "size": 16, "line": {"color": t.ink2, "width": 2}}
    spots = [(goal.newest[1], now), (goal.target, diamond)]
    if goal.base:
        spots.insert(0, (goal.base[1], start))
    return [
        scatter(x=[x], y=[0], mode="markers", marker=m | {"opacity": 1}, hoverinfo="skip", cliponaxis=False)
        for x, m in spots
    ]


def _labels(goal: Bullet, t: Tokens, ends: tuple[float, float]) -> list[dict[str, Any]]:
    """Start and goal below the line, the newest value above it."""
    by = f" {goal.by}" if goal.by else ""
    said = [
        (goal.newest[1], f"Nu {goal.newest[0]}: <b>{number(goal.newest[1], goal.decimals)}</b>", 1, t.ink),
        (goal.target, f"Mål{by}: <b>{number(goal.target, goal.decimals)}</b>", -1, t.ink),
    ]
    if goal.base:
        said.append((goal.base[1], f"Från {goal.base[0]}: <b>{number(goal.base[1], goal.decimals)}</b>", -1, t.ink2))
    return [
        {
            "x": x,
            "y": 0,
            "yshift": 14 * side,
            "yanchor": "bottom" if side > 0 else "top",
            "xanchor": _side(x, ends),
            "text": words,
            "showarrow": False,
            "font": {"size": LABEL_SIZE, "color": colour},
        }
        for x, words, side, colour in said
    ]


def _side(x: float, ends: tuple[float, float]) -> str:
    place = (x - ends[0]) / (ends[1] - ends[0])
    if place < SPREAD:
        return "left"
    return "right" if place > 1 - SPREAD else "center"

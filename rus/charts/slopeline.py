"""Shows a measure along groups in order. Read it so: the steeper the line, the more it matters where one stands."""

from typing import Any

import plotly.graph_objects as go

from rus.charts.theme import MARGIN, TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import HARD_SPACE, number
from rus.views.axis import value_range
from rus.views.equality_slopes import SlopePicture

HEIGHT, OVER, UNDER = 340, 30, 56
PLOT = HEIGHT - OVER - UNDER
LEAST, MOST = 10, 18
"""Pixels of the smallest and the largest group's mark."""
CLEAR = 11
"""Pixels from the end of an interval to the middle of the words over it."""


def slopeline(picture: SlopePicture, *, theme: str | None) -> go.Figure:
    """Each group as a mark as large as its part of the population, its interval, and the fitted line with both ends.

    Args:
        picture: the groups and the line.
        theme: `dark` or anything else for light.
    """
    t = tokens(theme)
    limits = [end for s in picture.steps if s.interval for end in (s.interval.lower, s.interval.upper)]
    low, high, step = value_range([*(s.value for s in picture.steps), *(v for _, v in picture.line), *limits])
    return figure(
        [_line(picture, t), _marks(picture, t)],
        theme,
        height=HEIGHT,
        margin=MARGIN | {"r": 64, "l": 64, "b": UNDER, "t": OVER},
        annotations=[*_values(picture, t, PLOT / (high - low)), *_ends(picture, t)],
        xaxis={"range": [-0.02, 1.02], "showticklabels": False, "ticks": ""},
        yaxis={"range": [low, high], "dtick": step, "tick0": 0, "showticklabels": False},
        hovermode="closest",
    )


def describe(picture: SlopePicture) -> str:
    """The chart in words, for those who do not see it."""
    said = [f"{s.name} {number(s.value, picture.decimals)}" for s in picture.steps]
    (_, low), (_, high) = picture.line[0], picture.line[-1]
    ends = f"Linjen går från {number(low, 1)} till {number(high, 1)} {picture.unit}"
    return f"{ends}, från minst till mest gynnad. Grupperna: {', '.join(said)}."


def _line(picture: SlopePicture, t: Tokens) -> dict[str, Any]:
    style = {"color": t.ink2, "width": 2, "dash": "dash"}
    x, y = [at for at, _ in picture.line], [v for _, v in picture.line]
    return scatter(x=x, y=y, mode="lines", line=style, hoverinfo="skip")


def _marks(picture: SlopePicture, t: Tokens) -> dict[str, Any]:
    largest = max(s.share for s in picture.steps)
    sizes = [max(LEAST, MOST * (s.share / largest) ** 0.5) for s in picture.steps]
    error = {"type": "data", "symmetric": False, "color": t.accent, "thickness": 1.6, "width": 0}
    up = [s.interval.upper - s.value if s.interval else 0 for s in picture.steps]
    down = [s.value - s.interval.lower if s.interval else 0 for s in picture.steps]
    return scatter(
        x=[s.at for s in picture.steps],
        y=[s.value for s in picture.steps],
        mode="markers",
        marker={"color": t.accent, "size": sizes, "opacity": 1, "line": {"width": 0}},
        error_y=error | {"array": up, "arrayminus": down} if any(up) else {"visible": False},
        text=[s.name for s in picture.steps],
        hovertemplate=f"%{{text}}: %{{y:,.{picture.decimals}f}}<extra></extra>",
        cliponaxis=False,
    )


def _values(picture: SlopePicture, t: Tokens, scale: float) -> list[dict[str, object]]:
    """Each group's value over its mark and interval, its number on the scale under it; the names are in the table.

    `scale` is pixels per unit.
    """
    notes: list[dict[str, object]] = []
    for n, step in enumerate(picture.steps, 1):
        text = f"<b>{number(step.value, picture.decimals)}</b>"
        place: dict[str, object] = {"x": step.at, "showarrow": False}
        top = step.interval.upper if step.interval else step.value
        over = {"y": top, "yshift": max(20 - (top - step.value) * scale, CLEAR)}
        notes.append(place | over | {"text": text, "font": {"size": TEXT_SIZE, "color": t.ink}})
        under = {"y": 0, "yref": "paper", "yshift": -13, "text": str(n), "font": {"size": 13, "color": t.ink2}}
        notes.append(place | under)
    return notes


def _ends(picture: SlopePicture, t: Tokens) -> list[dict[str, object]]:
    sign = f"{HARD_SPACE}%" if picture.unit == "procent" else ""
    notes: list[dict[str, object]] = []
    ends = zip((picture.line[0], picture.line[-1]), ("right", "left"), ("minst gynnad", "mest gynnad"), strict=True)
    for (at, value), anchor, words in ends:
        place = {"x": at, "font": {"size": 13, "color": t.ink2}, "showarrow": False}
        away = {"y": value, "xanchor": anchor, "xshift": -6 if anchor == "right" else 6}
        notes.append(place | away | {"text": f"{number(value, 1)}{sign}"})
        inside = {"y": 0, "yref": "paper", "yshift": -36, "xanchor": "left" if anchor == "right" else "right"}
        notes.append(place | inside | {"text": words})
    return notes

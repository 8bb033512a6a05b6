"""Women and men on one line, a row for each measure, sorted as they come."""

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from rus.charts.theme import TEXT_SIZE as TEXT
from rus.charts.theme import Tokens, blank, tokens
from rus.core.swedish import number
from rus.views.axis import value_range
from rus.views.gaps import Gap

ROW = 64
FOOT = 40
NAME_AT, LINE_AT = 14, 42
AIR = 0.17
LONGEST = 38


def dumbbell(gaps: Sequence[Gap], *, theme: str | None) -> go.Figure:
    """The chart: name above the line, circle for women, diamond for men, values outside, the gap to the right.

    Args:
        gaps: in the order to be shown, all in percent.
        theme: `dark` or anything else for light.
    """
    t = tokens(theme)
    figure = blank(theme, height=len(gaps) * ROW + FOOT)
    places = [n * ROW + LINE_AT for n in range(len(gaps))]
    for gap, y in zip(gaps, places, strict=True):
        figure.add_scatter(
            x=[gap.women, gap.men], y=[y, y], mode="lines", line={"color": t.context, "width": 5}, hoverinfo="skip"
        )
        _words(figure, gap, y - LINE_AT + NAME_AT, t)
    _marks(figure, gaps, places, t)
    low, high, step = value_range([v for g in gaps for v in (g.women, g.men)])
    air, ticks = (high - low) * AIR, _ticks(low, high, step)
    figure.update_xaxes(
        range=[low - air, high + air], tickvals=ticks, ticktext=[f"{number(v)}\u00a0%" for v in ticks], showgrid=True
    )
    figure.update_xaxes(gridcolor=t.hair, showline=False, ticks="", tickfont={"color": t.ink2})
    figure.update_yaxes(visible=False, range=[len(gaps) * ROW, 0])
    figure.update_layout(margin={"l": 4, "r": 4, "t": 0, "b": FOOT}, hovermode=False)
    return figure


def _words(figure: go.Figure, gap: Gap, y: float, t: Tokens) -> None:
    name = gap.name if len(gap.name) <= LONGEST else f"{gap.name[: LONGEST - 1].rstrip()}…"
    left = {"xref": "paper", "x": 0, "xanchor": "left", "font": {"size": TEXT, "color": t.ink}}
    right = {"xref": "paper", "x": 1, "xanchor": "right", "font": {"size": TEXT, "color": t.ink2}}
    figure.add_annotation(text=f"<b>{escape(name)}</b>", y=y, **left)
    figure.add_annotation(text=f"gap <b>{gap.gap_text}</b>", y=y, **right)


def _marks(figure: go.Figure, gaps: Sequence[Gap], places: Sequence[float], t: Tokens) -> None:
    """The marks, with each value on the side away from the other one."""
    for values, others, symbol, colour in (
        ([g.women for g in gaps], [g.men for g in gaps], "circle", t.women),
        ([g.men for g in gaps], [g.women for g in gaps], "diamond", t.men),
    ):
        figure.add_scatter(
            x=values,
            y=list(places),
            mode="markers+text",
            marker={"symbol": symbol, "size": 13, "color": colour, "line": {"width": 0}},
            text=[f"  {number(v, g.decimals)}  " for v, g in zip(values, gaps, strict=True)],
            textposition=[_side(v, o, symbol) for v, o in zip(values, others, strict=True)],
            textfont={"size": TEXT, "color": t.ink},
            cliponaxis=False,
            hoverinfo="skip",
        )


def _side(value: float, other: float, symbol: str) -> str:
    left = value < other or (value == other and symbol == "circle")
    return "middle left" if left else "middle right"


def _ticks(low: float, high: float, step: float) -> list[float]:
    count = round((high - low) / step)
    every = 1 if count <= 5 else 2  # at most six ticks
    return [low + n * step for n in range(0, count + 1, every)]


def describe(gaps: Sequence[Gap]) -> str:
    """The chart in words, for those who do not see it."""
    rows = [
        f"{g.name} {g.period}: kvinnor {number(g.women, g.decimals)}, män {number(g.men, g.decimals)} procent"
        for g in gaps
    ]
    return "Kvinnor och män. " + "; ".join(rows) + "."

"""Women and men on one line, a row for each measure, sorted as they come."""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

import plotly.graph_objects as go

from rus.charts.theme import TEXT_SIZE as TEXT
from rus.charts.theme import Tokens, figure, tokens
from rus.core.swedish import number
from rus.views.axis import value_range
from rus.views.gaps import Gap

ROW = 64
FOOT = 40
NAME_AT, LINE_AT = 14, 42
AIR = 0.26
LINE_OF_NAME = 25


def dumbbell(gaps: Sequence[Gap], *, theme: str | None) -> go.Figure:
    """The chart: name above the line, circle for women, diamond for men, values outside, the gap to the right.

    Args:
        gaps: in the order to be shown, all in percent.
        theme: `dark` or anything else for light.
    """
    t = tokens(theme)
    places = [n * ROW + LINE_AT for n in range(len(gaps))]
    low, high, step = value_range([v for g in gaps for v in (g.women, g.men)])
    air, ticks = (high - low) * AIR, _ticks(low, high, step)
    written = [f"{number(v, 0 if v == int(v) else 1)}\u00a0%" for v in ticks]
    words = [note for gap, y in zip(gaps, places, strict=True) for note in _words(gap, y - LINE_AT + NAME_AT, t)]
    return figure(
        [_lines(gaps, places, t), *_marks(gaps, places, t)],
        theme,
        height=len(gaps) * ROW + FOOT,
        margin={"l": 4, "r": 4, "t": 0, "b": FOOT},
        hovermode=False,
        xaxis={"range": [low - air, high + air], "tickvals": ticks, "ticktext": written, "showgrid": True}
        | {"gridcolor": t.hair, "showline": False, "ticks": ""},
        yaxis={"visible": False, "range": [len(gaps) * ROW, 0]},
        annotations=words,
    )


def _lines(gaps: Sequence[Gap], places: Sequence[float], t: Tokens) -> go.Scatter:
    """All lines as one trace, parted by nothing."""
    return go.Scatter(
        x=[v for g in gaps for v in (g.women, g.men, None)],
        y=[v for y in places for v in (y, y, None)],
        mode="lines",
        line={"color": t.context, "width": 5},
        hoverinfo="skip",
    )


def _words(gap: Gap, y: float, t: Tokens) -> Iterator[dict[str, object]]:
    name = "<br>".join(escape(line) for line in wrap(gap.name, LINE_OF_NAME, max_lines=2, placeholder="…"))
    place = {"xref": "paper", "y": y, "showarrow": False}
    ink, quiet = {"size": TEXT, "color": t.ink}, {"size": TEXT, "color": t.ink2}
    yield place | {"text": f"<b>{name}</b>", "x": 0, "xanchor": "left", "align": "left", "font": ink}
    yield place | {"text": f"gap <b>{gap.gap_text}</b>", "x": 1, "xanchor": "right", "font": quiet}


def _marks(gaps: Sequence[Gap], places: Sequence[float], t: Tokens) -> Iterator[go.Scatter]:
    """The marks, with each value on the side away from the other one."""
    for values, others, symbol, colour in (
        ([g.women for g in gaps], [g.men for g in gaps], "circle", t.women),
        ([g.men for g in gaps], [g.women for g in gaps], "diamond", t.men),
    ):
        yield go.Scatter(
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
    every = 1 if count <= 4 else 2  # at most five ticks, or a phone writes them into each other
    return [low + n * step for n in range(0, count + 1, every)]


def describe(gaps: Sequence[Gap]) -> str:
    """The chart in words, for those who do not see it."""
    rows = [
        f"{g.name} {g.period}: kvinnor {number(g.women, g.decimals)}, män {number(g.men, g.decimals)} procent"
        for g in gaps
    ]
    return "Kvinnor och män. " + "; ".join(rows) + "."

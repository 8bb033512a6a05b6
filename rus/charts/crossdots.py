"""Shows two groups on one line, a row for each comparison. Read it so: the longer the line, the larger the gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from rus.analysis.intervals import Interval
from rus.charts.theme import TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import HARD_SPACE, number
from rus.views.axis import value_range

ROW, FOOT, TOP = 52, 40, 22
NAME_AT, LINE_AT = 10, 33
AIR = 0.14
LINE_OF_NAME = 46
PERCENT = f"{HARD_SPACE}%"


@dataclass(frozen=True)
class Dots:
    """One row: a name, two values (None where there is none) with their intervals, and a word at the right.

    `names` are written beside the marks where they differ from row to row; empty for women and men. A side that is
    `unsure` has a hollow mark; `marked` rows have their name in bold.
    """

    name: str
    values: tuple[float | None, float | None]
    intervals: tuple[Interval | None, Interval | None] = (None, None)
    names: tuple[str, str] = ("", "")
    unsure: tuple[bool, bool] = (False, False)
    note: str = ""
    marked: bool = False


def crossdots(
    rows: Sequence[Dots], *, reference: float | None, unit: str, decimals: int, theme: str | None, sexes: bool = True
) -> go.Figure:
    """A row for each group: circle for the first, diamond for the second, the line between them, thin intervals.

    Args:
        rows: in the order to be shown.
        reference: the value of all, a dotted line; None for none.
        unit: of the values.
        decimals: of the values written.
        theme: `dark` or anything else for light.
        sexes: whether the two are women and men, who have colours of their own.
    """
    t = tokens(theme)
    places = [n * ROW + LINE_AT + TOP for n in range(len(rows))]
    known = [v for row in rows for v in row.values if v is not None]
    limits = [end for row in rows for i in row.intervals if i for end in (i.lower, i.upper)]
    low, high, step = value_range([*known, *limits, *([reference] if reference is not None else [])])
    air, ticks = (high - low) * AIR, _ticks(low, high, step)
    sign = PERCENT if unit == "procent" else ""
    bottom = len(rows) * ROW + TOP
    return figure(
        [_lines(rows, places, t), *_whiskers(rows, places, t, sexes=sexes), *_marks(rows, places, t, decimals, sexes)],
        theme,
        height=bottom + FOOT,
        margin={"l": 4, "r": 4, "t": 0, "b": FOOT},
        hovermode=False,
        xaxis={"range": [low - air, high + air], "tickvals": ticks, "ticktext": [f"{_tick(v)}{sign}" for v in ticks]}
        | {"showgrid": True, "gridcolor": t.hair, "showline": False, "ticks": ""},
        yaxis={"visible": False, "range": [bottom, 0]},
        shapes=[_rule(reference, t)] if reference is not None else [],
        annotations=[*_words(rows, places, t), *_reference(reference, unit, decimals, t)],
    )


def describe(rows: Sequence[Dots], unit: str, decimals: int) -> str:
    """The chart in words, for those who do not see it."""
    said = []
    for row in rows:
        names = row.names if row.names[0] else ("kvinnor", "män")
        pairs = zip(names, row.values, strict=True)
        values = [f"{name} {number(v, decimals) if v is not None else 'uppgift saknas'}" for name, v in pairs]
        said.append(f"{row.name}: {', '.join(values)}")
    return f"{'; '.join(said)} ({unit})."


def _tick(value: float) -> str:
    return number(value, 0 if value == int(value) else 1)


def _ticks(low: float, high: float, step: float) -> list[float]:
    count = round((high - low) / step)
    every = 1 if count <= 5 else 2  # at most six ticks
    return [low + n * step for n in range(0, count + 1, every)]


def _lines(rows: Sequence[Dots], places: Sequence[float], t: Tokens) -> dict[str, Any]:
    """All lines as one trace, parted by nothing."""
    both = [(row, y) for row, y in zip(rows, places, strict=True) if None not in row.values]
    return scatter(
        x=[v for row, _ in both for v in (*row.values, None)],
        y=[v for _, y in both for v in (y, y, None)],
        mode="lines",
        line={"color": t.context, "width": 5},
        hoverinfo="skip",
    )


def _colours(t: Tokens, *, sexes: bool) -> tuple[str, str]:
    return (t.women, t.men) if sexes else (t.accent, t.total)


def _whiskers(rows: Sequence[Dots], places: Sequence[float], t: Tokens, *, sexes: bool) -> Iterator[dict[str, Any]]:
    for side, colour in enumerate(_colours(t, sexes=sexes)):
        shown = [(i, y) for row, y in zip(rows, places, strict=True) if (i := row.intervals[side])]
        if shown:
            x = [v for i, _ in shown for v in (i.lower, i.upper, None)]
            y = [v for _, at in shown for v in (at, at, None)]
            yield scatter(x=x, y=y, mode="lines", line={"color": colour, "width": 1.8}, hoverinfo="skip")


def _marks(
    rows: Sequence[Dots],
    places: Sequence[float],
    t: Tokens,
    decimals: int,
    sexes: bool,  # noqa: FBT001  # who they are
) -> Iterator[dict[str, Any]]:
    """The marks, each value (and name, where rows have names) on the side away from the other one."""
    for side, (symbol, colour) in enumerate(zip(("circle", "diamond"), _colours(t, sexes=sexes), strict=True)):
        shown = [(row, y) for row, y in zip(rows, places, strict=True) if row.values[side] is not None]
        values = [row.values[side] for row, _ in shown]
        yield scatter(
            x=values,
            y=[y for _, y in shown],
            mode="markers+text",
            marker={
                "symbol": symbol,
                "size": 13,
                "opacity": 1,
                "color": [t.bg if row.unsure[side] else colour for row, _ in shown],
                "line": {"color": colour, "width": [2 if row.unsure[side] else 0 for row, _ in shown]},
            },
            text=[_text(row, side, decimals) for row, _ in shown],
            textposition=[_side(row, side) for row, _ in shown],
            textfont={"size": TEXT_SIZE, "color": t.ink},
            cliponaxis=False,
            hoverinfo="skip",
        )


def _text(row: Dots, side: int, decimals: int) -> str:
    value = row.values[side]
    return f"  {number(value, decimals)}  " if value is not None else ""


def _side(row: Dots, side: int) -> str:
    own, other = row.values[side], row.values[1 - side]
    left = other is not None and own is not None and (own < other or (own == other and side == 0))
    return "middle left" if left else "middle right"


def _words(rows: Sequence[Dots], places: Sequence[float], t: Tokens) -> Iterator[dict[str, object]]:
    for row, at in zip(rows, places, strict=True):
        place = {"xref": "paper", "y": at - LINE_AT + NAME_AT, "showarrow": False}
        name = escape(wrap(row.name, LINE_OF_NAME, max_lines=1, placeholder="…")[0])
        ink, quiet = {"size": TEXT_SIZE, "color": t.ink}, {"size": TEXT_SIZE, "color": t.ink2}
        bold = f"<b>{name}</b>" if row.marked else name
        yield place | {"text": bold, "x": 0, "xanchor": "left", "align": "left", "font": ink}
        if row.note:
            yield place | {"text": escape(row.note), "x": 1, "xanchor": "right", "font": quiet}


def _rule(at: float, t: Tokens) -> dict[str, object]:
    line = {"color": t.ink3, "width": 1.2, "dash": "dot"}
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper", "line": line, "layer": "below"}


def _reference(at: float | None, unit: str, decimals: int, t: Tokens) -> Iterator[dict[str, object]]:
    if at is not None:
        text = f"alla {number(at, decimals)}{PERCENT if unit == 'procent' else ''}"
        font = {"size": 13, "color": t.ink2}
        yield {"x": at, "y": 0, "yanchor": "top", "text": text, "showarrow": False, "font": font, "bgcolor": t.bg}

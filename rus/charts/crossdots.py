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
SECOND_LINE = 18
"""Pixels more for each row where a name needs two lines."""
AIR = 0.14
LEAST_SPAN = 10
"""Percentage points that the picture shows at least."""
LINE_OF_NAME = 34
PERCENT = f"{HARD_SPACE}%"
EM = "\u2003"
"""Room between a mark and its value."""


@dataclass(frozen=True)
class Dots:
    """One row: a name, two values (None where there is none) with their intervals, and a word at the right.

    `names` are the two, for those who do not see the chart; empty for women and men. A side that is `unsure` has a
    hollow mark; `marked` rows have their name in bold.
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
    names = [_wrapped(row.name) for row in rows]
    row_height = ROW + (SECOND_LINE if any(len(name) > 1 for name in names) else 0)
    places = [(n + 1) * row_height - (ROW - LINE_AT) + TOP for n in range(len(rows))]
    limits = [end for row in rows for i in row.intervals if i for end in (i.lower, i.upper)]
    known = [v for row in rows for v in row.values if v is not None]
    shown = [*known, *limits, *([reference] if reference is not None else [])]
    low, high, step = value_range([*shown, *_room(shown, unit)])
    air, ticks = (high - low) * AIR, _ticks(low, high, step)
    sign = PERCENT if unit == "procent" else ""
    bottom = len(rows) * row_height + TOP
    lines = [_lines(rows, places, t), *_whiskers(rows, places, t, sexes=sexes)]
    return figure(
        [*lines, *_marks(rows, places, t, sexes=sexes), _values(rows, places, t, decimals)],
        theme,
        height=bottom + FOOT,
        margin={"l": 4, "r": 4, "t": 0, "b": FOOT},
        hovermode=False,
        xaxis={"range": [low - air, high + air], "tickvals": ticks, "ticktext": [f"{_tick(v)}{sign}" for v in ticks]}
        | {"showgrid": True, "gridcolor": t.hair, "showline": False, "ticks": ""},
        yaxis={"visible": False, "range": [bottom, 0]},
        shapes=[_rule(reference, t)] if reference is not None else [],
        annotations=[*_words(rows, names, places, t, sexes=sexes), *_reference(reference, unit, decimals, t)],
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


def _room(values: Sequence[float], unit: str) -> list[float]:
    """What must be in sight besides the values: a few percentage points may not fill the picture."""
    if unit != "procent" or not values or max(values) - min(values) >= LEAST_SPAN:
        return []
    middle = min(max((max(values) + min(values)) / 2, LEAST_SPAN / 2), 100 - LEAST_SPAN / 2)
    return [middle - LEAST_SPAN / 2, middle + LEAST_SPAN / 2]


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


def _marks(rows: Sequence[Dots], places: Sequence[float], t: Tokens, *, sexes: bool) -> Iterator[dict[str, Any]]:
    for side, (symbol, colour) in enumerate(zip(("circle", "diamond"), _colours(t, sexes=sexes), strict=True)):
        shown = [(row, y) for row, y in zip(rows, places, strict=True) if row.values[side] is not None]
        yield scatter(
            x=[row.values[side] for row, _ in shown],
            y=[y for _, y in shown],
            mode="markers",
            marker={
                "symbol": symbol,
                "size": 13,
                "opacity": 1,
                "color": [t.bg if row.unsure[side] else colour for row, _ in shown],
                "line": {"color": colour, "width": [2 if row.unsure[side] else 0 for row, _ in shown]},
            },
            cliponaxis=False,
            hoverinfo="skip",
        )


def _values(rows: Sequence[Dots], places: Sequence[float], t: Tokens, decimals: int) -> dict[str, Any]:
    """Every value on the side away from the other one, outside its interval."""
    x, y, text, position = [], [], [], []
    for row, at in zip(rows, places, strict=True):
        for side in (0, 1):
            value, around, left = row.values[side], row.intervals[side], _is_left(row, side)
            if value is None:
                continue
            x.append(value if around is None else (around.lower if left else around.upper))
            y.append(at)
            text.append(f"{EM}{number(value, decimals)}{EM}")
            position.append("middle left" if left else "middle right")
    font = {"size": TEXT_SIZE, "color": t.ink}
    style = {"textposition": position, "textfont": font, "cliponaxis": False, "hoverinfo": "skip"}
    return scatter(x=x, y=y, mode="text", text=text, **style)


def _is_left(row: Dots, side: int) -> bool:
    own, other = row.values[side], row.values[1 - side]
    return other is not None and own is not None and (own < other or (own == other and side == 0))


def _wrapped(name: str) -> list[str]:
    return [escape(line) for line in wrap(name, LINE_OF_NAME, max_lines=2, placeholder="…")]


def _words(
    rows: Sequence[Dots], names: Sequence[Sequence[str]], places: Sequence[float], t: Tokens, *, sexes: bool
) -> Iterator[dict[str, object]]:
    ink, quiet = {"size": TEXT_SIZE, "color": t.ink}, {"size": TEXT_SIZE, "color": t.ink2}
    for row, name, at in zip(rows, names, places, strict=True):
        place = {"xref": "paper", "showarrow": False}
        text = "<br>".join(name)
        for sign, colour in zip("●◆", _colours(t, sexes=sexes), strict=True):  # a name that is the key as well
            text = text.replace(sign, f'<span style="color:{colour}">{sign}</span>')
        bold = f"<b>{text}</b>" if row.marked else text
        above = at - LINE_AT + NAME_AT - (SECOND_LINE / 2 if len(name) > 1 else 0)
        yield place | {"y": above, "text": bold, "x": 0, "xanchor": "left", "align": "left", "font": ink}
        if row.note:
            beside = {"y": at - LINE_AT + NAME_AT, "text": escape(row.note), "x": 1, "xanchor": "right", "font": quiet}
            yield place | beside


def _rule(at: float, t: Tokens) -> dict[str, object]:
    line = {"color": t.ink3, "width": 1.2, "dash": "dot"}
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper", "line": line, "layer": "below"}


def _reference(at: float | None, unit: str, decimals: int, t: Tokens) -> Iterator[dict[str, object]]:
    if at is not None:
        text = f"alla {number(at, decimals)}{PERCENT if unit == 'procent' else ''}"
        font = {"size": 13, "color": t.ink2}
        yield {"x": at, "y": 0, "yanchor": "top", "text": text, "showarrow": False, "font": font, "bgcolor": t.bg}

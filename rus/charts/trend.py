"""Shows how a measure moves over time. Read it so: a gap is a year that must not be compared or is not measured."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from rus.charts import marks
from rus.charts.axis import spread, year_ticks
from rus.charts.theme import LABEL_SIZE, MARGIN, TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.axis import value_range
from rus.views.lines import Line
from rus.views.pictures import Mark, Picture
from rus.views.words import axis_values

HEIGHT = 430
LABEL_GAP = 19
WRAPPED_GAP = 36
MOST_WRAPPED = 4
FEW_POINTS = 3
ASIDE = 14
LETTER = 7.6
NARROW_PLOT = 200
"""Pixels of a plot on a phone: what fits there fits everywhere."""
MOST_ROOM = 210
OVER_GOAL = 54
"""Pixels over the plot for the words of a goal at its upper edge."""
LONGEST = 24
DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
SYMBOLS = {"men": "diamond"}
MOST_STYLES = 4


def trend(
    picture: Picture,
    *,
    decimals: int,
    theme: str | None = None,
    height: int = HEIGHT,
    wide: bool = False,
    among: Iterable[float] = (),
) -> go.Figure:
    """Lines over time with direct labels, breaks as gaps with a dotted rule, and the goal as a diamond.

    Args:
        picture: what to draw; values in the indicator's unit, time in years.
        decimals: of the values written beside the lines.
        theme: `light` or `dark`.
        height: in pixels.
        wide: there is more width than height, so names and values beside the lines stand on one line.
        among: values of charts beside it, which its axis shall hold as well.
    """
    t = tokens(theme)
    start, end, step = value_range([*axis_values(picture), *among])
    wrapped = _wraps(picture) and not wide
    top = OVER_GOAL if _rises(picture.mark) else 34 if picture.breaks else MARGIN["t"]
    scale = _Scale(start, end, height - top - MARGIN["b"])
    many = len(picture.ours) > MOST_STYLES
    traces = [trace for line in picture.lines for trace in _traces(line, _style(line, t, many=many), t, decimals)]
    first, last = _span(picture)
    years = {int(point.at) for line in picture.lines for point in line.points}
    ticks = year_ticks(first, last, years | ({int(picture.mark.at)} if picture.mark else set()))
    return figure(
        [*traces, *(marks.goal(picture.mark, t) if picture.mark else [])],
        theme,
        height=height,
        margin=MARGIN | {"r": _room(picture, decimals, wrapped=wrapped), "t": top},
        annotations=[*_labels(picture, t, decimals, scale, wrapped=wrapped), *marks.words_over(picture, t)],
        shapes=marks.rules(picture, t),
        xaxis={"tickvals": ticks, "ticktext": [str(y) for y in ticks], "range": [first - 0.35, last + 0.35]},
        yaxis={"range": [start, end], "dtick": step, "tick0": 0, "tickformat": ",.10~g"},
    )


def _wraps(picture: Picture) -> bool:
    """Name over value while there is room; on one line beside a path to a goal, which must stay in sight."""
    return len(picture.lines) <= MOST_WRAPPED and not picture.mark


@dataclass(frozen=True)
class _Scale:
    """The value axis in values and pixels."""

    low: float
    high: float
    pixels: int

    def at(self, value: float) -> float:
        """Pixels above the start of the axis."""
        return (value - self.low) / (self.high - self.low) * self.pixels


def _span(picture: Picture) -> tuple[float, float]:
    ats = [point.at for line in picture.lines for point in line.points] or [0.0]
    return min(ats), max([*ats, *([picture.mark.at] if picture.mark else [])])


@dataclass(frozen=True)
class _Style:
    """How a line looks; `ends` = its newest measurement is marked."""

    colour: str
    text: str
    width: float
    dash: str = "solid"
    ends: bool = True


def _style(line: Line, t: Tokens, *, many: bool) -> _Style:
    """A line's look by what it stands for; among places the first is ours, and of many the rest are quiet alike."""
    if line.role == "context":
        return _Style(t.context, t.ink2, 2.5, ends=False)
    if line.role == "ours":
        if many and line.rank:
            return _Style(t.ink3, t.ink2, 1.8, ends=False)
        shade = (t.accent, t.ink, t.total)[min(line.rank, 2)]
        return _Style(shade, shade, 2.5 if line.rank else 3, DASHES[line.rank % len(DASHES)])
    shade = {"women": t.women, "men": t.men, "total": t.total}[line.role]
    text = t.men_text if line.role == "men" else shade
    return _Style(shade, text, 2.5 if line.rank else 3, DASHES[line.rank % len(DASHES)])


def _traces(line: Line, style: _Style, t: Tokens, decimals: int) -> list[dict[str, Any]]:
    thin = {"color": style.colour, "width": 1.2}
    joins = [
        scatter(x=[a.at, b.at], y=[a.value, b.value], mode="lines", line=thin, hoverinfo="skip") for a, b in line.sparse
    ]
    xs: list[float | None] = []
    ys: list[float | None] = []
    for part in line.parts:
        xs += [p.at for p in part] + [None]
        ys += [p.value for p in part] + [None]
    few = len(line.points) < FEW_POINTS
    main = scatter(
        x=xs[:-1],
        y=ys[:-1],
        mode="markers" if few else "lines",
        line={"color": style.colour, "width": style.width, "dash": style.dash},
        marker={"color": style.colour, "size": 9, "symbol": SYMBOLS.get(line.role, "circle"), "opacity": 1},
        cliponaxis=not few,
        connectgaps=False,
        name=line.label,
        hovertemplate=f"%{{y:,.{decimals}f}}<extra>{line.label}</extra>",
    )
    return [*joins, main, *_dots(line, style, t), *marks.letters(line, style.text)]


def _dots(line: Line, style: _Style, t: Tokens) -> list[dict[str, Any]]:
    """Marks on measurements that no line reaches, and on the newest; a provisional one is hollow."""
    alone = [part[0] for part in line.parts if len(part) == 1]
    rhythm = [point for pair in line.sparse for point in pair]
    last = [line.last] if style.ends else []
    points = list(dict.fromkeys([*alone, *rhythm, *last, *(p for p in line.points if p.provisional or p.revised)]))
    if not points:
        return []
    shade, symbol = style.colour, SYMBOLS.get(line.role, "circle")
    sizes = [11 if point is line.last and style.ends else 7 for point in points]
    return [
        scatter(
            x=[p.at for p in points],
            y=[p.value for p in points],
            mode="markers",
            marker={
                "symbol": symbol,
                "size": sizes,
                "opacity": 1,
                "color": [t.bg if p.provisional else shade for p in points],
                "line": {"color": shade, "width": [2.2 if p.provisional else 0 for p in points]},
            },
            hoverinfo="skip",
            cliponaxis=False,
        )
    ]


def _words(line: Line, decimals: int, *, wrapped: bool) -> str:
    value = f"<b>{number(line.last.value, decimals)}</b>"
    return f"{_short(line.label)}{'<br>' if wrapped else ' '}{value}"


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"


def _room(picture: Picture, decimals: int, *, wrapped: bool) -> int:
    """Pixels to the right of the plot for the labels, less what a time axis that runs on to a goal leaves free."""
    widths = []
    first, last = _span(picture)
    for line in picture.lines:
        name, value = len(_short(line.label)), len(number(line.last.value, decimals))
        letters = max(name, value) if wrapped else name + value + 1
        free = (last - line.last.at) / (last - first) * NARROW_PLOT if last > first else 0
        widths.append(letters * LETTER - free)
    return round(min(max(MARGIN["r"] + 8 + max(widths, default=0), MARGIN["r"] + 30), MOST_ROOM))


def _labels(picture: Picture, t: Tokens, decimals: int, scale: _Scale, *, wrapped: bool) -> list[dict[str, object]]:
    """Name and newest value beside each line's end, moved apart where they would meet."""
    wanted = [scale.at(line.last.value) for line in picture.lines]
    aside = [at + _aside(line, picture.mark) for line, at in zip(picture.lines, wanted, strict=True)]
    spots = spread(aside, WRAPPED_GAP if wrapped else LABEL_GAP, WRAPPED_GAP / 2 if wrapped else 4, scale.pixels)
    notes: list[dict[str, object]] = []
    many = len(picture.ours) > MOST_STYLES
    for line, at, spot in zip(picture.lines, wanted, spots, strict=True):
        font = {"size": LABEL_SIZE if wrapped else TEXT_SIZE, "color": _style(line, t, many=many).text}
        note = {"x": line.last.at, "y": line.last.value, "text": _words(line, decimals, wrapped=wrapped), "font": font}
        notes.append(note | {"xanchor": "left", "xshift": 9, "yshift": spot - at, "align": "left", "showarrow": False})
    if picture.mark:
        mark = picture.mark
        text = f"{mark.name}: <b>{mark.text}</b>" + (f"<br>{mark.pace}" if mark.pace else "")
        upright = {"yanchor": "bottom", "yshift": 10} if _rises(mark) else {"yanchor": "top", "yshift": -12}
        beside = {"xanchor": "right", "xshift": 12, "align": "right", "showarrow": False} | upright
        notes.append({"x": mark.at, "y": mark.value, "text": text, "font": {"color": t.ink}} | beside)
    return notes


def _rises(mark: Mark | None) -> bool:
    """Whether the path comes to the goal from below: then the goal's words stand over it, else they would be struck."""
    return mark is not None and mark.path_from is not None and mark.value > mark.path_from[1]


def _aside(line: Line, mark: Mark | None) -> float:
    """Pixels that a label moves to leave the path to the goal free."""
    if mark is None or mark.path_from != (line.last.at, line.last.value):
        return 0
    return ASIDE if mark.value < line.last.value else -ASIDE

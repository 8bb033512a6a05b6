"""Shows how gaps move over time. Read it so: the line at zero is no gap; nearer to it is more equal."""

from collections.abc import Sequence
from math import ceil, floor
from typing import Any

import plotly.graph_objects as go

from rus.charts.axis import spread, year_ticks
from rus.charts.theme import MARGIN, TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.axis import nice_step
from rus.views.equality_lines import GapLine, GapPicture

HEIGHT = 340
LABEL_GAP = 19
LETTER = 7.0
DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross")
ROOM = 0.08


def gapline(picture: GapPicture, *, theme: str | None, linked: bool = False) -> go.Figure:
    """The signed gap of each pair, with its interval where people are known and a name beside the end of each line.

    Args:
        picture: the lines, at least one.
        theme: `dark` or anything else for light.
        linked: whether the years moved over a break are drawn, thin and dashed.
    """
    t = tokens(theme)
    low, high, step = _range(picture, linked=linked)
    top = 34 if linked and picture.breaks else MARGIN["t"]
    years = sorted({y for line in picture.lines for y, _ in _all(line, linked=linked)})
    ticks = year_ticks(years[0], years[-1], set(years))
    traces = [trace for n, line in enumerate(picture.lines) for trace in _traces(line, n, t, linked=linked)]
    levels = [n * step for n in range(ceil(low / step), floor(high / step) + 1)]
    pixels = HEIGHT - top - MARGIN["b"]
    return figure(
        traces,
        theme,
        height=HEIGHT,
        margin=MARGIN | {"r": _room(picture), "t": top},
        annotations=[
            *_labels(picture, t, (low, high), pixels),
            *_breaks(picture, t, linked=linked),
            _zero(years[0], t),
        ],
        shapes=[_level(t), *(_rule(at, t) for at in picture.breaks if linked)],
        xaxis={"tickvals": ticks, "ticktext": [str(y) for y in ticks], "range": [years[0] - 0.35, years[-1] + 0.35]},
        yaxis={"range": [low, high], "tickvals": levels, "ticktext": [_signed(v) for v in levels]},
        hovermode="closest",
    )


def describe(picture: GapPicture) -> str:
    """The chart in words, for those who do not see it."""
    said = []
    for line in picture.lines:
        (first, before), (last, now) = line.points[0], line.points[-1]
        values = f"{number(before, 1, sign=True)} {first} och {number(now, 1, sign=True)} {last}"
        said.append(f"{line.names[0]} mot {line.names[1]}: {values} {picture.unit}")
    return f"Skillnader år för år. {'; '.join(said)}."


def _all(line: GapLine, *, linked: bool) -> Sequence[tuple[int, float]]:
    return [*line.moved, *line.points] if linked else line.points


def _range(picture: GapPicture, *, linked: bool) -> tuple[float, float, float]:
    """Zero is always in sight: a gap is read from it."""
    values = [v for line in picture.lines for _, v in _all(line, linked=linked)]
    values += [end for line in picture.lines for _, around in line.band for end in (around.lower, around.upper)]
    low, high = min(0.0, *values), max(0.0, *values)
    air = max(high - low, 1e-9) * ROOM
    return low - (air if low < 0 else air / 2), high + (air if high > 0 else air * 2), nice_step(high - low, 6)


def _signed(value: float) -> str:
    decimals = 0 if value == int(value) else 1
    return number(value, decimals, sign=bool(value))


def _colour(number_: int, t: Tokens) -> str:
    return (t.accent, t.ink, t.total)[min(number_, 2)]


def _traces(line: GapLine, number_: int, t: Tokens, *, linked: bool) -> list[dict[str, Any]]:
    colour, name = _colour(number_, t), f"{line.names[0]} − {line.names[1]}"
    found: list[dict[str, Any]] = []
    if len(line.band) > 1:
        ends = [(y, i.lower) for y, i in line.band] + [(y, i.upper) for y, i in reversed(line.band)]
        x, y = [p[0] for p in ends], [p[1] for p in ends]
        band = {"fill": "toself", "fillcolor": t.tint, "line": {"width": 0}, "mode": "lines", "hoverinfo": "skip"}
        found.append(scatter(x=x, y=y, **band))
    if linked and line.moved:
        thin = {"color": colour, "width": 1.4, "dash": "2px,4px"}
        earlier = [p[0] for p in line.moved], [p[1] for p in line.moved]
        hover = f"%{{x}}: %{{y:+,.1f}} (länkad)<extra>{name}</extra>"
        found.append(scatter(x=earlier[0], y=earlier[1], mode="lines", line=thin, hovertemplate=hover))
    mark = {"color": colour, "size": 8, "symbol": SYMBOLS[number_ % len(SYMBOLS)], "opacity": 1}
    found.append(
        scatter(
            x=[y for y, _ in line.points],
            y=[v for _, v in line.points],
            mode="lines+markers",
            line={"color": colour, "width": 3 if not number_ else 2.4, "dash": DASHES[number_ % len(DASHES)]},
            marker=mark,
            cliponaxis=False,
            hovertemplate=f"%{{x}}: %{{y:+,.1f}}<extra>{name}</extra>",
        )
    )
    return found


def _words(line: GapLine, decimals: int) -> str:
    return f"{line.label.split(' (')[0]} <b>{number(line.points[-1][1], decimals, sign=True)}</b>"


def _room(picture: GapPicture) -> int:
    longest = max(len(line.label.split(" (")[0]) for line in picture.lines) + 6
    return round(min(20 + longest * LETTER, 200))


def _labels(picture: GapPicture, t: Tokens, ends: tuple[float, float], pixels: int) -> list[dict[str, object]]:
    """Name and newest gap beside each line's end, moved apart where they would meet."""
    low, high = ends
    wanted = [(line.points[-1][1] - low) / (high - low) * pixels for line in picture.lines]
    notes = []
    for n, (line, at, spot) in enumerate(zip(picture.lines, wanted, spread(wanted, LABEL_GAP, 4, pixels), strict=True)):
        place = {"x": max(line.points[-1][0], _last(picture)), "y": line.points[-1][1], "yshift": spot - at}
        font = {"size": TEXT_SIZE, "color": _colour(n, t)}
        notes.append(place | {"text": _words(line, picture.decimals), "font": font} | _BESIDE)
    return notes


_BESIDE: dict[str, object] = {"xanchor": "left", "xshift": 10, "align": "left", "showarrow": False}


def _last(picture: GapPicture) -> int:
    return max(line.points[-1][0] for line in picture.lines)


def _level(t: Tokens) -> dict[str, object]:
    return {
        "type": "line",
        "x0": 0,
        "x1": 1,
        "xref": "paper",
        "y0": 0,
        "y1": 0,
        "line": {"color": t.ink3, "width": 1.2},
    }


def _zero(first: int, t: Tokens) -> dict[str, object]:
    words = {"text": "lika", "font": {"size": 13, "color": t.ink2}, "showarrow": False}
    return words | {"x": first - 0.3, "y": 0, "xanchor": "left", "yanchor": "bottom"}


def _rule(at: int, t: Tokens) -> dict[str, object]:
    line = {"color": t.ink3, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": at - 0.5, "x1": at - 0.5, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def _breaks(picture: GapPicture, t: Tokens, *, linked: bool) -> list[dict[str, object]]:
    place = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": {"color": t.ink2}}
    return [{"x": at - 0.5, "text": f"Ny serie {at}"} | place for at in picture.breaks if linked]

"""Shows two years and nothing between. Read it so: steep is a large change; lines that cross have changed place."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from rus.charts.axis import spread
from rus.charts.theme import TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.two_years import Move, TwoYears

HEIGHT, TALL = 430, 520
TOP, FOOT = 34, 12
GAP = 20
LETTER = 7.4
LONGEST = 18
LEFT, MOST_ROOM = 58, 200
MANY = 4
AIR = 0.06


def slope(found: TwoYears, *, decimals: int, theme: str | None = None, height: int | None = None) -> go.Figure:
    """A line from the earlier year to the later, the value at both ends and the name at the later one.

    Args:
        found: the two years.
        decimals: of the values written out.
        theme: `light` or `dark`.
        height: in pixels; None is by how many lines there are.
    """
    t = tokens(theme)
    height = height or (TALL if len(found.moves) > 2 * MANY else HEIGHT)
    low, high = _span(found)
    scale = (height - TOP - FOOT) / (high - low)
    words = [f"{_short(m.label)} {number(m.after.value, decimals)}" for m in found.moves]
    right = min(round(max(len(text) for text in words) * LETTER) + 22, MOST_ROOM)
    left = max(round(max(len(number(m.before.value, decimals)) for m in found.moves) * LETTER) + 22, LEFT)
    loud = found.most.key if len(found.ours) > MANY else ""
    return figure(
        [_line(move, *_look(move, t, loud), t) for move in found.moves],
        theme,
        height=height,
        margin={"l": left, "r": right, "t": TOP, "b": FOOT},
        hovermode=False,
        xaxis={"visible": False, "range": [0, 1]},
        yaxis={"visible": False, "range": [low, high]},
        shapes=[_post(x, t) for x in (0, 1)],
        annotations=[
            *_heads(found, t),
            *_ends(found.moves, [number(m.before.value, decimals) for m in found.moves], t, (low, scale), loud),
            *_names(found.moves, t, (low, scale), decimals, loud),
        ],
    )


def _span(found: TwoYears) -> tuple[float, float]:
    values = [p.value for move in found.moves for p in (move.before, move.after)]
    low, high = min(values), max(values)
    air = (high - low) * AIR or abs(high) * AIR or 1.0
    return low - air, high + air


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"


def _look(move: Move, t: Tokens, loud: str) -> tuple[str, str, float]:
    """Colour of the line, colour of its words, width; of many only the one with the key `loud` stands out."""
    if move.role == "context":
        return t.context, t.ink2, 2.2
    if move.role == "ours":
        if loud:
            return (t.accent, t.accent, 2.8) if move.key == loud else (t.ink3, t.ink2, 1.8)
        shade = (t.accent, t.ink, t.total)[min(move.rank, 2)]
        return shade, shade, 2.6
    shade = {"women": t.women, "men": t.men, "total": t.total}[move.role]
    return shade, t.men_text if move.role == "men" else shade, 2.8


def _line(move: Move, shade: str, _text: str, width: float, t: Tokens) -> dict[str, Any]:
    provisional = [p.provisional for p in (move.before, move.after)]
    return scatter(
        x=[0, 1],
        y=[move.before.value, move.after.value],
        mode="lines+markers",
        line={"color": shade, "width": width},
        marker={
            "symbol": "diamond" if move.role == "men" else "circle",
            "size": 10,
            "opacity": 1,
            "color": [t.bg if new else shade for new in provisional],
            "line": {"color": shade, "width": [2.2 if new else 0 for new in provisional]},
        },
        cliponaxis=False,
        name=move.label,
        hoverinfo="skip",
    )


def _post(x: int, t: Tokens) -> dict[str, object]:
    line = {"color": t.line, "width": 1}
    return {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper", "layer": "below", "line": line}


def _heads(found: TwoYears, t: Tokens) -> list[dict[str, object]]:
    font = {"size": TEXT_SIZE, "color": t.ink2}
    place = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 6, "showarrow": False, "font": font}
    return [place | {"x": x, "text": f"<b>{period}</b>"} for x, period in ((0, found.before), (1, found.after))]


def _ends(
    moves: Sequence[Move], texts: Sequence[str], t: Tokens, scale: tuple[float, float], loud: str
) -> list[dict[str, object]]:
    """The earlier values, to the left of the first post."""
    spots = _apart([m.before.value for m in moves], scale)
    notes = []
    for move, text, shift in zip(moves, texts, spots, strict=True):
        font = {"size": TEXT_SIZE, "color": _look(move, t, loud)[1]}
        place = {"x": 0, "y": move.before.value, "xanchor": "right", "xshift": -11, "yshift": shift}
        notes.append(place | {"text": text, "showarrow": False, "font": font})
    return notes


def _names(
    moves: Sequence[Move], t: Tokens, scale: tuple[float, float], decimals: int, loud: str
) -> list[dict[str, object]]:
    """Name and later value, to the right of the last post."""
    spots = _apart([m.after.value for m in moves], scale)
    notes = []
    for move, shift in zip(moves, spots, strict=True):
        font = {"size": TEXT_SIZE, "color": _look(move, t, loud)[1]}
        words = f"{_short(move.label)} <b>{number(move.after.value, decimals)}</b>"
        place = {"x": 1, "y": move.after.value, "xanchor": "left", "xshift": 11, "yshift": shift, "align": "left"}
        notes.append(place | {"text": words, "showarrow": False, "font": font})
    return notes


def _apart(values: Sequence[float], scale: tuple[float, float]) -> list[float]:
    """How far each label moves from its value, in pixels, so that none covers another."""
    low, factor = scale
    wanted = [(value - low) * factor for value in values]
    top = (max(values) - low) * factor + GAP
    return [spot - at for spot, at in zip(spread(wanted, GAP, 0, top), wanted, strict=True)]

"""What is written over the lines of a trend: breaks, the goal, the base, and the letters p and r."""

from collections.abc import Sequence
from typing import Any

from rus.charts.theme import TEXT_SIZE, Tokens, scatter
from rus.views.lines import Line
from rus.views.pictures import Mark, Picture

NEAR = 0.3
"""So much of the axis is near its end."""


def rules(picture: Picture, t: Tokens) -> list[dict[str, object]]:
    """A dotted rule at each break, and a line at what everything is measured from: 100, or no difference."""
    dotted = {"color": t.ink3, "width": 1, "dash": "dot"}
    place = {"type": "line", "y0": 0, "y1": 1, "yref": "paper", "line": dotted}
    found: list[dict[str, object]] = [place | {"x0": at, "x1": at} for at, _ in picture.breaks]
    level = 100.0 if picture.base else 0.0 if picture.versus else None
    if level is not None:
        across = {"x0": 0, "x1": 1, "xref": "paper", "layer": "below", "line": {"color": t.ink3, "width": 1.4}}
        found.append({"type": "line", "y0": level, "y1": level} | across)
    return found


def words_over(picture: Picture, t: Tokens) -> Sequence[dict[str, object]]:
    """What each break is, at the top of its rule."""
    place = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 7, "showarrow": False, "font": {"color": t.ink2}}
    every = [p.at for line in picture.lines for p in line.points]
    return [{"text": f"{words}, jämförs inte bakåt"} | _along(at, every) | place for at, words in picture.breaks]


def _along(at: float, every: Sequence[float]) -> dict[str, object]:
    """Above its rule; near an end, up to the end of the lines: beyond it are their names, or the edge of a phone."""
    share = (at - min(every)) / (max(every) - min(every) or 1)
    if share > 1 - NEAR:
        return {"xref": "paper", "x": 1, "xanchor": "right", "xshift": 6}  # a phone has just room for it
    return {"xref": "paper", "x": 0, "xanchor": "left"} if share < NEAR else {"x": at}


def goal(mark: Mark, t: Tokens) -> list[dict[str, Any]]:
    """The goal as an open diamond at the end of the dashed path that it takes."""
    path = []
    if mark.path_from:
        way = {"color": t.ink, "width": 1.8, "dash": "4px,5px"}
        x, y = [mark.path_from[0], mark.at], [mark.path_from[1], mark.value]
        path.append(scatter(x=x, y=y, mode="lines", line=way, hoverinfo="skip"))
    diamond = {"symbol": "diamond", "size": 14, "color": t.bg, "line": {"color": t.ink, "width": 2.2}}
    hover = f"{mark.text}<extra>{mark.name}</extra>"
    drawn = scatter(x=[mark.at], y=[mark.value], mode="markers", marker=diamond, hovertemplate=hover, cliponaxis=False)
    return [*path, drawn]


def letters(line: Line, shade: str) -> list[dict[str, Any]]:
    """The letters p (may be changed) and r (has been changed) over such points of a line that the reader chose."""
    points = [p for p in line.points if p.provisional or p.revised] if line.role != "context" else []
    if not points:
        return []
    return [
        scatter(
            x=[p.at for p in points],
            y=[p.value for p in points],
            mode="markers+text",
            marker={"size": 11, "opacity": 0},  # unseen: it lifts the letter over the mark of the point
            text=["p" * p.provisional + "r" * p.revised for p in points],
            textposition="top center",
            textfont={"size": TEXT_SIZE, "color": shade},
            hoverinfo="skip",
            cliponaxis=False,
        )
    ]

"""A chart in another size: the same drawing, scaled as one piece, so that screen, file and projector agree.

All that is measured in pixels grows by one factor: letters, marks, lines, margins, the height and how far labels
are moved. What is measured in values or in shares of the plot stays, so nothing changes place against anything else.
"""

from typing import Any, Literal

import plotly.graph_objects as go

from rus.charts.sent import Chart
from rus.charts.theme import TEXT_SIZE

Size = Literal["screen", "file", "projector"]
TEXT = {"screen": TEXT_SIZE, "file": 16, "projector": 20}
"""Pixels of the smallest letters in each size."""
PIXELS = {
    *("height", "xshift", "yshift", "ax", "ay", "standoff", "ticklen", "thickness", "cornerradius"),
    *("size", "width", "borderpad", "startstandoff"),
}
IN_VALUES = {"bar", "box", "histogram"}
"""Kinds of trace whose own width is in units of the axis."""


def at_size(drawn: go.Figure, size: Size, times: float = 1.0) -> go.Figure:
    """The same figure for a file or a projector, whose smallest letters are 20 px; for the screen as it is.

    Args:
        drawn: a figure of `rus.charts`.
        size: where it is to be seen.
        times: how many times larger again, for a screen of more pixels.
    """
    if size == "screen":
        return drawn
    factor = TEXT[size] / TEXT_SIZE * times
    whole = drawn.to_plotly_json()
    data = [_trace(trace, factor) for trace in whole["data"]]
    return Chart(data=data, layout={"template": {}, **_scaled(whole["layout"], factor)}, _validate=False)


def _trace(trace: dict[str, Any], factor: float) -> dict[str, Any]:
    kept = {"width": trace["width"]} if "width" in trace and trace.get("type") in IN_VALUES else {}
    return {**_scaled(trace, factor), **kept}


def _letters(font: dict[str, Any], factor: float) -> dict[str, Any]:
    """A font whose letters are never smaller than the smallest of the size."""
    found = _scaled(font, factor)
    least = TEXT_SIZE * factor
    return (
        {**found, "size": round(max(found["size"], least), 2)} if isinstance(found.get("size"), int | float) else found
    )


def _scaled(part: Any, factor: float, key: str = "") -> Any:  # noqa: ANN401  # any node of a figure
    """The part with every length in pixels times `factor`."""
    if isinstance(part, dict):
        inside = key == "margin"
        return {k: _length(v, factor) if inside or k in PIXELS else _inner(v, factor, k) for k, v in part.items()}
    if isinstance(part, list | tuple):
        return [_scaled(item, factor, key) for item in part]
    if key == "dash" and isinstance(part, str) and part.endswith("px"):
        return ",".join(f"{float(length.removesuffix('px')) * factor:g}px" for length in part.split(","))
    return part


def _inner(part: Any, factor: float, key: str) -> Any:  # noqa: ANN401  # any node of a figure
    return _letters(part, factor) if key.endswith("font") and isinstance(part, dict) else _scaled(part, factor, key)


def _length(value: Any, factor: float) -> Any:  # noqa: ANN401  # a number, or one for each mark
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return round(value * factor, 2)
    if isinstance(value, list | tuple):
        return [_length(item, factor) for item in value]
    return value

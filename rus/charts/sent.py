"""A figure as the browser gets it: what our template says stands in the figure itself.

Streamlit hands Plotly each chart twice, the second time as a copy. Plotly compares arrays and the template by identity,
so with either of them it draws everything once more, which is half of what a reader waits for after a click. Without a
template, and told that the data is of the same revision, it sees that nothing has changed.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

REVISION = 1
"""Of the data. One is enough: a chart with other data is another chart to Streamlit, and begins anew."""
ELSEWHERE = {"choropleth", "scattergeo"}
"""Traces that stand on no axes."""
AXIS = re.compile(r"[xy]axis\d*")
ITEMS = {"annotationdefaults": "annotations"}
"""What the template says of each thing in a list → the list."""


class Chart(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure in our template, which sends none."""

    def to_dict(self) -> dict[str, Any]:
        """Data and layout, as they are sent to a browser or drawn for a file."""
        return plain(super().to_dict())


def plain(sent: dict[str, Any]) -> dict[str, Any]:
    """The same figure with its template laid under its own layout, as Plotly would.

    Args:
        sent: `data` and `layout` with a `template` that has a layout alone; is changed.
    """
    layout: dict[str, Any] = sent.get("layout", {})
    under: dict[str, Any] = layout.pop("template", {}).get("layout", {})
    named = sorted({name for name in layout if AXIS.fullmatch(name)} | _axes(sent.get("data", ())))
    for name, default in under.items():
        if name in ITEMS:
            items = ITEMS[name]
            layout |= {items: [_over(default, one) for one in layout[items]]} if layout.get(items) else {}
        elif AXIS.fullmatch(name):
            layout |= {axis: _over(default, layout.get(axis)) for axis in named if axis.startswith(name)}
        else:
            layout[name] = _over(default, layout.get(name))
    layout["datarevision"] = REVISION
    return sent


def _axes(traces: Sequence[Mapping[str, Any]]) -> set[str]:
    """Names of the axes that the traces stand on; those of an empty figure where there are none."""
    on_axes = [trace for trace in traces if trace.get("type") not in ELSEWHERE] if traces else [{}]
    ids = (str(trace.get(f"{axis}axis") or axis) for trace in on_axes for axis in "xy")
    return {f"{one[0]}axis{one[1:]}" for one in ids}


def _over(default: Any, own: Any) -> Any:  # noqa: ANN401  # whatever Plotly has there
    if isinstance(default, dict) and isinstance(own, dict):
        return {name: _over(default.get(name), own.get(name)) for name in (default | own)}
    return default if own is None else own

"""Colours, type and the template of every chart, for light and dark; the same values as in `static/rus.css`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from rus.charts.sent import Chart

FONT = "'Hanken Grotesk', 'Segoe UI', system-ui, sans-serif"
TEXT_SIZE = 14
LABEL_SIZE = 15
MARGIN = {"l": 44, "r": 16, "t": 12, "b": 36}
SEPARATORS = ",\u00a0"


@dataclass(frozen=True)
class Tokens:
    """One theme's colours by meaning; `sequence` runs from little to much.

    `above` and `below` are grounds of what differs, a little and much; letters on the latter have colour `bg`.
    """

    bg: str
    soft: str
    ink: str
    ink2: str
    ink3: str
    line: str
    hair: str
    accent: str
    tint: str
    women: str
    men: str
    men_text: str
    total: str
    context: str
    good: str
    slow: str
    bad: str
    above: tuple[str, str]
    below: tuple[str, str]
    sequence: tuple[str, ...]


LIGHT = Tokens(
    bg="#FFFFFF",
    soft="#F3F6F8",
    ink="#14222C",
    ink2="#46555F",
    ink3="#7F8D97",
    line="#D5DDE2",
    hair="#E8EDF0",
    accent="#0B4F6C",
    tint="#E9F2F6",
    women="#4B2E83",
    men="#D9730D",
    men_text="#B35C00",
    total="#5F6B73",
    context="#B8BEC4",
    good="#1B7F5C",
    slow="#B35C00",
    bad="#B3261E",
    above=("#BFDAE5", "#0B4F6C"),
    below=("#F6DFC3", "#8A4B08"),
    sequence=("#E3EEF3", "#BFDAE5", "#80B3C8", "#3F84A2", "#0B4F6C"),
)
DARK = Tokens(
    bg="#0F171D",
    soft="#1A252D",
    ink="#E8EEF1",
    ink2="#B4C1C9",
    ink3="#788791",
    line="#33414B",
    hair="#24313A",
    accent="#7CC6E0",
    tint="#16303D",
    women="#9478EA",
    men="#FFC285",
    men_text="#FFC285",
    total="#A9B6BE",
    context="#56646E",
    good="#63CBA0",
    slow="#F0A85C",
    bad="#F6938A",
    above=("#275A70", "#7CC6E0"),
    below=("#5A4020", "#F0B878"),
    sequence=("#173341", "#20546C", "#327B9C", "#5FA8C6", "#A9DDEF"),
)


def tokens(theme: str | None) -> Tokens:
    """The colours of `dark`, or of `light` for anything else."""
    return DARK if theme == "dark" else LIGHT


@lru_cache(maxsize=2)
def template(theme: str) -> dict[str, Any]:
    """The chart template of a theme: no legend, no zoom, quiet axes, Swedish separators."""
    t = tokens(theme)
    axis = {"zeroline": False, "fixedrange": True, "tickangle": 0}
    quiet = {"showspikes": False}
    # a colour of the line would draw it, where the chart does not say that it wants one
    outside = {
        "showgrid": False,
        "showline": False,
        "linecolor": t.line,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": t.line,
    }
    layout = {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": t.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": MARGIN,
        "separators": SEPARATORS,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "x unified",
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": t.ink2, "activecolor": t.ink},
        "hoverlabel": {"bgcolor": t.bg, "bordercolor": t.line, "font": {"family": FONT, "color": t.ink}},
        "xaxis": axis | outside | quiet | {"tickfont": {"color": t.ink2}},
        "yaxis": axis | {"gridcolor": t.hair, "ticks": "", "tickfont": {"color": t.ink2}},
        "annotationdefaults": {"showarrow": False, "font": {"color": t.ink2}},
    }
    return {"layout": layout}


def scatter(**properties: Any) -> dict[str, Any]:  # noqa: ANN401  # Plotly's own properties
    """A scatter trace as a plain dict: `figure` takes it unchecked."""
    return {"type": "scatter", **properties}


def figure(traces: Sequence[dict[str, Any]], theme: str | None, *, height: int, **layout: object) -> go.Figure:
    """A figure in our template.

    Everything is handed over at once and unchecked: checking twelve lines takes Plotly several times as long as all the
    rest of a page, and a wrong property shows in the tests, which have the same figures checked.

    Args:
        traces: what is drawn, as dicts with a `type`.
        theme: `light` or `dark`.
        height: in pixels.
        layout: what differs from the template.
    """
    named = template("dark" if theme == "dark" else "light")
    return Chart(data=list(traces), layout={"template": named, "height": height, **layout}, _validate=False)


def blank(theme: str | None, *, height: int) -> go.Figure:
    """A figure with our template and nothing in it."""
    return figure([], theme, height=height)

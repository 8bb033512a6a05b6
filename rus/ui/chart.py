"""The one place where charts meet Streamlit: our look, Swedish texts, a picture to take away, figures as a table."""

from collections.abc import Callable
from typing import Any, Literal

import plotly.graph_objects as go
import streamlit as st

from rus.charts.sent import Chart
from rus.ui import frame, markup
from rus.ui.addresses import static_url
from rus.ui.folds import fold

MANY = 200
"""Cells of a table that is sent only when somebody opens it."""
SWEDISH = {
    "dictionary": {
        "Download plot as a PNG": "Spara diagrammet som bild (PNG)",
        "Download plot": "Spara diagrammet som bild",
        "Preparing image - this may take a few seconds": "Bilden görs, det kan ta några sekunder",
        "Image download succeeded": "Bilden är sparad",
        "Sorry, there was a problem downloading your snapshot!": "Bilden gick inte att spara.",
    },
    "format": {"decimal": ",", "thousands": "\u00a0", "grouping": [3]},
}


def config(filename: str) -> dict[str, Any]:
    """Settings of a chart: only the picture button, no scrolling traps, no request to anyone else.

    Args:
        filename: of the picture, without ending.
    """
    return {
        "locale": "sv",
        "locales": {"sv": SWEDISH},
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": filename, "scale": 2},
        "topojsonURL": static_url(),
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }


def theme() -> str:
    """The theme the reader sees: `light` or `dark`."""
    return "dark" if st.context.theme.type == "dark" else "light"


class Drawn(Chart):
    """A figure that is shown often and changed never: what is sent of it is made once."""

    def __init__(self, fig: go.Figure) -> None:
        super().__init__(fig, skip_invalid=True)
        self._sent: dict[str, Any] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """As sent to the browser; the same object each time."""
        return self._sent


def show(
    fig: go.Figure,
    *,
    alt: str,
    key: str,
    filename: str,
    table: str | Callable[[], str] | None = None,
    height: Literal["content", "stretch"] = "content",
) -> None:
    """A chart with its text for those who can't see it, and its figures as a table below where the page has none.

    Args:
        fig: the chart.
        alt: what it shows, in words.
        key: unique on the page.
        filename: of the picture that the browser saves, without ending.
        table: figures for "Visa som tabell", as markup; a long one as a function that writes it when somebody
            opens it. None where the page shows them anyway.
        height: the figure's own, or all that its place has.
    """
    with frame.apart():
        st.plotly_chart(fig, theme=None, width="stretch", height=height, key=key, alt=alt, config=config(filename))
        if callable(table):
            place = fold("Visa som tabell", f"tabell_{key}")
            if place.open:
                place.html(f'<div class="rus">{table()}</div>')
    if table and not callable(table):
        frame.html(markup.fold("Visa som tabell", table))

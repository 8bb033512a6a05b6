"""Charts of the report: they come a moment after its text, so that a reader who opens the page can begin to read.

What draws charts takes the browser longer than all the rest of the page, and the first screen of the report has none.
"""

import plotly.graph_objects as go
import streamlit as st

from rus.ui import chart, frame
from rus.ui.markup import fold

WHOLE = "report_whole"
"""In the session, when the text has been sent once."""
SOON = 0.8
"""Seconds from the text to the charts."""


def show(fig: go.Figure, *, alt: str, key: str) -> None:
    """A chart; a place of the same height where the text comes first.

    Args:
        fig: the chart.
        alt: what it shows, in words.
        key: unique on the page.
    """
    if st.session_state.get(WHOLE):
        chart.show(fig, alt=alt, key=key, filename=key.removeprefix("report_"))
    else:
        frame.html(f'<div class="later" style="height:{fig.layout.height or 360:.0f}px"></div>')


def below(table: str, source: str) -> None:
    """The figures of a chart in a fold, as markup, and where they are from."""
    frame.html(fold("Visa som tabell", table) if table else "", f'<p class="src">{frame.text(source)}</p>')


def soon() -> None:
    """Ask the browser for another run as soon as it has shown the text; nothing where the charts are there."""
    if not st.session_state.get(WHOLE):
        st.fragment(_rest, run_every=SOON)()
        st.session_state[WHOLE] = True


def _rest() -> None:
    if st.session_state.get(WHOLE):
        st.rerun()

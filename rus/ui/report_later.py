"""Charts of the report: they come a moment after its text, so that a reader who opens the page can begin to read.

What draws charts takes the browser longer than all the rest of the page, and the first screen of the report has none.
"""

from collections.abc import Mapping

import plotly.graph_objects as go
import streamlit as st

from rus.ui import chart, frame

WHOLE = "report_whole"
"""In the session, when the text has been sent once."""
SOON = 0.8
"""Seconds from the text to the charts."""


def show(fig: go.Figure, *, alt: str, key: str, table: str, below: str) -> None:
    """A chart, its figures in a fold and its source; a place of the same height where the text comes first.

    Args:
        fig: the chart.
        alt: what it shows, in words.
        key: unique on the page.
        table: its figures as markup; nothing where it has none.
        below: the source and the way to the chart's own page, as markup (`foot`).
    """
    if st.session_state.get(WHOLE):
        chart.show(fig, alt=alt, key=f"report_{key}", filename=key)
    else:
        frame.html(f'<div class="later" style="height:{fig.layout.height or 360:.0f}px"></div>')
    fold = f'<details class="fold"><summary>Visa som tabell</summary>{table}</details>' if table else ""
    frame.html(fold, below)


def foot(source: str, page: str, parameters: Mapping[str, str]) -> str:
    """The source line, and the way to where the same chart has its files, its link and its definition."""
    way = f'<a href="{frame.href(page, **parameters)}">Filer, länk och definition</a>'
    return f'<p class="src">{frame.text(source)}</p><p class="on small">{way}</p>'


def soon() -> None:
    """Ask the browser for another run as soon as it has shown the text; nothing where the charts are there."""
    if not st.session_state.get(WHOLE):
        st.fragment(_rest, run_every=SOON)()
        st.session_state[WHOLE] = True


def _rest() -> None:
    if st.session_state.get(WHOLE):
        st.rerun()

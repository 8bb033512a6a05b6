"""The measure that a challenge area's charts show: chosen once, kept in the address, the same in every tab."""

from collections.abc import Callable, Sequence

import plotly.graph_objects as go
import streamlit as st

from rus.charts.table import html_table
from rus.ui import approval, drawing, frame, handles, strange
from rus.ui.chart import MANY, show, theme
from rus.ui.picking import links, pickable
from rus.views.challenge_tabs import settled
from rus.views.indicator import IndicatorView

MEASURE = "utm_matt"
LEADS_TO = "linje"
"""The chart that a place leads to, in a picture and in its table."""
FEW = 8
"""So many names have room beside each other."""


def pick(offered: Sequence[tuple[str, str]], key: str, label: str, shows: str) -> str:
    """Which of the measures offered is shown; empty where there is none.

    Args:
        offered: (id, name), the one to begin with first.
        key: of the picker, unique on the page.
        label: over it.
        shows: which measures are offered, for who asks for another.
    """
    names = dict(offered)
    shown = settled(st.query_params.get(MEASURE, ""), offered)
    if not shown:
        return ""
    st.session_state[key] = shown

    def changed() -> None:
        st.query_params[MEASURE] = st.session_state[key]

    ids, name = list(names), names.__getitem__
    if len(names) <= FEW:
        st.segmented_control(label, ids, required=True, format_func=name, key=key, on_change=changed)
    else:
        st.selectbox(label, ids, format_func=name, key=key, on_change=changed)
    strange.say_elsewhere(MEASURE, names, shows)
    return shown


def figure(view: IndicatorView) -> go.Figure:
    """The chart of a view in the theme that the reader has; a place in it leads to that place's line."""
    return pickable(drawing.figure_of(view, theme()), view, diagram=LEADS_TO)


def chart(view: IndicatorView, key: str, *, big: bool = False, note: str = "", drawn: go.Figure | None = None) -> None:
    """A chart with its title, its table, the way to Utforska, the picture and the source.

    Args:
        view: what to show.
        key: unique on the page.
        big: whether it is the first of the page.
        note: what to know before it is read.
        drawn: its `figure`, where it has been made before.
    """
    title = ""
    if view.empty:
        frame.finding(view.title, view.subtitle, big=big)
        frame.empty(view.empty.what, view.empty.why, view.empty.do)
    else:
        with frame.together():
            title = approval.finding(f"{key}-{view.indicator.id}", view.title, view.subtitle, big=big)
            frame.html(f'<p class="note">{frame.text(note)}</p>' if note else "")
        made = drawn or figure(view)
        show(made, alt=view.alt, table=table_of(view), key=key, filename=f"{view.indicator.id}_{key}")
    with st.container(key=f"beside_{key}", horizontal=True, vertical_alignment="center", gap="small"):
        frame.page_link("utforska", "Utforska måttet", **view.choice.address())
        if not view.empty:
            handles.row(key, handles.of_view(view, title), within=True)
    frame.source(handles.sourced(view))


def table_of(view: IndicatorView) -> str | Callable[[], str] | None:
    """The figures of a chart, for the table below it, whose places are links; None where it has none.

    A long one is written when somebody opens it.
    """
    cells = view.table
    if cells is None:
        return None

    def written() -> str:
        return html_table(cells, links=links(view, diagram=LEADS_TO))

    return written if len(cells.rows) * (len(cells.columns) + 1) > MANY else written()

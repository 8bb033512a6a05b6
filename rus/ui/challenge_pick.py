"""The measure that a challenge area's charts show: chosen once, kept in the address, the same in every tab."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from rus.ui import approval, drawing, frame, handles
from rus.ui.chart import show, theme
from rus.ui.picking import pickable
from rus.views.challenge_tabs import settled
from rus.views.indicator import IndicatorView

MEASURE = "utm_matt"
FEW = 8
"""So many names have room beside each other."""


def pick(offered: Sequence[tuple[str, str]], key: str, label: str) -> str:
    """Which of the measures offered is shown; empty where there is none.

    Args:
        offered: (id, name), the one to begin with first.
        key: of the picker, unique on the page.
        label: over it.
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
    return shown


def chart(view: IndicatorView, key: str, *, big: bool = False, note: str = "") -> None:
    """A chart with its title, its table, the way to Utforska, the picture and the source."""
    title = ""
    if view.empty:
        frame.finding(view.title, view.subtitle, big=big)
        frame.empty(view.empty.what, view.empty.why, view.empty.do)
    else:
        title = approval.finding(f"{key}-{view.indicator.id}", view.title, view.subtitle, big=big)
        figure = pickable(drawing.figure_of(view, theme()), view, diagram="linje")
        if note:
            frame.html(f'<p class="note">{frame.text(note)}</p>')
        show(figure, alt=view.alt, table=table_of(view), key=key, filename=f"{view.indicator.id}_{key}")
    with st.container(key=f"beside_{key}", horizontal=True, vertical_alignment="center", gap="small"):
        frame.page_link("utforska", "Utforska måttet", **view.choice.address())
        if not view.empty:
            handles.row(key, handles.of_view(view, title))
    frame.source(handles.sourced(view))


def table_of(view: IndicatorView) -> pd.DataFrame | None:
    """The figures of a chart, for the table below it; None where it has none."""
    cells = view.table
    if cells is None:
        return None
    rows = [[r.header, *(c.text for c in r.cells)] for r in cells.rows]
    return pd.DataFrame(rows, columns=[cells.first, *cells.columns])

"""Data & kvalitet: what is new, how fresh and how complete the figures are, and what to heed."""

import streamlit as st

from rus.ui import as_of, frame, quality_tabs

with frame.page_head(
    "Om siffrorna",
    "Data & kvalitet",
    lead="Vad är nytt, vad saknas och vad behöver du tänka på innan du använder en siffra?",
):
    as_of.pick_day()
tabs = st.tabs(list(quality_tabs.TABS), key="kv_flik", bind="query-params")
for tab, draw in zip(tabs, quality_tabs.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()

"""Data & kvalitet: what is new, how fresh and how complete the figures are, and what to heed."""

import streamlit as st

from rus.ui import frame, quality_tabs

frame.page_head(
    "Om siffrorna",
    "Data & kvalitet",
    lead="Går det att lita på en siffra i dag? Här står vad som är nytt, vad som saknas och vad du behöver tänka på.",
)
tabs = st.tabs(list(quality_tabs.TABS), key="kv_flik", bind="query-params")
for tab, draw in zip(tabs, quality_tabs.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()

"""Indikatorkatalog: what each measure is, whether it is to be kept, and which ones say nearly the same."""

import streamlit as st

from rus.ui import catalogue_tabs, frame

with frame.page_head(
    "Om måtten",
    "Indikatorkatalog",
    lead="Vad betyder måttet, var används det, och ska det behållas, justeras, bytas ut eller avslutas?",
):
    catalogue_tabs.copy_link()
catalogue_tabs.say_dropped()
tabs = st.tabs(list(catalogue_tabs.TABS), key="kat_flik", bind="query-params")
for tab, draw in zip(tabs, catalogue_tabs.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()

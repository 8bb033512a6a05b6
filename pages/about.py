"""Om: what the site is, the strategy in plain words, how figures are judged and where each comes from."""

import streamlit as st

from rus.ui import about, frame

frame.page_head("Om", "Om siffrorna och sidan")
tabs = st.tabs(list(about.TABS), key="om_flik", bind="query-params", default=about.first_tab())
for tab, draw in zip(tabs, about.TABS.values(), strict=True):
    if tab.open:
        with tab:
            draw()

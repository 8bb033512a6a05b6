"""Kopiera länk on pages of tabs: the tab on show, the choices within it, and the data version."""

from urllib.parse import urlencode

import streamlit as st

from rus.ui import frame
from rus.ui.explore_words import copy_popover


def copy_here(tab: str, *keys: str, pinned: bool = True) -> None:
    """The button with the address of what is on show, which shows the same later.

    Args:
        tab: what the open tab is called in the address; said even where it is the one that the page begins with.
        keys: what else the page's address may say.
        pinned: whether the page shows figures, so that the link names their version.
    """
    shown = st.session_state.get(tab) or st.query_params.get(tab, "")
    said = [(key, value) for key in keys for value in st.query_params.get_all(key)]
    version = frame.here().build if pinned else ""
    parts = [(key, value) for key, value in ((tab, shown), *said, ("dv", version)) if value]
    base = (st.context.url or "").partition("?")[0]
    copy_popover(f"{base}?{urlencode(parts)}")

"""Folds that are filled when they are opened: what nobody has opened is neither drawn nor sent."""

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

OPENED = "folds_opened"
"""Keys of the folds that are open, in the session."""


def fold(label: str, key: str) -> "ExpanderContainer":
    """A fold whose `open` says whether it is to be filled; it stays as the reader left it when its label changes.

    Args:
        label: what it holds, as Markdown; may say how many.
        key: unique in the app, and the same whatever the label says.
    """
    opened: set[str] = st.session_state.setdefault(OPENED, set())

    def turned() -> None:
        (opened.add if st.session_state[key] else opened.discard)(key)

    st.session_state[key] = key in opened
    return st.expander(label, key=key, on_change=turned)

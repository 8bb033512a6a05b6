"""One challenge area: is the kraftsamling moving the right thing, for whom, and where? One file, several addresses."""

import streamlit as st

from rus.ui import cards, frame, overview
from rus.ui import challenge as parts


def main() -> None:
    """The page."""
    view = parts.load()
    if view is None:
        frame.page_head("Utmaningsområden", "Området finns inte")
        frame.empty("Området finns inte här", "Den visade dataversionen har inget utmaningsområde med den adressen.")
        return
    parts.head(view)
    if view.heads:
        cards.heads(view.heads)
    lead = parts.pick_lead(view)
    if lead is None:
        frame.empty("Det finns inga siffror att visa ännu", "Inget av områdets mått har ett värde för länet.")
    else:
        left, right = st.columns([2.35, 1], gap="medium")
        with left:
            parts.line(lead)
        with right:
            parts.meaning(lead)
        left, right = st.columns(2, gap="medium")
        with left:
            overview.gaps(view.gaps, view.id)
        with right:
            parts.places(lead)
        parts.measures(view)
    parts.of_kommuner(view)
    parts.wanted(view)
    parts.doing(view)


main()

"""Läget i länet: what goes the right way, what does not, and what nobody knows yet."""

import streamlit as st

from rus.ui import approval, cached, frame, next_up, overview


def main() -> None:
    """The page."""
    view = overview.load()
    actions = frame.page_head(cached.catalogue(frame.here().build).here.eyebrow, "Läget i länet")
    if not view.shown:
        frame.empty(
            "Det finns inga siffror att visa ännu",
            "Inget mått i katalogen har ett värde för länet i den här dataversionen.",
            "Lägg siffror i data/seed eller hämta dem med rus update, och bygg sedan om med rus build.",
        )
        return
    with actions:
        overview.actions(view)
    approval.heads("start", view.findings.heads)
    overview.areas(view)
    left, right = st.columns([1.12, 1], gap="medium")
    with left:
        overview.changes(view)
    with right:
        overview.gaps(view.gaps, "start", sure=view.findings)
    left, right = st.columns([1.12, 1], gap="medium")
    with left:
        overview.tiles()
    with right:
        overview.deviations(view)
        overview.new(view)
        next_up.next_up()


main()

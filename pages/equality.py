"""Jämlikhet: how large are the differences between groups, how sure are they, and are they shrinking?"""

import streamlit as st

from rus.ui import (
    add_slide,
    cached,
    editing,
    equality,
    equality_groups,
    equality_list,
    equality_places,
    frame,
    notes,
    pinning,
)


def main() -> None:
    """The page."""
    catalogue = cached.catalogue(frame.here().build)
    wish, view = equality.load(catalogue)
    actions = frame.page_head("Perspektiv", "Jämlikhet")
    if view is None:
        frame.empty(
            "Det finns inga skillnader att visa ännu",
            "Inget mått i den här dataversionen är uppdelat på kvinnor och män eller grupper.",
        )
        return
    with actions:
        editing.switch()
        equality.actions(catalogue, wish, view)
        add_slide.offer("jamlikhet", {"ind": view.indicator.id, "geo": view.region}, "equality")
        pinning.offer("jamlikhet", {"ind": view.indicator.id, "geo": view.region, "visa": "nu"}, "equality")
    equality.pick(catalogue, wish, view)
    left, right = st.columns([1, 2.9], gap="medium")
    with left:
        equality_list.measures(wish, view)
    with right:
        equality.now(view)
        equality.over_time(wish, view)
        with frame.together():
            equality_groups.groups(view)
            equality_groups.along(view)
            equality_groups.people(view)
            equality_groups.carried(view)
            equality_places.kommuner(wish, view)
            notes.show(view.indicator.id, view.indicator.title)
            equality.questions()


main()

"""Kommuner: where does a kommun differ, how surely, and from what could be expected?"""

import streamlit as st

from rus.ui import cached, frame, pinning, profile, profile_frame, profile_funnel, profile_head, profile_more


def main() -> None:
    """The page."""
    catalogue = cached.catalogue(frame.here().build)
    actions = frame.page_head("Perspektiv", "Kommuner")
    asked = profile.load(catalogue)
    if asked is None:
        frame.empty("Det finns inga kommuner att visa", "Platsens filer nämner ingen kommun i länet.")
        return
    found, table = profile.view_of(catalogue, asked)
    with actions:
        profile.actions(catalogue, asked, found, table)
        pinning.offer("kommuner", profile.choices_of(asked), "profile")
    profile.pick(catalogue, asked)
    left, right = st.columns([1, 2.2], gap="medium")
    with left:
        profile.picker_map(catalogue, asked)
    with right:
        profile_head.head(asked)
    profile_frame.rows(catalogue, asked, found, table)
    profile_funnel.fold(asked, found)
    profile_more.blocks(asked)


main()

"""Diagramguide: every chart by the question it answers, on real figures, with how to read it."""

import streamlit as st

from rus.ui import cached, frame, gallery

frame.page_head(
    "Om diagrammen",
    "Diagramguide",
    lead="Vilken fråga har du? Välj den, så ser du diagrammet med riktiga siffror och hur det ska läsas.",
)
left, right = st.columns([1, 2.9], gap="medium")
with left, st.container(key="results"):
    chosen = gallery.pick()
with right:
    gallery.show(cached.catalogue(frame.here().build), chosen)

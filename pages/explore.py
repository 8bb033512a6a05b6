"""Utforska: any indicator, cut any way, with every figure's source and the files to take away."""

import streamlit as st

from rus.ui import add_slide, cached, compare, explore, explore_words, frame, pickers, pinning

catalogue = cached.catalogue(frame.here().build)
wish, view = explore.load(catalogue)
with frame.page_head(view.indicator.short, "Utforska", trail=explore.trail(catalogue, view)):
    explore_words.copy_link(wish, view, explore.listed(catalogue))
    if not view.empty:
        chosen = wish.with_(indicator=view.indicator.id).address()
        add_slide.offer("utforska", {**chosen, **view.private}, "explore")
        pinning.offer("utforska", {**view.choice.address(), **view.private}, "explore")
pickers.say_dropped(wish)
explore.filter_bar(catalogue, wish, view)
left, right = st.columns([1, 2.9], gap="medium")
with left:
    explore.indicators(catalogue, wish)
with right:
    explore.picture(wish, view)
    explore_words.take_away(catalogue, view)
    if not view.empty:
        compare.block(catalogue, view)
    explore_words.below(view)

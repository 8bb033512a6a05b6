"""The list of Jämlikhet: every measure by the size of its gap, to choose from."""

import streamlit as st

from rus.ui import address, cached, frame, page_choice
from rus.ui.equality import BY, FURTHER, SURE, YES
from rus.views.choice import Choice
from rus.views.equality import EqualityView
from rus.views.equality_list import DEFAULT, SCALES, Listed, Scale, caption, listed, ranked

FIRST_SHOWN = 10
MORE = 20


def measures(wish: Choice, view: EqualityView) -> None:
    """The scale, the filter, and the measures in order; the whole row is the target."""
    by, sure_only = _scale(), address.private(SURE) == YES
    found = cached.shared(listed, frame.here().build, view.region)
    shown = ranked(found, by, sure_only=sure_only)
    frame.html('<h2 class="sec">Störst skillnad först</h2>')
    _choices(wish, by, sure_only=sure_only)
    frame.html(f'<p class="tally">{frame.text(view.region_name)}: {frame.text(shown.tally)}</p>')
    if not shown.rows:
        why = "Inget mått har en säker skillnad på den här skalan." if sure_only else "Inget mått har den här skalan."
        frame.empty("Listan är tom", why, "Välj en annan skala, eller visa även osäkra skillnader.")
        return
    room = FIRST_SHOWN + MORE * page_choice.times(FURTHER)
    with st.container(key="results"):
        _radio(shown.rows[:room], by, wish)
    if len(shown.rows) > room:
        page_choice.more(FURTHER, "jml_visa_fler")


def _scale() -> Scale:
    wanted = address.private(BY)
    return wanted if wanted in SCALES else DEFAULT


def _choices(wish: Choice, by: Scale, *, sure_only: bool) -> None:
    st.session_state["pick_jml_ordna"], st.session_state["pick_jml_sakra"] = by, sure_only

    def changed() -> None:
        sure = YES if st.session_state["pick_jml_sakra"] else ""
        address.remember(wish, **{BY: st.session_state["pick_jml_ordna"], SURE: sure})

    st.selectbox("Ordna efter", list(SCALES), format_func=lambda s: SCALES[s], key="pick_jml_ordna", on_change=changed)
    st.toggle("Bara säkra skillnader", key="pick_jml_sakra", on_change=changed)


def _radio(shown: tuple[Listed, ...], by: Scale, wish: Choice) -> None:
    names = {one.indicator: one.title for one in shown}
    st.session_state["pick_jml_matt"] = wish.indicator if wish.indicator in names else None

    def changed() -> None:
        address.remember(wish.with_(indicator=st.session_state["pick_jml_matt"]))

    st.radio(
        "Mått efter skillnadens storlek",
        list(names),
        format_func=lambda identity: names[identity],
        captions=[caption(one, by) for one in shown],
        key="pick_jml_matt",
        label_visibility="collapsed",
        on_change=changed,
    )

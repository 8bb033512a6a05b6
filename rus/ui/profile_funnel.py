"""A kommun against chance on Kommuner: the funnel of one measure, drawn when a reader opens it."""

from collections.abc import Mapping

import streamlit as st

from rus.charts.funnel import describe, funnel_chart
from rus.ui import address, cached, frame, handles, site, strange
from rus.ui.chart import show
from rus.ui.handles import Handles
from rus.ui.profile import YES, Asked
from rus.views.equality_places import Places, places, where_words
from rus.views.profile_rows import Profile
from rus.views.sheet import file_stem
from rus.views.slide_equality import EQUALITY, FUNNEL, GROUP, MEAN
from rus.views.slide_shown import PART

KEY, OPEN, WIDGET = "kom_tratt", "kom_tratt_oppen", "kom_val_tratt"
LABEL = "Större skillnad än slumpen ger?"
LINES = "Heldragna linjer: 95 procent av lika platser ligger innanför. Streckade: 99,8 procent."
SHARE = "procent"
COUNTED = "mot slumpen prövas andelar där antalet personer är känt"
ONLY_KOMMUN = "mot slumpen prövas kommuner, inte länsdelar"


def fold(asked: Asked, found: Profile) -> None:
    """The fold below the rows; nothing where no measure says how many people its shares are of."""
    place = asked.places[asked.first]
    offered = {
        row.spine.indicator.id: row.spine.name
        for row in found.rows
        if row.first.counted and row.spine.indicator.unit == SHARE
    }
    strange.say_elsewhere(KEY, () if place.is_part else offered, ONLY_KOMMUN if place.is_part else COUNTED)
    if not offered or place.is_part:
        return
    wanted = address.private(KEY)
    opened = st.expander(LABEL, expanded=wanted in offered, key=OPEN, on_change="rerun")
    if opened.open:
        with opened:
            _inside(asked, offered, wanted if wanted in offered else next(iter(offered)))


def _inside(asked: Asked, offered: Mapping[str, str], chosen: str) -> None:
    st.session_state[WIDGET] = chosen

    def changed() -> None:
        address.remember(asked.wish, **{KEY: st.session_state[WIDGET]})

    st.selectbox("Mått", list(offered), format_func=offered.__getitem__, key=WIDGET, on_change=changed)
    found = cached.shared(places, frame.here().build, chosen, asked.first, "", mean=asked.mean)
    with frame.frame("profile_funnel", stretch=False):
        _chart(asked, found, chosen, offered[chosen])


def _chart(asked: Asked, found: Places, chosen: str, name: str) -> None:
    here = asked.places[asked.first].name
    if found.funnel is None:
        frame.finding(f"{here}: {name}")
        frame.empty("Slumpen går inte att räkna här", found.funnel_reason or found.reason)
        return
    row = next((one for one in found.rows if one.region == asked.first), None)
    said = where_words(row).lower() if row else "uppgift saknas"
    title, below = f"{here}: {said}", f"{name}, {found.label}. {LINES}"
    source = f"Källa: {cached.catalogue(frame.here().build).indicators[chosen].owner}."
    frame.finding(title, below)
    figure = funnel_chart(found.funnel, theme=site.theme())
    show(figure, alt=f"{title}. {describe(found.funnel)}", key="profile_funnel_chart", filename="tratt")
    regions = [one.region for one in found.rows]
    mean = {MEAN: YES} if asked.mean else {}
    made = Handles(
        page=EQUALITY,
        choices={"ind": chosen, "geo": asked.first, PART: FUNNEL, GROUP: found.group, **mean},
        sheet=lambda: handles.figures((chosen,), regions, name),
        filename=file_stem(chosen, here, "slump"),
        title=title,
        subtitle=below,
        source=source,
        about={chosen: name},
    )
    handles.row("profile_funnel_chart", made)
    frame.page_link(EQUALITY, "Alla kommuners värden i Jämlikhet", ind=chosen, geo=asked.first)
    frame.source(source)

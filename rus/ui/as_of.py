"""Looking back: the page's picker of a day, and what the address's `dv` then says."""

from datetime import date, timedelta

import streamlit as st

from rus.core.swedish import day
from rus.ui import address, cached, frame
from rus.views.quality_changes import since_options

LATEST = ""


def pick_day() -> None:
    """A picker of the days when something became known; nothing where no update has been made."""
    newest = cached.newest()
    days = [date.fromisoformat(since.day) for since in cached.shared(since_options, newest)]
    if not days:
        return
    first = days[-1] - timedelta(days=1)
    words = {LATEST: "Det senaste"}
    words |= {found.isoformat(): f"Som det var {day(found)}" for found in days[1:]}
    words[first.isoformat()] = "Som det var före första uppdateringen"
    shown = frame.here().build
    if shown != newest and shown not in words:
        words[shown] = "Den version som visas nu"
    key = "pick_dv"
    st.session_state[key] = shown if shown in words else LATEST

    def changed() -> None:
        choice = address.current_choice(cached.catalogue(newest))
        address.remember(choice.with_(build=st.session_state[key] or None))

    st.selectbox(
        "Siffror och mål",
        list(words),
        format_func=lambda identity: words[identity],
        key=key,
        on_change=changed,
        width=320,
        help="Här finns de dagar då något blev känt. En annan dag skrivs i adressen: dv=2026-11-01.",
    )

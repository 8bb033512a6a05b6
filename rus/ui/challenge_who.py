"""För vem?: women and men in every group of one measure, and the area's largest gaps."""

import streamlit as st

from rus.ui import approval, cached, challenge_pick, equality_groups, frame, notes, overview
from rus.views.challenge import ChallengeView
from rus.views.challenge_tabs import Named, split_of
from rus.views.equality import EqualityView, equality_view
from rus.views.equality_words import headline

SHOWS = "fliken visar områdets mått som redovisas för kvinnor och män eller för grupper"


def offered(view: ChallengeView) -> Named:
    """The measures that can be shown, the one to begin with first."""
    found: Named = cached.shared(split_of, frame.here().build, view.id)
    return found


def show(view: ChallengeView) -> None:
    """The tab."""
    build = frame.here().build
    chosen = challenge_pick.pick(offered(view), f"vem_{view.id}", "Mått", SHOWS)
    if not chosen:
        frame.empty(
            "Måtten är inte uppdelade",
            "Inget av områdets mått redovisas för kvinnor och män eller för grupper.",
            "Källorna som väntar står under Läget, bland mått utan siffror.",
        )
        return
    found: EqualityView = cached.shared(equality_view, build, chosen)
    with frame.together():
        said = headline(found)
        if said:
            approval.finding(f"{view.id}-vem-{chosen}", said, found.indicator.title, big=True)
        else:
            frame.finding("Skillnaden kan inte bedömas", found.indicator.title, big=True)
        way = frame.href("jamlikhet", ind=chosen, geo=found.region)
        frame.html(f'<p class="on"><a href="{way}">Hela bilden i Jämlikhet</a></p>')
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        equality_groups.groups(found)
    with right:
        overview.gaps(view.gaps, view.id)
    notes.show(chosen, found.indicator.title)

"""The tabs of a challenge area's page, in their order, and the link to exactly the one that is open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from rus.ui import (
    address,
    cached,
    challenge_doing,
    challenge_end,
    challenge_now,
    challenge_slides,
    challenge_where,
    challenge_who,
    editing,
    frame,
    page_choice,
)
from rus.ui.challenge_pick import MEASURE
from rus.ui.explore_words import copy_popover
from rus.views.challenge import ChallengeView
from rus.views.challenge_tabs import Named, settled

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

TAB = "utm_flik"


@dataclass(frozen=True)
class Tab:
    """What draws a tab, and which measures its charts can show.

    `further` is what else of it stands in a link; `texts` says whether any of its texts can be edited.
    """

    draw: Callable[[ChallengeView], None]
    offered: Callable[[ChallengeView], Named]
    further: Callable[[], dict[str, str]] = dict
    written: bool = False
    texts: bool = True


def _none(_: ChallengeView) -> Named:
    return ()


TABS: dict[str, Tab] = {
    "Läget": Tab(challenge_now.show, lambda view: view.leading, lambda: page_choice.further(challenge_now.FURTHER)),
    "För vem?": Tab(challenge_who.show, challenge_who.offered),
    "Var?": Tab(challenge_where.show, challenge_where.offered),
    "Vad görs?": Tab(challenge_doing.show, _none, texts=False),
    "Analysens slutsats": Tab(challenge_end.show, _none, written=True),
}
"""By title, in order."""


def is_edited() -> bool:
    """Whether the open tab has texts that can be edited; what a project does stands in its file."""
    names = {name: name for name in TABS}
    return TABS[page_choice.chosen(TAB, names, next(iter(names)))].texts


def show(view: ChallengeView, actions: "DeltaGenerator") -> None:
    """The tabs, of which the open one is drawn.

    For who goes to and fro between two, the other one stays drawn out of sight: the browser has nothing to build. While
    texts are edited, those are drawn instead where something may stand half-written.
    """
    places = dict(zip(TABS, page_choice.tabs(list(TABS), TAB), strict=True))
    now = next(name for name, place in places.items() if place.open)
    left = page_choice.left(TAB, now)
    also = {name for name, tab in TABS.items() if tab.written} if editing.on() else {left}
    with actions:
        _copy(view, now, TABS[now])
    for name, place in places.items():
        if name == now or name in also:
            with place:
                TABS[name].draw(view)


def _copy(view: ChallengeView, name: str, tab: Tab) -> None:
    shown = settled(st.query_params.get(MEASURE, ""), tab.offered(view))
    mine = {TAB: name, **({MEASURE: shown} if shown else {}), **tab.further()}
    build = frame.here().build
    copy_popover(address.link(address.current_choice(cached.catalogue(build)), build, None, **mine))
    challenge_slides.offer(view)

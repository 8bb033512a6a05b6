"""The head of a challenge area's page: what it is about, who carries it, the files and the switch for texts."""

from typing import TYPE_CHECKING

import streamlit as st

from rus.ui import cached, editing, frame
from rus.ui.downloads import downloads_of
from rus.ui.markup import bullets, fold, pairs
from rus.views.challenge import ChallengeView, challenge_view
from rus.views.sheet import Sheet, file_stem, sheet_of_challenge
from rus.views.taken import shown_sheet

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def load() -> ChallengeView | None:
    """The challenge area at this address."""
    view: ChallengeView | None = cached.shared(challenge_view, frame.here().build, frame.here().address)
    return view


def head(view: ChallengeView, *, edited: bool) -> "DeltaGenerator":
    """What the area is about, who carries it, and the files; the switch for texts where some can be edited.

    Returns:
        The place for more actions.
    """
    actions = frame.page_head(f"Utmaningsområden › {view.name}", view.name, lead=view.gap)
    with actions:
        if edited:
            editing.switch()
        _files(view)
    said = [
        ("Kraftsamling" if len(view.kraftsamlingar) == 1 else "Kraftsamlingar", "; ".join(view.kraftsamlingar)),
        ("Ansvarig plattform" if len(view.platforms) == 1 else "Ansvariga plattformar", "; ".join(view.platforms)),
        ("Läget", view.tally),
    ]
    with frame.together():
        pairs(said)
        if view.unconfirmed:
            below = f'<p class="note">Källa: {frame.text(view.source)}.</p>'
            frame.html(fold("Det här är inte bekräftat", bullets(view.unconfirmed), below))
    return actions


def _files(view: ChallengeView) -> None:
    build = frame.here().build
    with st.popover("Ladda ner", icon=":material/download:"):
        frame.html("<p><b>Siffrorna på sidan</b></p>")
        title = f"{view.name}: måtten på sidan"
        downloads_of(
            lambda: cached.view(shown_sheet, build, view.shown, title, build, tuple(s.indicator for s in view.spreads)),
            file_stem(view.name),
            f"seen_{view.id}",
        )
        frame.html("<p><b>Hela området, alla regioner</b></p>")
        everything = file_stem(view.name, "alla regioner")
        downloads_of(lambda: _everything(view.id, build), everything, f"all_{view.id}")


def _everything(identity: str, build: str) -> Sheet:
    return sheet_of_challenge(cached.store(build), cached.catalogue(build), identity, build=build)

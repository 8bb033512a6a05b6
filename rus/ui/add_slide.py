"""Lägg till i presentation: the view that is on the screen becomes a slide, in one that exists or in a new one."""

from collections.abc import Mapping

import streamlit as st

from rus.core.errors import RusError
from rus.texts.kinds import Slide
from rus.texts.stories import Told, saved, with_slides
from rus.texts.texts import texts
from rus.ui import cached, frame
from rus.ui.present import every
from rus.ui.present_back import PAGE, STORY
from rus.ui.present_list import create
from rus.views.slide import joined, tidied

NEW = ""
NAMELESS = "Min presentation"


def offer(page: str, choices: Mapping[str, str], key: str) -> None:
    """A small form that adds a view as the last slide of a presentation, and says so.

    Args:
        page: address of the page that the view is on.
        choices: of the view, as parts of an address; a data version is left out, since a presentation has its own.
        key: unique on the page.
    """
    address = tidied(joined(page, choices))
    with st.popover("Lägg till i presentation", type="tertiary", icon=":material/add_to_queue:", key=f"add_{key}"):
        names = _names(every())
        chosen = st.selectbox("Presentation", list(names), format_func=lambda k: names[k], key=f"add_{key}_till")
        if chosen == NEW:
            st.text_input("Namn på den nya", key=f"add_{key}_namn", placeholder=NAMELESS, max_chars=300)
        frame.html('<p class="sub">Rubriken skrivs ur siffrorna. Du kan ändra den efteråt.</p>')
        st.button("Lägg till", key=f"add_{key}_nu", on_click=_add, args=(address, key), type="primary")
        _said(key)


def _names(told: dict[str, Told]) -> dict[str, str]:
    """Key → title: those that somebody has written in first, a new one, and then those that came with the content."""
    mine = {one.key: one.story.title for one in told.values() if one.version}
    others = {one.key: one.story.title for one in told.values() if not one.version}
    return mine | {NEW: "En ny presentation"} | others


def _said(key: str) -> None:
    """What came of it, once."""
    said = st.session_state.pop(f"add_{key}_sagt", None)
    if isinstance(said, str):
        st.error(said)
    elif said:
        told, words = said
        href = frame.href(PAGE, **{STORY: told.key, "pres_vald": str(len(told.story.slides))})
        frame.html(f'<p role="status">{frame.text(words)} <a href="{href}">Öppna presentationen</a></p>')


def _add(address: str, key: str) -> None:
    chosen = st.session_state[f"add_{key}_till"]
    try:
        told = every().get(chosen) or create(str(st.session_state.get(f"add_{key}_namn") or "").strip() or NAMELESS)
        slides = [*told.story.slides, Slide(view=address)]
        now = saved(texts(), told, with_slides(told.story, slides), data_version=frame.here().build)
        st.session_state[f"add_{key}_sagt"] = (now, _words(now))
    except RusError as error:
        st.session_state[f"add_{key}_sagt"] = str(error)


def _words(told: Told) -> str:
    words = f"Tillagd som bild {len(told.story.slides)} i ”{told.story.title}”."
    version = told.story.data_version
    if version and cached.frozen(version) != frame.here().build:
        words += f" Den är fryst till dataversion {version}, så bilden visar siffrorna därifrån."
    return words

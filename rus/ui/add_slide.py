"""Lägg till i presentation: the view that is on the screen becomes a slide, in one that exists or in a new one."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from rus.core.errors import RusError
from rus.texts.kinds import Slide
from rus.texts.stories import Told, saved, with_slides
from rus.texts.texts import texts
from rus.ui import cached, frame
from rus.ui.present_back import PAGE, STORY
from rus.ui.present_told import create, every
from rus.views.foot import version_words
from rus.views.slide import tidied
from rus.views.slide_shown import joined

NEW = ""
NAMELESS = "Min presentation"


def offer(page: str, choices: Mapping[str, str], key: str) -> None:
    """A button with the form behind it, which is made when it is opened.

    Args:
        page: address of the page that the view is on.
        choices: of the view, as parts of an address; a data version is left out, since a presentation has its own.
        key: unique on the page.
    """
    icon = ":material/add_to_queue:"
    opened = st.popover("Lägg till i presentation", type="tertiary", icon=icon, key=f"add_{key}", on_change="rerun")
    if opened.open:
        with opened:
            form(page, choices, key)


def form(page: str, choices: Mapping[str, str], key: str, *, notes: str = "") -> None:
    """A small form that adds a view as the last slide of a presentation, and says so.

    Args:
        page: as of `offer`.
        choices: as of `offer`.
        key: as of `offer`.
        notes: an analyst's words on the subject, offered as notes to the slide.
    """
    taken = f"add_{key}_manus"
    if notes:
        st.checkbox("Ta med analysens slutsats som manus", value=True, key=taken)

    def make() -> tuple[Slide, ...]:
        said = notes if st.session_state.get(taken) else ""
        return (Slide(view=tidied(joined(page, choices)), notes=said),)

    fields(key, make, "Rubriken skrivs ur siffrorna. Du kan ändra den efteråt.")


def fields(key: str, make: Callable[[], Sequence[Slide]], words: str) -> None:
    """Which presentation, and the button that adds to it.

    Args:
        key: unique on the page.
        make: gives the slides, asked when the button is pressed.
        words: what is added.
    """
    names = _names(every())
    chosen = st.selectbox("Presentation", list(names), format_func=lambda k: names[k], key=f"add_{key}_till")
    if chosen == NEW:
        st.text_input("Namn på den nya", key=f"add_{key}_namn", placeholder=NAMELESS, max_chars=300)
    frame.html(f'<p class="sub">{frame.text(words)}</p>')
    st.button("Lägg till", key=f"add_{key}_nu", on_click=_add, args=(make, key, frame.here()), type="primary")
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


def _add(make: Callable[[], Sequence[Slide]], key: str, here: frame.Here) -> None:
    frame.enter(here)  # a button is answered before its page has said where it is
    chosen = st.session_state[f"add_{key}_till"]
    try:
        told = every().get(chosen) or create(str(st.session_state.get(f"add_{key}_namn") or "").strip() or NAMELESS)
        added = make()
        slides = [*told.story.slides, *added]
        now = saved(texts(), told, with_slides(told.story, slides), data_version=frame.here().build)
        st.session_state[f"add_{key}_sagt"] = (now, _words(now, len(added)))
    except RusError as error:
        st.session_state[f"add_{key}_sagt"] = str(error)


def _words(told: Told, added: int) -> str:
    last = len(told.story.slides)
    words = f"Tillagd som bild {last} i ”{told.story.title}”."
    if added > 1:
        words = f"{added} bilder är tillagda, {last - added + 1} till {last} i ”{told.story.title}”."
    version = told.story.data_version
    if version and cached.frozen(version) != frame.here().build:
        words += f" Den är fryst till dataversion {version_words(version)}, så bilden visar siffrorna därifrån."
    return words

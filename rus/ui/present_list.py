"""The list of presentations, and making a new one."""

import streamlit as st

from rus.core.errors import RusError
from rus.texts.stories import Told
from rus.ui import frame
from rus.ui.present import NOTES, ROLE
from rus.ui.present_back import PAGE, SLIDE, STORY
from rus.ui.present_told import create
from rus.views.foot import version_words

SAID = "pres_sagt"
LEAD = "En presentation är vyer i ordning. Till varje vy hör en rubrik, en fråga att ta ställning till och ett manus."


def show(told: dict[str, Told]) -> None:
    """Every presentation with what can be done with it."""
    frame.page_head("Möten", "Presentera", lead=LEAD)
    unknown = st.query_params.get(STORY, "")
    if unknown and unknown not in told:
        st.info("Presentationen i länken finns inte här. Välj en annan i listan.", icon=":material/link_off:")
    if not told:
        frame.empty("Det finns ingen presentation ännu", "Ingen har gjort någon.", "Skriv ett namn nedan och börja.")
    every = list(told.values())
    for first in range(0, len(every), 2):
        for column, one in zip(st.columns(2, gap="medium"), every[first : first + 2], strict=False):
            with column, frame.card(f"story_{one.key}"):
                _card(one)
    with frame.soft("new_story"):
        _new()


def _card(told: Told) -> None:
    story = told.story
    time = f" · {told.minutes} min" if told.minutes else ""
    many = "1 bild" if len(story.slides) == 1 else f"{len(story.slides)} bilder"
    owner = "" if told.version else " · följer med sidan"
    frozen = (
        f"Fryst till dataversion {version_words(story.data_version)}"
        if story.data_version
        else "Följer den senaste dataversionen"
    )
    frame.html(
        f'<h2 class="find">{frame.text(story.title)}</h2>',
        f'<p class="sub">{many}{time}{owner}</p><p class="sub">{frame.text(frozen)}</p>',
        actions(told),
    )


def actions(told: Told, *, edit: bool = True) -> str:
    """Start, notes and editing as links."""
    here = {STORY: told.key}
    words = []
    if told.story.slides:
        words.append(f'<a class="btn main" data-full href="{frame.href(PAGE, **here, **{SLIDE: "1"})}">Starta</a>')
        notes = frame.href(PAGE, **here, **{ROLE: NOTES, SLIDE: "1"})
        words.append(f'<a class="btn" href="{notes}">Manusvy</a>')
    if edit:
        words.append(f'<a class="btn" href="{frame.href(PAGE, **here)}">Redigera</a>')
    return f'<p class="btns">{"".join(words)}</p>'


def _new() -> None:
    frame.html('<h2 class="sec">Ny presentation</h2>')
    frame.html('<p class="sub">Lägg sedan till vyer med ”Lägg till i presentation” på sidorna.</p>')
    with st.form("pres_ny", border=False, clear_on_submit=True):
        st.text_input("Namn", key="pres_ny_namn", max_chars=300)
        st.form_submit_button("Skapa", on_click=_create)
    if SAID in st.session_state:
        st.error(st.session_state.pop(SAID))


def _create() -> None:
    title = str(st.session_state["pres_ny_namn"]).strip()
    if not title:
        st.session_state[SAID] = "Skriv ett namn på presentationen först."
        return
    try:
        st.query_params[STORY] = create(title).key
    except RusError as error:
        st.session_state[SAID] = str(error)

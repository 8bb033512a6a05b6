"""The order of a presentation's slides, and the one way in which a change is kept."""

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from rus.core.errors import RusError
from rus.texts.kinds import Slide, Story
from rus.texts.stories import Told, saved, with_slides
from rus.texts.texts import texts
from rus.ui import cached, frame, present_slide
from rus.ui.present_check import timing
from rus.views.slide_shown import SlideView

CHOSEN, SAID = "pres_vald", "pres_sagt"


def keep(told: Told, make: Callable[[], Story]) -> bool:
    """Keep a change; what hinders it is said on the page."""
    try:
        saved(texts(), told, make(), data_version=cached.newest())
    except ValidationError as error:
        st.session_state[SAID] = _in_words(error)
        return False
    except RusError as error:
        st.session_state[SAID] = str(error)
        return False
    return True


def _in_words(error: ValidationError) -> str:
    if any("view" in found["loc"] for found in error.errors()):
        return "Vyn ska vara en sida här, till exempel /utforska?ind=… Kopiera länken från sidan och klistra in den."
    return "Skriv en rubrik, eller ange en vy: bilden får inte vara tom. Ingen text får vara längre än fältet."


def chosen(many: int) -> int:
    """Index of the slide that is edited; the address holds its number."""
    said = st.query_params.get(CHOSEN, "1")
    wanted = int(said) if said.isascii() and said.isdecimal() and len(said) < 5 else 1
    return min(max(wanted, 1), max(many, 1)) - 1


def order(told: Told, number: int, build: str | None) -> None:
    """The slides in order, and the buttons that move, add and take away; `number` is the chosen one, from 0."""
    slides = list(told.story.slides)
    frame.html('<h2 class="sec">Bilder</h2>')
    if slides:
        st.session_state["pres_lista"] = number
        names = [_name(slide, build) for slide in slides]

        def picked() -> None:
            st.query_params[CHOSEN] = str(st.session_state["pres_lista"] + 1)

        with st.container(key="results"):
            st.radio(
                "Bild",
                range(len(slides)),
                format_func=lambda n: f"{n + 1}. {names[n]}",
                captions=[f"{slide.minutes} min" if slide.minutes else "ingen tid satt" for slide in slides],
                key="pres_lista",
                label_visibility="collapsed",
                on_change=picked,
            )
        frame.html(f'<p class="checks">{frame.chip(timing(slides))}</p>')
    with st.container(key="slide_buttons", horizontal=True, gap="small"):
        _button("Flytta upp", "upp", _move(told, number, -1), shut=number == 0)
        _button("Flytta ner", "ner", _move(told, number, 1), shut=number >= len(slides) - 1)
        _button("Ta bort bilden", "bort", _drop(told, number), shut=not slides)
        _button("Ny frågebild", "fraga", _ask(told, number))


def _name(slide: Slide, build: str | None) -> str:
    """The headline, somebody's own or the finding; the address where it can't be shown."""
    view = present_slide.found(slide.view, build) if build and not slide.headline else None
    return slide.headline or (present_slide.said_of(view) if isinstance(view, SlideView) else (slide.view or ""))


def _button(label: str, key: str, change: Callable[[], None], *, shut: bool = False) -> None:
    st.button(label, key=f"pres_{key}", on_click=change, disabled=shut)


def _move(told: Told, number: int, step: int) -> Callable[[], None]:
    def change() -> None:
        slides = list(told.story.slides)
        slides.insert(number + step, slides.pop(number))
        if keep(told, lambda: with_slides(told.story, slides)):
            st.query_params[CHOSEN] = str(number + step + 1)

    return change


def _drop(told: Told, number: int) -> Callable[[], None]:
    def change() -> None:
        slides = [slide for n, slide in enumerate(told.story.slides) if n != number]
        if keep(told, lambda: with_slides(told.story, slides)):
            st.query_params[CHOSEN] = str(max(min(number + 1, len(slides)), 1))

    return change


def _ask(told: Told, number: int) -> Callable[[], None]:
    def change() -> None:
        slides = list(told.story.slides)
        at = min(number + 1, len(slides))
        slides.insert(at, Slide(headline="Vad tar vi ställning till?"))
        if keep(told, lambda: with_slides(told.story, slides)):
            st.query_params[CHOSEN] = str(at + 1)

    return change

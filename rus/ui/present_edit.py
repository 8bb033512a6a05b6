"""Editing a presentation: order, words, views, and what each slide still lacks. Every change is kept as a version."""

import streamlit as st

from rus.core.errors import RusError
from rus.texts.kinds import NamedView, Slide, Story
from rus.texts.stories import Told, with_slides
from rus.texts.texts import texts
from rus.ui import cached, drawing, frame, present_list, present_slide
from rus.ui.present import newer
from rus.ui.present_back import PAGE, STORY
from rus.ui.present_check import checks
from rus.ui.present_order import SAID, chosen, keep, order
from rus.views.foot import version_words
from rus.views.slide import tidied
from rus.views.slide_shown import SlideView
from rus.views.status import StatusWord

LOOSE = "Följer den senaste dataversionen, ofryst."
PASTE = "Klistra in länken till en sida; tom för en fråga"


def show(told: Told, build: str | None) -> None:
    """The whole editor; `build` is None where the figures that the presentation is frozen to are gone."""
    story = told.story
    with frame.page_head("Presentera", story.title):
        frame.html(present_list.actions(told, edit=False) if build else "")
    frame.html(f'<p class="backto"><a href="{frame.href(PAGE)}">← Alla presentationer</a></p>')
    if SAID in st.session_state:
        st.error(st.session_state.pop(SAID))
    _frozen(told, build)
    left, right = st.columns([1, 1.9], gap="medium")
    number = chosen(len(story.slides))
    with left, frame.frame("slides", stretch=False):
        order(told, number, build)
    with right:
        if story.slides:
            with frame.frame("slide", stretch=False):
                _slide(told, number, build)
        else:
            what = "Presentationen har inga bilder ännu"
            do = "Öppna en sida och välj ”Lägg till i presentation”, eller lägg till en frågebild till vänster."
            frame.empty(what, "Varje bild är en vy av en sida, eller en fråga i stora bokstäver.", do)
    with frame.soft("story"):
        _whole(told)


def _frozen(told: Told, build: str | None) -> None:
    version = told.story.data_version
    if build is None:
        st.error(
            f"Dataversion {version_words(version)} finns inte kvar, så presentationen kan inte starta.",
            icon=":material/lock:",
        )
    elif not newer(told, build):
        words = f"Fryst till dataversion {version_words(version)}." if version else LOOSE
        frame.html(f'<p class="note">{frame.text(words)} Siffrorna är de senaste.</p>')
    newest = cached.newest()
    if version != newest and (build is None or build != newest or not version):
        label = f"Frys till den senaste ({version_words(newest)})"

        def freeze() -> None:
            keep(told, lambda: told.story.model_copy(update={"data_version": newest}))

        st.button(label, key="pres_frys", on_click=freeze, icon=":material/ac_unit:")


def _slide(told: Told, number: int, build: str | None) -> None:
    slide = told.story.slides[number]
    view = present_slide.found(slide.view, build) if build else "Dataversionen finns inte kvar."
    frame.html(f'<h2 class="sec">Bild {number + 1}</h2>')
    _form(told, number, view)
    timed = _said_time(slide)
    done = "".join(frame.chip(check) for check in (*checks(slide, view), timed))
    frame.html(f'<p class="checks">{done}</p>')
    if isinstance(view, SlideView):
        frame.html(f'<p class="find">{frame.text(slide.headline or present_slide.said_of(view))}</p>')
        if view.shown and not view.empty:
            drawing.draw(view.shown, f"preview_{told.key}_{number}")
        else:
            present_slide.draw(view, f"preview_{told.key}_{number}")
        frame.source(view.source)
    elif view:
        frame.empty("Vyn går inte att visa", view, "Välj en annan vy.")


def _said_time(slide: Slide) -> StatusWord:
    if slide.minutes:
        return StatusWord("", f"Tid: {slide.minutes} min", "good")
    return StatusWord("", "Tid är inte satt", "slow")


def _form(told: Told, number: int, view: SlideView | str) -> None:
    slide, at = told.story.slides[number], f"pres_{told.key}_{number}_{told.version}"
    auto = present_slide.said_of(view) if isinstance(view, SlideView) else ""
    help_ = "Lämnas den tom skrivs rubriken ur siffrorna, och säger alltid detsamma som de."
    with st.form(f"{at}_form", border=False):
        head, under = f"{at}_rubrik", f"{at}_under"
        # as high as their words, which are read whole on a phone too
        st.text_area("Rubrik", slide.headline, "content", 300, head, help_, placeholder=auto)
        st.text_area("Underrubrik", slide.subtitle, "content", 300, under, placeholder="Vad som är mätt")
        st.text_area("Vy", slide.view or "", "content", key=f"{at}_vy", placeholder=PASTE)
        _named(at)
        st.text_area("Så vad? Fråga till rummet", slide.so_what, key=f"{at}_sa_vad", height=80)
        st.text_area("Manus, syns aldrig på duken", slide.notes, key=f"{at}_manus", height=120)
        st.number_input("Minuter", 0, 120, slide.minutes, key=f"{at}_min")
        st.form_submit_button("Spara bilden", on_click=_save, args=(told, number, at), type="primary")


def _named(at: str) -> None:
    """Views that somebody has saved by name."""
    kept = {one.key: one.body for one in texts().all(NamedView) if one.body}
    if kept:
        names = {"": "Ingen", **{key: body.title for key, body in kept.items()}}
        st.selectbox("Eller en sparad vy", list(names), format_func=lambda k: names[k], key=f"{at}_sparad")


def _save(told: Told, number: int, at: str) -> None:
    def said(field: str) -> str:
        return str(st.session_state[f"{at}_{field}"]).strip()

    def line(field: str) -> str:
        return " ".join(said(field).split())

    chosen = st.session_state.get(f"{at}_sparad", "")
    kept = texts().newest(NamedView, chosen) if chosen else None
    view = kept.body.view if kept and kept.body else line("vy")

    def made() -> Story:
        slide = Slide(
            headline=line("rubrik"),
            subtitle=line("under"),
            view=tidied(view) if view else None,
            so_what=said("sa_vad"),
            notes=said("manus"),
            minutes=int(st.session_state[f"{at}_min"]),
        )
        slides = [slide if n == number else other for n, other in enumerate(told.story.slides)]
        return with_slides(told.story, slides)

    keep(told, made)


def _whole(told: Told) -> None:
    frame.html('<h2 class="sec">Hela presentationen</h2>')
    key = f"pres_titel_{told.key}_{told.version}"

    def renamed() -> None:
        title = " ".join(str(st.session_state[key]).split())
        if title:
            keep(told, lambda: told.story.model_copy(update={"title": title}))

    def gone() -> None:
        try:
            texts().remove(Story, told.key, author="", seen=told.version)
        except RusError as error:
            st.session_state[SAID] = str(error)
        else:
            if not told.shipped:
                st.query_params.pop(STORY, None)

    st.text_area("Namn", told.story.title, key=key, max_chars=300, height="content", on_change=renamed)
    if told.version and not (told.shipped and _as_shipped(told)):
        label = "Återställ som den var från början" if told.shipped else "Ta bort presentationen"
        with st.popover(label, icon=":material/delete:" if not told.shipped else ":material/undo:"):
            frame.html("<p>Det som är skrivet finns kvar i historiken men syns inte här.</p>")
            st.button(label, key="pres_gone", on_click=gone)


def _as_shipped(told: Told) -> bool:
    from rus.texts.stories import read_stories

    return read_stories().get(told.key) == told.story

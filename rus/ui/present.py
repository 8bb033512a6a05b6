"""Presentera: which of its four faces the address asks for, the full-screen slide, and the notes to it."""

from dataclasses import dataclass

import streamlit as st

from rus.core.swedish import number
from rus.texts.kinds import Slide
from rus.texts.stories import Told
from rus.ui import cached, frame, present_slide, site
from rus.ui.present_back import FROM, PAGE, SLIDE, STORY
from rus.views.foot import version_words
from rus.views.slide_shown import SlideView

ROLE, NOTES = "roll", "manus"
SCREEN, SIZES = "pres_duk", ("0.7", "1", "1.5", "2", "3")
"""Letters are so many times larger than on 1280 × 720: the stylesheet knows the screen, the address tells the chart."""
NOT_SHOWN = "Bilden går inte att visa"
MEASURE = """
<script>(() => {
const wanted = getComputedStyle(document.querySelector(".stApp")).getPropertyValue("--rus-z").trim();
const here = new URL(location.href);
if ((here.searchParams.get("%(key)s") ?? "1") === wanted) return;
here.searchParams.set("%(key)s", wanted);
history.replaceState(null, "", here);
window.dispatchEvent(new PopStateEvent("popstate"));
})()</script>
"""


@dataclass(frozen=True)
class At:
    """Where a presentation is: at slide `number` (from 1) of `told`, with the figures of `build`."""

    told: Told
    number: int
    build: str

    @property
    def slide(self) -> Slide:
        """The slide itself."""
        return self.told.story.slides[self.number - 1]

    @property
    def last(self) -> int:
        """How many there are."""
        return len(self.told.story.slides)

    @property
    def view(self) -> SlideView | str:
        """What it shows, the friendly word about why it can't, or nothing."""
        return present_slide.found(self.slide.view, self.build)

    def href(self, number: int, **more: str) -> str:
        """Address of another slide, never outside the presentation."""
        inside = str(min(max(number, 1), self.last))
        size = {SCREEN: screen()} if screen() != "1" else {}
        return frame.href(PAGE, **{STORY: self.told.key, **more, SLIDE: inside, **size})

    def headline(self, number: int) -> str:
        """The headline of a slide: somebody's words, or the finding."""
        slide = self.told.story.slides[number - 1]
        view = present_slide.found(slide.view, self.build) if not slide.headline else None
        return slide.headline or (present_slide.said_of(view) if isinstance(view, SlideView) else NOT_SHOWN)


def asked(told: dict[str, Told]) -> Told | None:
    """The presentation in the address; without one, the first where a slide is asked for."""
    key = st.query_params.get(STORY, "")
    if not key and SLIDE in st.query_params:
        return next(iter(told.values()), None)
    return told.get(key)


def number_asked(last: int) -> int:
    """The slide in the address, held within the presentation; 0 where none is asked for."""
    said = st.query_params.get(SLIDE, "")
    if not said:
        return 0
    wanted = int(said) if said.isascii() and said.isdecimal() and len(said) < 5 else 1
    return min(max(wanted, 1), last)


def screen() -> str:
    """How much larger the screen is, as the browser said."""
    said = st.query_params.get(SCREEN, "1")
    return said if said in SIZES else "1"


def stage(at: At) -> None:
    """The slide alone on the whole screen: keys turn it, and what can be pressed is seen when it has focus."""
    view = at.view
    with st.container(key="stage", gap=None):
        if at.slide.view:
            _shown(at, view)
        else:
            with st.container(key="stage_question", gap=None):
                more = f"<p>{frame.text(at.slide.so_what)}</p>" if at.slide.so_what else ""
                frame.html(f"<h1>{frame.text(at.slide.headline)}</h1>{more}")
        frame.html(_foot(at, view if isinstance(view, SlideView) else None))
        with st.container(key="hidden_measure"):
            st.html(f"<style>{site.static('stage.css')}</style>")
            st.html(MEASURE % {"key": SCREEN} + f"<!-- {at.number} {screen()} -->", unsafe_allow_javascript=True)


def _shown(at: At, view: SlideView | str) -> None:
    below = at.slide.subtitle or (view.subtitle if isinstance(view, SlideView) else "")
    frame.html(f"<h1>{frame.text(at.headline(at.number))}</h1><p>{frame.text(below)}</p>")
    with st.container(key="stage_chart", gap=None, height="stretch"):
        if isinstance(view, SlideView):
            present_slide.draw(view, f"slide_{at.told.key}_{at.number}", float(screen()))
        else:
            frame.empty(NOT_SHOWN, view, "Gå vidare, eller välj en annan vy under Redigera.")


def _foot(at: At, view: SlideView | None) -> str:
    so_what = f'<p class="sowhat">{frame.text(at.slide.so_what)}</p>' if at.slide.so_what and at.slide.view else ""
    version = f" Dataversion {version_words(at.told.story.data_version or at.build)}."
    source = f'<p class="from">{frame.text(view.source)}{frame.text(version)}</p>' if view else ""
    code, away = "", ""
    if view:
        back = {FROM: f"{at.told.key}.{at.number}"}
        to = frame.text(present_slide.link(view, at.build, **back))
        away = f'<a class="away" href="{to}">Öppna i {frame.text(present_slide.name_of(view))}</a>'
        code = present_slide.qr(view, at.build)
    said = f'<span class="no">{at.number} / {at.last}</span>'
    row = f'<div class="row">{said}{away}{turning(at)}</div>'
    return f'<div class="foots"><div>{so_what}{source}{row}</div>{code}</div>'


def turning(at: At, **more: str) -> str:
    """Links to the slides around this one; the keys press them."""
    links = [
        ("next", "Nästa", at.href(at.number + 1, **more)),
        ("back", "Föregående", at.href(at.number - 1, **more)),
        ("first", "Första", at.href(1, **more)),
        ("leave", "Avsluta", frame.href(PAGE, **{STORY: at.told.key})),
    ]
    every = "".join(f'<a data-to="{to}" href="{href}">{word}</a>' for to, word, href in links)
    return f'<nav class="turn" aria-label="Bläddra" data-last="{at.last}">{every}</nav>'


def is_notes() -> bool:
    """Whether the address asks for the notes."""
    return st.query_params.get(ROLE, "") == NOTES


def refused(told: Told) -> None:
    """The figures that a presentation is frozen to are gone: it does not start with others."""
    frame.empty(
        "Presentationen kan inte starta",
        f"Den är fryst till dataversion {version_words(told.story.data_version)}, som inte finns kvar här. "
        "Andra siffror kunde säga något annat än rubrikerna.",
        "Öppna den för redigering, frys den till den senaste dataversionen och läs igenom rubrikerna.",
    )
    href = frame.href(PAGE, **{STORY: told.key})
    frame.html(f'<p class="btns"><a class="btn main" href="{href}">Redigera</a></p>')


def notes(at: At) -> None:
    """What the one who speaks sees on a screen of their own: turned by hand, never shown to the room."""
    slide = at.slide
    frame.page_head(f"Manus · {at.told.story.title}", at.headline(at.number))
    minutes = f" · {slide.minutes} min" if slide.minutes else ""
    frame.html(
        f'<div class="manus"><p class="no">{at.number} / {at.last}{minutes}</p>',
        f'<p class="words">{_lines(slide.notes or "Inget manus till den här bilden.")}</p>',
        f'<p class="sowhat">{frame.text(slide.so_what)}</p>' if slide.so_what else "",
        _next(at),
        turning(at, **{ROLE: NOTES}),
        "</div>",
    )
    newer(at.told, at.build)


def _next(at: At) -> str:
    if at.number == at.last:
        return '<p class="sub">Det här är den sista bilden.</p>'
    left = sum(slide.minutes for slide in at.told.story.slides[at.number :])
    time = f" Kvar efter den här: {number(left)} min." if left else ""
    return f'<p class="sub">Nästa: {frame.text(at.headline(at.number + 1))}.{time}</p>'


def _lines(words: str) -> str:
    return "<br>".join(frame.text(line) for line in words.splitlines())


def newer(told: Told, build: str) -> bool:
    """Say that there are newer figures than those the presentation is frozen to."""
    if not told.story.data_version or build == cached.newest():
        return False
    st.info(
        f"Presentationen är fryst till dataversion {version_words(told.story.data_version)}. Det finns nyare siffror.",
        icon=":material/update:",
    )
    return True

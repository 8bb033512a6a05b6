"""From a challenge area to a presentation: its main views at once, with the written conclusion as notes."""

import streamlit as st

from rus.core.errors import RusError
from rus.texts.kinds import Conclusion, Slide
from rus.texts.texts import texts
from rus.ui import add_slide, cached, frame
from rus.ui.challenge_end import CONCLUSION
from rus.views.challenge import ChallengeView
from rus.views.challenge_slides import Planned, Step, main_views

QUESTION = "Vad gör vi nu?"
ASKS: dict[Step, str] = {
    "now": "Är det här den utveckling vi vill ha?",
    "who": "För vem är läget sämst, och vet vi varför?",
    "where": "Vilka kommuner kan lära av varandra?",
    "gaps": "Vilken skillnad tar vi oss an först?",
}
PARTS: dict[Step, tuple[str, ...]] = {"now": ("now", "wanted"), "who": ("gap",), "where": (), "gaps": ()}
"""Which parts of the conclusion are said at which view."""
WHAT = "Läget, för vem, var, de största gapen, och sist vad ni tar ställning till: högst fem bilder."
MINUTES = 2
LONGEST_ASKED = 160
"""Letters of a question that a room can read."""


def written(area: str) -> Conclusion | None:
    """What an analyst has concluded of an area; None where nobody has, or where it can't be read."""
    try:
        kept = texts().newest(Conclusion, area)
    except RusError:
        return None
    return kept.body if kept else None


def notes_of(area: str) -> str:
    """The whole conclusion as notes, each part under its name; empty where nothing is written."""
    return _said(written(area), tuple(CONCLUSION.fields))


def _said(found: Conclusion | None, parts: tuple[str, ...]) -> str:
    words = CONCLUSION.words(found)
    return "\n".join(f"{CONCLUSION.fields[part][0]}: {words[part]}" for part in parts if words[part].strip())


def slides(planned: tuple[Planned, ...], found: Conclusion | None) -> tuple[Slide, ...]:
    """The views with their questions and notes, and last what is to be decided."""
    shown = tuple(
        Slide(view=one.view, so_what=ASKS[one.step], notes=_said(found, PARTS[one.step]), minutes=MINUTES)
        for one in planned
    )
    proposal = found.proposal.strip() if found else ""
    asked = proposal if len(proposal) <= LONGEST_ASKED else ""
    last = Slide(headline=QUESTION, so_what=asked, notes=_said(found, ("proposal",)), minutes=MINUTES)
    return (*shown, last)


def offer(view: ChallengeView) -> None:
    """The button on the area's page; what is behind it is made when it is opened."""
    opened = st.popover("Gör bilder av området", icon=":material/slideshow:", key="omrade_bilder", on_change="rerun")
    if not opened.open:
        return
    build, found = frame.here().build, written(view.id)
    has = "Analysens slutsats följer med som manus." if found else "Skrivs Analysens slutsats först blir den manus."

    def make() -> tuple[Slide, ...]:
        return slides(cached.shared(main_views, build, view.id), found)

    with opened:
        add_slide.fields("area", make, f"{WHAT} {has}")

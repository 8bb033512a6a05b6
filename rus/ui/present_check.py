"""What a slide still lacks before it is shown to a room."""

from collections.abc import Iterator, Sequence
from math import floor

from rus.core.swedish import number
from rus.texts.kinds import Slide
from rus.ui.contrast import MARK_LEAST, TEXT_LEAST, weakest
from rus.views.slide_shown import SlideView
from rus.views.status import StatusWord

FEWEST_WORDS = 4


def checks(slide: Slide, view: SlideView | str) -> Iterator[StatusWord]:
    """Each thing that a slide shall have: there or not. The contrast is the theme's, as computed.

    Args:
        slide: what is written.
        view: what it shows; a text where that can't be shown.
    """
    if not slide.view:
        yield _said(slide.headline.rstrip().endswith("?"), "Rubriken är en fråga", "Rubriken är ingen fråga")
        yield _said(bool(slide.notes), "Manus finns", "Manus saknas")
        return
    if not isinstance(view, SlideView):
        yield _said(False, "", "Vyn går inte att visa")  # noqa: FBT003  # the one answer there is
        return
    yield _said(is_finding(slide, view), "Rubriken är en slutsats", "Rubriken är bara ett namn")
    yield _said(bool(view.source), "Källa finns", "Källa saknas")
    yield _said(bool(view.alt), "Alternativtext finns", "Alternativtext saknas")
    yield _said(view.empty is None, "Vyn ryms på en bild", "Vyn ryms inte på en bild")
    words, marks = weakest()
    good = words >= TEXT_LEAST and marks >= MARK_LEAST
    yield _said(good, f"Kontrast: text {_times(words)}, linjer {_times(marks)}", "Kontrasten är för låg")
    yield _said(bool(slide.so_what), "Fråga till rummet finns", "Fråga till rummet saknas")


def timing(slides: Sequence[Slide]) -> StatusWord:
    """How long the whole takes, and how many slides that have no time."""
    total, without = sum(slide.minutes for slide in slides), sum(not slide.minutes for slide in slides)
    if not without:
        return StatusWord("", f"Tid: {number(total)} min för {len(slides)} bilder", "good")
    bare = "1 bild saknar tid" if without == 1 else f"{without} bilder saknar tid"
    return StatusWord("", f"Tid: {number(total)} min, {bare}", "slow")


def _times(ratio: float) -> str:
    """Rounded down, so that no contrast is said to be better than it is."""
    return f"{number(floor(ratio * 10) / 10, 1)}\u00a0:\u00a01"


def is_finding(slide: Slide, view: SlideView) -> bool:
    """Whether the headline says something: written from the figures, or a sentence that is not the measure's name."""
    words = slide.headline.strip().rstrip(".").lower()
    return not words or (len(words.split()) >= FEWEST_WORDS and words != view.measure.lower())


def _said(done: bool, yes: str, no: str) -> StatusWord:  # noqa: FBT001  # the answer itself
    return StatusWord("", yes, "good") if done else StatusWord("", no, "slow")

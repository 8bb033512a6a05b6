"""What a slide still lacks before it is shown to a room."""

from collections.abc import Iterator

from rus.texts.kinds import Slide
from rus.views.slide import SlideView
from rus.views.status import StatusWord

FEWEST_WORDS = 4


def checks(slide: Slide, view: SlideView | str) -> Iterator[StatusWord]:
    """Each thing that a slide shall have: there or not.

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
    yield _said(bool(slide.so_what), "Fråga till rummet finns", "Fråga till rummet saknas")


def is_finding(slide: Slide, view: SlideView) -> bool:
    """Whether the headline says something: written from the figures, or a sentence that is not the measure's name."""
    words = slide.headline.strip().rstrip(".").lower()
    return not words or (len(words.split()) >= FEWEST_WORDS and words != view.measure.lower())


def _said(done: bool, yes: str, no: str) -> StatusWord:  # noqa: FBT001  # the answer itself
    return StatusWord("", yes, "good") if done else StatusWord("", no, "slow")

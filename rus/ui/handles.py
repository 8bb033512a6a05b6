"""What one can do with a chart: put it in a presentation, copy a link, take it away, read what its measures mean.

One small button below each chart, and one that pins it. What is behind the first is made when it is opened.
On a page that is read from beginning to end, with a dozen charts, the pin is behind the button as well.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from rus.charts.paper import Drawing
from rus.ui import add_slide, cached, drawing, frame, picture, pinning, site
from rus.ui.challenge_slides import notes_of
from rus.ui.downloads import downloads_of
from rus.ui.explore_words import copy_field
from rus.views.choice import default_choice
from rus.views.indicator import IndicatorView
from rus.views.sheet import Sheet, file_stem, sheet_of
from rus.views.slide_shown import PART

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_popover_container import PopoverContainer

LABEL = "Dela och ladda ner"
MOST_NAMED = 6
READ = {"rapport"}
"""Pages that are read: one button a chart there, which is less to see, and less to send for each choice."""


@dataclass(frozen=True)
class Handles:
    """One chart and its words.

    `page` and `choices` are the address of exactly this chart, as a slide has it. `about` names the measures by id.
    `drawing` draws for a file what is markup on the page; without it the page's own figure is saved.
    """

    page: str
    choices: Mapping[str, str]
    sheet: Callable[[], Sheet]
    filename: str
    title: str = ""
    subtitle: str = ""
    source: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    drawing: Callable[[], Drawing | None] | None = None


def row(key: str, made: Handles, *, within: bool = False) -> None:
    """The button; a link that asks for this chart shows it at once.

    Args:
        key: of the chart, unique on the page.
        made: what it is.
        within: whether it is drawn in a row already, after something else.
    """
    wanted = st.query_params.get(PART, "")
    if wanted and wanted == made.choices.get(PART):
        frame.html('<span class="asked" data-show></span>')
    with frame.apart():
        popover = _place(key, made, within=within)
        if popover.open:
            with popover:
                _inside(key, made)


def _place(key: str, made: Handles, *, within: bool) -> "PopoverContainer":
    if frame.here().address in READ:
        return _popover(key)
    if within:
        return _pinned(key, made)
    with st.container(key=f"under_{key}", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        return _pinned(key, made)


def _pinned(key: str, made: Handles) -> "PopoverContainer":
    popover = _popover(key)
    pinning.beside(made.page, made.choices, key)
    return popover


def _popover(key: str) -> "PopoverContainer":
    return st.popover(LABEL, type="tertiary", icon=":material/more_horiz:", key=f"dela_{key}", on_change="rerun")


def of_view(view: IndicatorView, title: str = "") -> Handles:
    """Handles of a chart that Utforska can show as well; `title` where an analyst's words stand over it."""
    build = frame.here().build
    return Handles(
        page="utforska",
        choices={**view.choice.address(), **view.private},
        sheet=lambda: sheet_of(
            view.rows, cached.catalogue(build), view.choice, title=view.indicator.title, build=build
        ),
        filename=file_stem(view.indicator.id, view.choice.chart),
        title=title or view.title,
        subtitle=view.subtitle,
        source=view.source,
        about={view.indicator.id: view.indicator.title},
        drawing=None if drawing.is_figure(view) else lambda: drawing.drawing_of(view, site.theme()),
    )


def sourced(view: IndicatorView) -> str:
    """The source line, with what is known of how sure the figures are."""
    doubt = dict(view.quality).get("Osäkerhet", "")
    return f"{view.source} {doubt}." if doubt and not view.empty else view.source


def figures(indicators: Sequence[str], regions: Sequence[str], title: str) -> Sheet:
    """Every figure of some measures in some places, to take away."""
    build = frame.here().build
    catalogue, store = cached.catalogue(build), cached.store(build)
    rows = store.observations(indicators=list(indicators), regions=list(regions))
    choice = default_choice(catalogue).with_(regions=tuple(regions))
    return sheet_of(rows, catalogue, choice, title=title, build=build)


def _inside(key: str, made: Handles) -> None:
    _head("Ladda ner")
    downloads_of(made.sheet, made.filename, f"dela_{key}")
    said = picture.Said(made.title, made.subtitle, made.source, made.filename)
    if made.drawing is None:
        picture.save_chart(key, said)
    elif drawn := made.drawing():
        picture.save_drawing(key, said, drawn)
    _head("Kopiera länk")
    copy_field(link(made, frame.here().build))
    if frame.here().address in READ:
        pinning.beside(made.page, made.choices, key)
    _head("Lägg till i presentation")
    add_slide.form(made.page, made.choices, key, notes=_notes())
    if made.about:
        _head("Definition och kvalitet")
        links = (
            f'<li><a href="{frame.href("indikatorer", kat_ind=one)}">{frame.text(name)}</a></li>'
            for one, name in list(made.about.items())[:MOST_NAMED]
        )
        frame.html(f'<ul class="points">{"".join(links)}</ul>')


def _notes() -> str:
    """What is concluded of the challenge area whose page this is, for the one who speaks."""
    here = frame.here()
    return notes_of(here.address) if cached.catalogue(here.build).challenge(here.address) else ""


def _head(words: str) -> None:
    frame.html(f'<p class="sec">{words}</p>')


def link(made: Handles, build: str) -> str:
    """Address of the chart on its page, with the data version; relative to the page one is on."""
    return f"{made.page or '.'}?{urlencode({**made.choices, 'dv': build}, safe=',')}"

"""One pinned view: found in its own data version and drawn as its page draws it, with title, table and source."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import plotly.graph_objects as go

from rus.catalogue.catalogue import Catalogue
from rus.charts.table import html_table
from rus.charts.trend import trend
from rus.core.errors import RusError
from rus.core.swedish import number
from rus.store.store import Store
from rus.ui import cached, chart, drawing, frame, present_slide
from rus.ui.equality import PAIRS
from rus.ui.markup import fold, written
from rus.views.budget import Bars
from rus.views.equality_words import pair_rows, year_rows
from rus.views.foot import foot
from rus.views.indicator import IndicatorView
from rus.views.pins import Pin, address_of, choices_of, headroom, on_shared_axis, page_of, pinned
from rus.views.sheet import file_stem
from rus.views.slide import EXPLORE
from rus.views.slide_equality import ALONG, FUNNEL, YEARS
from rus.views.slide_project import PROJECT
from rus.views.slide_shown import SlideView
from rus.views.structure import Structure, structure
from rus.views.words import axis_values

HEIGHT = 400
GAPS = ("Mått", "År", "Kvinnor", "Män", "Gap")
Found = IndicatorView | SlideView | str
"""A view of Utforska, a chart of another page, or the friendly word about why it can't be shown."""


def found(pin: Pin) -> Found:
    """What a pin shows."""
    try:
        build = _build_of(pin)
        if build is None:
            version = dict(pin)["dv"]
            return f"Dataversion {version} finns inte kvar här, så vyn går inte att visa med sina siffror."
        if page_of(pin) != EXPLORE:
            return present_slide.found(address_of(pin), build)
        return cached.shared_on(structure, pinned, build, _choices(pin))
    except RusError as error:
        return str(error)


def way(view: IndicatorView | SlideView) -> str:
    """What the link to the view's own page says."""
    return f"Öppna i {present_slide.name_of(view)}" if isinstance(view, SlideView) else "Öppna i Utforska"


def page(view: IndicatorView | SlideView) -> str:
    """The page of a view."""
    return view.page if isinstance(view, SlideView) else EXPLORE


def parameters(view: IndicatorView | SlideView, pin: Pin) -> dict[str, str]:
    """The view on its own page; an older data version goes along, the present one needs not."""
    version = dict(pin).get("dv", "")
    older = {"dv": version} if version and version != frame.here().build else {}
    if isinstance(view, SlideView):
        return {**choices_of(pin), **older}
    return {**view.choice.address(), **view.private, **older}


def show(view: IndicatorView | SlideView, pin: Pin, among: tuple[float, ...], key: str) -> None:
    """The view in its place.

    Args:
        view: what the pin shows.
        pin: the choices.
        among: values that the axis is shared with; none for an axis of its own.
        key: unique on the page.
    """
    if isinstance(view, SlideView):
        _of_page(view, pin, key)
    else:
        _of_explore(view, pin, among, key)


def _build_of(pin: Pin) -> str | None:
    """The build that a pin shows; None where it is gone."""
    version = dict(pin).get("dv", "")
    return cached.frozen(version) if version else frame.here().build


def _choices(pin: Pin) -> Pin:
    return tuple(part for part in pin if part[0] != "dv")


def _drawn(
    store: Store, catalogue: Catalogue, built: Structure, pin: Pin, theme: str, among: tuple[float, ...]
) -> go.Figure:
    """The figure of a pin, lower than on its own page; made once for each build, theme and axis."""
    view = pinned(store, catalogue, built, pin)
    if view.picture and not view.places and not view.told:
        decimals = 0 if view.picture.base else view.indicator.decimals
        among = among or (headroom(axis_values(view.picture)) if view.picture.breaks else ())
        return trend(view.picture, decimals=decimals, theme=theme, height=HEIGHT, among=among)
    return drawing.figure_of(view, theme)


def _of_explore(view: IndicatorView, pin: Pin, among: tuple[float, ...], key: str) -> None:
    below = on_shared_axis(view.subtitle, among) if among else view.subtitle
    frame.finding(view.title, below)
    if view.empty:
        frame.empty(view.empty.what, view.empty.why, view.empty.do)
        return
    build = _build_of(pin) or frame.here().build
    if drawing.is_figure(view):
        figure = cached.shared_on(structure, _drawn, build, _choices(pin), chart.theme(), among)
        alt = on_shared_axis(view.alt, among) if among else view.alt
        chart.show(figure, alt=alt, key=key, filename=file_stem(view.indicator.id, view.choice.chart))
    else:
        drawing.draw(view, key)
    frame.html("".join(f'<p class="note">{frame.text(note)}</p>' for note in view.notes))
    if view.table and view.choice.chart != "tabell":
        frame.html(fold("Visa som tabell", html_table(view.table)))
    frame.source(f"{view.source} {_version(build)}")


def _of_page(view: SlideView, pin: Pin, key: str) -> None:
    frame.finding(present_slide.said_of(view), view.subtitle)
    build = _build_of(pin) or frame.here().build
    with _in(build):
        present_slide.draw(view, key, None)
    _table(view)
    version = "" if view.page == PROJECT else f" {_version(build)}"
    frame.source(f"{view.source}{version}")


@contextmanager
def _in(build: str) -> Iterator[None]:
    """What is drawn within is drawn with this build's words, whatever build the page shows."""
    here = frame.here()
    frame.enter(replace(here, build=build))
    try:
        yield
    finally:
        frame.enter(here)


def _table(view: SlideView) -> None:
    """The figures of a chart that is no table itself, as far as its page has them in rows of their own."""
    made = _rows(view)
    if made and not view.empty:
        columns, rows = made
        told = written(columns, rows, caption=view.measure, numbers=range(1, len(columns)))
        frame.html(fold("Visa som tabell", told))


def _rows(view: SlideView) -> tuple[Sequence[str], Sequence[Sequence[str]]] | None:
    part, content = view.part.partition(":")[0], view.content
    if view.equality and part not in {ALONG, FUNNEL}:
        return year_rows(view.equality) if part == YEARS else (PAIRS, pair_rows(view.equality))
    if isinstance(content, Bars):
        amounts = zip(content.names, content.amounts, strict=True)
        return ("Kronor", *content.years), [(name, *(number(one, 0) for one in many)) for name, many in amounts]
    if isinstance(content, tuple):
        return GAPS, [(g.name, g.period, *(number(n, g.decimals) for n in (g.women, g.men, g.gap))) for g in content]
    return None


def _version(build: str) -> str:
    """The data version as the foot of the page says it."""
    return f"Dataversion {cached.shared(foot, build, build).version}."

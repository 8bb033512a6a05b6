"""The content of one slide, in letters that are read from the last row: chart, table or gaps, and the QR code."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import plotly.graph_objects as go
import segno
import streamlit as st

from rus.charts.size import at_size
from rus.charts.slope import slope
from rus.charts.table import html_table
from rus.charts.trend import trend
from rus.core.errors import RusError
from rus.texts.approvals import approved
from rus.texts.texts import texts
from rus.ui import cached, chart, drawing, frame, present_parts
from rus.ui.project import projects
from rus.views.multiples import Multiples
from rus.views.places import Places
from rus.views.profile_board import board
from rus.views.slide import EXPLORE, slide_view
from rus.views.slide_profile import PROFILE, parameters_of, profile_slide
from rus.views.slide_project import PROJECT, project_slide
from rus.views.slide_shown import SlideView, joined
from rus.views.told import Told
from rus.views.two_years import TwoYears

LOW = 300
"""Height that labels are spread for, before letters grow: 430 px of a slide of 1280 × 720."""
BESIDE = 6
MORE = "\u00a0…"
NAMES = {"malstatus": "Målstatus", "jamlikhet": "Jämlikhet", EXPLORE: "Utforska"}


def found(address: str | None, build: str) -> SlideView | str:
    """The content of a slide's view, or the friendly word about why there is none; empty for a question."""
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        said = dict(parse_qsl(parts.query))
        if parts.path == f"/{PROJECT}":
            return project_slide(projects(), said)
        if parts.path == f"/{PROFILE}":
            return cached.shared_on(board, profile_slide, build, parameters_of(said))
        return cached.shared(slide_view, build, address)
    except RusError as error:
        return str(error)


def said_of(view: SlideView) -> str:
    """The headline: what an analyst would rather say where one has approved the finding, else the finding."""
    one = approved(texts(), view.title)
    return one.text if one else view.title


def draw(view: SlideView, key: str, times: float | None = 1.0) -> None:
    """The picture, filling the place it is given; its letters are 20 px, or so many times larger.

    Where `times` is None it is drawn for a page: with the letters and the height that it has there.
    """
    if view.empty:
        frame.empty(view.empty.what, view.empty.why, view.empty.do)
    elif view.goals:
        _markup(_goals(view), view, times)
    elif view.content is not None:
        _of_page(view, key, times)
    elif view.equality:
        most = None if times is None else present_parts.MOST_PAIRS
        _figure(present_parts.of_equality(view.equality, view.part, most), view, key, times)
    elif view.shown and view.shown.choice.chart == "tabell" and view.shown.table:
        frame.html(html_table(view.shown.table))
    elif view.shown:
        _figure(_drawn(view, chart.theme()), view, key, times)


def _of_page(view: SlideView, key: str, times: float | None) -> None:
    """What only its own page has: markup, or a figure."""
    drawn = present_parts.drawn(view)
    if isinstance(drawn, str):
        _markup(drawn, view, times)
    else:
        _figure(drawn, view, key, times)


def _markup(drawn: str, view: SlideView, times: float | None) -> None:
    """A table as it is on a slide; on a page it is scrolled sideways where there is no room."""
    region = f'<div class="tw" tabindex="0" role="region" aria-label="{frame.text(view.measure)}">'
    frame.html(f"{region}{drawn}</div>" if times is None and "<table" in drawn else drawn)


def _figure(drawn: go.Figure, view: SlideView, key: str, times: float | None) -> None:
    if times is None:
        chart.show(drawn, alt=view.alt, key=key, filename=view.page or "start")
        return
    large = at_size(drawn, "projector", times)
    large.layout.height = None  # what the figure asks for would beat the room it is given
    chart.show(large, alt=view.alt, key=key, filename=view.page, height="stretch")


def _drawn(view: SlideView, theme: str) -> go.Figure:
    """The page's own chart, told that it has less height and more width than on the page."""
    shown = view.shown
    assert shown
    decimals = shown.indicator.decimals
    if shown.picture and not shown.told and not shown.places:
        return trend(shown.picture, decimals=0 if shown.picture.base else decimals, theme=theme, height=LOW, wide=True)
    if shown.told and isinstance(shown.told.values, TwoYears):
        return slope(shown.told.values, decimals=decimals, theme=theme, height=LOW)
    if shown.told and isinstance(shown.told.values, Multiples):
        side_by_side: Told[Multiples] = replace(shown.told, values=_in_rows(shown.told.values))
        return drawing.figure_of(replace(shown, told=side_by_side), theme)
    if shown.places and shown.choice.chart == "rangordning":
        return drawing.figure_of(replace(shown, places=_only_ours(shown.places)), theme)
    return drawing.figure_of(shown, theme)


def _in_rows(found: Multiples) -> Multiples:
    """The tiles in rows across the whole width: the map's own order is too tall for a screen."""
    ordered = sorted(found.tiles, key=lambda tile: (tile.row, tile.column))
    tiles = (replace(t, column=n % BESIDE + 1, row=n // BESIDE + 1) for n, t in enumerate(ordered))
    return replace(found, tiles=tuple(tiles), like_map=False)


def _only_ours(places: Places) -> Places:
    """Without the marks of all the others, whose room the rows need."""
    return replace(places, everyone=places.drawn)


def _goals(view: SlideView) -> str:
    most = max(each.count for each in view.goals)
    rows = "".join(
        f'<tr><th scope="row">{frame.chip(each.status)}</th><td class="n">{each.count}</td>'
        f'<td class="bar"><span style="width:{each.count / most:.0%}"></span></td>'
        f"<td>{frame.text(', '.join(each.names))}{MORE if each.count > len(each.names) else ''}</td></tr>"
        for each in view.goals
    )
    head = '<th scope="col">Bedömning</th><th scope="col" class="n">Mål</th><th><span class="vh">Stapel</span></th>'
    return (
        f'<table class="classes" aria-label="{frame.text(view.alt)}"><thead><tr>{head}<th scope="col">Till exempel</th>'
        f"</tr></thead><tbody>{rows}</tbody></table>"
    )


def name_of(view: SlideView) -> str:
    """What the page that a slide shows is called."""
    page = frame.here().pages.get(view.page)
    return NAMES.get(view.page) or (page.title if page else "sidan")


def link(view: SlideView, build: str, **more: str) -> str:
    """Address of the page that a slide shows, with its choices and the data version."""
    return joined(view.page, {**dict(view.parameters), "dv": build, **more}).lstrip("/")


def qr(view: SlideView, build: str) -> str:
    """The same address as a code for a listener's phone, with its title."""
    site = (st.context.url or "").partition("?")[0].rpartition("/")[0]
    title = f"Öppna {name_of(view)} med samma val i telefonen"
    code = segno.make_qr(f"{site}/{link(view, build)}", error="l", boost_error=False)
    drawn = code.svg_data_uri(title=title, dark="#14222c", light="#ffffff", border=2, omitsize=True)
    return f'<img class="qr" src="{frame.text(drawn)}" alt="{frame.text(title)}">'

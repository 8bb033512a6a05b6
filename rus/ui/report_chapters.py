"""The chapters of the report: text, charts, cards and conclusion; what only one chapter has is in `report_parts`."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.table import html_table
from rus.store.store import Store
from rus.texts.approvals import Spoken
from rus.ui import approval, cached, cards, chart, drawing, frame, report_parts, writing
from rus.ui.challenge_end import CONCLUSION
from rus.ui.challenge_pick import table_of
from rus.ui.equality import dots_of
from rus.ui.report import Opened, anchor
from rus.views.report import SUMMARY, Chapter, Drawn
from rus.views.slide import slide_view
from rus.views.slide_shown import SlideView

NO_TEXT = ("Kapitlets text visas inte", "Texten passar inte ihop med siffrorna i den här dataversionen.")


def show(opened: Opened, chapter: Chapter) -> None:
    """One chapter."""
    with st.container(key=f"chapter_{chapter.id}"):
        frame.html(f'<h2 class="chapter" id="{anchor(chapter)}">{frame.text(chapter.title)}</h2>')
        if chapter.lead:
            frame.html(f'<p class="lead">{frame.text(chapter.lead)}</p>')
        _text(chapter)
        if chapter.id == SUMMARY:
            _heads(opened, chapter)
        for drawn in chapter.drawn:
            _drawn(opened, chapter, drawn)
        report_parts.more(opened, chapter)
        if chapter.challenge:
            _cards(opened, chapter)
            _conclusion(opened, chapter)
        _way_on(chapter)


def _text(chapter: Chapter) -> None:
    if chapter.text.problems:
        frame.empty(*NO_TEXT, "Felen står överst på sidan, under Innan ni skickar rapporten.")
        return
    paragraphs = "".join(f"<p>{frame.text(words)}</p>" for words in chapter.text.paragraphs)
    if paragraphs:
        frame.html(f'<div class="prose" lang="sv">{paragraphs}</div>')


def _heads(opened: Opened, chapter: Chapter) -> None:
    sentences = opened.report.start.findings.heads
    said = opened.spoken(opened.report.sentences_of(chapter)[: len(sentences)])
    cards.heads(sentences, [(one.own, approval.mark(one)) for one in said])
    _review(opened, said)


def _review(opened: Opened, said: tuple[Spoken, ...]) -> None:
    if opened.lock is None:
        approval.review(said)


def _drawn(opened: Opened, chapter: Chapter, drawn: Drawn) -> None:
    """A view with its finding, its chart, its table and its source."""
    view = drawn.shown
    key = f"{chapter.id}_{chapter.drawn.index(drawn)}"
    with frame.frame(f"report_{key}", stretch=False):
        if isinstance(view, str):
            frame.empty("Diagrammet går inte att visa", view)
            return
        if view.empty:
            frame.empty(view.empty.what, view.empty.why, view.empty.do)
            return
        said = opened.spoken([(drawn.place, view.title)])
        frame.html(
            f'<h3 class="find">{frame.text(said[0].text)}</h3><p class="marks">{approval.mark(said[0])}</p>',
            f'<p class="sub">{frame.text(view.subtitle)}</p>',
        )
        _picture(opened, view, drawn.address, key)
        _review(opened, said)
        frame.source(view.source)


def _picture(opened: Opened, view: SlideView, address: str, key: str) -> None:
    if view.goals:
        report_parts.classes(view)
    elif view.equality:
        dots, alt, gaps = cached.shared(_dots, opened.build, address, chart.theme())
        chart.show(dots, alt=alt, key=f"report_{key}", filename=key, table=gaps)
    elif view.shown and drawing.is_figure(view.shown):
        figure, table = cached.shared(_figure, opened.build, address, chart.theme())
        chart.show(figure, alt=view.alt, key=f"report_{key}", filename=key, table=table)
    elif view.shown and view.shown.table:
        frame.html(html_table(view.shown.table))


def _figure(store: Store, catalogue: Catalogue, address: str, theme: str) -> tuple[go.Figure, pd.DataFrame | None]:
    """The figure of a view and its table; kept, since the page shows many at once."""
    shown = slide_view(store, catalogue, address).shown
    assert shown
    return drawing.figure_of(shown, theme), table_of(shown)


def _dots(store: Store, catalogue: Catalogue, address: str, _theme: str) -> tuple[go.Figure, str, pd.DataFrame]:
    """The gaps of a measure as dots, in words and as a table; drawn in the theme that is a part of the key."""
    view = slide_view(store, catalogue, address).equality
    assert view
    figure, alt = dots_of([pair for pair in view.pairs if pair.gap], view)
    return figure, alt, report_parts.pairs_table(view)


def _cards(opened: Opened, chapter: Chapter) -> None:
    said = opened.spoken((f"{chapter.id}-{card.row.indicator}", card.sentence) for card in chapter.cards)
    if not chapter.cards or chapter.challenge is None:
        frame.empty("Det finns inga siffror att visa ännu", "Inget av områdets mått har ett värde för länet.")
        return
    sentences = [f'{frame.text(s.text)}<small class="marks">{approval.mark(s)}</small>' for s in said]
    rows = [(card.row, words, card.source) for card, words in zip(chapter.cards, sentences, strict=True)]
    cards.indicator_cards(rows, chapter.challenge.gap_scale)
    _review(opened, said)


def _conclusion(opened: Opened, chapter: Chapter) -> None:
    kept = opened.conclusion(chapter.id)
    frame.html('<h3 class="sec next">Analysens slutsats</h3>')
    if kept is None:
        frame.html('<p class="note">Slutsatsen är inte skriven. Den skrivs på områdets sida.</p>')
    else:
        writing.read(CONCLUSION, kept)


def _way_on(chapter: Chapter) -> None:
    page = frame.here().pages.get(chapter.page)
    if page is not None:
        with st.container(key=f"on_{chapter.id}"):
            frame.page_link(chapter.page, f"Mer på sidan {page.title}")

"""The chapters of the report: text, charts, cards and conclusion; what only one chapter has is in `report_parts`."""

import plotly.graph_objects as go
import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.table import html_table
from rus.store.store import Store
from rus.texts.approvals import Spoken
from rus.ui import (
    approval,
    cached,
    cards,
    cards_picture,
    chart,
    drawing,
    equality,
    frame,
    goals_classes,
    handles,
    report_later,
    report_parts,
    writing,
)
from rus.ui.challenge_end import CONCLUSION
from rus.ui.challenge_now import IN_SHORT
from rus.ui.report import Opened, anchor
from rus.views.report import SUMMARY, Chapter, Drawn
from rus.views.slide import slide_view
from rus.views.slide_equality import NOW
from rus.views.slide_shown import SlideView

NO_TEXT = ("Kapitlets text visas inte", "Texten passar inte ihop med siffrorna i den här dataversionen.")


def show(opened: Opened, chapter: Chapter) -> None:
    """One chapter."""
    with st.container(key=f"chapter_{chapter.id}"):
        lead = f'<p class="lead">{frame.text(chapter.lead)}</p>' if chapter.lead else ""
        frame.html(f'<h2 class="chapter" id="{anchor(chapter)}">{frame.text(chapter.title)}</h2>', lead, _text(chapter))
        if chapter.text.problems:
            frame.empty(*NO_TEXT, "Felen står överst på sidan, under Innan ni skickar rapporten.")
        if chapter.id == SUMMARY:
            _heads(opened, chapter)
        for drawn in chapter.drawn:
            _drawn(opened, chapter, drawn)
        last = report_parts.more(opened, chapter)
        if chapter.challenge:
            _cards(opened, chapter)
            _conclusion(opened, chapter)
        else:
            frame.html(last, _way_on(chapter))


def _text(chapter: Chapter) -> str:
    """The chapter's own words as markup; nothing where they have faults."""
    said = () if chapter.text.problems else chapter.text.paragraphs
    paragraphs = "".join(f"<p>{frame.text(words)}</p>" for words in said)
    return f'<div class="prose" lang="sv">{paragraphs}</div>' if paragraphs else ""


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
        _picture(opened, view, drawn.address, f"report_{key}", said[0].text)
        _review(opened, said)


def _picture(opened: Opened, view: SlideView, address: str, key: str, title: str) -> None:
    """What is drawn of a view, with its handles and its source; `title` stands over it."""
    if view.goals:
        goals_classes.show(view, key, title=title)
    elif view.equality:
        dots, alt, gaps = cached.shared(_dots, opened.build, address, chart.theme())
        report_later.show(dots, alt=alt, key=key)
        equality.handled(view.equality, key, NOW, title)
        report_later.below(gaps, view.source)
    elif view.shown:
        table = ""
        if drawing.is_figure(view.shown):
            figure, table = cached.shared(_figure, opened.build, address, chart.theme())
            report_later.show(figure, alt=view.alt, key=key)
        else:
            drawing.draw(view.shown, key)
        handles.row(key, handles.of_view(view.shown, title))
        report_later.below(table, handles.sourced(view.shown))


def _figure(store: Store, catalogue: Catalogue, address: str, theme: str) -> tuple[go.Figure, str]:
    """The figure of a view and its table; kept, since the page shows many at once."""
    shown = slide_view(store, catalogue, address).shown
    assert shown
    told = html_table(shown.table) if shown.table else ""
    return chart.Drawn(drawing.figure_of(shown, theme)), told


def _dots(store: Store, catalogue: Catalogue, address: str, _theme: str) -> tuple[go.Figure, str, str]:
    """The gaps of a measure as dots, in words and as a table; drawn in the theme that is a part of the key."""
    view = slide_view(store, catalogue, address).equality
    assert view
    figure, alt = equality.dots_of([pair for pair in view.pairs if pair.gap], view)
    return chart.Drawn(figure), alt, report_parts.pairs_table(view)


def _cards(opened: Opened, chapter: Chapter) -> None:
    said = opened.spoken((f"{chapter.id}-{card.row.indicator}", card.sentence) for card in chapter.cards)
    if not chapter.cards or chapter.challenge is None:
        frame.empty("Det finns inga siffror att visa ännu", "Inget av områdets mått har ett värde för länet.")
        return
    sentences = [f'{frame.text(s.text)}<small class="marks">{approval.mark(s)}</small>' for s in said]
    rows = [(card.row, words, card.source) for card, words in zip(chapter.cards, sentences, strict=True)]
    area = chapter.challenge
    cards.indicator_cards(rows, area.gap_scale)
    shown, below = [card.row for card in chapter.cards], f"{IN_SHORT}. {area.tally}"
    cards_picture.offer(f"report_{area.id}", [("", shown)], area.gap_scale, area.name, below)
    _review(opened, said)


def _conclusion(opened: Opened, chapter: Chapter) -> None:
    kept = opened.conclusion(chapter.id)
    head = '<h3 class="sec next">Analysens slutsats</h3>'
    if kept is None:
        note = '<p class="note">Slutsatsen är inte skriven. Den skrivs på områdets sida.</p>'
        frame.html(head, note, _way_on(chapter))
        return
    frame.html(head)
    writing.read(CONCLUSION, kept)
    frame.html(_way_on(chapter))


def _way_on(chapter: Chapter) -> str:
    page = frame.here().pages.get(chapter.page)
    if page is None:
        return ""
    return f'<p class="on"><a href="{frame.href(chapter.page)}">Mer på sidan {frame.text(page.title)}</a></p>'

"""Aktualitet: how fresh each indicator is, and what is published next."""

from datetime import date

import streamlit as st

from rus.store.notes import failures
from rus.ui import cached, frame, page_choice, pickers
from rus.ui.downloads import downloads_of
from rus.ui.markup import bullets, pairs
from rus.ui.quality import link, pick_area, rows_table
from rus.views.quality_fresh import MEANING, STATES, FreshnessView, Month, Row, freshness_sheet, freshness_view
from rus.views.quality_fresh import OWN_READING as OWN
from rus.views.sheet import file_stem

STATE = "kv_lage"
NAMES_SHOWN = 6
COLUMNS = ["Mått", "Läge", "Senaste period", "Kommer nästa", "Publiceras"]


def fresh() -> None:
    """The table of all indicators, what the words mean, and the calendar."""
    build = frame.here().build
    within = pick_area("kv_aktuellt")
    failed = tuple(sorted((key, failure.words) for key, failure in failures().items()))
    found = cached.shared(freshness_view, build, date.today(), within, failed)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        _table(found, build)
    with right:
        _calendar(found.calendar)
        with frame.soft("states"):
            frame.html('<h2 class="sec">Vad orden betyder</h2>')
            pairs(MEANING)


def _table(found: FreshnessView, build: str) -> None:
    with frame.frame("freshness", stretch=False):
        frame.finding(found.finding, "Sorterade så att de som har väntat längst står först")
        states = [s for s in STATES.values() if any(r.state == s for r in found.rows)]
        words = {s.id: f"{s.words} ({sum(r.state == s for r in found.rows)})" for s in states}
        changed = page_choice.keep(STATE, words)
        pickers.say_strange(page_choice.strange(STATE, {s.id: s.words for s in STATES.values()}))
        picked = st.pills(
            "Läge",
            list(words),
            format_func=words.__getitem__,
            key=STATE,
            on_change=changed,
            label_visibility="collapsed",
        )
        rows = [_row(r) for r in found.rows if picked in (None, r.state.id)]
        rows_table(COLUMNS, rows, caption="Aktualitet")
        downloads_of(
            lambda: freshness_sheet(cached.catalogue(build), found, build), file_stem("aktualitet"), "freshness"
        )


def _row(r: Row) -> tuple[str, ...]:
    trouble = f"<small>Senaste försöket misslyckades: {frame.text(r.trouble)}</small>" if r.trouble else ""
    known = "" if not r.cycle or r.documented != OWN else f"<small>{OWN}</small>"
    return (
        f"{link(r.indicator, r.name)}<small>{frame.text(r.owner)}</small>{trouble}",
        frame.chip(r.state),
        f"{frame.text(r.newest)}<small>{frame.text(r.retrieved)}</small>" if r.newest else "..",
        _next(r),
        f"{frame.text(r.cycle)}{known}",
    )


def _next(r: Row) -> str:
    late = r.due != r.occasion
    return f"{frame.text(r.due_words)}<small>{'borde ha kommit' if late else ''}</small>" if r.due else ""


def _calendar(months: tuple[Month, ...]) -> None:
    with frame.frame("calendar", stretch=False):
        frame.finding("Det här publiceras härnäst")
        if not months:
            frame.html('<p class="note">Inget mått har en angiven publiceringstakt ännu.</p>')
        for month in months:
            more = len(month.names) - NAMES_SHOWN
            names = [*month.names[:NAMES_SHOWN], *([f"och {more} till"] if more > 0 else [])]
            frame.html(f'<h3 class="sec">{frame.text(month.words.capitalize())}</h3>', bullets(names))
        frame.source("Månaden räknas fram ur ägarens publiceringstakt. Källans egen kalender gäller.")

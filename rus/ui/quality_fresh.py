"""Aktualitet: how fresh each indicator is, and what is published next."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from rus.store.notes import failures
from rus.ui import cached, frame, page_choice, pickers
from rus.ui.downloads import downloads_of
from rus.ui.folds import fold
from rus.ui.markup import bullets, pairs
from rus.ui.quality import in_parts, link, pick_area, rows_table
from rus.views.quality_fresh import (
    MEANING,
    STATES,
    TO_DO,
    Count,
    FreshnessView,
    Month,
    Row,
    by_state,
    freshness_sheet,
    freshness_view,
)
from rus.views.quality_fresh import OWN_READING as OWN
from rus.views.quality_parts import Part, by_theme
from rus.views.sheet import file_stem

STATE = "kv_lage"
NAMES_SHOWN, MONTHS_SHOWN = 6, 3
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
        frame.finding(found.finding, "Det som borde ha kommit står först, och det som har väntat längst överst")
        frame.html(_counts(found.counts))
        picked = _pick(found)
        for state in by_state(found.rows):
            if picked in (None, state.id):
                _state(state, build, alone=picked is not None)
        downloads_of(
            lambda: freshness_sheet(cached.catalogue(build), found, build), file_stem("aktualitet"), "freshness"
        )


def _counts(counts: Sequence[Count]) -> str:
    """How many are current, late and awaited, as a bar and in words."""
    bar = "".join(f'<i class="{c.words.css}" style="flex-grow:{c.number}"></i>' for c in counts if c.number)
    said = "".join(
        f"<li><b>{c.number}</b>{frame.chip(c.words)}<small>{frame.text(c.meaning)}</small></li>" for c in counts
    )
    return f'<div class="three" aria-hidden="true">{bar}</div><ul class="three">{said}</ul>'


def _pick(found: FreshnessView) -> str | None:
    """The state that is shown alone; None for all."""
    states = [s for s in STATES.values() if any(r.state == s for r in found.rows)]
    words = {s.id: f"{s.words} ({sum(r.state == s for r in found.rows)})" for s in states}
    changed = page_choice.keep(STATE, words)
    pickers.say_strange(page_choice.strange(STATE, {s.id: s.words for s in STATES.values()}))
    picked: str | None = st.pills(
        "Läge",
        list(words),
        format_func=words.__getitem__,
        key=STATE,
        on_change=changed,
        label_visibility="collapsed",
    )
    return picked


def _state(state: Part[Row], build: str, *, alone: bool) -> None:
    """The measures in one state: open where somebody has to do something, else in a fold; many subject by subject."""
    parts, key, caption = by_theme(state.rows, cached.catalogue(build)), f"kv_aktuellt_{state.id}", "Aktualitet"
    if len(parts) == 1 and not alone:
        in_parts((state,), key, _rows, caption, opened=int(state.id in TO_DO))
        return
    if not alone:
        frame.html(f'<h3 class="sec next">{frame.text(state.words)} ({len(state.rows)})</h3>')
    in_parts(parts, key, _rows, f"{caption} {state.words}")


def _rows(rows: Sequence[Row], caption: str) -> None:
    rows_table(COLUMNS, [_row(r) for r in rows], caption=caption)


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
        for month in months[:MONTHS_SHOWN]:
            _month(month)
        if months[MONTHS_SHOWN:]:
            with fold("Senare månader", "kv_senare") as place:
                if place.open:
                    for month in months[MONTHS_SHOWN:]:
                        _month(month)
        frame.source("Månaden räknas fram ur ägarens publiceringstakt. Källans egen kalender gäller.")


def _month(month: Month) -> None:
    more = len(month.names) - NAMES_SHOWN
    names = [*month.names[:NAMES_SHOWN], *([f"och {more} till"] if more > 0 else [])]
    frame.html(f'<h3 class="sec">{frame.text(month.words.capitalize())}</h3>', bullets(names))

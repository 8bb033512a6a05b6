"""What has changed in the report since an earlier data version, chapter by chapter."""

from collections.abc import Iterator
from datetime import date, timedelta

import streamlit as st

from rus.core.errors import RusError
from rus.texts.reports import locks
from rus.texts.texts import texts
from rus.ui import address, cached, frame, pickers
from rus.ui.folds import fold
from rus.ui.markup import table
from rus.ui.report import SINCE, Opened
from rus.views.goal_board import goal_board
from rus.views.quality_changes import since_options
from rus.views.report_changes import (
    NONE_CHOSEN,
    NONE_EARLIER,
    Changed,
    GoalMoved,
    Version,
    build_words,
    changed,
    day_words,
    default,
    earlier,
    goals_moved,
    goals_words,
)
from rus.views.slide import GOALS
from rus.views.status import StatusWord

KEY, NONE = "rap_jmf", "ingen"
MOST = 12
NEW_STATUS = "Mål med ny bedömning"
GONE = "Dataversionen finns inte kvar här, så målens bedömningar då går inte att räkna fram."


def show(opened: Opened) -> None:
    """The part of the page."""
    with st.container(key="chapter_since"):
        frame.html(f'<h2 class="chapter" id="{SINCE}">Vad som har ändrats</h2>')
        versions = earlier(_versions(), opened.build)
        if not versions:
            frame.empty(
                "Det finns inget att jämföra med", NONE_EARLIER, "Lås rapporten, så kan nästa jämföras med den."
            )
            return
        chosen = _pick(opened, versions, default(versions, opened.build))
        if chosen is None:
            frame.html(f'<p class="note">{NONE_CHOSEN}</p>')
            return
        parts = tuple((c.id, c.title, c.indicators) for c in opened.report.chapters if c.id != "metod")
        try:
            found: tuple[Changed, ...] = cached.shared(changed, opened.build, chosen.id, parts)
        except RusError as error:
            frame.empty("Jämförelsen går inte att göra", str(error), "Välj en annan version.")
            return
        _table(found, chosen)
        _goals(opened, chosen)


def _versions() -> Iterator[Version]:
    """Builds, days when something was fetched, and what reports are locked to."""
    yield from (Version(build.id, build_words(build.id)) for build in cached.builds())
    days = [date.fromisoformat(since.day) for since in cached.shared(since_options, cached.newest())]
    if days:
        days.append(days[-1] - timedelta(days=1))
    yield from (Version(found.isoformat(), day_words(found)) for found in days)
    try:
        kept = locks(texts())
    except RusError:
        return
    for one in kept:
        if one.body:
            yield Version(one.body.data_version, f"Låst rapport: {one.body.title}", locked=True)


def _pick(opened: Opened, versions: tuple[Version, ...], first: Version | None) -> Version | None:
    """The version in the address, else the usual one; None where nothing is compared."""
    words = {NONE: "Ingen jämförelse", **{version.id: version.words for version in versions}}
    asked = address.private(KEY)
    start = asked if asked in words else (first.id if first else NONE)
    pickers.say_strange([f"{KEY}={asked}"] if asked and asked not in words else [])
    key = "pick_rap_jmf"
    st.session_state[key] = start

    def done() -> None:
        choice = address.current_choice(opened.catalogue)
        address.remember(choice, **{KEY: str(st.session_state[key])})

    st.selectbox("Jämför med", list(words), format_func=lambda v: words[v], key=key, on_change=done, width=420)
    return next((version for version in versions if version.id == start), None)


def _table(found: tuple[Changed, ...], since: Version) -> None:
    rows = [(c.title, c.view.finding) for c in found]
    frame.html(f'<p class="sub">Jämfört med: {frame.text(since.words)}. Länet, kommunerna och riket.</p>')
    table(("Kapitel", "Vad som har ändrats"), rows, caption="Vad som har ändrats", widths=("30%",))
    for one in found:
        if not one.view.empty:
            with st.expander(f"{one.title}: vilka siffror"):
                _details(one)


def _goals(opened: Opened, since: Version) -> None:
    """The goals whose status is another than it was, from and to; in a fold where figures must be made first."""
    if since.id in {build.id for build in cached.builds()}:
        frame.html(f'<h3 class="sec next">{NEW_STATUS}</h3>')
        _moved(opened, since)
        return
    with fold(NEW_STATUS, "rap_mal") as place:
        if place.open:
            _moved(opened, since)


def _moved(opened: Opened, since: Version) -> None:
    region, version = opened.catalogue.here.region, cached.frozen(since.id)
    try:
        boards = [cached.shared(goal_board, build, region) for build in (version, opened.build) if build]
    except RusError as error:
        frame.html(f'<p class="note">{frame.text(error)}</p>')
        return
    if len(boards) < 2:
        frame.html(f'<p class="note">{GONE}</p>')
        return
    moved = goals_moved(*boards)
    frame.html(f'<p class="sub">{frame.text(goals_words(moved, len(boards[1].lines)))}</p>')
    if moved:
        cells = [
            (_goal(m), _status(m.then, "Målet fanns inte"), _status(m.now, "Målet är borttaget"), frame.text(m.reason))
            for m in moved
        ]
        columns = ("Mål", "Då", "Nu", "Varför")
        table(columns, cells, caption=NEW_STATUS, widths=("30%", "20%", "20%"), safe=True)


def _goal(one: GoalMoved) -> str:
    name, kind = frame.text(one.name), f"<small>{frame.text(one.kind)}</small>"
    return f'<a href="{frame.href(GOALS, mal_rad=one.key)}">{name}</a>{kind}' if one.now else f"{name}{kind}"


def _status(status: StatusWord | None, without: str) -> str:
    return frame.chip(status) if status else frame.text(without)


def _details(one: Changed) -> None:
    view = one.view
    new = [(a.name, "Nytt", a.periods, f"{a.figures} siffror") for a in view.arrived[:MOST]]
    revised = [(f"{v.name}, {v.where}", "Reviderat", v.period, f"{v.old} → {v.new}") for v in view.revised[:MOST]]
    gone = [(f"{v.name}, {v.where}", "Återkallat", v.period, f"var {v.old}") for v in view.withdrawn[:MOST]]
    told = [(t.name, "Ändrad text eller serie", t.when, t.words) for t in (*view.definitions, *view.retired)][:MOST]
    columns = ("Mått", "Slag", "Period", "Ändring")
    table(columns, [*new, *revised, *gone, *told], caption=f"Ändringar: {one.title}", widths=("44%", "16%", "16%"))
    frame.page_link("data-och-kvalitet", "Allt som är nytt")

"""Lås rapporten: keep it as it is, list those that are locked, and open them unchanged."""

import streamlit as st

from rus.core.errors import RusError
from rus.texts.kinds import LockedChapter
from rus.texts.reports import lock, locks, versions_now
from rus.texts.texts import texts
from rus.ui import address, cached, editing, frame
from rus.ui.markup import table
from rus.ui.report import LOCK, PAGE, Opened
from rus.views.foot import foot

TITLE, AUTHOR, SAID = "rap_las_titel", "rap_las_av", "rap_las_sagt"


def offer(opened: Opened) -> None:
    """The button with its form; nothing where the report is locked already."""
    if opened.lock:
        return
    with st.popover("Lås rapporten", icon=":material/lock:"):
        frame.html(
            "<p>En låst rapport öppnas alltid med samma siffror, texter och granskningar som nu, också när det kommer "
            "nya siffror.</p>"
        )
        usual = f"Läget i länet, {cached.shared(foot, opened.build, opened.build).version}"
        st.text_input("Namn", usual, key=TITLE, max_chars=300)
        editing.author_field(AUTHOR)
        st.button("Lås", key="rap_las_knapp", type="primary", on_click=_lock, args=(opened,))
    if said := st.session_state.pop(SAID, None):
        (st.error if said[0] else st.success)(said[1])


def _lock(opened: Opened) -> None:
    title = str(st.session_state.get(TITLE) or "").strip()
    if not title:
        st.session_state[SAID] = (True, "Skriv ett namn på rapporten först.")
        return
    if any(chapter.text.problems for chapter in opened.report.chapters) or opened.problems:
        st.session_state[SAID] = (
            True,
            "En text har fel. Rätta den först. Felet står under Innan ni skickar rapporten.",
        )
        return
    chapters = [
        LockedChapter(id=c.id, title=c.title, paragraphs=c.text.paragraphs, views=tuple(d.address for d in c.drawn))
        for c in opened.report.chapters
    ]
    sentences = [said for c in opened.report.chapters for said in opened.report.sentences_of(c)]
    try:
        name, room = editing.author(AUTHOR), texts()
        versions = versions_now(room, [c.id for c in opened.report.chapters if c.challenge], sentences)
        kept = lock(room, title, name, opened.build, chapters, versions)
    except RusError as error:
        st.session_state[SAID] = (True, str(error))
        return
    st.session_state[SAID] = (False, "Rapporten är låst. Den finns under Låsta rapporter.")
    choice = address.current_choice(opened.catalogue).with_(build=opened.build)
    address.remember(choice, **{LOCK: kept.key})


def listed() -> None:
    """The locked reports, each with its link."""
    try:
        kept = locks(texts())
    except RusError as error:
        st.error(str(error))
        return
    with st.container(key="report_locks"), st.expander(f"Låsta rapporter ({len(kept)})"):
        if not kept:
            frame.html(
                '<p class="note">Ingen rapport är låst. Lås en när den skickas, så går den att öppna likadan.</p>'
            )
            return
        rows = [
            (
                f'<a href="{_href(one.key, one.data_version)}">{frame.text(one.body.title)}</a>',
                frame.text(editing.moment(one.saved_at)),
                frame.text(one.author or "–"),
                frame.text(one.data_version),
            )
            for one in kept
            if one.body
        ]
        columns = ("Rapport", "Låst", "Av", "Dataversion")
        table(columns, rows, caption="Låsta rapporter", widths=("38%", "26%", "14%"), safe=True)


def _href(key: str, version: str) -> str:
    return frame.href(PAGE, **{LOCK: key, "dv": version})

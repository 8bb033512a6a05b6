"""Lås rapporten: keep it as it is, list those that are locked, open them unchanged, take a lock away and regret it."""

from collections.abc import Callable, Sequence

import streamlit as st

from rus.core.errors import RusError
from rus.texts.kinds import LockedChapter, LockedSentence, ReportLock
from rus.texts.reports import Unlocked, keeps_sentences, lock, lock_again, locks, unlock, unlocked, versions_now
from rus.texts.texts import Kept, texts
from rus.ui import address, cached, editing, frame
from rus.ui.markup import table
from rus.ui.report import LOCK, PAGE, Opened
from rus.views.foot import foot

TITLE, AUTHOR, SAID = "rap_las_titel", "rap_las_av", "rap_las_sagt"
REMOVER, WHICH, GONE = "rap_las_bort_av", "rap_las_vilken", "rap_las_borta"
FORM = "rap_las_form"
REMOVE = "Ta bort låset"
KEPT = (
    "Låset försvinner ur listan, och länken till den låsta rapporten visar den senaste i stället. Inget går förlorat: "
    "under Låsta rapporter står att den fanns, och där kan låset tas tillbaka."
)
NOT_HERE = "Länken pekar på en låst rapport som inte finns här. Därför visas den senaste."
OLDER = (
    "Rapporten låstes innan meningar som skrivs ur siffrorna sparades. Siffror, kapitlens egna texter, slutsatser och "
    "granskningar är som då, men de meningarna skrivs på nytt ur samma siffror."
)


def offer(opened: Opened) -> None:
    """The button with its form; where the report is locked, the one that takes the lock away."""
    if opened.lock:
        _removal([opened.lock], opened)
        return
    form = st.popover("Lås rapporten", icon=":material/lock:", key=FORM, on_change="rerun")
    if not form.open:
        return
    with form:
        frame.html(
            "<p>En låst rapport öppnas alltid med samma siffror, texter och granskningar som nu, också när det kommer "
            "nya siffror.</p>"
        )
        usual = f"Läget i länet, {cached.shared(foot, opened.build, opened.build).version}"
        st.text_input("Namn", usual, key=TITLE, max_chars=300)
        editing.author_field(AUTHOR)
        st.button("Lås", key="rap_las_knapp", type="primary", on_click=_lock, args=(opened,))


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
        LockedChapter(
            id=c.id,
            title=c.title,
            paragraphs=c.text.paragraphs,
            views=tuple(d.address for d in c.drawn),
            sentences=_sentences(opened, opened.report.sentences_of(c)),
        )
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


def _sentences(opened: Opened, said: Sequence[tuple[str, str]]) -> tuple[LockedSentence, ...]:
    return tuple(LockedSentence(place=one.place, auto=one.auto, shown=one.text) for one in opened.spoken(said))


def _removal(kept: Sequence[Kept[ReportLock]], opened: Opened) -> None:
    """The button with its confirmation; where there are several locks, which one."""
    names = {one.key: f"{one.body.title}, {editing.moment(one.saved_at)}" for one in kept if one.body}
    with st.popover(REMOVE, icon=":material/lock_open:", type="tertiary", key="rap_las_fraga"):
        frame.html(f"<p>{KEPT}</p>")
        if len(names) > 1:
            st.selectbox("Låst rapport", list(names), format_func=names.__getitem__, key=WHICH)
        editing.author_field(REMOVER)
        st.button(f"Ja, {REMOVE[:1].lower()}{REMOVE[1:]}", key="rap_las_bort", on_click=_unlock, args=(names, opened))


def _unlock(names: dict[str, str], opened: Opened) -> None:
    key = str(st.session_state.get(WHICH) or next(iter(names)))

    def take_away() -> None:
        unlock(texts(), key, editing.author(REMOVER))

    if _done(take_away, "Låset är borttaget. Det kan tas tillbaka under Låsta rapporter."):
        address.remember(address.current_choice(opened.catalogue).with_(build=None), **{LOCK: ""})


def _lock_again(gone: Unlocked) -> None:
    _done(lambda: lock_again(texts(), gone), "Låset är tillbaka. Rapporten finns under Låsta rapporter.")


def _done(change: Callable[[], None], words: str) -> bool:
    try:
        change()
    except RusError as error:
        st.session_state[SAID] = (True, str(error))
        return False
    st.session_state[SAID] = (False, words)
    return True


def told(opened: Opened) -> None:
    """What came of the last change, and what must be known of the lock in the address: that it is gone, or its age."""
    if said := st.session_state.pop(SAID, None):
        (st.error if said[0] else st.success)(said[1])
    if opened.locked:
        if not keeps_sentences(opened.locked):
            st.info(OLDER, icon=":material/lock:")
        return
    key = address.private(LOCK)
    gone = next((one for one in unlocked(texts()) if one.lock.key == key), None) if key else None
    if gone:
        when = f"{editing.moment(gone.when)}{editing.by(gone.by)}"
        st.info(f"Låset togs bort {when}. Därför visas den senaste rapporten.", icon=":material/lock_open:")
        st.button("Ta tillbaka låset", key="rap_las_ater", on_click=_lock_again, args=(gone,))
    elif key:
        st.info(
            "Länken pekar på en låst rapport som inte finns här. Därför visas den senaste.", icon=":material/link_off:"
        )


def listed(opened: Opened) -> None:
    """The locked reports, each with its link; and those whose lock is taken away."""
    try:
        kept, gone = locks(texts()), unlocked(texts())
    except RusError as error:
        st.error(str(error))
        return
    with st.container(key="report_locks"), st.expander(f"Låsta rapporter ({len(kept)})"):
        if not kept:
            frame.html(
                '<p class="note">Ingen rapport är låst. Lås en när den skickas, så går den att öppna likadan.</p>'
            )
        else:
            _table(kept)
            if opened.lock is None:
                _removal(kept, opened)
        _gone(gone)


def _table(kept: Sequence[Kept[ReportLock]]) -> None:
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


def _gone(gone: Sequence[Unlocked]) -> None:
    """The locks that are taken away, and the way back."""
    if not gone:
        return
    names = {one.lock.key: one.lock.body.title for one in gone if one.lock.body}
    rows = [
        (names[one.lock.key], editing.moment(one.lock.saved_at), editing.moment(one.when), one.by or "–")
        for one in gone
    ]
    frame.html('<h3 class="sec">Borttagna lås</h3>')
    table(("Rapport", "Låst", "Lås borttaget", "Av"), rows, caption="Borttagna lås", widths=("38%", "24%", "24%"))
    by_key = {one.lock.key: one for one in gone}
    if len(gone) > 1:
        st.selectbox("Borttaget lås", list(names), format_func=names.__getitem__, key=GONE)
    st.button("Ta tillbaka låset", key="rap_las_tillbaka", on_click=lambda: _lock_again(by_key[_chosen(by_key)]))


def _chosen(by_key: dict[str, Unlocked]) -> str:
    return str(st.session_state.get(GONE) or next(iter(by_key)))


def _href(key: str, version: str) -> str:
    return frame.href(PAGE, **{LOCK: key, "dv": version})

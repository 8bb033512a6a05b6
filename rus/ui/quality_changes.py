"""Nytt sedan sist: what became known since a day, kind by kind."""

from collections.abc import Sequence

import streamlit as st

from rus.core.swedish import number
from rus.ui import cached, frame, page_choice, pickers
from rus.ui.downloads import downloads_of
from rus.ui.quality import link, rows_table
from rus.views.quality import UPDATE
from rus.views.quality_changes import ChangesView, Since, Told, changes, changes_sheet, changes_view, since_options
from rus.views.quality_revised import Value
from rus.views.sheet import file_stem


def new() -> None:
    """The changes since a day that the reader chooses."""
    build = frame.here().build
    options = cached.shared(since_options, build)
    if not options:
        frame.empty(
            "Ingen uppdatering har gjorts ännu",
            "Siffrorna är de som följde med från början, så det finns inget att jämföra med.",
            UPDATE,
        )
        return
    chosen = _pick(options)
    view = cached.shared(changes_view, build, chosen.day)
    frame.finding(view.finding, view.computed, big=True)
    if view.empty:
        why = f"Ingen källa har lämnat något nytt {chosen.words[:1].lower()}{chosen.words[1:]}."
        frame.empty("Inget har ändrats", why, "Välj en tidigare dag, eller kör rus update.")
        return
    _arrived(view)
    _revised(view)
    _withdrawn(view)
    left, right = st.columns(2, gap="medium")
    with left:
        _told("definitions", "Ändrade definitioner", view.definitions)
    with right:
        _told("retired", "Avslutade serier", view.retired)
    downloads_of(
        lambda: changes_sheet(cached.catalogue(build), changes(cached.store(build), chosen.day), build),
        file_stem("nytt-sedan-sist"),
        "changes",
    )


def _pick(options: Sequence[Since]) -> Since:
    key, words = "kv_sedan", {option.day: option.words for option in options}
    changed = page_choice.keep(key, words, options[0].day)
    pickers.say_strange(page_choice.strange(key, words))
    picked = st.selectbox(
        "Visa vad som är nytt",
        list(words),
        format_func=words.__getitem__,
        key=key,
        on_change=changed,
        width=340,
        help="Här finns de dagar då något hämtades. För andra dagar: rus changes --since 2026-11-01.",
    )
    return next((option for option in options if option.day == picked), options[0])


def _arrived(view: ChangesView) -> None:
    if not view.arrived:
        return
    with frame.frame("arrived", stretch=False):
        frame.finding("Nya perioder", f"{len(view.arrived)} mått och grupper har fått siffror som inte fanns förut")
        rows = [
            (
                link(a.indicator, a.name, grp=a.group),
                frame.text(a.periods),
                number(a.figures),
                number(a.places),
                f'<span class="nb">{frame.text(a.when)}</span>',
            )
            for a in view.arrived
        ]
        columns = ["Mått och grupp", "Ny period", "Siffror", "Platser", "Kom hit"]
        rows_table(columns, rows, caption="Nya perioder", numbers=(2, 3))


def _revised(view: ChangesView) -> None:
    if not view.revised:
        return
    with frame.frame("revised", stretch=False):
        frame.finding(
            "Reviderade värden",
            "Källan har ändrat siffror som redan var publicerade. Ändringen är den nya siffran minus den gamla.",
        )
        rows = [
            (link(r.indicator, r.name, grp=r.group), number(r.figures), number(r.places), frame.text(r.span))
            for r in view.summary
        ]
        rows_table(["Mått och grupp", "Siffror", "Platser", "Ändring"], rows, caption="Reviderade mått", numbers=(1, 2))
        _values("Reviderade värden", view.revised, view.n_revised)


def _withdrawn(view: ChangesView) -> None:
    if not view.withdrawn:
        return
    with frame.frame("withdrawn", stretch=False):
        frame.finding("Återkallade värden", "Källan har tagit bort siffrorna. De visas inte längre men är sparade.")
        _values("Återkallade värden", view.withdrawn, view.n_withdrawn)


def _values(caption: str, values: Sequence[Value], total: int) -> None:
    """The values of our own places first, and how many more the file has."""
    columns = ["Mått och grupp", "Var", "Period", "Från", "Till", "Ändring"]
    last: list[tuple[str, ...]] = [
        (frame.text(v.old), f"<b>{frame.text(v.new)}</b>", frame.text(v.change)) for v in values
    ]
    if not any(v.change for v in values):
        columns, last = ["Mått och grupp", "Var", "Period", "Värdet var"], [cells[:1] for cells in last]
    rows = [(*_head(v), *cells) for v, cells in zip(values, last, strict=True)]
    rows_table(columns, rows, caption=caption, numbers=range(3, len(columns)))
    if total > len(values):
        frame.source(
            f"Visar {len(values)} av {number(total)}, de egna platserna först och de största ändringarna. "
            "Alla finns i filerna nedan."
        )


def _head(v: Value) -> tuple[str, str, str]:
    return link(v.indicator, v.name, grp=v.group), frame.text(v.where), frame.text(v.period)


def _told(key: str, title: str, lines: Sequence[Told]) -> None:
    with frame.frame(key):
        frame.finding(title)
        if not lines:
            frame.html('<p class="note">Inga.</p>')
            return
        rows = [(link(t.indicator, t.name), frame.text(t.words), frame.text(t.when)) for t in lines]
        rows_table(["Mått", "Vad som har ändrats", "När"], rows, caption=title)

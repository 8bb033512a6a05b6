"""The tab of measures that say nearly the same: on what to compare, the table, and what it does not say."""

import streamlit as st

from rus.ui import cached, frame, page_choice
from rus.ui.catalogue import CHOSEN, chosen
from rus.ui.downloads import downloads_of
from rus.ui.markup import bullets
from rus.ui.quality import rows_table
from rus.views.catalogue_sheets import alike_sheet
from rus.views.quality import areas
from rus.views.redundancy import BASES, CAUTION, HOW, PLACES, Line, Measured, measured, redundancy
from rus.views.sheet import file_stem

PICKED = "kat_mot"
COLUMNS = ("Mått", "Liknar", "Rangkorrelation", "Antal", "Vad det betyder", "Se båda")
EVERY = ""


def show() -> None:
    """The tab."""
    build = frame.here().build
    catalogue = cached.catalogue(build)
    spots = st.columns([1, 1, 1.6], gap="small", vertical_alignment="bottom")
    with spots[0]:
        based = page_choice.keep("kat_bas", BASES, PLACES)
        basis = st.segmented_control(
            "Jämför", list(BASES), format_func=BASES.__getitem__, required=True, key="kat_bas", on_change=based
        )
    with st.spinner("Jämför alla mått med varandra. Det tar några sekunder första gången …"):
        found = cached.shared(measured, build, basis or PLACES)
    inside = areas(catalogue)
    with spots[1]:
        narrowed = page_choice.keep("kat_omr", inside)
        within = st.selectbox(
            "Minst ett av måtten i", list(inside), format_func=inside.__getitem__, key="kat_omr", on_change=narrowed
        )
    with spots[2]:
        wanted = _pick(found, chosen(catalogue))
    made = redundancy(found, within=within or "", wanted=wanted)
    left, right = st.columns([2.6, 1], gap="medium")
    with left, frame.frame("alike", stretch=False):
        frame.finding(made.finding, made.below)
        if made.lines:
            rows = [_row(line, found) for line in made.lines]
            rows_table(COLUMNS, rows, caption="Mått som liknar varandra", numbers=(2, 3))
            if made.left_out:
                frame.html(f'<p class="note">{made.left_out} par till visas inte. Välj ett område eller ett mått.</p>')
            downloads_of(lambda: alike_sheet(catalogue, made, build=build), file_stem("liknande-matt"), "alike")
    with right, frame.soft("caution"):
        frame.html('<h2 class="sec">Läs så här</h2>', f"<p>{frame.text(HOW[found.basis])}</p>", bullets(CAUTION))


def _pick(found: Measured, opened: str) -> str:
    names = {EVERY: "Alla mått som liknar varandra"} | dict(found.names)
    st.session_state[PICKED] = opened if opened in names else EVERY

    def changed() -> None:
        if st.session_state[PICKED]:
            st.query_params[CHOSEN] = st.session_state[PICKED]
        else:
            st.query_params.pop(CHOSEN, None)

    return str(st.selectbox("Mått", list(names), format_func=lambda i: names[i], key=PICKED, on_change=changed) or "")


def _row(line: Line, found: Measured) -> tuple[str, ...]:
    pair = line.pair
    if found.basis == PLACES:
        link = frame.href("utforska", ind=pair.first, diagram="samband", utf_mot=pair.second)
        told = frame.text(f"Punktdiagram: {line.first} och {line.second}")
        look = f'<a href="{link}" aria-label="{told}">Punktdiagram</a>'
    else:
        look = ""
    return (
        _card(pair.first, line.first),
        _card(pair.second, line.second),
        line.rank,
        str(pair.n),
        frame.text(line.kind),
        look,
    )


def _card(identity: str, name: str) -> str:
    return f'<a href="{frame.href("indikatorer", kat_ind=identity)}">{frame.text(name)}</a>'

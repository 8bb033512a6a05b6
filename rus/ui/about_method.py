"""The tabs of the Om page on how figures are judged: every method with its formula, and every sign."""

import re
from functools import lru_cache

import streamlit as st

from rus.core import paths
from rus.ui import frame
from rus.ui.markup import table
from rus.views.about_signs import IN_CHARTS, KEYS, MARKS, STATUS_MEANS, WORDS_OF_WAY, symbols
from rus.views.about_words import METHOD
from rus.views.method_words import METHODS
from rus.views.status import STATUSES

KEY, WIDGET = "om_metod", "pick_method"
NOT_HERE = "Filen med formeln finns inte här."
LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")


def method() -> None:
    """How figures are shown and judged, every method in two sentences, and the formula of the chosen one."""
    with frame.frame("method"):
        parts = [f"<h2>{frame.text(head)}</h2><p>{frame.text(' '.join(said))}</p>" for head, said in METHOD.items()]
        frame.html(f'<div class="prose twin">{"".join(parts)}</div>')
    _formula()
    for number, (heading, methods) in enumerate(METHODS.items()):
        with frame.frame(f"methods_{number}", stretch=False):
            frame.finding(heading)
            rows = [
                (
                    f'<a href="{frame.href("om", om_flik="Metod", om_metod=m.id)}">{frame.text(m.name)}</a>',
                    frame.text(f"{m.does} {m.mind}"),
                )
                for m in methods
            ]
            table(["Metod", "Så fungerar den"], rows, caption=f"Metoder: {heading}", widths=("28%",), safe=True)


def _formula() -> None:
    """The picker, which also stands in the address, and the document of the chosen method."""
    names = {m.id: m.name for methods in METHODS.values() for m in methods}
    wanted = st.query_params.get(KEY, "")
    st.session_state[WIDGET] = wanted if wanted in names else None

    def changed() -> None:
        if st.session_state[WIDGET]:
            st.query_params[KEY] = st.session_state[WIDGET]
        else:
            st.query_params.pop(KEY, None)

    with frame.frame("formula", stretch=False):
        frame.finding("Se hela uträkningen", "Formel, exempel och begränsningar, på engelska för den som granskar")
        chosen = st.selectbox(
            "Metod",
            list(names),
            format_func=lambda one: names[one],
            key=WIDGET,
            on_change=changed,
            index=None,
            placeholder="Välj en metod",
        )
        if wanted and wanted not in names:
            frame.empty(
                f"Metoden {wanted} finns inte", "Adressen pekar på en metod som inte används.", "Välj i listan."
            )
        if chosen:
            with st.container(key="english_formula"):
                st.markdown(_document(chosen))


@lru_cache(maxsize=64)
def _document(method_id: str) -> str:
    """The document of a method without links to files; its heading below those of the page."""
    path = paths.ROOT / "docs" / "methods" / f"{method_id}.md"
    if not path.is_file():
        return NOT_HERE
    return f"##{in_page(path.read_text(encoding='utf-8'))}"


def in_page(document: str) -> str:
    """A document with links between documents as plain words: on a page they lead nowhere."""
    return LINK.sub(r"\1", document)


def signs() -> None:
    """Every sign, status and mark with what it means."""
    left, right = st.columns(2, gap="medium")
    with left, frame.frame("statuses"):
        frame.finding("Bedömningar", "Ikon och ord står alltid tillsammans, aldrig bara en färg")
        rows = [(frame.chip(status), frame.text(STATUS_MEANS[status.id])) for status in STATUSES.values()]
        table(["Bedömning", "När den ges"], rows, caption="Bedömningar", widths=("44%",), safe=True)
    with right, frame.frame("marks"):
        frame.finding("Ord och märken vid siffror")
        table(["Märke", "Betyder"], (*MARKS, *WORDS_OF_WAY), caption="Ord och märken", widths=("30%",))
        frame.source("Riktningen säger vad siffran gör, bedömningen om det är åt rätt håll.")
    left, right = st.columns(2, gap="medium")
    with left, frame.frame("charts"):
        frame.finding("I diagram")
        table(["Syns som", "Betyder"], IN_CHARTS, caption="Tecken i diagram", widths=("44%",))
        frame.source("Under varje diagram finns samma värden i en tabell.")
    with right, frame.frame("symbols"):
        frame.finding("Tecken i tabeller")
        table(["Tecken", "Betyder"], symbols(), caption="Tecken i tabeller", widths=("30%",))
        frame.source("I filer är cellen tom och orsaken står i kolumnen Status.")


def keys() -> None:
    """What the keyboard does."""
    with frame.frame("keys"):
        frame.finding("Tangenter", "Allt på sidan går att nå och använda utan mus")
        table(["Tangent", "Gör så här", "Var"], KEYS, caption="Kortkommandon", widths=("26%", "54%"))
        frame.source("På Mac heter blanksteg mellanslag, och Page Down är Fn + pil ner.")

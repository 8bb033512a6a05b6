"""The decisions of the review as a list to print, and the catalogue's description for data portals."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from rus.catalogue.accessibility import read_statement
from rus.catalogue.catalogue import Catalogue
from rus.core.errors import RusError
from rus.core.swedish import day
from rus.exports.dcat import turtle
from rus.ui import frame
from rus.ui.english import read_messages
from rus.ui.markup import table
from rus.views.known import Known
from rus.views.open_data import portal
from rus.views.review import PROPOSALS, Reviewed

COLUMNS = ("Mått", "Beslut", "Datum", "Forum", "Motiv")
PRINT = """
<div class="rus"><button type="button" class="save" id="print-decisions">Skriv ut listan</button></div>
<script>(() => {
document.getElementById("print-decisions").onclick = () => {
  document.documentElement.classList.add("print-one");
  window.addEventListener("afterprint", () => document.documentElement.classList.remove("print-one"), {once: true});
  window.print();
};
})()</script>
"""


def decided(every: Sequence[Reviewed]) -> None:
    """What is decided of the measures, the newest first; printed, the list stands alone on its paper."""
    made = [one for one in every if one.review.decision]
    made.sort(key=lambda one: one.review.decision.decided, reverse=True)  # type: ignore[union-attr]  # they have one
    with frame.frame("decisions", stretch=False):
        frame.finding("Beslut om måtten", _below(len(made)))
        if not made:
            frame.empty("Inget är beslutat ännu", "Ett beslut har datum, forum och motiv. Fyll i dem nedan.")
            return
        rows = [_row(one) for one in made]
        table(COLUMNS, rows, caption="Beslut om måtten", widths=("24%", "14%", "14%", "18%"))
        st.html(PRINT, width="content", unsafe_allow_javascript=True)


def _below(many: int) -> str:
    return "1 beslut" if many == 1 else f"{many} beslut, det senaste först" if many else ""


def _row(one: Reviewed) -> tuple[str, ...]:
    decision = one.review.decision
    assert decision
    return (
        one.indicator.title,
        PROPOSALS[one.review.proposal],
        day(decision.decided),
        decision.body,
        decision.reason or "–",
    )


def open_data(catalogue: Catalogue, known: Mapping[str, Known]) -> None:
    """The description for Sveriges dataportal, made when it is asked for."""
    site = (st.context.url or "").partition("?")[0].rpartition("/")[0]
    st.download_button(
        "Öppna data (katalog.ttl)",
        lambda: turtle(portal(catalogue, known, site=site, contact=_contact(), english=_english())),
        file_name="katalog.ttl",
        mime="text/turtle",
        key="catalogue_ttl",
        help="Beskriver siffrorna för Sveriges dataportal enligt DCAT-AP-SE 3",
        icon=":material/download:",
        on_click="ignore",
        type="tertiary",
    )


def _english() -> Callable[[str], str]:
    """The English of words that the interface has it for."""
    messages = dict(read_messages())
    return lambda words: messages.get(words, "")


def _contact() -> str:
    try:
        found = read_statement()
    except RusError:
        return ""
    return (found.contact or "") if found else ""

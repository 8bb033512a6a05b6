"""The parts of Utforska below the picture: files, the table, definition and quality, and the link to copy."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.table import html_table
from rus.store.store import Store
from rus.ui import address, cached, chart, drawing, frame, picking, picture
from rus.ui.downloads import downloads_of
from rus.views.choice import Choice
from rus.views.indicator import IndicatorView
from rus.views.places_sheet import with_places
from rus.views.sheet import Sheet, file_stem, sheet_of, sheet_of_challenge

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

FEW = 4
"""Reasons that have room below the definition."""
NARROW = 6
"""Columns of figures that have room beside the explanations."""
COPY = """
<div class="rus copy"><label for="rus-link">Länken visar samma bild ur samma dataversion.</label>
<textarea id="rus-link" readonly></textarea>
<button type="button" id="rus-copy">Kopiera</button>
<span id="rus-copied" role="status"></span></div>
<script>(() => {
const field = document.getElementById("rus-link"), said = document.getElementById("rus-copied");
field.value = new URL(%s, location.href).href;
document.getElementById("rus-copy").onclick = async () => {
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
  said.textContent = "Länken är kopierad";
};
})()</script>
"""


def copy_link(wish: Choice, view: IndicatorView, listed: Mapping[str, str]) -> None:
    """The address of exactly this picture: every choice, defaults too, the years seen and the data version.

    Args:
        wish: what the reader chose.
        view: what is shown of it.
        listed: what the list beside it is narrowed to, as parts of the address.
    """
    mine = {**view.private, **listed}
    years = (view.periods[0], view.periods[-1]) if view.periods else None
    copy_popover(address.link(wish.with_(indicator=view.indicator.id), frame.here().build, years, **mine))


def copy_popover(link: str) -> None:
    """The button that opens the link, to be copied."""
    with st.popover("Kopiera länk", icon=":material/link:"):
        copy_field(link)


def copy_field(link: str) -> None:
    """The link in a field, with its button; an address relative to the page is written out."""
    st.html(COPY % json.dumps(link).replace("</", "<\\/"), unsafe_allow_javascript=True)


def take_away(catalogue: Catalogue, view: IndicatorView) -> None:
    """Files of exactly what is seen, the picture, and a whole challenge area at once."""
    build = frame.here().build
    with st.container(key="take_away", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<div class="rus"><h2 class="sec">Ladda ner</h2></div>', width="content")
        if not view.empty:
            stem = file_stem(view.indicator.id)
            downloads_of(lambda: _sheet(catalogue, view, build), stem, "explore")
            name = file_stem(view.indicator.id, view.choice.chart)
            said = picture.Said(view.title, view.subtitle, view.source, name)
            if drawing.is_figure(view):
                picture.save_button("explore", said)
            else:
                picture.offer("explore", lambda: said, lambda: drawing.drawing_of(view, chart.theme()))
        _whole_areas(catalogue, build)


def _whole_areas(catalogue: Catalogue, build: str) -> None:
    """Files of a whole challenge area; the buttons come when someone opens the list, which few do."""
    label, icon = "Helt utmaningsområde", ":material/folder_zip:"
    box = st.popover(label, key="whole_areas", on_change="rerun", type="tertiary", icon=icon)
    if not box.open:
        return
    with box:
        frame.html('<p class="sub">Alla mått i området, för alla regioner, år och grupper.</p>')
        for challenge in catalogue.challenges:
            frame.html(f'<p class="sec">{frame.text(challenge.name)}</p>')
            downloads_of(_area(challenge.id, build), file_stem(challenge.id), f"area_{challenge.id}")


class _area:  # noqa: N801  # used as a function that remembers its area
    """Makes the sheet of a challenge area when a button is pressed."""

    def __init__(self, challenge: str, build: str) -> None:
        """Which area, in which build."""
        self._challenge, self._build = challenge, build

    def __call__(self) -> Sheet:
        """The sheet; not kept, since it is large and seldom asked for."""
        store: Store = cached.store(self._build)
        return sheet_of_challenge(store, cached.catalogue(self._build), self._challenge, build=self._build)


def _sheet(catalogue: Catalogue, view: IndicatorView, build: str) -> Sheet:
    years = (view.periods[0], view.periods[-1]) if view.periods else None
    link = address.link(view.choice, build, years, **view.private)
    many = view.table is not None and view.rows["indicator"].nunique() > 1
    title = view.table.caption if many and view.table else view.indicator.title
    made = sheet_of(view.rows, catalogue, view.choice, title=title, build=build, link=link)
    return with_places(made, view.places, view.indicator) if view.places else made


def below(view: IndicatorView) -> None:
    """Table and explanations: side by side, or one below the other where the table is wide."""
    if view.table is None or view.choice.chart == "tabell" or len(view.table.columns) > NARROW:
        figures(view)
        halves = st.columns(2, gap="medium")
        panels(view, halves[0], halves[1])
        return
    table, words = st.columns([1.9, 1], gap="medium")
    with table:
        figures(view)
    # many reasons in the narrow column would be a column as long as the rest of the page
    panels(view, words, words if len(view.options.explain) <= FEW else st.container())


def figures(view: IndicatorView) -> None:
    """The table with the figures of the chart."""
    if view.table is None or view.choice.chart == "tabell":
        return
    with frame.frame("figures", stretch=False):
        head = f'<h2 class="sec">Siffrorna i diagrammet</h2><p class="sub">{frame.text(view.table.caption)}</p>'
        frame.html(head, html_table(view.table, links=picking.links(view)))


def panels(view: IndicatorView, first: "DeltaGenerator", second: "DeltaGenerator") -> None:
    """Definition and quality; why something can't be chosen."""
    with first, frame.soft("quality"):
        card = frame.href("indikatorer", kat_ind=view.indicator.id)
        notes = "".join(f'<p class="note">{frame.text(note)}</p>' for note in view.indicator.notes)
        frame.html(
            '<h2 class="sec">Definition och kvalitet</h2>',
            f"<p>{frame.text(view.indicator.definition)}</p>{_pairs(view.quality)}{notes}",
            f'<p class="note"><a href="{card}">Hela kortet i katalogen</a>. ',
            f'<a href="{frame.text(view.indicator.link)}">Källans egen sida</a>. ',
            "Rubriken över diagrammet skrivs automatiskt ur siffrorna.</p>",
        )
    if view.options.explain:
        with second, frame.soft("why"):
            many = " many" if len(view.options.explain) > FEW else ""
            head = f'<h2 class="sec">Varför kan jag inte välja …?</h2><div class="reasons{many}">'
            frame.html(head, _pairs(view.options.explain), "</div>")


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{frame.text(name)}</dt><dd>{frame.text(words)}</dd>" for name, words in pairs)
    return f'<dl class="kv words">{rows}</dl>'

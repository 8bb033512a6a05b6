"""The parts of Diagramguide: the list of questions, the example on real figures, and how it is read."""

from collections.abc import Callable

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.budget import budget_bars
from rus.charts.dumbbell import describe
from rus.charts.table import html_table
from rus.core.swedish import number
from rus.ui import cached, cards, cards_picture, chart, drawing, frame, handles, overview, project_money, site
from rus.ui.gallery_more import MORE
from rus.ui.gap_chart import gap_chart
from rus.ui.markup import fold, pairs, written
from rus.ui.project import projects
from rus.ui.tile_chart import tile_chart
from rus.views.budget import budget_view
from rus.views.gallery import example
from rus.views.gallery_words import GUIDES, Guide
from rus.views.indicator import IndicatorView
from rus.views.slide_project import COSTS
from rus.views.tiles import tile_choices, tile_view

MOST_SMALL = 4
KEY, WIDGET = "dia_val", "pick_dia"
NOT_HERE = "De här siffrorna räcker inte till ett exempel"


def pick() -> str:
    """The list of questions; the chosen chart's id, which stands in the address."""
    guides = {guide.id: guide for guide in GUIDES}
    wanted = st.query_params.get(KEY, "")
    st.session_state[WIDGET] = wanted if wanted in guides else GUIDES[0].id

    def changed() -> None:
        st.query_params[KEY] = st.session_state[WIDGET]

    st.radio(
        "Fråga",
        list(guides),
        format_func=lambda identity: guides[identity].question,
        captions=[guide.name for guide in GUIDES],
        key=WIDGET,
        label_visibility="collapsed",
        on_change=changed,
    )
    return str(st.session_state[WIDGET])


def show(catalogue: Catalogue, wanted: str) -> None:
    """The example and its words."""
    found = cached.shared(example, frame.here().build, wanted)
    if wanted not in MORE or not MORE[wanted](catalogue):
        with frame.frame("gallery", stretch=False):
            if found.guide.elsewhere:
                _on_its_page(found.guide)
            elif found.view:
                _of_indicator(found.view)
            else:
                OTHERS.get(wanted, _missing)(catalogue)
    with frame.soft("guide"):
        frame.html(f'<h2 class="sec">{frame.text(found.guide.name)}</h2>')
        guide = found.guide
        pairs((("Vad det visar", guide.shows), ("Så läser du det", guide.read), ("Vad du gör med det", guide.act)))


def _of_indicator(view: IndicatorView) -> None:
    frame.finding(view.title, view.subtitle, big=True)
    drawing.draw(view, "gallery")
    frame.html("".join(f'<p class="note">{frame.text(note)}</p>' for note in view.notes))
    if view.table and view.choice.chart != "tabell":
        frame.html(fold("Visa som tabell", html_table(view.table)))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        frame.page_link("utforska", "Öppna i Utforska", **view.choice.address(), **view.private)
        handles.row("gallery", handles.of_view(view))
    frame.source(handles.sourced(view))


def _on_its_page(guide: Guide) -> None:
    """A chart that only its own page has room for."""
    page = frame.here().pages.get(guide.elsewhere)
    name = page.title if page else guide.name
    frame.finding(guide.question, f"Diagrammet finns på sidan {name}", big=True)
    frame.html("<p>Det visar många mått på en gång och behöver en egen sida. Där står siffrorna i samma rader.</p>")
    frame.page_link(guide.elsewhere, f"Öppna {name}")


def _missing(_catalogue: Catalogue) -> None:
    frame.empty(NOT_HERE, "Inget mått i den här dataversionen har det som diagrammet behöver.", "Välj en annan fråga.")


def _dumbbell(catalogue: Catalogue) -> None:
    gaps = overview.load().gaps
    if not gaps:
        _missing(catalogue)
        return
    title = f"{gaps[0].name} har störst gap: {gaps[0].gap_text} procentenheter"
    frame.finding(title, f"{catalogue.here.name}, procent av kvinnor och av män", big=True)
    frame.html(cards.SEX_KEY)
    figure, told = gap_chart(gaps, site.theme())
    chart.show(figure, alt=describe(gaps), key="gallery_gaps", filename="hantel", table=told)
    source = cards.sources(g.source for g in gaps)
    overview.gap_handles(gaps, "gallery_gaps", "", said=(title, "Procent. ● Kvinnor ◆ Män", source))
    frame.source(f"{source} {overview.UNTESTED}")


def _tiles(catalogue: Catalogue) -> None:
    build = frame.here().build
    choices = cached.shared(tile_choices, build)
    found = ((one, name, cached.shared(tile_view, build, one)) for one, name in choices)
    chosen, name, view = next((each for each in found if each[2]), ("", "", None))
    if view is None:
        _missing(catalogue)
        return
    frame.finding(view.title, view.subtitle, big=True)
    tile_chart(view, chosen, name, "gallery_tiles")
    frame.source(view.source)


def _small(catalogue: Catalogue) -> None:
    view = overview.load()
    rows = [row for area in view.areas for row in area.rows][:MOST_SMALL]
    if not rows:
        _missing(catalogue)
        return
    title = f"{rows[0].name}: {rows[0].value} {rows[0].unit} {rows[0].period}, med vägen dit"
    below = f"Mått i {catalogue.here.name}, från första till senaste år"
    frame.finding(title, below, big=True)
    cards.indicator_rows(rows, scale=view.gap_scale)
    cards_picture.offer("gallery_rows", [("", rows)], view.gap_scale, title, below)
    cells = [(row.name, str(year), number(value, row.decimals)) for row in rows for year, value in row.points]
    told = written(("Mått", "År", "Värde"), cells, caption="Miniatyrernas siffror", numbers=(1, 2))
    frame.html(fold("Visa som tabell", told))
    frame.source(cards.sources(catalogue.indicators[row.indicator].owner for row in rows))


def _budget(catalogue: Catalogue) -> None:
    found = ((one, budget_view(one)) for one in projects())
    project, view = next((pair for pair in found if pair[1]), (None, None))
    if project is None or view is None:
        _missing(catalogue)
        return
    bars, money = view.costs, view.tables[0]
    frame.finding(view.finding, "Beslutad budget, kronor per år", big=True)
    figure = budget_bars(bars.years, bars.names, bars.amounts, theme=site.theme())
    chart.show(figure, alt=view.alt, key="gallery_budget", filename="budget")
    project_money.handled(project, view, money, COSTS, "gallery_budget")
    rows = [(line.name, *line.cells) for line in money.rows]
    told = written(("Kronor", *money.columns), rows, caption=money.caption, numbers=range(1, 9))
    frame.html(fold("Visa som tabell", told))
    frame.source(view.source)


OTHERS: dict[str, Callable[[Catalogue], None]] = {
    "hantel": _dumbbell, "rutkarta": _tiles, "miniatyr": _small, "budget": _budget,
}  # fmt: skip
"""What draws the charts that are no choice in Utforska."""

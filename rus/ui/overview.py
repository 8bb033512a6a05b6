"""The parts of the first page."""

from dataclasses import replace

import streamlit as st

from rus.charts.dumbbell import describe
from rus.ui import address, approval, cached, cards, cards_picture, editing, frame, handles, site, strange
from rus.ui.chart import show
from rus.ui.downloads import downloads_of
from rus.ui.explore_words import copy_popover
from rus.ui.gap_chart import gap_chart
from rus.ui.handles import Handles
from rus.ui.tables import change_list, change_table, deviation_table
from rus.ui.tile_chart import tile_chart
from rus.views.challenge_tabs import settled
from rus.views.findings import SILENT, FindingsView
from rus.views.gaps import Gap, lower_first
from rus.views.quality_changes import changes_view, since_options
from rus.views.sheet import file_stem
from rus.views.slide_parts import GAPS
from rus.views.slide_parts import MAP_OF as MAP
from rus.views.slide_shown import PART
from rus.views.start import StartView, start_view
from rus.views.taken import shown_sheet
from rus.views.tiles import tile_choices, tile_view

IN_A_ROW = 3
UNTESTED = "Skillnadernas osäkerhet står i Jämlikhet, mått för mått."
FIRST = "Det här är de första siffrorna, så det finns ingen tidigare version att jämföra med."
MOST_SURE = 3
OWN_TREND = "Nyaste värdet mot det som kommunens egna tidigare år pekade mot. Under det väntade står osäkerheten"


def load() -> StartView:
    """What the first page shows of this run's build."""
    view: StartView = cached.shared(start_view, frame.here().build)
    return view


def take_away(shown: tuple[str, ...], title: str, key: str) -> None:
    """The files of a page, behind one button."""
    build = frame.here().build
    with st.popover("Ladda ner", icon=":material/download:"):
        downloads_of(lambda: cached.view(shown_sheet, build, shown, title, build), file_stem(title), key)


def areas(view: StartView) -> None:
    """A card for each challenge area, three in a row."""
    for first in range(0, len(view.areas), IN_A_ROW):
        columns = st.columns(IN_A_ROW, gap="medium")
        for column, area in zip(columns, view.areas[first : first + IN_A_ROW], strict=False):
            with column, frame.card(area.id):
                with st.container(key=f"title_{area.id}", horizontal=True, vertical_alignment="center"):
                    st.header(area.name, anchor=False)
                    frame.page_link(area.id, "Öppna")
                frame.html(f'<p class="tally">{frame.text(area.tally)}</p>')
                cards.indicator_rows(area.rows, scale=view.gap_scale)
                cards_picture.offer(f"rows_{area.id}", [("", area.rows)], view.gap_scale, area.name, area.tally)
    frame.html(f'<p class="note">{frame.text(view.method)}</p>')


def changes(view: StartView) -> None:
    """The largest certain changes."""
    every = view.findings.changes
    with frame.frame("changes"):
        if not view.changes:
            frame.finding("Säkra förändringar")
            frame.empty(view.findings.silent or SILENT, "Ingen förändring är säker när alla mått prövas på en gång.")
            return
        below = "Största säkra förändringen i varje ämne, störst per år i förhållande till nivån först"
        approval.finding("start-changes", view.changes[0].title, below)
        change_table(view.changes)
        frame.source(cards.sources(c.of.indicator.owner for c in view.changes))
        with st.expander(f"Alla säkra förändringar ({len(every)})"):
            change_list(every)
            frame.html(f'<p class="note">{frame.text(view.findings.method)}</p>')


def deviations(view: StartView) -> None:
    """Kommuner whose newest value is not where their own earlier years pointed."""
    found = view.findings.deviations
    with frame.frame("deviations"):
        frame.finding("Kommuner som avviker från sin egen trend", OWN_TREND)
        if found:
            deviation_table(found)
            frame.source(cards.sources(d.of.indicator.owner for d in found))
            return
        frame.empty("Ingen kommun avviker säkert", f"{view.findings.tested[2]} värden är prövade på en gång.")


def gaps(found: tuple[Gap, ...], key: str, *, title: str = "", sure: FindingsView | None = None) -> None:
    """The largest gaps between women and men, and with `sure` which of all gaps are certain."""
    with frame.frame(f"gaps_{key}", stretch=sure is not None):
        if not found:
            frame.finding("Kvinnor och män")
            frame.empty("Inga gap att visa", "Inget mått i procent redovisas för kvinnor och män.")
            return
        periods = sorted({g.period for g in found})
        when = periods[0] if len(periods) == 1 else "senaste år"
        finding = title or f"Störst gap: {lower_first(found[0].name)}"
        measured, source = f"Procent {when}. Gap i procentenheter", cards.sources(g.source for g in found)
        with frame.together():
            said = approval.finding(f"{key}-gaps", finding, measured)
            frame.html(cards.SEX_KEY)
        figure, told = gap_chart(found, site.theme())
        show(figure, alt=describe(found), table=told, key=f"gaps_{key}", filename="kvinnor-och-man")
        gap_handles(found, f"gaps_{key}", "" if sure else key, said=(said, f"{measured}. ● Kvinnor ◆ Män", source))
        if sure:
            _sure(sure)
        frame.source(source if sure else f"{source} {UNTESTED}")


def gap_handles(found: tuple[Gap, ...], key: str, page: str, *, said: tuple[str, str, str]) -> None:
    """The handles of a dumbbell of gaps; `said` is its title, subtitle and source."""
    about = {gap.indicator: gap.name for gap in found}
    region = cached.catalogue(frame.here().build).here.region
    title, subtitle, source = said
    made = Handles(
        page=page,
        choices={PART: GAPS},
        sheet=lambda: handles.figures(tuple(about), (region,), "Kvinnor och män"),
        filename=file_stem("kvinnor och män", key),
        title=title,
        subtitle=subtitle,
        source=source,
        about=about,
    )
    handles.row(key, made)


def _sure(found: FindingsView) -> None:
    """The certain gaps as sentences, and how many that can't be tested."""
    links = [frame.href("utforska", **g.address) for g in found.sex_gaps[:MOST_SURE]]
    said = approval.of((f"start-sure-{g.of.indicator.id}", g.title) for g in found.sex_gaps[:MOST_SURE])
    lines = "".join(
        f'<li><a href="{link}">{frame.text(one.text)}</a> {approval.mark(one)}</li>'
        for link, one in zip(links, said, strict=True)
    )
    title = "Säkra skillnader" if lines else "Ingen skillnad är säker"
    unknown = f"{found.uncounted} skillnader har ingen beräknad osäkerhet." if found.uncounted else ""
    frame.html(f'<h3 class="sec">{title}</h3><ul class="points">{lines}</ul><p class="note">{unknown}</p>')
    approval.review(said)


def tiles() -> None:
    """One indicator in all kommuner, against the county."""
    build = frame.here().build
    choices = dict(cached.shared(tile_choices, build))
    with frame.frame("tiles"):
        if not choices:
            frame.finding("Kommunerna")
            frame.empty("Inga kommuner att visa", "Inget mått har värden för kommunerna.")
            return
        head = st.container(gap="small")
        chosen = _on_map(choices)
        view = cached.shared(tile_view, build, chosen)
        if view is None:
            frame.empty("Inget att jämföra med", "Länet och kommunerna har inget värde för samma år.")
            return
        with head:
            said = approval.finding(f"start-karta-{chosen}", view.title, view.subtitle)
        tile_chart(replace(view, title=said), chosen, choices[chosen], "tiles_start")
        frame.source(view.source)


def _on_map(choices: dict[str, str]) -> str:
    """The measure on the map, which stands in the address."""
    wanted = st.query_params.get(MAP, "")
    st.session_state[MAP] = wanted if wanted in choices else next(iter(choices))

    def changed() -> None:
        st.query_params[MAP] = st.session_state[MAP]

    st.selectbox("Mått på kartan", list(choices), format_func=lambda i: choices[i], key=MAP, on_change=changed)
    strange.say_elsewhere(MAP, choices, "kartan visar mått som kan jämföras mellan kommunerna")
    return str(st.session_state[MAP])


def actions(view: StartView) -> None:
    """What one can do with the page: edit its texts, present it, link to it, take its figures away."""
    build = frame.here().build
    choices = cached.shared(tile_choices, build)
    wanted = settled(st.query_params.get(MAP, ""), choices)
    editing.switch()
    frame.page_link("presentera", "Presentera")
    frame.page_link("rapport", "Rapport")
    choice = address.current_choice(cached.catalogue(build))
    copy_popover(address.link(choice, build, None, **({MAP: wanted} if wanted else {})))
    take_away(view.shown, "Läget i länet", "start")


def new(view: StartView) -> None:
    """What is new since the version before, where there is one, and in the figures as a whole."""
    build = frame.here().build
    with frame.frame("news"):
        days = cached.shared(since_options, build)
        if days:
            frame.finding("Nytt sedan förra versionen", days[0].words)
            frame.html(f"<p>{frame.text(cached.shared(changes_view, build, days[0].day).finding)}</p>")
            frame.page_link("data-och-kvalitet", "Allt som är nytt", kv_sedan=days[0].words)
        cards.news_list("Nytt i siffrorna", view.news)
        if not days:
            frame.html(f'<p class="note">{FIRST}</p>')

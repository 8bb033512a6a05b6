"""The head of Jämlikhet: the measure and the place, its gaps now and over time, and every reason why not."""

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.crossdots import Dots, crossdots
from rus.charts.crossdots import describe as describe_dots
from rus.charts.gapline import describe, gapline
from rus.ui import address, cached, frame, handles, page_choice, pickers, site
from rus.ui.chart import show
from rus.ui.downloads import downloads_of
from rus.ui.explore_words import copy_popover
from rus.ui.handles import Handles
from rus.ui.markup import bullets, fold, pairs, table, written
from rus.views.choice import Choice
from rus.views.equality import EqualityView, equality_view
from rus.views.equality_list import DEFAULT
from rus.views.equality_pairs import Pair
from rus.views.equality_places import side_by_side
from rus.views.equality_words import HELP, STEPS, headline, pair_rows, split_measures, year_rows
from rus.views.sheet import Sheet, file_stem, sheet_of
from rus.views.slide_equality import EQUALITY, FUNNEL, NOW, YEARS
from rus.views.slide_shown import PART

PAIRS = ("Grund", "Grupper", "År", "Värden", "Skillnad", "Osäkerhet (95 %)", "Kvot", "Säkerhet")
BY, SURE, LINKED, GROUP, MEAN = "jml_ordna", "jml_sakra", "jml_lank", "jml_grupp", "jml_medel"
FURTHER = "jml_fler"
YES, NO = "ja", "nej"


def load(catalogue: Catalogue) -> tuple[Choice, EqualityView | None]:
    """What the reader chose, and the view of it; None where no measure is split."""
    build = frame.here().build
    wish = address.current_choice(catalogue)
    options = cached.shared(split_measures, build)
    chosen = wish.indicator or (options[0].id if options else None)
    if chosen is None:
        return wish, None
    region = wish.regions[0] if wish.regions else catalogue.here.region
    return wish.with_(indicator=chosen, regions=(region,)), cached.shared(equality_view, build, chosen, region)


def pick(catalogue: Catalogue, wish: Choice, view: EqualityView) -> None:
    """The measure and the place, after what the address asks for and does not exist."""
    pickers.say_dropped(wish)
    names = {o.id: o.label for o in cached.shared(split_measures, frame.here().build)}
    names.setdefault(view.indicator.id, view.indicator.title)
    places = [catalogue.here.country, catalogue.here.region, *catalogue.kommuner()]
    places += [view.region] if view.region not in places else []
    st.session_state["jml_matt"], st.session_state["jml_plats"] = view.indicator.id, view.region

    def changed() -> None:
        chosen = {"indicator": st.session_state["jml_matt"], "regions": (st.session_state["jml_plats"],)}
        address.remember(wish.with_(**chosen))

    with st.container(key="filter_equality"):
        left, right = st.columns([2, 1], gap="small")
        left.selectbox("Mått", list(names), format_func=lambda i: names[i], key="jml_matt", on_change=changed)
        right.selectbox("Plats", places, format_func=catalogue.name, key="jml_plats", on_change=changed)


def actions(catalogue: Catalogue, wish: Choice, view: EqualityView) -> None:
    """The link to exactly this picture, and files of the figures behind the page."""
    build = frame.here().build
    mine = {BY: DEFAULT, SURE: NO, LINKED: NO, GROUP: view.sex.group, MEAN: NO, **page_choice.further(FURTHER)}
    copy_popover(address.link(wish, build, None, **mine))

    with st.popover("Ladda ner", icon=":material/download:"):
        downloads_of(lambda: whole(catalogue, view), file_stem(view.indicator.id, view.region_name), "equality")


def own(catalogue: Catalogue, view: EqualityView) -> Sheet:
    """The figures of the place alone."""
    choice = Choice(indicator=view.indicator.id, regions=(view.region,))
    return sheet_of(view.rows, catalogue, choice, title=view.indicator.title, build=frame.here().build)


def whole(catalogue: Catalogue, view: EqualityView) -> Sheet:
    """The figures of the place, of what it is part of, and of the kommuner: all that the page shows."""
    found = catalogue.regions.get(view.region)
    around = [found.parent] if found and found.parent in catalogue.regions else []
    regions = dict.fromkeys((view.region, *around, *side_by_side(catalogue, view.region)))
    return handles.figures((view.indicator.id,), tuple(regions), view.indicator.title)


def now(view: EqualityView) -> None:
    """Every gap with both measures and its certainty, in words below, and what can't be compared."""
    rows = pair_rows(view)
    with frame.frame("gaps_now", stretch=False):
        below = f"Skillnader nu: {view.indicator.title}, {view.region_name}. {view.wanted}"
        frame.finding(headline(view) or "Skillnaden kan inte bedömas", below, big=True)
        for mix in view.mixes:
            if mix.text:
                st.warning(mix.text, icon=":material/balance:")
        if rows:
            _dots([p for p in view.pairs if p.gap], view)
            with st.container(key="beside_equality_now", horizontal=True, vertical_alignment="center", gap="small"):
                frame.page_link("utforska", "Utforska måttet", ind=view.indicator.id, geo=view.region, kon="KM")
                handled(view, "equality_now", NOW, headline(view))
        with frame.together():
            _in_words(view, rows)


def _in_words(view: EqualityView, rows: list[tuple[str, ...]]) -> None:
    if rows:
        below = "Skillnad och kvot läses tillsammans: första gruppen minus, och delad med, den andra."
        frame.html(f'<p class="note">{below}</p>')
        table(PAIRS, rows, caption="Skillnader mellan grupper", numbers=(2, 3, 4, 5, 6))
    said = [text for p in view.pairs if p.gap for text in (p.text, p.people_text) if text]
    frame.html(bullets(said) if said else "")
    refused = [(p.label, p.reason) for p in view.pairs if not p.gap]
    if refused:
        frame.html('<h2 class="sec">Kan inte bedömas</h2>')
        pairs(refused)
    if view.goals:
        frame.html(bullets(f"Mål: {goal}." for goal in view.goals))
    frame.html("".join(f'<p class="note">{frame.text(note)}</p>' for note in view.notes))
    frame.source(view.source)


def handled(view: EqualityView, key: str, part: str, title: str, **more: str) -> None:
    """The handles of one of the page's charts.

    Args:
        view: the measure and place.
        key: of the chart.
        part: which one it is, as a slide's address says it (`rus.views.slide_equality`).
        title: the finding.
        more: choices of its own.
    """
    catalogue = cached.catalogue(frame.here().build)
    about = f"{view.indicator.title}, {view.region_name}, {view.indicator.unit}"
    made = Handles(
        page=EQUALITY,
        choices={"ind": view.indicator.id, "geo": view.region, PART: part, **{k: v for k, v in more.items() if v}},
        sheet=(lambda: whole(catalogue, view)) if part == FUNNEL else (lambda: own(catalogue, view)),
        filename=file_stem(view.indicator.id, view.region_name, part),
        title=title or view.indicator.title,
        subtitle=about,
        source=view.source,
        about={view.indicator.id: view.indicator.title},
    )
    handles.row(key, made)


def _dots(shown: Sequence[Pair], view: EqualityView) -> None:
    """The pairs as dots."""
    figure, alt = dots_of(shown, view)
    show(figure, alt=alt, key="equality_now", filename="skillnader")


def dots_of(shown: Sequence[Pair], view: EqualityView) -> tuple[go.Figure, str]:
    """The pairs as dots, and in words; the sexes have their colours only where they stand alone."""
    apart = len({p.period for p in shown}) > 1
    alone = all(p.ground == "sex" for p in shown)
    rows = []
    for pair in shown:
        assert pair.gap
        first, second = pair.gap.first, pair.gap.second
        label = f"{pair.names[0]} ● {pair.names[1]} ◆"
        label = f"{label[:1].upper()}{label[1:]}"
        rows.append(Dots(label, (first.value, second.value), names=pair.names, note=pair.period if apart else ""))
    unit, decimals = view.indicator.unit, view.indicator.decimals
    figure = crossdots(rows, reference=None, unit=unit, decimals=decimals, theme=site.theme(), sexes=alone)
    return figure, describe_dots(rows, unit, decimals)


def over_time(wish: Choice, view: EqualityView) -> None:
    """The gaps year by year, as a picture and a table."""
    picture = view.picture
    heads, rows = year_rows(view)
    with frame.frame("gaps_years", stretch=False):
        below = f"{picture.unit.capitalize()}, {view.region_name}, efter senaste brott i serien"
        frame.finding(picture.finding or "Skillnaderna år för år", below)
        if not picture.lines:
            frame.empty("Inga år att visa", "Ingen skillnad finns för mer än ett år.")
            frame.source(view.source)
            return
        linked = picture.can_link and address.private(LINKED) == YES
        if picture.can_link:
            _switch(wish, linked)
        show(
            gapline(picture, theme=site.theme(), linked=linked),
            alt=describe(picture),
            key="equality_years",
            filename="skillnader-over-tid",
        )
        handled(view, "equality_years", YEARS, picture.finding)
        with frame.together():
            frame.html(bullets(p.time_text for p in view.pairs if p.time_text))
            if picture.link:
                frame.html(f'<p class="note">{frame.text(picture.link)}</p>')
            told = written(heads, rows, caption="Skillnader år för år", numbers=range(1, len(heads)))
            frame.html(fold("Visa som tabell", told))
            frame.source(view.source)


def _switch(wish: Choice, linked: bool) -> None:  # noqa: FBT001  # the one thing that it shows
    st.session_state["pick_jml_lank"] = linked

    def changed() -> None:
        address.remember(wish, **{LINKED: YES if st.session_state["pick_jml_lank"] else ""})

    st.toggle("Visa åren före brottet, länkade", key="pick_jml_lank", on_change=changed)


def questions() -> None:
    """What to ask of a difference, in order."""
    with frame.soft("gaps_questions"), frame.together():
        frame.html('<h2 class="sec">Fem frågor om en skillnad</h2>')
        pairs(STEPS)
        frame.html('<h2 class="sec">Läs skillnader rätt</h2>')
        pairs(HELP)

"""The parts of Utforska: the list of indicators, the filter bar, the picture and its words."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.ui import address, cached, drawing, frame, page_choice, pickers, strange
from rus.views.beside import alike
from rus.views.choice import PLACE_CHARTS, Choice
from rus.views.indicator import Cut, IndicatorView, indicator_view
from rus.views.search import Entry, index, search
from rus.views.seen import HIDDEN, SHOWN
from rus.views.structure import structure
from rus.views.two_measures import TwoMeasures, others

ONE_YEAR = PLACE_CHARTS | {"samband", "oversikt"}
FIRST_SHOWN = 9
MORE = 20
SCOPE, SCALE, OTHER, MARGINS = "utf_omr", "utf_skala", "utf_mot", "utf_osak"
SOUGHT, WITHIN, FURTHER = "utf_sok", "utf_inom", "utf_fler"
HELD_AGAINST = "ett mått hålls mot ett annat som kan jämföras mellan kommunerna"
SELF = "ett mått kan inte hållas mot sig självt"
LONGEST = 100
"""Letters that the search has room for; of a longer one in an address the rest is cut off."""


def load(catalogue: Catalogue) -> tuple[Choice, IndicatorView]:
    """What the reader chose, and what is shown of it; without an indicator in the address the first of the list."""
    build = frame.here().build
    wish = pickers.current_choice(catalogue)
    wish = replace(wish, dropped=(*wish.dropped, *page_choice.strange(WITHIN, _areas(catalogue))))
    if wish.indicator is None:
        wish = wish.with_(indicator=cached.shared(index, build)[0].id)
    near = alike(cached.shared(structure, build), catalogue, wish.regions[0])
    cut = Cut(address.private(SCOPE), address.private(SCALE), address.private(OTHER), address.private(MARGINS), near)
    return wish, cached.shared(indicator_view, build, replace(wish, dropped=(), build=None), cut)


def trail(catalogue: Catalogue, view: IndicatorView) -> list[tuple[str, str]]:
    """What lies above the measure, text and link: its challenge area, else its subject; and its effektmål."""
    own = view.indicator
    area = next((c for c in catalogue.challenges if c.id in (*own.headline, *own.challenges)), None)
    theme = next((t for t in catalogue.themes if t.id == own.theme), None)
    found = [(area.name, frame.href(area.id))] if area else []
    if theme and not area:
        found = [(theme.name, frame.href("utforska", ind=own.id, utf_inom=theme.id))]
    goal = next((e for e in catalogue.plan.effektmal if e.id in own.effektmal), None)
    return [*found, (goal.name, frame.href("indikatorer", kat_mal=goal.id))] if goal else found


def indicators(catalogue: Catalogue, wish: Choice) -> None:
    """Search, and the list with what each indicator offers; the whole row is the target."""
    entries = cached.shared(index, frame.here().build)
    wanted = st.text_input(
        "Sök indikator",
        key=SOUGHT,
        placeholder="Namn, ämne eller id",
        icon=":material/search:",
        live="300ms",
        bind="query-params",
        max_chars=LONGEST,
    )
    areas = _areas(catalogue)
    narrowed = page_choice.keep(WITHIN, areas)
    within = st.selectbox("Inom", list(areas), format_func=areas.__getitem__, key=WITHIN, on_change=narrowed)
    hits = search(entries, wanted or "", within=within or "")
    room = FIRST_SHOWN + MORE * page_choice.times(FURTHER)
    frame.html(f'<p class="tally">{min(room, len(hits))} av {len(hits)} mått</p>')
    if not hits:
        what = f"Inget mått heter något med ”{wanted}”"
        frame.empty(what, "Sökningen går igenom namn, ämnen, effektmål och källornas id.", "Pröva ett kortare ord.")
        return
    with st.container(key="results"):
        _radio(hits[:room] if wanted or within else _with_chosen(entries, hits[:room], wish), wish)
    if len(hits) > room:
        page_choice.more(FURTHER, "utf_visa_fler")


def listed(catalogue: Catalogue) -> dict[str, str]:
    """What the list of indicators is narrowed to, as parts of an address."""
    sought = str(st.query_params.get(SOUGHT, ""))[:LONGEST]
    mine = {SOUGHT: sought, WITHIN: page_choice.chosen(WITHIN, _areas(catalogue)), **page_choice.further(FURTHER)}
    return {key: value for key, value in mine.items() if value}


def _with_chosen(entries: Sequence[Entry], shown: Sequence[Entry], wish: Choice) -> list[Entry]:
    """The chosen indicator is always in sight, first where it is not among those shown."""
    chosen = [entry for entry in entries if entry.id == wish.indicator and entry not in shown]
    return [*chosen, *shown]


def _areas(catalogue: Catalogue) -> dict[str, str]:
    areas = {c.id: c.name for c in catalogue.challenges}
    return {"": "Alla områden"} | areas | {t.id: t.name for t in catalogue.themes if t.id not in areas}


def _radio(shown: Sequence[Entry], wish: Choice) -> None:
    names = {entry.id: entry.title for entry in shown}
    key = "pick_ind"
    st.session_state[key] = wish.indicator if wish.indicator in names else None

    def changed() -> None:
        address.remember(wish.with_(indicator=st.session_state[key]))

    st.radio(
        "Mått",
        list(names),
        format_func=lambda identity: names[identity],
        captions=[entry.caption for entry in shown],
        key=key,
        label_visibility="collapsed",
        on_change=changed,
    )


def filter_bar(catalogue: Catalogue, wish: Choice, view: IndicatorView) -> None:
    """All choices in one row; what can't be chosen stays there with its reason."""
    with st.container(key="filter"):
        spots = st.columns([1.65, 1.25, 1.2, 1.4, 1.2, 1.4], gap="small", vertical_alignment="bottom")
        with spots[0]:
            pickers.pick_regions(catalogue, wish)
        with spots[1]:
            pickers.pick_sex(view.choice, view.options.sex_ids(), wish=wish)
        with spots[2]:
            pickers.pick_group(view.choice, view.options.groups, wish=wish)
        with spots[3]:
            if view.choice.chart in ONE_YEAR:
                pickers.pick_year(view.choice, view.periods, view.year, wish=wish)
            else:
                pickers.pick_years(view.choice, view.periods, wish=wish)
        with spots[4]:
            pickers.pick_comparison(view.choice, view.comparisons, wish=wish)
        with spots[5]:
            pickers.pick_chart(view.choice, view.options.charts, wish=wish)


def picture(wish: Choice, view: IndicatorView) -> None:
    """The frame: the finding, what is measured, the chart, what to know, where it comes from."""
    with frame.frame("explore", stretch=False):
        frame.finding(view.title, view.subtitle, big=True)
        _switch(wish, view)
        if view.margins:
            _margins(wish, view)
        if view.empty:
            frame.empty(view.empty.what, view.empty.why, view.empty.do)
            return
        drawing.draw(view, "explore")
        if view.notes:
            frame.html("".join(f'<p class="note">{frame.text(note)}</p>' for note in view.notes))
        with st.container(key="source_explore", horizontal=True, vertical_alignment="center", gap="small"):
            frame.source(view.source)
            _fetches(view)


def _switch(wish: Choice, view: IndicatorView) -> None:
    """The choice that only this kind of picture has: the scale, which regions, or the other measure."""
    if view.choice.chart == "samband":
        _other(wish, view)
    if view.choice.chart in PLACE_CHARTS | {"samband"} and not _all_shut(view):
        key, label, now, options = SCOPE, "Platser", view.scope, view.scopes
    elif view.scales and view.choice.chart == "linje":
        key, label, now, options = SCALE, "Skala", view.scale, view.scales
    else:
        return
    words = {option.id: option.label for option in options if not option.reason}
    if len(words) < 2:
        return
    widget = f"pick_{key}"
    st.session_state[widget] = now

    def changed() -> None:
        address.remember(wish.with_(indicator=view.indicator.id), **{key: st.session_state[widget]})

    st.segmented_control(
        label,
        list(words),
        format_func=lambda item: words[item],
        key=widget,
        required=True,
        label_visibility="collapsed",
        on_change=changed,
    )


def _margins(wish: Choice, view: IndicatorView) -> None:
    """Whether a ranking shows its intervals."""
    widget = f"pick_{MARGINS}"
    st.session_state[widget] = view.margins == SHOWN

    def changed() -> None:
        said = SHOWN if st.session_state[widget] else HIDDEN
        address.remember(wish.with_(indicator=view.indicator.id), **{MARGINS: said})

    st.toggle("Visa osäkerhet", key=widget, on_change=changed)


def _other(wish: Choice, view: IndicatorView) -> None:
    """The measure that this one is held against."""
    found = cached.shared(others, frame.here().build)
    names = {option.id: option.label for option in found if option.id != view.indicator.id}
    now = view.told.values.other if view.told and isinstance(view.told.values, TwoMeasures) else None
    widget = f"pick_{OTHER}"
    st.session_state[widget] = now if now in names else None

    def changed() -> None:
        address.remember(wish.with_(indicator=view.indicator.id), **{OTHER: st.session_state[widget] or ""})

    st.selectbox("Mot måttet", list(names), format_func=lambda i: names[i], key=widget, on_change=changed)
    mine = st.query_params.get(OTHER) == view.indicator.id
    strange.say_elsewhere(OTHER, names, SELF if mine else HELD_AGAINST)


def _all_shut(view: IndicatorView) -> bool:
    return sum(not option.reason for option in view.scopes) == 0


def _fetches(view: IndicatorView) -> None:
    """How the very figures seen were fetched."""
    if not view.fetches:
        return
    with st.popover("Så hämtades siffrorna", type="tertiary", icon=":material/database:"):
        for fetch in view.fetches:
            pairs = "".join(f"<dt>{frame.text(k)}</dt><dd>{frame.text(v)}</dd>" for k, v in fetch.pairs)
            frame.html(f'<p class="sec">{frame.text(fetch.source)}</p><dl class="kv words">{pairs}</dl>')

"""The parts of Jämlikhet: a measure, its gaps with how sure they are, the groups, and every reason why not."""

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.dumbbell import describe, dumbbell
from rus.ui import address, cached, cards, frame, site
from rus.ui.chart import show
from rus.ui.downloads import downloads_of
from rus.ui.markup import bullets, pairs, table
from rus.views.choice import Choice
from rus.views.equality import Along, EqualityView, equality_view
from rus.views.equality_series import gap_unit
from rus.views.equality_words import (
    STEPS,
    carried_text,
    cross_rows,
    dumbbell_rows,
    measure_rows,
    pair_rows,
    split_measures,
    year_rows,
)
from rus.views.sheet import Sheet, file_stem, sheet_of

PAIRS = ("Grund", "Grupper", "År", "Värden", "Skillnad", "Osäkerhet (95 %)", "Kvot", "Säkerhet")
CROSS = ("Grupp", "År", "Kvinnor", "Män", "Kvinnor − män")


def load(catalogue: Catalogue) -> tuple[Choice, EqualityView | None]:
    """What the reader chose, and the view of it; None where no measure is split."""
    build = frame.here().build
    wish = address.current_choice(catalogue)
    options = cached.shared(split_measures, build)
    chosen = wish.indicator or (options[0].id if options else None)
    if chosen is None:
        return wish, None
    region = wish.regions[0] if wish.regions else catalogue.here.region
    return wish, cached.shared(equality_view, build, chosen, region)


def pick(catalogue: Catalogue, wish: Choice, view: EqualityView) -> None:
    """The measure and the place."""
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


def take_away(catalogue: Catalogue, view: EqualityView) -> None:
    """Files of the figures behind the page."""
    build = frame.here().build
    choice = Choice(indicator=view.indicator.id, regions=(view.region,))

    def make() -> Sheet:
        return sheet_of(view.rows, catalogue, choice, title=view.indicator.title, build=build)

    with st.popover("Ladda ner", icon=":material/download:"):
        downloads_of(make, file_stem(view.indicator.id, view.region_name), "equality")


def now(view: EqualityView) -> None:
    """Every gap with both measures and its certainty, in words below, and what can't be compared."""
    rows = pair_rows(view)
    with frame.frame("gaps_now", stretch=False):
        below = f"{view.indicator.title}, {view.region_name}. Skillnad = första gruppen minus andra. {view.wanted}"
        frame.finding("Skillnader nu", below)
        if rows:
            table(PAIRS, rows, caption="Skillnader mellan grupper", numbers=(2, 3, 4, 5, 6))
        said = [text for p in view.pairs if p.gap for text in (p.text, p.people_text, p.time_text) if text]
        said += [mix.text for mix in view.mixes if mix.text]
        frame.html(bullets([*said, carried_text(view)] if rows else [carried_text(view)]))
        refused = [(p.label, p.reason) for p in view.pairs if not p.gap]
        if refused:
            frame.html('<h2 class="sec">Kan inte bedömas</h2>')
            pairs(refused)
        if view.goals:
            frame.html(bullets(f"Mål: {goal}." for goal in view.goals))
        frame.html("".join(f'<p class="note">{frame.text(note)}</p>' for note in view.notes))
        frame.source(view.source)


def groups(view: EqualityView) -> None:
    """Women and men in every group."""
    with frame.frame("gaps_groups", stretch=False):
        tally = view.crossing.tally or view.crossing.reason
        compared = f" Alla: {view.crossing.reference}." if view.crossing.reference else ""
        frame.finding("Kvinnor och män i grupperna", f"{tally.rstrip('.')}.{compared}")
        shown = dumbbell_rows(view)
        if len(shown) > 1:
            frame.html(cards.SEX_KEY)
            figure = dumbbell(shown, theme=site.theme())
            show(figure, alt=describe(shown), key="equality_groups", filename="grupper")
        rows = cross_rows(view)
        if rows:
            table(CROSS, rows, caption="Kvinnor och män i varje grupp", numbers=(1, 2, 3, 4))
        frame.source(view.source)


def over_time(view: EqualityView) -> None:
    """The gaps year by year."""
    heads, rows = year_rows(view)
    with frame.frame("gaps_years", stretch=False):
        frame.finding(
            "Skillnaderna år för år", f"{gap_unit(view.indicator).capitalize()}, efter senaste brott i serien"
        )
        if rows:
            table(heads, rows, caption="Skillnader år för år", numbers=range(1, len(heads)))
        else:
            frame.empty("Inga år att visa", "Ingen skillnad finns för mer än ett år.")
        frame.source(view.source)


def along(view: EqualityView) -> None:
    """The indices that need all groups, and between kommuner."""
    with frame.frame("gaps_many", stretch=False):
        frame.finding("Mellan alla grupper", "Ett absolut och ett relativt mått läses tillsammans")
        for found in view.grounds:
            if found.groups:
                _ground(found)
        frame.html('<h2 class="sec">Mellan kommuner</h2>')
        frame.html(f"<p>{frame.text(view.kommuner.text or view.kommuner.reason)}</p>")
        _measures(measure_rows(view.kommuner.measures), "Mellan kommuner")


def _ground(found: Along) -> None:
    lines = [found.slope_text, found.spread.assumption, found.spread.reason]
    frame.html(f'<h2 class="sec">{frame.text(found.pair.label)}</h2>')
    if not found.measures:
        lines = [found.spread.reason]
    frame.html("".join(f"<p>{frame.text(line)}</p>" for line in lines if line))
    if not found.spread.reason:
        _measures(measure_rows(found.measures), found.pair.label)


def _measures(rows: list[tuple[str, ...]], label: str) -> None:
    if rows:
        with st.expander(f"Fler mått: {label.lower()}"):
            table(("Mått", "Slag", "Värde"), rows, caption=f"Fler mått, {label.lower()}")


def questions() -> None:
    """What to ask of a difference, in order."""
    with frame.soft("gaps_questions"):
        frame.html('<h2 class="sec">Fem frågor om en skillnad</h2>')
        pairs(STEPS)

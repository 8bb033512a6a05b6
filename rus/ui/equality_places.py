"""The kommuner on Jämlikhet: which lie outside chance, and women and men in each, for one year or three together."""

import streamlit as st

from rus.catalogue.indicator import Indicator
from rus.charts.funnel import describe, funnel_chart
from rus.core.swedish import SYMBOLS, listing, number
from rus.ui import address, cached, frame, site
from rus.ui.chart import show
from rus.ui.equality import GROUP, MEAN, YES, handled
from rus.ui.equality_groups import cell
from rus.ui.markup import table
from rus.views.choice import Choice
from rus.views.equality import EqualityView
from rus.views.equality_places import PlaceRow, Places, places, where_words
from rus.views.slide_equality import FUNNEL

COLUMNS = ("Kommun", "Kvinnor", "Män", "Skillnad", "Alla", "Antal", "Mot slumpen")


def kommuner(wish: Choice, view: EqualityView) -> None:
    """The funnel and the table of the county's kommuner."""
    group, mean = address.private(GROUP), address.private(MEAN) == YES
    found = cached.shared(places, frame.here().build, view.indicator.id, view.region, group, mean=mean)
    if mean and not found.rows:  # three years can't be had for this measure
        mean = False
        found = cached.shared(places, frame.here().build, view.indicator.id, view.region, group, mean=mean)
    with frame.frame("gaps_places", stretch=False):
        frame.finding(_title(found), _below(view, found))
        if found.reason:
            frame.html(f"<p>{frame.text(found.reason)}</p>")
            return
        _pick(wish, found, mean=mean)
        if found.unsure and not mean:
            more = " Välj tre år tillsammans." if found.can_pool else ""
            said = f"Få personer ett enskilt år: {listing(found.unsure)}.{more}"
            frame.html(f'<p class="note">{frame.text(said)}</p>')
        if found.funnel:
            key = "Heldragna linjer: 95 procent av lika platser ligger innanför. Streckade: 99,8 procent."
            figure = funnel_chart(found.funnel, theme=site.theme())
            show(figure, alt=describe(found.funnel), key="equality_funnel", filename="kommuner")
            frame.html(f'<p class="note">{key}</p>')
            three = YES if mean else ""
            handled(view, "equality_funnel", FUNNEL, _title(found), **{GROUP: found.group, MEAN: three})
        with frame.together():
            if not found.funnel:
                frame.html(f'<p class="note">{frame.text(found.funnel_reason)}</p>')
            shown = COLUMNS if found.funnel else COLUMNS[:-1]
            rows = [_row(row, view.indicator)[: len(shown)] for row in found.rows]
            table(shown, rows, caption="Kvinnor och män i kommunerna", numbers=(1, 2, 3, 4, 5), safe=True)
            frame.source(view.source)


def _title(found: Places) -> str:
    if not found.funnel:
        return "Kvinnor och män i kommunerna"
    outside = sum(1 for row in found.rows if row.where and row.where.where != "within")
    return f"{outside} av {len(found.rows)} kommuner ligger utanför det som slumpen ger"


def _below(view: EqualityView, found: Places) -> str:
    named = dict(found.groups).get(found.group, "")
    group = f", {named}" if named and named != "Alla" else ""
    return f"{view.indicator.title}{group}, {found.label}" if found.label else view.indicator.title


def _pick(wish: Choice, found: Places, *, mean: bool) -> None:
    """The group, and one year or three together; what can't be chosen is not offered."""
    names = dict(found.groups)
    st.session_state["pick_jml_grupp"], st.session_state["pick_jml_medel"] = found.group, mean

    def changed() -> None:
        three = YES if st.session_state.get("pick_jml_medel") else ""
        address.remember(wish, **{GROUP: st.session_state.get("pick_jml_grupp", found.group), MEAN: three})

    if len(names) < 2 and not found.can_pool:
        return
    with frame.apart():
        left, right = st.columns([1, 1], gap="small", vertical_alignment="bottom")
    if len(names) > 1:
        left.selectbox("Grupp", list(names), format_func=lambda g: names[g], key="pick_jml_grupp", on_change=changed)
    if found.can_pool:
        right.toggle("Tre år tillsammans (3-årsmedel)", key="pick_jml_medel", on_change=changed)


def _row(row: PlaceRow, indicator: Indicator) -> tuple[str, ...]:
    decimals, link = indicator.decimals, frame.href("jamlikhet", ind=indicator.id, geo=row.region)
    women, men, all_ = (cell(seen, decimals) for seen in row.seen)
    apart = number(row.difference, decimals, sign=True) if row.difference is not None else SYMBOLS["saknas"]
    people = number(row.n) if row.n is not None else SYMBOLS["saknas"]
    return (
        f'<a href="{link}">{frame.text(row.name)}</a>',
        women,
        men,
        apart,
        all_,
        people,
        f'<span class="nb">{frame.text(where_words(row))}</span>',
    )

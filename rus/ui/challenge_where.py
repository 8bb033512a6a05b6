"""Var?: the kommuner over time laid out as on the map, among all of the country, and in order."""

from collections.abc import Mapping

import plotly.graph_objects as go
import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.table import linked
from rus.store.store import Store
from rus.ui import cached, challenge_pick, frame
from rus.ui.challenge_pick import chart
from rus.ui.chart import theme
from rus.ui.markup import table
from rus.views.challenge import ChallengeView
from rus.views.challenge_tabs import Named, Where, placed_of, where_view
from rus.views.indicator import IndicatorView
from rus.views.spread import Spread

TIME, ORDER, ALL = "where_time", "places", "among_all"
"""Keys of the charts."""
SHOWS = "fliken visar områdets mått som kan jämföras mellan kommunerna"


def offered(view: ChallengeView) -> Named:
    """The measures that can be shown, the one to begin with first."""
    found: Named = cached.shared(placed_of, frame.here().build, view.id)
    return found


def show(view: ChallengeView) -> None:
    """The tab."""
    build = frame.here().build
    chosen = challenge_pick.pick(offered(view), f"var_{view.id}", "Mått på kartan", SHOWS)
    if chosen:
        found: Where = cached.shared(where_view, build, chosen)
        _places(found, cached.shared(_figures, build, chosen, theme(), build))
    else:
        frame.empty(
            "Kommunerna kan inte jämföras här",
            "Inget av områdets mått är en andel som redovisas för kommunerna.",
            "Antal finns för varje kommun i Utforska.",
        )
    of_kommuner(view)


def _figures(_store: Store, _catalogue: Catalogue, chosen: str, _theme: str, build: str) -> dict[str, go.Figure]:
    """The charts of a measure by their keys, made once for each build and theme: they are what this tab costs."""
    found: Where = cached.shared(where_view, build, chosen)
    views = {TIME: found.over_time, ORDER: found.ranked}
    if not why_not(found.among_all):
        views[ALL] = found.among_all
    return {key: challenge_pick.figure(view) for key, view in views.items() if not view.empty}


def _places(found: Where, drawn: Mapping[str, go.Figure]) -> None:
    with frame.frame("tiles_over_time", stretch=False):
        chart(found.over_time, TIME, big=True, drawn=drawn.get(TIME))
    left, right = st.columns(2, gap="medium")
    with left, frame.frame("places"):
        chart(found.ranked, ORDER, drawn=drawn.get(ORDER))
    with right, frame.frame("among_all"):
        reason = why_not(found.among_all)
        if reason:
            frame.finding("Länets kommuner bland landets alla", found.among_all.indicator.title)
            what = "Landets alla kommuner kan inte visas"
            frame.empty(what, reason, "Siffrorna hämtas med rus update där källan har dem.")
        else:
            chart(found.among_all, ALL, note=not_all(found.among_all), drawn=drawn.get(ALL))


def why_not(view: IndicatorView) -> str:
    """Why ours can't be shown among all; empty where they can."""
    if view.choice.chart == "spridning":
        return ""
    return next((o.reason for o in view.options.charts if o.id == "spridning" and o.reason), "Uppgifter saknas.")


def not_all(view: IndicatorView) -> str:
    """Why ours are shown among something else than all kommuner; empty where they are not."""
    return next((o.reason for o in view.scopes if o.id == "kommuner" and view.scope != o.id), "")


def of_kommuner(view: ChallengeView) -> None:
    """Indicators that only kommuner have figures for: the lowest, the highest, and riket beside them."""
    if not view.spreads:
        return
    catalogue = cached.catalogue(frame.here().build)
    codes = {catalogue.name(code): code for code in catalogue.kommuner()}
    with frame.frame("spreads"):
        frame.finding(
            "Mått som bara redovisas för kommunerna",
            "Länets kommun med lägst och med högst värde, och riket. Källan har inget värde för länet.",
        )
        table(
            ("Mått", "Lägst", "Högst", "Riket", "År"),
            [_spread(s, codes) for s in view.spreads],
            caption="Mått som bara redovisas för kommunerna",
            numbers=(3, 4),
            widths=("34%", "22%", "22%"),
            safe=True,
        )


def _spread(spread: Spread, codes: Mapping[str, str]) -> tuple[str, str, str, str, str]:
    same = {"ind": spread.indicator, "grp": spread.group}
    link = frame.href("utforska", **same, diagram="rangordning")
    ends = (spread.lowest, spread.highest)
    ways = {e[0]: frame.href("utforska", **same, geo=codes[e[0]], diagram="linje") for e in ends if e and e[0] in codes}
    low, high = (f"{linked(end[0], ways)} <b>{frame.text(end[1])}</b>" if end else "–" for end in ends)
    unit = f"<small>{frame.text(spread.unit)}</small>" if spread.unit else ""
    return (
        f'<a href="{link}">{frame.text(spread.name)}</a>{unit}',
        low,
        high,
        frame.text(spread.country or "–"),
        spread.period,
    )

"""A place on a map, in a ranking, on a strip, in a tile or as a point leads to the same view of that place.

The chart carries the way; `static/frame.js` goes it when a place is clicked. Without a mouse the picker of places and
the names in the table below do the same.
"""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

import plotly.graph_objects as go
import streamlit as st

from rus.ui import frame
from rus.views.choice import PLACE_CHARTS
from rus.views.heat import Heat
from rus.views.indicator import IndicatorView
from rus.views.multiples import Multiples
from rus.views.two_measures import TwoMeasures

MOST_NAMED = 60
"""Places that are found by name; of more than so many only the place's own, so that a message stays small."""
HERE = "{}"


def pickable(figure: go.Figure, view: IndicatorView, **changed: str) -> go.Figure:
    """The figure, told where a click on a place leads; as it is where it shows no places.

    Args:
        figure: of the view.
        view: what it shows.
        changed: choices that are other where the click leads, such as the chart.
    """
    codes = _codes(view)
    if codes is not None:
        link = f"utforska?{urlencode({**_chosen(view, changed), 'geo': HERE}, safe=',{}')}"
        figure.update_layout(meta={"link": link, "codes": dict(codes)})
    return figure


def links(view: IndicatorView, **changed: str) -> Mapping[str, str]:
    """Name → address of the same view of that place, safe to stand in markup; the names stand in the view's table.

    `changed` are choices that are other where it leads, as in `pickable`.
    """
    codes, pinned = _codes(view, named=True) or {}, st.query_params.get("dv", "")
    chosen = _chosen(view, changed) | ({"dv": pinned} if pinned else {})
    return {name: frame.href("utforska", **{**chosen, "geo": code}) for name, code in codes.items()}


def _chosen(view: IndicatorView, changed: Mapping[str, str]) -> dict[str, str]:
    """The choices of the view but for its data version, which is the reader's own."""
    chosen = {**view.choice.address(), **view.private, **changed}
    chosen.pop("dv", None)
    return chosen


def _codes(view: IndicatorView, *, named: bool = False) -> Mapping[str, str] | None:
    """Name → code of the places that can be clicked; None where the view shows no places.

    A map has the codes itself; `named` gives them all the same.
    """
    values = view.told.values if view.told else None
    if isinstance(values, Multiples):
        return {tile.name: tile.region for tile in values.tiles}
    if isinstance(values, Heat):
        return {name: code for code, name in values.places}
    if isinstance(values, TwoMeasures):
        everyone = {dot.name: dot.code for dot in values.dots}
        return _few(everyone, {dot.code for dot in values.dots if dot.ours or dot.chosen})
    places = view.places
    if places is None or view.choice.chart not in PLACE_CHARTS:
        return None
    if view.choice.chart == "karta" and not named:
        return {}
    shown = {place.name: place.code for place in (*places.drawn, *places.everyone)}
    drawn = {place.code for place in places.drawn}
    return _few(shown, (drawn if len(drawn) <= MOST_NAMED else set()) | set(places.ours))


def _few(everyone: Mapping[str, str], first: Collection[str]) -> Mapping[str, str]:
    if len(everyone) <= MOST_NAMED:
        return everyone
    return {name: code for name, code in everyone.items() if code in first}

"""A place on a map, in a ranking or on a strip leads to the same view of that place.

The chart carries the way; `static/frame.js` goes it when a place is clicked. Without a mouse the picker of places and
the table below do the same.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import plotly.graph_objects as go

from rus.views.choice import PLACE_CHARTS
from rus.views.indicator import IndicatorView

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
    if view.places and view.choice.chart in PLACE_CHARTS:
        chosen = {**view.choice.address(), **view.private, **changed}
        chosen.pop("dv", None)
        link = f"utforska?{urlencode({**chosen, 'geo': HERE}, safe=',{}')}"
        figure.update_layout(meta={"link": link, "codes": dict(_codes(view))})
    return figure


def _codes(view: IndicatorView) -> Mapping[str, str]:
    """Name → code of the places that are drawn; a map has the codes itself."""
    places = view.places
    if places is None or view.choice.chart == "karta":
        return {}
    shown = {place.name: place.code for place in (*places.drawn, *places.everyone)}
    if len(shown) <= MOST_NAMED:
        return shown
    drawn = {place.name: place.code for place in places.drawn} if len(places.drawn) <= MOST_NAMED else {}
    return drawn | {name: code for name, code in shown.items() if code in places.ours}

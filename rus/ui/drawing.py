"""Which chart draws which view: the same for Utforska and for the gallery."""

import plotly.graph_objects as go

from rus.charts.heat import heat_picture, heat_table
from rus.charts.map import choropleth
from rus.charts.multiples import small_multiples
from rus.charts.paper import Drawing
from rus.charts.ranking import ranking
from rus.charts.scatter import two_measures
from rus.charts.slope import slope
from rus.charts.strip import strip
from rus.charts.table import html_table, table_picture
from rus.charts.trend import trend
from rus.ui import chart, frame
from rus.ui.addresses import geo_outlines, geo_url
from rus.ui.picking import links, pickable
from rus.views.heat import Heat
from rus.views.indicator import IndicatorView
from rus.views.multiples import Multiples
from rus.views.places import Places
from rus.views.seen import Question
from rus.views.sheet import file_stem
from rus.views.two_measures import TwoMeasures
from rus.views.two_years import TwoYears


def draw(view: IndicatorView, key: str) -> None:
    """The chart of a view that is not empty; a table is markup, all else a figure with its words.

    Args:
        view: what to draw.
        key: unique on the page.
    """
    if view.choice.chart == "tabell" and view.table:
        frame.html(html_table(view.table))
    elif view.told and isinstance(view.told.values, Heat):
        frame.html(heat_table(view.told.values, links(view)))
    else:
        stem = file_stem(view.indicator.id, view.choice.chart)
        chart.show(pickable(figure_of(view, chart.theme()), view), alt=view.alt, key=key, filename=stem)


def is_figure(view: IndicatorView) -> bool:
    """Whether the chart is a figure, and not markup."""
    return view.choice.chart != "tabell" and not (view.told and isinstance(view.told.values, Heat))


def drawing_of(view: IndicatorView, theme: str) -> Drawing | None:
    """The picture for a file of a view that is no figure; None where it is too wide for one."""
    if view.told and isinstance(view.told.values, Heat):
        return heat_picture(view.told.values, theme)
    return table_picture(view.table, theme) if view.table else None


def figure_of(view: IndicatorView, theme: str) -> go.Figure:
    """The figure of a view that has one."""
    decimals = view.indicator.decimals
    if view.places:
        return _of_places(view, view.places, theme)
    if view.told:
        return _of_question(view.told, decimals, theme)
    assert view.picture is not None
    return trend(view.picture, decimals=0 if view.picture.base else decimals, theme=theme)


def _of_places(view: IndicatorView, places: Places, theme: str) -> go.Figure:
    decimals, unit = view.indicator.decimals, view.indicator.unit
    if view.choice.chart == "karta":
        name = "lan" if view.scope == "lan" else "kommuner"
        url, inside = geo_url(name), geo_outlines(name)
        return choropleth(places, decimals=decimals, geometry=url, outlines=inside, unit=unit, theme=theme)
    if view.choice.chart == "spridning":
        return strip(places, decimals=decimals, unit=unit, theme=theme)
    return ranking(places, decimals=decimals, unit=unit, theme=theme)


def _of_question(told: Question, decimals: int, theme: str) -> go.Figure:
    values = told.values
    if isinstance(values, TwoYears):
        return slope(values, decimals=decimals, theme=theme)
    if isinstance(values, Multiples):
        return small_multiples(values, decimals=decimals, theme=theme)
    assert isinstance(values, TwoMeasures)
    return two_measures(values, theme=theme)

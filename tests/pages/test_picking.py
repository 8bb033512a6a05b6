"""The way that a chart of places carries: the same choices, another place, and never a data version."""

import plotly.graph_objects as go
import pytest

from rus.charts.heat import heat_table
from rus.charts.table import html_table
from rus.store.builds import current
from rus.store.store import Store, open_store
from rus.ui.picking import HERE, links, pickable
from rus.views.choice import read_choice
from rus.views.indicator import Cut, IndicatorView, indicator_view


@pytest.fixture
def county(present_county) -> Store:
    return open_store(current())


def way(county, chart: str, **changed: str) -> dict[str, object]:
    return pickable(go.Figure(), shown(county, chart), **changed).to_plotly_json()["layout"].get("meta") or {}


def shown(county, chart: str) -> IndicatorView:
    catalogue = county.catalogue()
    one = next(iter(catalogue.indicators))
    choice = read_choice({"ind": one, "diagram": chart, "dv": "x"}, catalogue)
    return indicator_view(county, catalogue, choice, Cut())


def test_a_ranking_leads_to_the_same_chart_of_the_place(county):
    meta = way(county, "rangordning")
    assert str(meta["link"]).startswith("utforska?ind=")
    assert f"geo={HERE}" in str(meta["link"])
    assert "diagram=rangordning" in str(meta["link"])
    assert "dv=" not in str(meta["link"])
    assert set(county.catalogue().kommuner()) & set(meta["codes"].values())


def test_another_chart_can_be_asked_for(county):
    assert "diagram=linje" in str(way(county, "rangordning", diagram="linje")["link"])


@pytest.mark.parametrize("chart", ["rutor", "samband"])
def test_a_tile_and_a_point_lead_to_their_place(county, chart):
    meta = way(county, chart)
    assert f"geo={HERE}" in str(meta["link"])
    assert f"diagram={chart}" in str(meta["link"])
    assert set(county.catalogue().kommuner()) & set(meta["codes"].values())


@pytest.mark.parametrize("chart", ["rangordning", "karta", "spridning", "rutor", "samband", "oversikt"])
def test_names_in_the_table_lead_where_a_click_does(county, chart):
    view = shown(county, chart)
    assert view.table
    ways = links(view)
    kommuner = {county.catalogue().name(code): code for code in county.catalogue().kommuner()}
    named = {*view.table.columns, *(row.header for row in view.table.rows)} & {*kommuner}
    assert named
    assert all(f"geo={kommuner[name]}" in ways[name] and f"diagram={view.choice.chart}" in ways[name] for name in named)
    markup = html_table(view.table, links=ways)
    assert all(f'href="{ways[name]}">{name}</a>' in markup for name in named)


def test_the_kommuner_of_the_heat_table_are_links(county):
    view = shown(county, "oversikt")
    assert view.told
    assert heat_table(view.told.values, links(view)).count("<a href=") == len(view.told.values.places)


@pytest.mark.parametrize("chart", ["linje", "tabell"])
def test_a_chart_of_other_things_leads_nowhere(county, chart):
    assert way(county, chart) == {}

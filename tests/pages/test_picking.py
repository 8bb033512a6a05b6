"""The way that a chart of places carries: the same choices, another place, and never a data version."""

import plotly.graph_objects as go
import pytest

from rus.store.builds import current
from rus.store.store import Store, open_store
from rus.ui.picking import HERE, pickable
from rus.views.choice import read_choice
from rus.views.indicator import Cut, indicator_view


@pytest.fixture
def county(present_county) -> Store:
    return open_store(current())


def way(county, chart: str, **changed: str) -> dict[str, object]:
    catalogue = county.catalogue()
    one = next(iter(catalogue.indicators))
    choice = read_choice({"ind": one, "diagram": chart, "dv": "x"}, catalogue)
    view = indicator_view(county, catalogue, choice, Cut())
    return pickable(go.Figure(), view, **changed).to_plotly_json()["layout"].get("meta") or {}


def test_a_ranking_leads_to_the_same_chart_of_the_place(county):
    meta = way(county, "rangordning")
    assert str(meta["link"]).startswith("utforska?ind=")
    assert f"geo={HERE}" in str(meta["link"])
    assert "diagram=rangordning" in str(meta["link"])
    assert "dv=" not in str(meta["link"])
    assert set(county.catalogue().kommuner()) & set(meta["codes"].values())


def test_another_chart_can_be_asked_for(county):
    assert "diagram=linje" in str(way(county, "rangordning", diagram="linje")["link"])


@pytest.mark.parametrize("chart", ["linje", "tabell"])
def test_a_chart_of_other_things_leads_nowhere(county, chart):
    assert way(county, chart) == {}

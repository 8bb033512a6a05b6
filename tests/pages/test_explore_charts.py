"""Utforska's charts by question as a reader uses them: every kind opens, what can't be drawn says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from rus.views.choice import CHARTS
from tests.pages.reading import words
from tests.region.making import open_at
from tests.store.content import Content, write_content


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Content]:
    """The small county, in use; the caches of the app are emptied before and after."""
    root: Path = tmp_path_factory.mktemp("fragor") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.setenv("RUS_HOME", str(root / "data"))
        st.cache_resource.clear()
        st.cache_data.clear()
        made = write_content(root)
        square = '{"type":"FeatureCollection","features":[]}'
        made.write("data/reference/kommuner.geojson", square)
        made.write("data/reference/lan.geojson", square)
        yield made
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.mark.parametrize("chart", CHARTS)
def test_every_kind_of_chart_opens_with_its_table_and_source(content, chart):
    app = open_at("utforska", ind="sysselsatta", diagram=chart)
    assert not app.exception
    assert not app.error
    assert app.selectbox(key="pick_diagram").value == chart
    said = words(app)
    assert "Källa: Provbyrån" in said
    assert "<table" in " ".join(e.proto.body for e in app.get("html"))
    assert len(app.get("plotly_chart")) == (0 if chart in {"tabell", "oversikt"} else 1)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("indicator", ["onskad", "invanare", "valdeltagande"])
def test_a_chart_that_the_figures_do_not_allow_says_why_and_what_to_do(content, chart, indicator):
    app = open_at("utforska", ind=indicator, diagram=chart)
    assert not app.exception
    assert not app.error
    labels = dict(zip(CHARTS, app.selectbox(key="pick_diagram").options, strict=True))
    if "(går inte här)" in labels[chart]:
        assert not app.get("plotly_chart")
        assert "Välj ett annat mått" in words(app) or "Välj Linje eller Tabell" in words(app)
        assert indicator == "onskad" or "Varför kan jag inte välja" in words(app)


def test_amounts_are_never_mapped_spread_or_held_against_others(content):
    app = open_at("utforska", ind="invanare")
    labels = dict(zip(CHARTS, app.selectbox(key="pick_diagram").options, strict=True))
    shut = {chart for chart, label in labels.items() if "(går inte här)" in label}
    assert shut == {"karta", "spridning", "samband", "oversikt"}


def test_the_other_measure_stands_in_the_link_and_a_link_chooses_it(content):
    app = open_at("utforska", ind="sysselsatta", diagram="samband")
    options = app.selectbox(key="pick_utf_mot").options
    assert options == ["Valdeltagande"]
    assert "utf_mot=valdeltagande" in " ".join(e.proto.body for e in app.get("html"))
    again = open_at("utforska", ind="sysselsatta", diagram="samband", utf_mot="valdeltagande", utf_omr="lanet")
    assert again.selectbox(key="pick_utf_mot").value == "valdeltagande"
    assert again.query_params["utf_mot"] == "valdeltagande"
    assert not again.exception


def test_the_scale_is_kept_in_the_address_and_named(content):
    app = open_at("utforska", ind="sysselsatta")
    assert app.segmented_control(key="pick_utf_skala").options == ["Procent", "Index 2018 = 100", "Skillnad mot riket"]
    app.segmented_control(key="pick_utf_skala").set_value("skillnad").run()
    assert app.query_params["utf_skala"] == "skillnad"
    assert "skillnad mot riket i procentenheter" in words(app)
    app.selectbox(key="pick_jmf").select("ingen").run()
    assert not app.exception
    assert "skillnad mot riket" not in words(app)


def test_both_sexes_in_a_chart_of_one_say_so(content):
    app = open_at("utforska", ind="sysselsatta", diagram="rutor", kon="KM")
    assert "ett kön i taget" in words(app)


@pytest.mark.parametrize("hostile", ["<script>", "rutor'; drop", "linje,karta"])
def test_an_unknown_chart_in_a_link_is_refused_with_a_word(content, hostile):
    app = open_at("utforska", ind="sysselsatta", diagram=hostile, utf_mot=hostile, utf_skala=hostile)
    assert not app.exception
    assert app.selectbox(key="pick_diagram").value == "linje"
    assert any("diagram=" in element.value for element in app.info)

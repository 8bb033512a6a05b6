"""Utforska as a reader uses it: choices live in the address, nothing is a dead end."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rus.core.paths import ROOT
from tests.store.content import Content, write_content

WHOLE = {"ind": "sysselsatta", "geo": "9101,9102", "kon": "KM", "ar": "2019-2022", "grp": "total", "jmf": "ingen"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Content]:
    """The small county, in use; the caches of the app are emptied before and after."""
    root: Path = tmp_path_factory.mktemp("utforska") / "content"
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


def visit(**parameters: str) -> AppTest:
    """A reader's first request, to Utforska."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app._page_hash = next(h for h, page in app._registered_pages.items() if page.get("url_pathname") == "utforska")
    app.query_params.update(parameters)
    return app.run()


def words(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def spec(app: AppTest) -> str:
    return json.dumps(json.loads(app.get("plotly_chart")[0].proto.spec), ensure_ascii=False)


def test_without_an_address_there_is_a_picture_of_the_county(content):
    app = visit()
    assert not app.exception
    assert not app.error
    assert len(app.get("plotly_chart")) == 1
    assert "Källa: Provbyrån" in words(app)


def test_a_link_gives_its_picture_in_a_fresh_browser(content):
    app = visit(**WHOLE, diagram="linje")
    assert app.multiselect(key="pick_geo").value == ["9101", "9102"]
    assert app.selectbox(key="pick_kon").value == "KM"
    assert (app.selectbox(key="pick_from").value, app.selectbox(key="pick_to").value) == (2019, 2022)
    assert app.selectbox(key="pick_jmf").value == "ingen"
    assert "Åby, kvinnor" in spec(app)


def test_every_choice_is_written_to_the_address(content):
    app = visit(**WHOLE, diagram="linje")
    app.selectbox(key="pick_kon").select("T").run()
    app.multiselect(key="pick_geo").set_value(["alla-kommuner"]).run()
    app.selectbox(key="pick_diagram").select("tabell").run()
    app.selectbox(key="pick_to").select(2021).run()
    assert app.query_params["kon"] == "T"
    assert app.query_params["geo"] == "9103,9102,9101"
    assert app.query_params["diagram"] == "tabell"
    assert app.query_params["ar"] == "2019-2021"
    assert app.query_params["jmf"] == "ingen"
    assert not app.exception


def test_choices_survive_another_page(content):
    app = visit(**WHOLE, diagram="linje")
    app.selectbox(key="pick_kon").select("K").run()
    utforska = app._page_hash
    app._page_hash = next(h for h, page in app._registered_pages.items() if page.get("url_pathname") == "arbete")
    app.query_params.clear()
    app.run()
    app._page_hash = utforska
    app.query_params.clear()
    app.run()
    assert app.selectbox(key="pick_kon").value == "K"
    assert app.query_params["geo"] == "9101,9102"


def test_parts_of_a_link_that_do_not_exist_are_named(content):
    app = visit(ind="finns-ej", geo="9101,7777", kon="X", ar="2019-2022")
    named = " ".join(element.value for element in app.info)
    assert "ind=finns-ej" in named
    assert "geo=9101,7777" in named
    assert "kon=X" in named
    assert app.multiselect(key="pick_geo").value == ["9101"]
    assert not app.exception


def test_a_wanted_indicator_says_why_and_what_to_do(content):
    app = visit(ind="onskad")
    assert "Ingen mäter." in words(app)
    assert "Välj ett annat mått" in words(app)
    assert not app.get("plotly_chart")
    assert not app.exception


def test_sex_that_is_not_published_stays_visible_with_its_reason(content):
    app = visit(ind="valdeltagande", kon="KM")
    closed = app.selectbox(key="pick_kon_closed")
    assert (closed.value, closed.disabled) == ("Redovisas inte", True)
    assert "Varför kan jag inte välja" in words(app)
    assert app.get("plotly_chart")


def test_a_map_takes_its_geometry_by_address(content):
    app = visit(ind="sysselsatta", diagram="karta", ar="2021-2023")
    assert "/app/geo/kommuner." in spec(app)
    assert '"coordinates"' not in spec(app)


def test_ranking_counties_is_a_choice_of_the_page_kept_in_the_address(content):
    app = visit(ind="sysselsatta", diagram="rangordning")
    app.segmented_control(key="pick_utf_omr").set_value("lan").run()
    assert app.query_params["utf_omr"] == "lan"
    assert "Åns län" in spec(app)


def test_a_search_without_hits_says_what_was_searched(content):
    app = visit()
    app.text_input(key="utf_sok").set_value("zzz").run()
    assert "Sökningen går igenom" in words(app)
    app.text_input(key="utf_sok").set_value("N00005").run()
    assert app.radio(key="pick_ind").options == ["Valdeltagande"]
    app.radio(key="pick_ind").set_value("valdeltagande").run()
    assert app.query_params["ind"] == "valdeltagande"
    assert "Valdeltagande" in words(app)


def test_a_link_followed_within_the_session_beats_earlier_choices(content):
    app = visit(**WHOLE, diagram="linje")
    app.run()
    app.query_params.clear()
    app.query_params.update({"ind": "valdeltagande"})
    app.run()
    assert app.query_params["ind"] == "valdeltagande"
    assert app.multiselect(key="pick_geo").value == ["9101", "9102"]


def test_the_value_stands_beside_everything_it_can_be_compared_with(content):
    app = visit(ind="sysselsatta", geo="9101", jmf="riket")
    assert "Jämfört med …" in words(app)
    assert "Vägt: hela landets värde" in words(app)
    assert '<tr class=mine><th scope="row">Riket' in words(app)
    assert "Plats bland alla" in words(app)
    files = [button.proto.label for button in app.get("download_button") if button.proto.id.count("compare_")]
    assert files == ["Excel", "CSV för Excel", "CSV för program"]


def test_a_comparison_that_says_nothing_here_is_marked_and_says_why(content):
    app = visit(ind="sysselsatta", geo="9101", jmf="liknande")
    marked = [label for label in app.selectbox(key="pick_jmf").options if label.endswith("(går inte här)")]
    assert marked == ["Liknande kommuner (går inte här)", "Målet (går inte här)"]
    assert "Liknande kommuner visas inte. Filerna för den här platsen säger inte" in words(app)
    assert app.query_params["jmf"] == "liknande"

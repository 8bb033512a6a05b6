"""Sparade vyer as a reader uses it: pin, compare, save as a set, change it, take it away and regret it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rus.core.paths import ROOT
from rus.texts.sets import sets
from rus.texts.texts import texts
from tests.store.content import write_content

TWO = "isysselsatta~~g9101~~isysselsatta~~g9102"
SHIPPED = 'title = "Vårt"\n[[views]]\nview = "/utforska?ind=sysselsatta&geo=9101"\n[[views]]\nview = "/malstatus"\n'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The small county with a set of its own, in use."""
    folder: Path = tmp_path_factory.mktemp("vyer") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(folder))
        patch.setenv("RUS_HOME", str(folder / "data"))
        st.cache_resource.clear()
        st.cache_data.clear()
        write_content(folder).write("data/views/vart.toml", SHIPPED)
        yield folder
    st.cache_resource.clear()
    st.cache_data.clear()


def visit(page: str = "vyer", **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app._page_hash = next(h for h, one in app._registered_pages.items() if one.get("url_pathname") == page)
    app.query_params.update(parameters)
    return app.run()


def words(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def test_without_pins_the_page_says_how_to_pin(root):
    app = visit()
    assert not app.exception
    assert "Inga vyer är fästa" in words(app)
    assert "Vårt" in words(app)


def test_a_view_is_pinned_with_its_data_version_and_unpinned_again(root):
    app = visit("utforska", ind="sysselsatta", geo="9101")
    app.button(key="pin_explore").click().run()
    assert app.query_params["fast"].startswith("isysselsatta~~g9101~~v")
    assert "Se den fästa vyn" in words(app)
    assert app.button(key="pin_explore").label == "Lossa vyn"
    app.button(key="pin_explore").click().run()
    assert "fast" not in app.query_params


def test_a_fifth_view_is_not_pinned_and_the_reader_learns_what_to_do(root):
    four = "~~".join(f"isysselsatta~~g{code}" for code in ("91", "9101", "9102", "00"))
    app = visit("utforska", ind="valdeltagande", fast=four)
    app.button(key="pin_explore").click().run()
    assert "Ta bort en av dem under Sparade vyer" in app.info[0].value
    assert app.query_params["fast"] == four


def test_pinned_views_stand_side_by_side_and_are_taken_away_one_by_one(root):
    app = visit(fast=TWO)
    assert len(app.get("plotly_chart")) == 2
    assert app.toggle(key="pin_axes").value is True
    app.toggle(key="pin_axes").set_value(False).run()
    assert app.query_params["fast_axel"] == "egen"
    assert "Varje diagram har sin egen axel" in words(app)
    app.button(key="pin_bort_0").click().run()
    assert app.query_params["fast"] == "isysselsatta~~g9102"
    assert len(app.get("plotly_chart")) == 1


def test_hostile_pins_are_refused_in_words(root):
    app = visit(fast="i<script>~~g18~~isysselsatta~~g9101~~v1900-01-01~~q")
    assert not app.exception
    assert "En del av länken gick inte att läsa" in app.info[0].value
    assert "ind=&lt;script&gt;" in words(app)
    assert "Dataversion 1900-01-01 finns inte kvar" in words(app)


def made(app: AppTest, title: str) -> AppTest:
    app.text_input(key="set_ny_namn").set_value(title)
    return (
        app.button(
            key="FormSubmitter:set_ny-" + next(b.label for b in app.button if "Spara" in b.label or "Skapa" in b.label)
        )
        .click()
        .run()
    )


def test_pinned_views_become_a_set_that_is_changed_taken_away_and_brought_back(root):
    app = made(visit(fast=TWO), "Mina två")
    assert "Samlingen ”Mina två” är sparad." in [one.value for one in app.success]
    key = app.query_params["vy_samling"]
    assert [one.view for one in sets(texts())[key].body.views] == [
        "/utforska?ind=sysselsatta&geo=9101", "/utforska?ind=sysselsatta&geo=9102",
    ]  # fmt: skip
    app.button(key="set_ner").click().run()
    assert sets(texts())[key].body.views[0].view.endswith("9102")
    app.text_input(key=f"set_{key}_2_namn").set_value("Nytt namn")
    next(b for b in app.button if b.label == "Spara namn och text").click().run()
    assert sets(texts())[key].body.title == "Nytt namn"
    app.button(key="set_bort").click().run()
    assert key not in sets(texts())
    app.button(key="set_undo").click().run()
    assert sets(texts())[key].body.title == "Nytt namn"
    app.button(key="set_bort").click().run()
    later = visit(vy_samling=key)
    assert "är borttagen" in later.info[0].value
    later.button(key="set_back").click().run()
    assert sets(texts())[key].body.title == "Nytt namn"


def test_a_set_that_ships_is_changed_and_put_back(root):
    app = visit(vy_samling="vart")
    assert "fast=isysselsatta~~g9101" in words(app)
    assert "kan ändras men inte tas bort" in words(app)
    app.button(key="set_vy_bort").click().run()
    assert len(sets(texts())["vart"].body.views) == 1
    app.button(key="set_bort").click().run()
    assert len(sets(texts())["vart"].body.views) == 2


def test_an_unknown_set_is_refused_in_words(root):
    app = visit(vy_samling="finns-ej")
    assert "finns inte här" in app.info[0].value
    assert "Samlingar" in words(app)


def test_pinned_views_and_the_one_before_are_added_to_a_set_that_is_there(root):
    app = visit(fast=TWO)
    assert app.selectbox(key="set_in_vy").options[0] == "Alla två fästa vyer"
    app.selectbox(key="set_in_till").set_value("vart")
    app.button(key="set_in").click().run()
    before = sets(texts())["vart"]
    assert "Vyn är tillagd i samlingen ”Vårt”." in [one.value for one in app.success]  # the first was there already
    assert [one.view for one in before.body.views][-1] == "/utforska?ind=sysselsatta&geo=9102"
    app.button(key="set_in").click().run()
    assert "Vyn finns redan i samlingen." in [one.value for one in app.error]
    app = visit("jamlikhet", ind="sysselsatta", geo="9102")
    app._page_hash = next(h for h, one in app._registered_pages.items() if one.get("url_pathname") == "vyer")
    app.query_params.clear()
    app.query_params["vy_samling"] = "vart"
    app.run()
    (label,) = app.selectbox(key="set_in_vy").options
    assert label.startswith("Den du kom från: Jämlikhet: ")
    app.button(key="set_in").click().run()
    now = sets(texts())["vart"]
    assert now.body.views[-1].view == "/jamlikhet?ind=sysselsatta&geo=9102&visa=nu"
    assert now.version == before.version + 1
    assert now.body.views[:-1] == before.body.views
    app.button(key="set_bort").click().run()


def test_where_nothing_can_be_added_the_set_says_how(root):
    app = visit(vy_samling="vart")
    app.session_state["came_from"] = ""
    assert "Fäst en vy, eller gå hit från sidan" in words(app.run())

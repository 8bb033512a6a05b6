"""Choices that belong to one page alone: where they stand in the address, what is refused, what back and a link do."""

import pytest

from rus.ui import explore
from tests.pages.test_back import content, kept, moved, sent
from tests.pages.test_explore import visit, words

__all__ = ["content"]

HOSTILE = ("finns-ej", "<script>alert(1)</script>", "`", "../..", "å" * 4000, "\x00")


def named(app):
    """What the page says of parts of the link that do not exist."""
    return " ".join(element.value for element in app.info)


def on_page(app, address, **parameters):
    """The next run, on another page."""
    app._page_hash = next(h for h, page in app._registered_pages.items() if page.get("url_pathname") == address)
    return sent(app, parameters)


def test_where_the_list_is_searched_and_for_what_stand_in_the_address(content):
    app = visit()
    assert not {"utf_inom", "utf_sok"} & kept(app).keys()
    app.selectbox(key="utf_inom").select("arbete").run()
    app.text_input(key="utf_sok").set_value("val").run()
    assert app.query_params["utf_inom"] == "arbete"
    fresh = visit(utf_inom="arbete", utf_sok="val")
    assert fresh.selectbox(key="utf_inom").value == "arbete"
    assert fresh.text_input(key="utf_sok").value == "val"
    assert not fresh.info


def test_all_areas_is_the_usual_and_in_no_address(content):
    app = visit(utf_inom="arbete")
    app.selectbox(key="utf_inom").select("").run()
    assert "utf_inom" not in app.query_params


@pytest.mark.parametrize("value", HOSTILE)
def test_an_area_that_does_not_exist_is_named_and_none_is_chosen(content, value):
    app = visit(utf_inom=value)
    assert "utf_inom=" in named(app)
    assert len(named(app)) < 250
    assert app.selectbox(key="utf_inom").value == ""
    assert not app.exception


@pytest.mark.parametrize("value", HOSTILE)
def test_any_search_in_a_link_finds_or_says_that_it_does_not(content, value):
    app = visit(utf_sok=value)
    assert len(app.text_input(key="utf_sok").value) <= 100
    assert "<script>alert" not in words(app)
    assert not app.exception


def test_a_late_browser_does_not_undo_the_area_and_back_does(content):
    app = visit(ind="valdeltagande")
    app.run()
    before = kept(app)
    app.selectbox(key="utf_inom").select("arbete").run()
    after = kept(app)
    sent(app, before)
    assert app.selectbox(key="utf_inom").value == "arbete"
    assert kept(app) == after
    moved(app, before)
    assert app.selectbox(key="utf_inom").value == ""
    moved(app, after)
    assert app.selectbox(key="utf_inom").value == "arbete"


def test_the_area_goes_to_no_other_page(content):
    app = visit(utf_inom="arbete")
    on_page(app, "kommuner")
    assert not [key for key in kept(app) if key.startswith("utf_")]
    on_page(app, "utforska")
    assert app.selectbox(key="utf_inom").value == ""


@pytest.mark.parametrize(
    ("page", "key", "usual"),
    [
        ("om", "om_flik", "Om sidan"),
        ("data-och-kvalitet", "kv_flik", "Aktualitet"),  # where nothing has been fetched yet
        ("indikatorer", "kat_flik", "Katalog"),
        ("arbete", "utm_flik", "Läget"),
    ],
)
def test_a_tab_that_does_not_exist_is_named_and_the_usual_one_is_open(content, page, key, usual):
    app = on_page(visit(), page, **{key: "<b>Finns ej</b>"})
    assert f"{key}=<b>Finns ej</b>" in named(app)
    assert app.session_state[key] == usual
    assert not app.exception


def test_back_and_forward_open_the_tabs_as_they_were(content):
    app = on_page(visit(), "om")
    before = kept(app)
    assert "om_flik" not in before
    moved(app, {**before, "om_flik": "Ordlista"})
    assert app.session_state["om_flik"] == "Ordlista"
    moved(app, before)
    assert app.session_state["om_flik"] == "Om sidan"


def test_a_filter_can_be_linked_to_by_its_words_too(content):
    app = on_page(visit(), "data-och-kvalitet", kv_flik="Täckning", kv_tackning="Arbete")
    assert app.selectbox(key="kv_tackning").value == "arbete"
    app.selectbox(key="kv_tackning").select("").run()
    assert "kv_tackning" not in app.query_params


@pytest.mark.parametrize(("said", "times"), [("1", 1), ("0", 0), ("x", 0), ("-1", 0), ("99999", 0), ("²", 0)])
def test_how_long_the_list_is_stands_in_the_address(content, said, times):
    app = visit(utf_fler=said)
    assert not app.exception
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(explore, "FIRST_SHOWN", 1)
        patch.setattr(explore, "MORE", 1)
        app.run()
        assert f"{1 + times} av" in words(app)
        app.button(key="utf_visa_fler").click().run()
        assert app.query_params["utf_fler"] == str(times + 1)
        assert f"{2 + times} av" in words(app)

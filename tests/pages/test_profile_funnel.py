"""Kommuner: a measure's funnel is drawn when it is opened, and the address holds which measure."""

from tests.pages.opening import opened
from tests.pages.reading import words
from tests.region.making import open_at


def test_the_fold_is_shut_until_it_is_opened(shipped):
    app = open_at("kommuner", geo="1880")
    before = len(app.get("plotly_chart"))
    app = opened(app, "kom_tratt_oppen")
    assert not app.exception
    assert len(app.get("plotly_chart")) == before + 1
    assert "slumpen ger" in words(app)


def test_a_link_with_a_measure_opens_it(shipped):
    app = open_at("kommuner", geo="1880", kom_plats="1880", kom_tratt="sysselsattningsgrad")
    assert not app.exception
    assert app.selectbox(key="kom_val_tratt").value == "sysselsattningsgrad"
    other = next(o for o in app.selectbox(key="kom_val_tratt").options if o != app.selectbox(key="kom_val_tratt").value)
    app.selectbox(key="kom_val_tratt").select(other).run()
    assert not app.exception


def test_a_measure_that_does_not_exist_leaves_it_shut(shipped):
    app = open_at("kommuner", geo="1880", kom_tratt="finns-ej")
    assert not app.exception
    assert not app.get("plotly_chart")

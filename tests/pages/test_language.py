"""The language of a page is a choice like others: in the address, kept by what changes it, refused when unknown."""

from urllib.parse import parse_qs

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rus.core.paths import ROOT
from rus.ui import address
from rus.ui.language import NOTE
from rus.views.choice import Choice

CHOSEN = {"geo": "00", "kon": "K", "jmf": "ingen", "diagram": "linje"}


def opened(**parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params.update(parameters)
    return app.run()


def markup(app: AppTest) -> str:
    return "".join(one.proto.body for one in app.get("html"))


@pytest.mark.usefixtures("shipped")
def test_english_says_what_is_not_and_leads_back():
    app = opened(**CHOSEN, lang="en")
    assert not app.exception
    assert NOTE in markup(app)
    assert 'hreflang="sv" lang="sv">På svenska</a>' in markup(app)
    assert app.query_params["lang"] in ("en", ["en"])
    way = markup(app).split('" hreflang="sv"')[0].rpartition('href="?')[2].replace("&amp;", "&")
    assert {key: value[0] for key, value in parse_qs(way).items()} == CHOSEN


@pytest.mark.usefixtures("shipped")
def test_swedish_is_the_standard_and_leads_to_english():
    app = opened()
    assert NOTE not in markup(app)
    assert 'lang=en" hreflang="en" lang="en">In English</a>' in markup(app)


@pytest.mark.usefixtures("shipped")
def test_a_language_that_is_unknown_is_named():
    app = opened(lang="tlh")
    assert "lang=tlh" in app.info[0].value
    assert NOTE not in markup(app)


def test_a_changed_choice_and_a_link_keep_the_language(monkeypatch):
    monkeypatch.setattr(st, "session_state", {"choice_record": {**CHOSEN, "lang": "en", "mal_vy": "matris"}})
    monkeypatch.setattr(st, "query_params", {})
    assert "lang=en" in address.to(Choice(), utf_omr="arbete")
    assert "lang=en" in address.link(Choice(), "2026-11-25", None)
    monkeypatch.setattr(address, "_write", lambda record: None)
    address.remember(Choice(), mal_vy="")
    assert st.session_state["choice_record"]["lang"] == "en"

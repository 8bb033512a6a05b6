"""What is no markup is drawn apart from words that stand together: else it would come before those above it."""

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from rus.ui import parts
from rus.views.pages import OWN
from tests.pages.reading import open_all
from tests.pages.test_handles import PAGES
from tests.region.making import open_at

EVERY = [*PAGES, *((page, {}) for page in OWN if page), ("jamlikhet", {"ind": "langtidsarbetslosa", "geo": "1880"})]
AREA = [("inkludering", {"utm_flik": tab}) for tab in ("Vad görs?", "Analysens slutsats")]


@pytest.fixture
def early(monkeypatch):
    """Kinds of what was drawn while words waited to be written, or stood on a surface that was not there yet."""
    found = []
    for name in ("_enqueue", "_block"):
        drawn = getattr(DeltaGenerator, name)

        def watched(self, *given, _drawn=drawn, _name=name, **named):
            waiting = parts._together.get()
            if waiting and (waiting.words or not all(surface.drawn for surface in waiting.surfaces)):
                found.append(given[0] if _name == "_enqueue" else "block")
            return _drawn(self, *given, **named)

        monkeypatch.setattr(DeltaGenerator, name, watched)
    return found


@pytest.mark.parametrize(("page", "choices"), [*EVERY, *AREA])
@pytest.mark.parametrize("written", [False, True], ids=["read", "edited"])
def test_nothing_is_drawn_before_the_words_above_it(shipped, early, page, choices, written):
    app = open_at(page, **choices)
    if written and (switches := [one for one in app.toggle if one.key == "redigera_texter"]):
        switches[0].set_value(True).run()
    app = open_all(app)
    assert not app.exception
    assert early == []


def test_it_is_seen_where_something_is(early):
    def page():
        import streamlit as st

        from rus.ui import frame

        with frame.together():
            frame.html("<p>ord</p>")
            st.button("för tidigt")

    AppTest.from_function(page).run()
    assert early == ["button"]

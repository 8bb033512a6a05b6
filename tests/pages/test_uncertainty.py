"""A ranking shows what chance leaves open of each value and rank, and hides it when asked to."""

from tests.pages.reading import words
from tests.region.making import open_at

CHOSEN = {"ind": "sysselsattningsgrad", "diagram": "rangordning", "utf_omr": "lanet"}
COLUMN, LINES = "Osäkerhet (95 %)", "Streck: osäkerhet (95 %)."


def test_intervals_and_spans_of_ranks_are_shown_until_they_are_hidden(shipped):
    app = open_at("utforska", **CHOSEN)
    assert not app.exception
    assert app.toggle(key="pick_utf_osak").value is True
    said = words(app)
    assert COLUMN in said
    assert LINES in said
    assert '<a href="inkludering">Inkludering</a> › ' in " ".join(block.proto.body for block in app.get("html"))
    assert "Intervall (95 %) räknas där antalet personer är känt" in said
    app.toggle(key="pick_utf_osak").set_value(False).run()
    assert not app.exception
    assert app.query_params["utf_osak"] == "nej"
    assert COLUMN not in words(app)
    assert LINES not in words(app)


def test_where_people_are_not_known_there_is_nothing_to_hide(shipped):
    app = open_at("utforska", **{**CHOSEN, "ind": "ohalsotal"})
    assert [t.key for t in app.toggle if t.key == "pick_utf_osak"] == []
    assert COLUMN not in words(app)

"""The catalogue for data portals, and the decisions as a list to print."""

from datetime import date

import pytest
from rdflib import DCAT, RDF, Graph

from rus.exports.dcat import turtle
from rus.store.builds import current
from rus.store.store import open_store
from rus.texts.kinds import Decision, IndicatorReview
from rus.ui.english import read_messages
from rus.views.known import known
from rus.views.open_data import portal
from tests.pages.reading import words
from tests.region.making import open_at

SITE = "https://lanet.example/rus"


@pytest.mark.parametrize("contact", ["", "oppna.data@lanet.example"])
def test_the_catalogue_that_ships(shipped, contact):
    store = open_store(current())
    catalogue = store.catalogue()
    messages = dict(read_messages())
    whole = portal(
        catalogue, known(store, catalogue), site=SITE, contact=contact, english=lambda words: messages.get(words, "")
    )
    assert [one.id for one in whole.sets if not (one.title_en and one.description_en and one.data_theme)] == []
    assert 5 <= len(whole.sets) <= 50
    assert all(len(one.title.split()) < 10 for one in whole.sets)
    graph = Graph().parse(data=turtle(whole), format="turtle")
    assert len(list(graph.subjects(RDF.type, DCAT.Dataset))) == len(whole.sets)
    assert bool(list(graph.objects(predicate=DCAT.contactPoint))) == bool(contact)


def test_the_list_offers_the_description(room):
    app = open_at("indikatorer")
    assert not app.exception
    assert any("katalog.ttl" in button.label for button in app.get("download_button"))


def test_decisions_stand_in_a_list_with_the_newest_first(room):
    for name, when in (("andel-i-arbete", date(2025, 3, 1)), ("arbetslosa", date(2026, 2, 1))):
        made = Decision(decided=when, body=f"Forum {when.year}", reason="Tydligare")
        room.save(IndicatorReview(proposal="keep", stage="decided", decision=made), name, author="A")
    said = words(open_at("indikatorer", kat_flik="Översyn"))
    assert said.index("Forum 2026") < said.index("Forum 2025")
    assert "Skriv ut listan" in said


def test_without_decisions_the_list_says_so(room):
    room.save(IndicatorReview(proposal="keep", stage="proposed"), "andel-i-arbete", author="A")
    assert "Inget är beslutat ännu" in words(open_at("indikatorer", kat_flik="Översyn"))

"""Gemensam uppföljning: the steps, proposals that lead to their measures, and who decided."""

from collections.abc import Iterator

import pytest

from tests.pages.reading import open_all, words
from tests.region.making import open_at


def said(**parameters: str) -> str:
    """The page with every fold open."""
    app = open_at("gemensam-uppfoljning", **parameters)
    assert "Varför det inte kan bedömas" not in words(app)
    open_all(app)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return words(app).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def page(shipped) -> Iterator[str]:
    return said()


def test_the_steps_lead_from_goals_to_proposals(page):
    assert all(step in page for step in ("Nuläge", "Önskat läge", "Gap", "Förslag från siffrorna"))


def test_a_proposal_says_what_it_rests_on_and_that_people_decide(page):
    assert "Siffrorna talar för att behålla området: 2 mått har ett säkert öppet gap." in page
    assert "Gapet växer i 10 mätningar 2013–2022." in page
    assert "beslutar människor" in page
    assert "Antagen 28 april 2022" in page
    assert "Uppgift om beslut saknas i filerna" in page


def test_a_goal_with_a_level_has_its_gap_in_the_unit_and_without(page):
    assert "484,4 tusen ton koldioxidekvivalenter" in page
    assert "ska minska 39 procent till; 42 procent av vägen är kvar" in page


def test_what_can_not_be_judged_stands_apart_with_its_reason(page):
    assert "Varför det inte kan bedömas" in page
    assert "För få mätningar: 3 av de 5 som krävs" in page


def test_only_official_goals_leave_effektmal_without_measures(shipped):
    text = said(gu_underlag="officiella")
    assert "Effektmål utan mått i underlaget" in text
    assert "föreslaget mål" not in text


def test_a_kommun_says_whose_the_goals_are(shipped):
    from rus.catalogue.read import read_catalogue

    catalogue = read_catalogue()
    kommun = catalogue.kommuner()[0]
    assert f"Här är de räknade på siffrorna för {catalogue.name(kommun)}." in said(geo=kommun)


def test_without_figures_every_gap_says_why(bare):
    text = said()
    assert "Siffrorna ger inget besked" in text
    assert "Siffrorna hämtas med rus update" in text


def test_a_choice_of_measures_stands_in_the_address(shipped):
    app = open_at("gemensam-uppfoljning")
    app.selectbox(key="gu_matt").select("officiella").run()
    assert not app.exception
    assert app.query_params["gu_underlag"] == "officiella"
    assert "Effektmål utan mått i underlaget" in words(app)


def test_every_place_can_be_followed_up_on_the_real_figures(shipped):
    """Nothing raises, every size is a number, and each gap under an effektmål is there once."""
    import json

    from rus.store.builds import current
    from rus.store.store import open_store
    from rus.views.followup import followup_views
    from rus.views.followup_sheet import followup_json

    store = open_store(current())
    catalogue = store.catalogue()
    for region in (catalogue.here.country, catalogue.here.region, *catalogue.kommuner()):
        for view in followup_views(store, catalogue, region).values():
            json.dumps(followup_json(view, catalogue), allow_nan=False)
            for branch in view.branches:
                keys = [line.distance.key for line in (*branch.lines, *branch.unknown)]
                assert len(keys) == len(set(keys))
            assert all(line.reason for line in view.lines)

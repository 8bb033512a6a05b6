"""Charts of other pages than Utforska: pinned where they stand, drawn on Sparade vyer, refused in words."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import words
from tests.region.making import everything, open_at


def pinned(app: AppTest, key: str) -> str:
    """The pins of the address after this chart was pinned."""
    app.button(key=f"pin_{key}").click().run()
    assert not app.exception
    assert app.button(key=f"pin_{key}").label == "Lossa vyn"
    (found,) = [app.query_params["fast"]] if isinstance(app.query_params["fast"], str) else app.query_params["fast"]
    return str(found)


@pytest.mark.parametrize(
    ("page", "choices", "key", "said"),
    [
        ("malstatus", {"mal_bed": "wrong_way"}, "goals", "Mål i katalogen: Fel håll"),
        ("malstatus", {"mal_rad": "utslapp-av-vaxthusgaser"}, "goal_bullet", "Utsläpp av växthusgaser"),
        ("jamlikhet", {"ind": "sysselsattningsgrad"}, "equality", "kvinnor ligger"),
        ("jamlikhet", {"ind": "sysselsattningsgrad"}, "equality_years", "Skillnaden mellan kvinnor och män"),
        ("kommuner", {"geo": "1880", "kom_jmf": "1883"}, "profile", "Örebro"),
        ("gemensam-uppfoljning", {}, "followup_areas", "gap i"),
        ("", {}, "tiles_start", "Örebro"),
        ("", {}, "gaps_start", "Störst gap"),
        ("projekt", {"projekt_flik": "Budget och finansiering"}, "costs", "kronor per år"),
    ],
)
def test_a_chart_is_pinned_on_its_page_and_drawn_beside_the_others(shipped, page, choices, key, said):
    pins = pinned(open_at(page, **choices), key)
    app = open_at("vyer", fast=pins)
    assert not app.exception
    shown = words(app)
    assert "Vyn går inte att visa" not in shown
    assert said.lower() in shown.lower()
    assert any('class="src"' in str(element.proto.body) for element in app.get("html"))
    assert "Öppna i " in everything(app)
    assert app.button(key="pin_bort_0").label == "Ta bort vyn"


def test_a_chart_has_one_pin_whether_it_is_pinned_above_or_below(shipped):
    app = open_at("jamlikhet", ind="sysselsattningsgrad")
    pinned(app, "equality_now")
    assert app.button(key="pin_equality").label == "Lossa vyn"
    assert "Se den fästa vyn" in words(app)


def test_a_page_without_such_a_chart_is_refused_in_words(shipped):
    said = words(open_at("vyer", fast="pom~~xvisa:nu~~pkommuner~~xgeo:7777~~pmalstatus~~xmal_omr:finns-ej"))
    assert said.count("Vyn går inte att visa") == 3
    assert "mal_omr=finns-ej" in said


def test_views_that_are_not_in_the_tree_of_goals_are_not_pinned_as_if_they_were(shipped):
    assert "pin_goals" not in [button.key for button in open_at("malstatus", mal_vy="matris").button]

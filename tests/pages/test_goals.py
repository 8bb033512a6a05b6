"""Målstatus: public goals with their status and reason, the tree, and a whole calculation."""

from collections.abc import Iterator

import pytest

from tests.pages.reading import words
from tests.region.making import open_at


def said(**parameters: str) -> str:
    app = open_at("malstatus", **parameters)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return words(app).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def page(shipped) -> Iterator[str]:
    return said()


def test_every_public_goal_has_a_status_and_a_reason(page):
    assert "Beslutade mål med offentlig lydelse" in page
    assert "Takten är 75 procent av den som krävdes, men kan vara mellan 52 och 97 procent." in page
    assert "Bättre än var och en av de 4 andra 2022." in page
    assert "Uppgiften finns hos regionen" in page


def test_the_goals_stand_under_the_strategys_goals(page):
    assert "Minskad klimatpåverkan" in page
    assert "ska minska med 60 procent från 2005 till 2030" in page
    assert "officiellt mål" in page
    assert "föreslaget mål" in page


def test_the_whole_calculation_of_a_goal_is_open(page):
    assert "Takt hittills delad med den som krävdes" in page
    assert "0,75 (0,52 till 0,97)" in page
    assert "2 av 6 metoder säger samma" in page


def test_a_kommun_has_its_own_board_without_the_countys_sentences(shipped):
    from rus.catalogue.read import read_catalogue

    kommun = read_catalogue().kommuner()[0]
    text = said(geo=kommun)
    assert "Beslutade mål" not in text
    assert "Målet gäller bara" in text


def test_without_figures_every_goal_says_why(bare):
    text = said()
    assert "Kan inte bedömas" in text
    assert "Inga mätningar." in text


def test_the_matrix_has_a_column_for_each_kommun(page):
    assert "Alla mått i länet och kommunerna" in page
    assert "Bedömningen för det kön och den bakgrund du väljer" in page

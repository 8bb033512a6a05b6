"""Jämlikhet: the gaps of a measure, absolute and relative together, with certainty and every reason why not."""

import re
from collections.abc import Iterator

import pytest

from rus.store.builds import current
from rus.store.store import open_store
from rus.views.equality import equality_view
from rus.views.equality_carried import carried_rows
from rus.views.equality_list import caption, listed
from rus.views.equality_people import people_rows
from rus.views.equality_words import (
    carried_reason,
    cross_rows,
    farthest,
    headline,
    measure_rows,
    pair_rows,
    split_measures,
    year_rows,
)
from tests.pages.reading import words
from tests.region.making import open_at


@pytest.fixture(scope="module")
def real(shipped) -> Iterator[None]:
    """The content that ships."""
    open_at("jamlikhet")
    return


def said(**parameters: str) -> str:
    app = open_at("jamlikhet", **parameters)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return words(app).replace("\u00a0", " ")


def test_without_an_address_a_measure_with_a_goal_of_a_smaller_gap_is_shown(real):
    text = said()
    assert "Skillnader nu" in text
    assert "ska minska" in text


def test_a_gap_stands_with_both_measures_and_its_certainty(real):
    text = said(ind="sysselsattningsgrad")
    assert "Säkerställd skillnad" in text
    assert "procentenheter" in text
    assert "Kvoten är" in text
    assert "Siffror saknas för inrikes födda" in text


def test_five_groups_in_order_have_their_indices_and_what_was_taken_for_granted(real):
    text = said(ind="valdeltagande-kommunval")
    assert "Överst på skalan för inkomst" in text
    assert re.search(r"\b30 av \d+ grupper redovisas", text)
    assert "räknas som 20 procent" in text
    assert "längst efter" in text


def test_a_measure_that_can_not_be_compared_says_why(real):
    assert "Måttet är en mängd" in said(ind="utslapp-av-vaxthusgaser")


def test_choices_are_written_to_the_address(real):
    app = open_at("jamlikhet", ind="sysselsattningsgrad")
    app.selectbox(key="jml_matt").select("valdeltagande-kommunval").run()
    assert not app.exception
    assert app.query_params["ind"] == "valdeltagande-kommunval"
    assert "Valdeltagande i kommunvalet" in words(app)


def test_every_measure_in_hand_has_its_page_of_words(real):
    """All real figures, county and one kommun: no exception, and nothing that is not a number."""
    store = open_store(current())
    catalogue = store.catalogue()
    measures = split_measures(store, catalogue)
    assert len(measures) > 40
    for region in (catalogue.here.region, catalogue.kommuner()[0]):
        for measure in measures:
            view = equality_view(store, catalogue, measure.id, region)
            found = [pair_rows(view), cross_rows(view), year_rows(view), carried_reason(view), headline(view)]
            found += [measure_rows(a.measures) for a in view.grounds] + [measure_rows(view.kommuner.measures)]
            found += [
                farthest(view),
                [carried_rows(c) for c in view.carried],
                [people_rows(p, 1) for p in view.effort.parts],
                view.picture,
            ]
            assert not re.search(r"\b(nan|inf|None)\b", str(found)), measure.id
            assert all(pair.gap or pair.reason for pair in view.pairs)


def test_without_figures_the_page_says_so(bare):
    assert "Det finns inga skillnader att visa ännu" in said()


def test_a_gap_that_shall_shrink_is_marked_in_the_list(real):
    """The county's own goals: the gap of self-rated health and of employment."""
    store = open_store(current())
    found = [one for one in listed(store, store.catalogue(), store.catalogue().here.region) if one.goal]
    assert found
    assert all("Mål: ska minska" in caption(one, "kvot") for one in found if "kvot" in one.size)

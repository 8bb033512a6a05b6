"""A challenge area: its measures with goals, those that are only wished for, and the one the charts begin with."""

import pytest

from rus.views.challenge import challenge_view
from rus.views.lead import lead_view
from rus.views.spread import spreads


@pytest.fixture(scope="module")
def view(county):
    return challenge_view(county, county.catalogue(), "arbete")


def test_an_unknown_area_is_none(county):
    assert challenge_view(county, county.catalogue(), "finns-inte") is None


def test_measures_stand_by_subject_in_the_catalogues_order(view):
    said = [(s.title, [m.name for m in s.measures]) for s in view.sections]
    assert said == [("Arbete", ["Faller", "Kort", "Stiger"]), ("Befolkning", ["Andel"])]


def test_what_is_only_wished_for_stands_apart_with_its_reason(view):
    assert [(m.name, m.missing) for m in view.wanted] == [("Önskad", "Ingen mäter.")]


def test_goals_are_told_in_words_with_their_standing(view):
    found = {m.name: (m.goals, m.standing) for s in view.sections for m in s.measures}
    assert found["Faller"] == ("Minst 60,0\u00a0procent till 2030", "Föreslaget mål")
    assert found["Andel"] == ("Skillnaden mellan kvinnor och män ska minska", "Officiellt mål")
    assert found["Kort"] == ("", "")


def test_the_charts_begin_where_the_gap_is_widest(view):
    assert view.leading == (("stiger", "Stiger"), ("kort", "Kort"), ("faller", "Faller"))


def test_the_leading_measure_is_told_in_words(county):
    lead = lead_view(county, county.catalogue(), "stiger")
    assert lead.meaning.text == (
        "Stiger: 52,0\u00a0procent av kvinnorna och 56,0\u00a0procent av männen 2023. Gapet är 4,0\u00a0procentenheter."
    )
    assert ("Gapet i riket", "4,0\u00a0procentenheter 2023") in lead.meaning.pairs
    assert lead.status.words == "Rätt håll"
    assert lead.line.picture is not None
    assert lead.places.places is not None


def test_without_a_goal_the_arithmetic_is_named_an_example(county):
    goal = lead_view(county, county.catalogue(), "stiger").goal
    assert goal.title == "Räkneexempel, inget mål"
    assert "2030 behöver gapet minska med 0,57 procentenheter per år" in goal.text
    assert ("Så räknas det", "(56,0 − 52,0) / 7 år") in goal.pairs


def test_with_a_goal_its_facts_stand_without_a_verdict(county):
    goal = lead_view(county, county.catalogue(), "faller").goal
    assert goal.title == "Föreslaget mål"
    assert dict(goal.pairs) == {
        "Utgångsläge": "51,0\u00a0procent 2010",
        "Nu": "38,0\u00a0procent 2023",
        "Mål": "60,0\u00a0procent 2030",
        "Krävs per år": "+3,1 procentenheter i snitt",
        "Källa": "prov",
    }


def test_a_measure_of_kommuner_only_shows_the_lowest_and_the_highest(county):
    store, catalogue = county, county.catalogue()
    rows = store.observations(indicators=["stiger"], regions=catalogue.kommuner(), sexes=["total"])
    newest = rows[rows["year"] == rows["year"].max()].sort_values("value")
    found = spreads(store, catalogue, ["stiger", "onskad"])
    assert [s.indicator for s in found] == ["stiger"]
    assert found[0].lowest[0] == newest["region_name"].iloc[0]
    assert found[0].highest[0] == newest["region_name"].iloc[-1]
    assert found[0].kommuner == len(newest)


def test_a_measure_with_a_county_value_is_not_among_those_of_kommuner_only(view):
    assert view.spreads == ()

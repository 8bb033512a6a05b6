"""The tabs of a challenge area: cards with honest sentences, measures offered in a sensible order, what comes next."""

from datetime import date
from types import SimpleNamespace

import pytest

from rus.views.challenge import challenge_view
from rus.views.challenge_tabs import card_sentence, cards_of, placed_of, settled, split_of, where_view
from rus.views.doing import coming, nothing_next


@pytest.fixture(scope="module")
def view(county):
    return challenge_view(county, county.catalogue(), "arbete")


@pytest.fixture(scope="module")
def sentences(county, view):
    return {c.row.name: c.sentence for c in cards_of(county.catalogue(), view)}


def test_headline_measures_are_first_and_others_fill_up(view, sentences):
    assert [*sentences][:3] == [m.name for s in view.sections for m in s.measures][:3]
    assert len(sentences) <= 10


def test_a_change_is_told_only_where_the_trend_is_certain(sentences):
    assert sentences["Stiger"].startswith("Stiger: upp ")
    assert sentences["Kort"].endswith("utvecklingen kan inte bedömas")


def test_the_sentence_follows_the_trend_and_not_the_goals_status(county, view):
    row = next(m.row for s in view.sections for m in s.measures if m.name == "Faller")
    said = card_sentence(county.catalogue(), row)
    assert row.trend.status != "no_trend"
    assert said.startswith("Faller: ned ")


def test_measures_that_are_split_and_placed_are_those_of_the_area(county):
    ids = {i.id for i in county.catalogue().of_challenge("arbete")}
    assert {i for i, _ in split_of(county, county.catalogue(), "arbete")} <= ids
    assert {i for i, _ in placed_of(county, county.catalogue(), "arbete")} <= ids
    assert split_of(county, county.catalogue(), "finns-inte") == ()


def test_the_kommuner_are_shown_in_three_ways(county):
    offered = placed_of(county, county.catalogue(), "arbete")
    found = where_view(county, county.catalogue(), offered[0][0])
    assert found.over_time.choice.chart == "rutor"
    assert found.ranked.choice.chart == "rangordning"


@pytest.mark.parametrize(("wanted", "shown"), [("b", "b"), ("", "a"), ("<x>", "a")])
def test_what_is_not_offered_gives_the_first(wanted, shown):
    assert settled(wanted, (("a", "A"), ("b", "B"))) == shown
    assert settled(wanted, ()) == ""


def project(months: list[int], last: date):
    activity = SimpleNamespace(months=months, text="Forum")
    return SimpleNamespace(name="Projekt", activity=[activity], last_day=last)


@pytest.mark.parametrize(
    ("months", "last", "when"),
    [
        ([3, 11], date(2027, 12, 31), ["november 2026"]),
        ([3], date(2027, 12, 31), ["mars 2027"]),
        ([3], date(2026, 12, 31), []),
        ([], date(2027, 12, 31), []),
    ],
)
def test_what_is_next_in_the_year_is_of_projects_that_go_on(months, last, when):
    assert [c.when for c in coming([project(months, last)], date(2026, 11, 25))] == when


@pytest.mark.parametrize(
    ("projects", "said"),
    [
        ([], "Inget projekt är inlagt."),
        ([project([3], date(2025, 12, 31)), project([], date(2023, 12, 31))], "Projekt tog slut 31 december 2025."),
        ([project([], date(2027, 12, 31))], "Inget projekt som pågår har aktiviteter med beslutad månad."),
        ([project([3], date(2026, 12, 31))], "Alla aktiviteter med beslutad månad har redan varit."),
    ],
)
def test_where_nothing_is_next_it_says_why_and_what_to_do(projects, said):
    today = date(2026, 11, 25)
    assert not coming(projects, today)
    assert nothing_next(projects, today).startswith(f"{said} Lägg till ")

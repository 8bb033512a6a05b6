"""Kommuner in their funnel, one year or three; gaps over time, linked over a break; every measure by its gap."""

import pytest

from rus.views.equality import equality_view
from rus.views.equality_list import SCALES, caption, listed, ranked
from rus.views.equality_places import places, where_words
from rus.views.equality_words import headline
from tests.views.crossed_county import ALL, SEXES, of

NEWEST = 2023


@pytest.fixture(scope="module")
def store(crossed):
    return crossed


@pytest.fixture(scope="module")
def view(crossed):
    return lambda name="kors", region=None: equality_view(crossed, crossed.catalogue(), name, region)


def test_kommuner_stand_in_their_funnel(store):
    found = places(store, store.catalogue(), "kors", "91")
    assert [row.name for row in found.rows] == ["Örby", "Ekeby", "Åby"]
    assert [row.where.where for row in found.rows][::2] == ["far_below", "far_above"]
    assert where_words(found.rows[0]) == "Långt under det som slumpen ger"
    assert found.funnel.common == pytest.approx(_common())
    assert all(low < found.funnel.common < high for _, low, high, _, _ in found.funnel.limits)
    widths = [high - low for _, low, high, _, _ in found.funnel.limits]
    assert widths == sorted(widths, reverse=True)
    assert places(store, store.catalogue(), "kors", "9101").rows == found.rows


def _common() -> float:
    sized = [of(code, ALL, SEXES, NEWEST) for code in ("9101", "9102", "9103")]
    return sum(v * n for v, n in sized) / sum(n for _, n in sized)


def test_three_years_together_help_the_small_and_are_labelled(store):
    group = "background.ut~education.high"
    one = places(store, store.catalogue(), "kors", "91", group)
    assert one.unsure == ("Ekeby",)
    assert one.can_pool
    three = places(store, store.catalogue(), "kors", "91", group, mean=True)
    assert three.label == "3-årsmedel 2021–2023"
    small = next(row for row in three.rows if row.name == "Ekeby")
    assert (small.n, three.unsure) == (72, ())
    values = [of("9103", [("ut", "high")], SEXES, year)[0] for year in (2021, 2022, 2023)]
    assert small.all.cell.value == pytest.approx(sum(values) / 3)
    assert three.funnel.pooled


def test_without_people_there_is_no_funnel_and_the_reason_is_told(store):
    found = places(store, store.catalogue(), "sent", "91")
    assert (found.funnel, found.can_pool) == (None, False)
    assert "Tratten räknas när" in found.funnel_reason
    assert places(store, store.catalogue(), "sent", "91", mean=True).rows == ()
    assert places(store, store.catalogue(), "sent", "00").reason


def test_years_before_a_break_are_moved_and_the_amounts_told(view):
    picture = view("lank").picture
    line = picture.lines[0]
    assert dict(line.points) == {2022: pytest.approx(-7), 2023: pytest.approx(-7)}
    assert dict(line.moved) == {2020: pytest.approx(-7), 2021: pytest.approx(-7)}
    assert picture.can_link
    assert "+1,0 procentenheter för kvinnor och +2,0 procentenheter för män" in picture.link
    assert "2022, 2023" in picture.link
    assert picture.breaks == (2022,)


def test_without_a_common_year_nothing_is_linked_and_that_is_said(view):
    picture = view("olank").picture
    assert (picture.can_link, picture.lines[0].moved) == (False, ())
    assert "inget gemensamt år" in picture.link


def test_a_gap_within_chance_is_not_said_to_have_moved(view):
    finding = view(region="9103").picture.finding
    assert "har inte ändrats säkert 2020–2023" in finding
    sex = next(line for line in view().picture.lines if line.ground == "sex")
    assert len(sex.band) == len(sex.points)
    assert all(around.holds(dict(sex.points)[year]) for year, around in sex.band)


def test_the_newest_year_that_both_have_is_compared(view):
    assert (view("sent").sex.period, headline(view("sent"))[-4:]) == ("2022", "2022")


def test_the_list_has_each_measure_by_its_largest_gap(store, view):
    found = listed(store, store.catalogue(), "91")
    assert {one.indicator for one in found} >= {"kors", "lank", "sent"}
    for by in SCALES:
        rows = ranked(found, by, sure_only=False).rows
        sizes = [one.size[by] for one in rows]
        assert sizes == sorted(sizes, reverse=True)
        assert len({one.indicator for one in rows}) == len(rows)
        assert all(caption(one, by) for one in rows)
    first = ranked(found, "pp", sure_only=True).rows
    assert [one.indicator for one in first] == ["kors"]
    assert first[0].ground == "Bakgrund"
    assert first[0].q <= 0.05
    assert not any(one.goal for one in found)
    qs = [(one.p, one.q) for one in found if one.p is not None]
    assert all(q >= p for p, q in qs)


@pytest.mark.parametrize("name", ["kors", "lank", "olank"])
def test_the_list_says_what_the_page_says(store, view, name):
    of_page = {p.ground: p.gap.difference.value for p in view(name).pairs if p.gap}
    rows = [one for one in listed(store, store.catalogue(), "91") if one.indicator == name]
    assert len(rows) == len(of_page)
    labels = {"Kön": "sex", "Bakgrund": "background", "Utbildning": "education"}
    assert {labels[one.ground]: one.difference for one in rows} == pytest.approx(of_page)

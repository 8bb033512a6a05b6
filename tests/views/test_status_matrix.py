"""The matrix of statuses: one column a region, a row a measure, sex and background, counted by class."""

import pytest

from rus.core.swedish import sort_key
from rus.views.figures import Figures, figures, judge
from rus.views.status_matrix import Cut, background_groups, status_matrix


@pytest.fixture(scope="module")
def whole(county):
    return status_matrix(county, county.catalogue())


def test_every_measure_has_a_cell_for_the_county_and_each_kommun(county, whole):
    catalogue = county.catalogue()
    kommuner = sorted((catalogue.name(c) for c in catalogue.kommuner()), key=sort_key)
    assert whole.regions == (catalogue.name(catalogue.here.region), *kommuner)
    shown = whole.only(Cut(sex="total", group="total"))
    rows = {row.indicator: row for row in shown.rows}
    assert rows["stiger"].cells[0].status.id == "right_way"
    assert rows["faller"].cells[0].status.id == "wrong_way"
    assert (rows["kort"].cells[0].status.id, rows["kort"].cells[0].words) == ("not_assessed", "För få år")
    assert shown.tally[0] == {"right_way": 1, "wrong_way": 1, "no_trend": 1, "not_assessed": 1}


def test_women_and_men_stand_below_both_and_only_where_they_are_measured(whole):
    members = [row.member for row in whole.rows if row.indicator == "stiger"]
    assert members == ["alla", "kvinnor", "män"]
    assert [row.member for row in whole.rows if row.indicator == "faller"] == ["alla"]
    assert "faller" not in {row.indicator for row in whole.only(Cut(sex="women")).rows}


def test_the_rows_of_an_area_are_those_of_its_measures(whole):
    assert {row.indicator for row in whole.only(Cut(within="befolkning")).rows} == {"andel"}
    assert len(whole.only(Cut(within="arbete")).rows) == len(whole.rows)
    assert whole.only(Cut(within="finns-inte")).rows == ()


def test_the_first_rows_never_end_within_a_measure(whole):
    many = len(whole.rows)
    for asked in range(1, many + 3):
        seen = whole.first(asked).rows
        assert len(seen) >= min(asked, many)
        assert seen == whole.rows[: len(seen)]
        assert len(seen) == many or whole.rows[len(seen)].indicator != seen[-1].indicator
        assert len(seen) == asked or len({row.indicator for row in seen[asked - 1 :]}) <= 1
    place = [row.indicator for row in whole.rows].index("stiger")  # measured for women, men and both
    assert len(whole.first(place + 1).rows) == place + 3


def test_a_group_that_no_measure_has_gives_no_rows(whole):
    assert whole.only(Cut(group="background.born_abroad")).rows == ()
    assert background_groups(whole) == ("total",)


def test_a_figure_from_too_long_ago_is_not_judged_and_says_so(county):
    catalogue = county.catalogue()
    indicator, here = catalogue.indicators["stiger"], catalogue.here.region
    points = figures(county, here).points("stiger")
    assert figures(county, here).oldest == 2018
    assert judge(indicator, points, 2023).status == "right_way"
    late = judge(indicator, points, 2024)
    assert (late.status, late.direction) == ("not_assessed", "Ökar")
    assert late.reason == "Uppgiften är för gammal: den nyaste är från 2023."


def test_a_card_says_that_its_figure_is_too_old(county):
    from rus.views.cards import row

    catalogue = county.catalogue()
    rows = county.observations(indicators=None, regions=[catalogue.here.region])
    made = row(catalogue.indicators["stiger"], Figures(rows, oldest=2024), catalogue)
    assert (made.status.id, made.direction) == ("not_assessed", "Ökar – för gammal uppgift")
    goal = row(catalogue.indicators["faller"], Figures(rows, oldest=2024), catalogue)
    assert goal.progress.reason.startswith("Uppgiften är för gammal")


def test_the_table_to_take_away_has_a_row_for_each_cell(county, whole):
    from rus.exports.csv import csv_excel
    from rus.views.matrix_sheet import matrix_sheet

    cut = Cut("arbete", "women")
    sheet = matrix_sheet(county, county.catalogue(), cut, "b1")
    assert len(sheet.rows) == sum(1 for row in whole.only(cut).rows for cell in row.cells if cell)
    assert "Stiger;Stiger;Ödeläns län;kvinnor;alla;Rätt håll;Rätt håll;Ökar i 10 mätningar" in csv_excel(sheet).decode(
        "utf-8-sig"
    )

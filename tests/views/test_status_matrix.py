"""The matrix of statuses: one column a region, counted by class."""

from rus.views.status_matrix import background_groups, status_matrix


def test_every_measure_has_a_cell_for_the_county_and_each_kommun(county):
    catalogue = county.catalogue()
    found = status_matrix(county, catalogue, "total", "total")
    assert found.regions == tuple(catalogue.name(c) for c in (catalogue.here.region, *catalogue.kommuner()))
    rows = {row.indicator: row for row in found.rows}
    assert rows["stiger"].cells[0].id == "right_way"
    assert rows["faller"].cells[0].id == "wrong_way"
    assert rows["kort"].cells[0].id == "not_assessed"
    assert found.tally[0] == {"right_way": 1, "wrong_way": 1, "no_trend": 1, "not_assessed": 1}


def test_a_measure_without_women_and_men_is_left_out_of_theirs(county):
    found = status_matrix(county, county.catalogue(), "women", "total")
    assert "faller" not in {row.indicator for row in found.rows}


def test_a_group_that_no_measure_has_gives_no_rows(county):
    assert status_matrix(county, county.catalogue(), "total", "background.born_abroad").rows == ()
    assert background_groups(county.catalogue())[0] == "total"

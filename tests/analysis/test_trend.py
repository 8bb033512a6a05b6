"""The trend test: published values, laws, and the traps of Swedish series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.trend import Data, mann_kendall, theil_sen, trend, usable

HIGHER, LOWER = Data(better="higher"), Data(better="lower")
VALUES = st.lists(st.integers(0, 1000).map(float), min_size=5, max_size=10)


def points(*values: float, first: int = 2010) -> list[tuple[int, float]]:
    return [(first + n, value) for n, value in enumerate(values)]


@pytest.mark.parametrize(("n", "p"), [(4, 0.089), (5, 0.027)])
def test_a_perfect_rise_has_the_published_p_value(n, p):
    assert mann_kendall(range(n)) == pytest.approx(p, abs=0.0006)


def test_the_p_value_agrees_with_a_textbook_computation_with_ties():
    # 1 1 2 3 3 4: S = 13, Var = (6·5·17 − 2·(2·1·9))/18 = 26.33, z = 12/5.1316 = 2.3385
    assert mann_kendall([1, 1, 2, 3, 3, 4]) == pytest.approx(0.01936, abs=5e-5)


def test_five_rising_years_go_the_right_way_when_higher_is_better_and_the_wrong_way_when_lower_is():
    rising = points(1, 2, 3, 4, 5)
    assert (trend(rising, HIGHER).status, trend(rising, LOWER).status) == ("right_way", "wrong_way")
    assert trend(rising, HIGHER).direction == trend(rising, LOWER).direction == "Ökar"


def test_four_years_are_never_judged():
    result = trend(points(1, 2, 3, 4), HIGHER)
    assert (result.status, result.direction) == ("not_assessed", "Ökar")
    assert "4 av de 5" in result.reason


def test_years_before_a_break_do_not_count():
    series = points(9, 8, 7, 6, 5, 1, 2, 3, 4, 5)
    assert trend(series, Data(better="higher", last_break=2015)).status == "right_way"
    assert trend(series, Data(better="higher", last_break=2016)).status == "not_assessed"


def test_overlapping_windows_count_once_and_the_newest_is_kept():
    kept = usable(points(*range(12)), Data(better="higher", window_years=4))
    assert [year for year, _ in kept] == [2013, 2017, 2021]


def test_a_step_of_one_whole_percent_is_no_change():
    result = trend(points(22, 22, 23, 23, 22, 23), Data(better="lower", step=1))
    assert (result.status, result.direction) == ("no_trend", "Nästan oförändrat")


def test_an_indicator_without_a_wanted_direction_gets_a_direction_but_no_verdict():
    result = trend(points(1, 2, 3, 4, 5), Data(better="neutral"))
    assert (result.status, result.direction) == ("not_assessed", "Ökar")


def test_missing_years_are_left_out_not_filled():
    result = trend([(2010, 1.0), (2012, float("nan")), (2015, 2.0)], HIGHER)
    assert [year for year, _ in result.points] == [2010, 2015]


def test_nothing_measured_is_an_answer():
    assert trend([], HIGHER).reason == "Inga mätningar."
    assert trend([(2020, 1.0)], HIGHER).reason == "Bara en mätning."


@given(VALUES)
def test_turning_the_wanted_direction_round_mirrors_the_status(values):
    mirrored = {"right_way": "wrong_way", "wrong_way": "right_way"}
    up, down = trend(points(*values), HIGHER).status, trend(points(*values), LOWER).status
    assert down == mirrored.get(up, up)


@given(VALUES, st.floats(0.1, 100), st.floats(-1000, 1000))
def test_a_change_of_unit_changes_no_status(values, factor, offset):
    moved = [round(v * factor + offset, 6) for v in values]
    if len(set(moved)) == len(set(values)):
        assert trend(points(*moved), HIGHER).status == trend(points(*values), HIGHER).status


@given(VALUES)
def test_the_p_value_is_a_probability_and_the_same_backwards(values):
    p = mann_kendall(values)
    assert 0 <= p <= 1
    assert mann_kendall(values[::-1]) == pytest.approx(p)


def test_the_slope_is_the_median_and_shrugs_off_one_wild_year():
    assert theil_sen(points(0, 1, 2, 3, 100, 5, 6)) == pytest.approx(1)


def test_the_way_is_that_of_the_pairs_where_most_of_them_are_ties():
    """S = 21 of 45 pairs and 24 ties, so the median slope is 0 and can't tell the way."""
    rising = trend(points(0, 0, 0, 0, 0, 0, 0, 1, 1, 1), HIGHER)
    assert (rising.slope, rising.direction, rising.status) == (0, "Ökar", "right_way")
    falling = trend(points(1, 1, 1, 0, 0, 0, 0, 0, 0, 0), HIGHER)
    assert (falling.slope, falling.direction, falling.status) == (0, "Minskar", "wrong_way")


@given(st.lists(st.integers(0, 3).map(float), min_size=5, max_size=10))
def test_a_series_turned_upside_down_goes_the_other_way(values):
    ours, theirs = trend(points(*values), HIGHER), trend(points(*(-v for v in values)), LOWER)
    assert ours.status == theirs.status
    turned = {"Ökar": "Minskar", "Minskar": "Ökar"}
    assert theirs.direction == turned.get(ours.direction, ours.direction)

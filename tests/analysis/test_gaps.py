"""The gap between two groups, and its way over time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from rus.analysis.gaps import NO_RATIO, Side, gap, over_time
from rus.analysis.intervals import Interval
from rus.analysis.trend import Data

DATA = Data("higher")
PERCENT = st.floats(1, 99)


def series(*values: float, first: int = 2010) -> list[tuple[int, float]]:
    return [(first + n, value) for n, value in enumerate(values)]


def test_a_gap_is_absolute_and_relative_together():
    found = gap(Side(60, 500), Side(75, 400), share=True)
    assert (found.difference.value, found.size, found.ratio) == (-15, 15, 0.8)
    assert found.difference.verdict == "lower"
    assert found.difference.interval.holds(-15)
    assert found.ratio_interval.holds(0.8)
    log = confint_proportions_2indep(300, 500, 300, 400, method="log", compare="ratio")
    assert (found.ratio_interval.lower, found.ratio_interval.upper) == pytest.approx(log, abs=1e-9)


@given(PERCENT, PERCENT, st.integers(500, 5000))
def test_a_gap_turns_with_its_groups_and_narrows_with_people(a, b, n):
    one, other = gap(Side(a, n), Side(b, n), share=True), gap(Side(b, n), Side(a, n), share=True)
    assert one.difference.value == -other.difference.value
    assert one.ratio == pytest.approx(1 / other.ratio)
    assert one.size == other.size
    many = gap(Side(a, n * 9), Side(b, n * 9), share=True).difference.interval
    few = one.difference.interval
    assert many.upper - many.lower < few.upper - few.lower


def test_a_ratio_needs_values_above_zero():
    found = gap(Side(0), Side(3), share=False)
    assert (found.ratio, found.ratio_reason) == (None, NO_RATIO)
    assert found.difference.value == -3


def test_without_people_the_gap_stands_without_a_verdict():
    found = gap(Side(60), Side(75, 400), share=True)
    assert (found.difference.verdict, found.difference.interval, found.ratio_interval) == ("not_assessed", None, None)
    assert found.difference.reason
    assert gap(Side(300_000), Side(350_000), share=False).difference.reason


def test_a_survey_is_judged_by_its_margin_even_where_n_is_known():
    found = gap(Side(60, 9999, Interval(50, 70)), Side(65, 9999, Interval(55, 75)), share=True)
    assert found.difference.verdict == "no_certain_difference"


def test_a_gap_within_the_rounding_is_never_certain():
    found = gap(Side(60, 90_000), Side(61, 90_000), share=True, rounding=1)
    assert (found.difference.verdict, found.difference.reason) == (
        "no_certain_difference",
        "Skillnaden ryms i avrundningen.",
    )
    assert gap(Side(60, 90_000), Side(61, 90_000), share=True).difference.verdict == "lower"
    assert gap(Side(60), Side(61), share=True, rounding=1).difference.verdict == "no_certain_difference"


def test_a_change_within_the_rounding_is_said():
    whole = Data("higher", step=1.0)
    assert over_time(series(60, 61), series(65, 65), whole).rounded
    assert not over_time(series(60, 62), series(65, 65), whole).rounded
    assert not over_time(series(60, 61), series(65, 65), DATA).rounded


def test_a_shrinking_gap_is_seen_whichever_group_leads():
    for ours, theirs in ((series(*range(50, 58)), series(*[60.0] * 8)), (series(*[60.0] * 8), series(*range(50, 58)))):
        found = over_time(ours, theirs, DATA)
        assert (found.change, found.turned) == (-7, False)
        assert (found.trend.status, found.trend.direction) == ("right_way", "Minskar")


def test_only_years_that_both_have_after_the_break_count():
    found = over_time(series(1, 2, 3, 4), series(5, float("nan"), 5, 5, 9), Data("higher", last_break=2012))
    assert found.points == ((2012, -2), (2013, -1))
    assert found.trend.status == "not_assessed"
    assert found.change == -1


def test_a_gap_that_changes_sides_is_said():
    assert over_time(series(50, 70), series(60, 60), DATA).turned
    assert not over_time(series(50, 55), series(60, 60), DATA).turned


def test_one_year_has_no_change():
    found = over_time(series(1), series(2), DATA)
    assert (found.change, found.turned, found.notes) == (None, False, ())
    assert over_time([], [], DATA).points == ()


def test_absolute_and_relative_that_part_ways_are_said():
    found = over_time(series(10, 4), series(20, 10), DATA)  # 10 apart → 6 apart; a half → four tenths
    assert "minskat" in found.notes[0]
    assert "kvot" in found.notes[0]
    assert over_time(series(10, 18), series(20, 20), DATA).notes == ()


def test_of_gaps_that_stand_still_few_are_called_moving():
    rng = np.random.default_rng(8)
    moving = 0
    for _ in range(400):
        ours, theirs = rng.normal(50, 2, 10), rng.normal(60, 2, 10)
        moving += over_time(series(*ours), series(*theirs), DATA).trend.status in {"right_way", "wrong_way"}
    assert moving / 400 < 0.08

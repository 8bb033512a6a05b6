"""One value beside everything else: hand-made tables, ties, both readings, breaks, and what is not certain."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.comparison import (
    NO_EARLIER,
    OVERLAP,
    SAME_PEOPLE,
    Rank,
    Readings,
    Value,
    against,
    between,
    earlier,
    mean_of,
    middle_of,
    rank,
    readings,
)
from rus.analysis.difference import NO_MARGIN
from rus.analysis.intervals import UNKNOWN, Interval

SHARE = Value(60.0, n=200, share=True)
SURVEY = Value(60.0, margin=Interval(55, 65), survey=True)


def test_a_share_against_the_country_is_judged_by_its_own_interval():
    """Wilson 95 % of 120 in 200: 53.1–66.5 (Newcombe 1998, method 3)."""
    found = against(SHARE, 50.0)
    assert found.verdict == "higher"
    assert found.value == 10.0
    assert (found.interval.lower, found.interval.upper) == pytest.approx((3.09, 16.54), abs=0.01)
    assert against(SHARE, 55.0).verdict == "no_certain_difference"
    assert against(SHARE, 70.0).verdict == "lower"


def test_without_n_or_margin_the_difference_stands_alone():
    bare = against(Value(60.0, share=True), 50.0)
    assert (bare.value, bare.verdict, bare.interval, bare.reason) == (10.0, "not_assessed", None, UNKNOWN)
    assert against(Value(60.0, n=200, survey=True, share=True), 50.0).reason == NO_MARGIN
    assert "30 personer" in against(Value(60.0, n=20, share=True), 50.0).reason
    assert against(Value(1200.0, n=200), 50.0).reason == UNKNOWN


def test_another_regions_chance_counts_as_well():
    assert between(SURVEY, Value(52.0, Interval(47, 57), survey=True)).verdict == "higher"
    assert between(SURVEY, Value(56.0, Interval(51, 61), survey=True)).verdict == "no_certain_difference"
    assert between(SURVEY, Value(52.0)).reason == NO_MARGIN
    assert between(SHARE, Value(30.0, n=300, share=True)).verdict == "higher"
    assert between(Value(5.0), Value(3.0)).reason == UNKNOWN


def test_means_and_middles_need_nearly_everyone():
    values = [1.0, 2.0, 3.0, 10.0]
    assert mean_of(values, 4).value == 4.0
    middle = middle_of(values, 4)
    assert (middle.value, middle.lowest, middle.highest) == (2.5, 1.0, 10.0)
    assert mean_of([*values, nan], 5).value is None
    assert "4 av 5 har ett värde" in mean_of([*values, nan], 5).reason
    assert middle_of([], 0).value is None


VALUES = {"a": 5.0, "b": 7.0, "c": 7.0, "d": 1.0, "e": nan}


@pytest.mark.parametrize(
    ("own", "better", "found"),
    [
        ("b", "higher", Rank(1, 1, 4, 290)),
        ("a", "higher", Rank(3, 0, 4, 290)),
        ("a", "neutral", Rank(3, 0, 4, 290)),
        ("d", "lower", Rank(1, 0, 4, 290)),
        ("c", "lower", Rank(3, 1, 4, 290)),
        ("e", "lower", None),
        ("x", "lower", None),
    ],
)
def test_ties_share_the_best_place(own, better, found):
    assert rank(own, VALUES, 290, better) == found


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_reversing_what_is_better_mirrors_the_rank(numbers):
    values = {str(n): float(v) for n, v in enumerate(numbers)}
    high, low = rank("0", values, 30, "higher"), rank("0", values, 30, "lower")
    assert high.place + low.place + high.tied == len(numbers) + 1


def test_comparable_regions_are_read_both_ways():
    assert readings(5.0, [4.0, 6.0, 1.0], "higher") == Readings(2, 3, each=False, mean=True)
    assert readings(5.0, [4.0, 6.0, 1.0], "lower") == Readings(1, 3, each=False, mean=False)
    assert readings(7.0, [4.0, 6.0, 1.0], "neutral") == Readings(3, 3, each=True, mean=True)
    assert readings(4.0, [4.0], "higher") == Readings(0, 1, each=False, mean=False)
    assert readings(5.0, [], "higher") is None


def test_the_measurement_before():
    own = (2022, Value(60.0, share=True))
    past = [(2019, Value(50.0)), (2021, Value(58.0)), (2023, Value(70.0))]
    found = earlier(own, past)
    assert (found.year, found.value, found.change.value) == (2021, 58.0, 2.0)
    assert found.change.reason == SAME_PEOPLE
    assert earlier((2022, Value(900.0)), past).change.reason == UNKNOWN
    assert earlier(own, []).reason == NO_EARLIER
    assert earlier(own, past, breaks=[2015, 2022]).change is None
    assert "2022" in earlier(own, past, breaks=[2022]).reason
    assert earlier(own, past, breaks=[2021]).change.value == 2.0
    assert earlier(own, past, window=3).reason == OVERLAP
    assert earlier(own, [(2019, Value(50.0))], window=3).change.value == 10.0


def test_two_surveys_are_compared_by_their_margins():
    found = earlier((2022, SURVEY), [(2020, Value(50.0, Interval(45, 55), survey=True))])
    assert found.change.verdict == "higher"
    assert earlier((2022, SURVEY), [(2020, Value(50.0, survey=True))]).change.reason == NO_MARGIN

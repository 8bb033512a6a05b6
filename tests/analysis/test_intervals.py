"""Intervals and funnels: published values, laws, and how often they hold the truth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2
from statsmodels.stats.proportion import proportion_confint

from rus.analysis.funnel import funnel, place, rate_limits, share_limits
from rus.analysis.intervals import (
    OUTER,
    Interval,
    byar,
    of_count,
    of_rate,
    poisson_exact,
    pooled,
    standard_error,
    unsure,
    wilson,
    z_of,
)

SIZES = st.integers(1, 100_000)
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("count", "n", "lower", "upper"),
    [(3, 20, 5.2, 36.0), (12, 50, 14.3, 37.4), (180, 240, 69.2, 80.1), (0, 15, 0, 20.4)],
)
def test_wilson_gives_the_known_limits_and_those_of_statsmodels(count, n, lower, upper):
    found = wilson(count, n)
    assert (round(100 * found.lower, 1), round(100 * found.upper, 1)) == (lower, upper)
    assert (found.lower, found.upper) == pytest.approx(proportion_confint(count, n, method="wilson"), abs=1e-9)


@pytest.mark.parametrize(("count", "lower", "upper"), [(7, 2.80, 14.42), (120, 99.49, 143.49)])
def test_byar_gives_the_known_limits(count, lower, upper):
    found = byar(count)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=0.006)


@pytest.mark.parametrize("count", [0, 1, 5, 9])
@pytest.mark.parametrize("level", [0.95, OUTER])
def test_small_counts_have_the_exact_limits(count, level):
    tail = (1 - level) / 2
    found = poisson_exact(count, level)
    assert found == of_count(count, level)
    assert found.lower == pytest.approx(chi2.ppf(tail, 2 * count) / 2 if count else 0, abs=1e-6)
    assert found.upper == pytest.approx(chi2.ppf(1 - tail, 2 * count + 2) / 2, abs=1e-6)


@given(SHARES, SIZES)
def test_an_interval_holds_its_share_and_shrinks_with_n(share, n):
    small, large = wilson(share * n, n), wilson(share * n * 4, n * 4)
    assert small.lower <= share + 1e-12
    assert small.upper >= share - 1e-12
    assert 0 <= small.lower <= small.upper <= 1
    assert large.upper - large.lower < small.upper - small.lower


@given(st.integers(0, 5000))
def test_a_counts_interval_holds_it(count):
    assert of_count(count).holds(count)
    assert byar(count).holds(count)


@given(st.integers(1, 900), st.integers(1000, 9000))
def test_rates_do_not_depend_on_their_unit(count, n):
    one, many = of_rate(count, n), of_rate(count, n, per=100_000)
    assert many.lower == pytest.approx(one.lower * 100_000)
    assert many.upper == pytest.approx(one.upper * 100_000)


def test_simulated_shares_are_held_as_often_as_promised():
    rng = np.random.default_rng(20)
    for true, n in ((0.5, 40), (0.1, 200), (0.78, 2500)):
        counts = rng.binomial(n, true, 4000)
        held = {c: wilson(int(c), n).holds(true) for c in set(counts)}
        assert np.mean([held[c] for c in counts]) == pytest.approx(0.95, abs=0.02)


def test_what_is_no_share_has_no_interval():
    assert wilson(5, 0) is None
    assert wilson(-1, 10) is None
    assert wilson(11, 10) is None
    assert wilson(float("nan"), 10) is None
    assert byar(-1) is None
    assert poisson_exact(-1) is None
    assert of_rate(1, 0) is None
    assert pooled([], []) is None
    assert pooled([1], [2, 3]) is None


def test_years_are_pooled_by_their_people():
    share, limits = pooled([2, 4, 0], [10, 20, 10])
    assert share == pytest.approx(6 / 40)
    assert limits == wilson(6, 40)


def test_a_margin_gives_back_its_standard_error():
    assert standard_error(Interval(10 - z_of() * 2, 10 + z_of() * 2)) == pytest.approx(2)
    assert Interval(1, 2).times(-2) == Interval(-4, -2)


def test_few_people_are_said_to_be_unsure():
    assert "färre än 30" in unsure(29)
    assert "färre än 5" in unsure(30, 4)
    assert unsure(30, 5) == unsure(None) == unsure(float("nan")) == ""


@pytest.mark.parametrize(
    ("n", "inner", "outer"),
    [(2500, (76.3, 79.6), (75.3, 80.5)), (9000, (77.1, 78.8), (76.6, 79.3)), (90_000, (77.7, 78.3), (77.6, 78.4))],
)
def test_funnel_limits_are_the_known_ones(n, inner, outer):
    for limits, known in ((share_limits(0.78, n), inner), (share_limits(0.78, n, OUTER), outer)):
        assert (round(100 * limits.lower, 1), round(100 * limits.upper, 1)) == known


@pytest.mark.parametrize(
    ("share", "where"),
    [(0.78, "within"), (0.80, "above"), (0.76, "below"), (0.81, "far_above"), (0.74, "far_below")],
)
def test_a_place_lies_where_its_limits_say(share, where):
    assert place(share, 2500, 0.78).where == where


def test_without_people_there_is_no_funnel():
    assert place(0.5, None, 0.5).where == "not_assessed"
    assert funnel({"a": (0.5, 0)})["a"].reason
    assert rate_limits(-1, 10) is None
    assert rate_limits(0.01, 1000).holds(0.01)


def test_the_common_share_is_weighted_by_people():
    found = funnel({"a": (0.9, 100), "b": (0.5, 300), "c": (0.1, 0)})
    assert found["a"].common == pytest.approx(0.6)
    assert found["a"].where == "far_above"
    assert found["c"].where == "not_assessed"


def test_alike_places_are_within_the_outer_limits_as_often_as_promised():
    rng = np.random.default_rng(4)
    shares = rng.binomial(800, 0.3, 5000) / 800
    outside = np.mean([place(float(s), 800, 0.3).where.startswith("far") for s in shares])
    assert outside < 0.006

"""Two figures, many tests: other programs' answers, laws, simulations."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.proportion import test_proportions_2indep as two_shares

from rus.analysis.difference import of_estimates, of_shares
from rus.analysis.intervals import Interval
from rus.analysis.multiplicity import adjusted, signals

PERCENT = st.floats(0, 100)
N = st.integers(30, 100_000)


def test_the_difference_of_two_shares_is_that_of_statsmodels():
    found = of_shares((40.0, 200), (30.0, 300))
    known = confint_proportions_2indep(80, 200, 90, 300, method="agresti-caffo", compare="diff")
    p = two_shares(80, 200, 90, 300, method="agresti-caffo", compare="diff").pvalue
    assert (found.interval.lower / 100, found.interval.upper / 100) == pytest.approx(known, abs=1e-9)
    assert found.p == pytest.approx(p, abs=1e-9)
    assert (found.value, found.verdict) == (10.0, "higher")


@given(PERCENT, N, PERCENT, N)
def test_a_difference_lies_in_its_interval_and_turns_with_its_groups(a, n, b, m):
    one, other = of_shares((a, n), (b, m)), of_shares((b, m), (a, n))
    assert one.value == -other.value
    turned = {"higher": "lower", "lower": "higher"}
    assert other.verdict == turned.get(one.verdict, one.verdict)
    if one.interval:
        assert one.interval.holds(one.value)
        assert one.p == pytest.approx(other.p)


def test_without_people_or_with_few_there_is_no_verdict():
    for first, words in (
        ((40.0, None), "inte känt"),
        ((40.0, 20), "färre än 30"),
        ((1.0, 100), "färre än 5"),
        ((99.0, 100), "färre än 5"),
        ((140.0, 100), "inte andelar"),
    ):
        found = of_shares(first, (30.0, 300))
        assert (found.verdict, found.interval, found.p) == ("not_assessed", None, None)
        assert words in found.reason
        assert found.value == first[0] - 30


def test_equal_shares_differ_as_seldom_as_promised():
    rng = np.random.default_rng(7)
    draws = rng.binomial(120, 0.3, (3000, 2)) / 1.2
    false = np.mean([of_shares((float(a), 120), (float(b), 120)).verdict != "no_certain_difference" for a, b in draws])
    assert false == pytest.approx(0.05, abs=0.015)


def test_survey_figures_are_compared_by_their_margins():
    apart = of_estimates((70, Interval(68, 72)), (60, Interval(57, 63)))
    assert (apart.verdict, apart.interval.holds(10)) == ("higher", True)
    assert apart.interval.upper - apart.interval.lower == pytest.approx(2 * np.hypot(2, 3))
    assert of_estimates((70, Interval(65, 75)), (69, Interval(64, 74))).verdict == "no_certain_difference"
    assert "felmarginal saknas" in of_estimates((70, None), (60, Interval(57, 63))).reason
    assert "noll" in of_estimates((70, Interval(70, 70)), (60, Interval(60, 60))).reason


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusted_p_values_are_those_of_statsmodels(ps):
    rejected, known, _, _ = multipletests(ps, alpha=0.05, method="fdr_bh")
    assert adjusted(ps) == pytest.approx(tuple(known), abs=1e-12)
    # A value exactly on the limit may fall on either side by rounding
    assert all(
        mine == theirs or abs(q - 0.05) < 1e-12 for mine, theirs, q in zip(signals(ps), rejected, known, strict=True)
    )


def test_what_was_not_tested_stays_so():
    assert adjusted([0.01, None, 0.5]) == (0.02, None, 0.5)
    assert signals([None, 0.001]) == (False, True)
    assert adjusted([]) == ()


def test_of_nothing_few_lists_have_a_signal():
    rng = np.random.default_rng(3)
    lists = rng.uniform(size=(400, 100))
    assert np.mean([any(signals(list(map(float, ps)))) for ps in lists]) == pytest.approx(0.05, abs=0.03)

"""Measures of inequality against the published numbers of the WHO's toy data, other programs, and laws."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.inequality import (
    FEW,
    NO_BEST,
    NO_SHARES,
    NOT_POSITIVE,
    UNORDERED,
    Group,
    concentration,
    mean,
    summary,
)
from rus.analysis.slope import EXTREME, FEW_STEPS, ends, ranks, slope

POP = (78, 91, 162, 103, 105)
TOY = tuple(Group(str(n), y, p) for n, (p, y) in enumerate(zip(POP, (20, 30, 40, 50, 60), strict=True)))
KNOWN = {
    "aci": 7.3284203, "rci": 0.1777686, "bgv": 170.300254, "bgsd": 13.049914, "cv": 31.655732, "theil": 52.517430,
    "mld": 57.401510, "idisw": 25.880343, "mdbw": 18.775510, "par": 18.775510, "paf": 45.544555, "gini": 0.1777686,
}  # fmt: skip
GROUPS = st.lists(st.tuples(st.floats(1, 99), st.floats(1, 1000)), min_size=3, max_size=8)


def measured(groups, **changes):
    given_ = {"ordered": True, "better": "higher", **changes}
    return {m.id: m for m in summary(groups, **given_)}


@pytest.mark.parametrize("name", KNOWN)
def test_each_measure_gives_its_known_value(name):
    assert measured(TOY)[name].value == pytest.approx(KNOWN[name], abs=1e-6)


def test_every_measure_has_a_known_value():
    assert set(measured(TOY)) == set(KNOWN)
    assert mean(TOY) == pytest.approx(41.224490, abs=1e-6)
    assert concentration(TOY) == pytest.approx(7.3284202, abs=1e-6)  # the WHO's own test value


def test_absolute_and_relative_measures_are_both_there():
    kinds = {m.kind for m in measured(TOY).values()}
    assert kinds == {"absolute", "relative"}


@given(GROUPS, st.floats(0.01, 100))
def test_a_change_of_unit_changes_the_absolute_measures_alone(pairs, factor):
    one = measured([Group("", y, p) for y, p in pairs])
    other = measured([Group("", y * factor, p) for y, p in pairs])
    for name, found in one.items():
        power = (2 if name == "bgv" else 1) if found.kind == "absolute" else 0
        assert other[name].value == pytest.approx(found.value * factor**power, rel=1e-6, abs=1e-6)


@given(GROUPS)
def test_gini_is_the_relative_concentration_of_groups_in_order_of_value(pairs):
    found = measured([Group("", y, p) for y, p in sorted(pairs)])
    assert found["gini"].value == pytest.approx(found["rci"].value, abs=1e-9)


@given(st.floats(1, 99))
def test_equal_groups_are_equal_by_every_measure(value):
    for found in measured([Group("", value, p) for p in (1, 2, 3)]).values():
        assert found.value == pytest.approx(0, abs=1e-6)


def test_each_refuses_where_it_is_not_valid_and_says_why():
    assert {m.reason for m in measured(TOY[:2]).values()} == {FEW}
    assert {m.reason for m in measured([Group("", 1), *TOY]).values()} == {NO_SHARES}
    assert measured(TOY, ordered=False)["aci"].reason == UNORDERED
    assert measured(TOY, better="neutral")["par"].reason == NO_BEST
    with_zero = measured([Group("", 0, 10), *TOY])
    assert with_zero["theil"].reason == NOT_POSITIVE
    assert with_zero["bgsd"].value > 0
    assert all(m.value is not None or m.reason for m in measured(TOY, ordered=False).values())
    assert mean([Group("", 1)]) is None
    assert concentration([]) is None


def test_the_best_is_the_lowest_where_lower_is_better():
    found = measured(TOY, better="lower")
    assert found["par"].value == pytest.approx(20 - 41.224490, abs=1e-6)
    assert found["mdbw"].value == pytest.approx(41.224490 - 20, abs=1e-6)


def test_the_slope_index_of_the_toy_data():
    found = slope(TOY, ordered=True, percent=True)
    assert found.sii == pytest.approx(44.89053, abs=1e-5)
    assert found.rii == pytest.approx(3.23634, abs=1e-5)
    assert slope(TOY, ordered=True, percent=False).sii == pytest.approx(46.25381, abs=1e-5)
    assert (found.sii_interval, "inte känt" in found.reason) == (None, True)


def test_the_who_deviation_comes_from_population_counted_twice():
    """The WHO's package gives 44.44502: it fits whole counts of people, and weights by people once more."""
    people = np.array(POP, dtype=float)
    with_it = np.round(people * [0.2, 0.3, 0.4, 0.5, 0.6])
    design = sm.add_constant(ranks(POP))
    counts = np.column_stack([with_it, people - with_it])
    twice = sm.GLM(counts, design, family=sm.families.Binomial(), freq_weights=people).fit()
    low, high = 100 * twice.predict([[1, 0], [1, 1]])
    assert high - low == pytest.approx(44.44502, abs=1e-5)
    assert slope(TOY, ordered=True, percent=True).sii != pytest.approx(44.44502, abs=0.1)


def test_both_lines_are_those_of_statsmodels():
    rng = np.random.default_rng(5)
    for count in (5, 6, 8) * 4:
        y, p = rng.uniform(2, 98, count), rng.uniform(1, 100, count)
        design = sm.add_constant(ranks(p))
        weighted = sm.WLS(y, design, weights=p).fit()
        assert ends(y, p, percent=False) == pytest.approx(tuple(weighted.predict([[1, 0], [1, 1]])), abs=1e-6)
        binomial = sm.GLM(y / 100, design, family=sm.families.Binomial(), freq_weights=p).fit(tol=1e-12, maxiter=200)
        assert ends(y, p, percent=True) == pytest.approx(tuple(100 * binomial.predict([[1, 0], [1, 1]])), abs=1e-6)


def test_the_first_of_twelve_percent_stands_at_six():
    assert ranks([12, 88])[0] == pytest.approx(0.06)


def test_the_interval_of_a_slope_is_that_of_simulated_draws():
    errors = [2.0, 1.5, 1.0, 1.5, 2.0]
    found = slope(TOY, errors, ordered=True, percent=True)
    rng = np.random.default_rng(11)
    draws = [ends(rng.normal([g.value for g in TOY], errors), POP, percent=True) for _ in range(2000)]
    low, high = np.percentile([b - a for a, b in draws], [2.5, 97.5])
    assert (found.sii_interval.lower, found.sii_interval.upper) == pytest.approx((low, high), abs=0.6)
    low, high = np.percentile([b / a for a, b in draws], [2.5, 97.5])
    assert (found.rii_interval.lower, found.rii_interval.upper) == pytest.approx((low, high), rel=0.06)
    assert found.sii_interval.holds(found.sii)
    assert found.rii_interval.holds(found.rii)


def test_the_slope_refuses_where_it_is_not_valid():
    assert slope(TOY, ordered=False, percent=True).reason == UNORDERED
    assert slope(TOY[:4], ordered=True, percent=True).reason == FEW_STEPS
    assert slope([*TOY, Group("", 50)], ordered=True, percent=True).reason == NO_SHARES
    assert slope([*TOY, Group("", 100, 5)], ordered=True, percent=True).reason == EXTREME
    steep = [Group("", y, 1) for y in (0, 1, 10, 20, 60)]
    assert slope(steep, ordered=True, percent=False).reason == NOT_POSITIVE
    assert slope(steep, ordered=True, percent=False).sii > 0


def test_turning_the_order_turns_the_sign():
    one, other = slope(TOY, ordered=True, percent=True), slope(TOY[::-1], ordered=True, percent=True)
    assert other.sii == pytest.approx(-one.sii)
    assert other.rii == pytest.approx(1 / one.rii)

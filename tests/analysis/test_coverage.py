"""How often intervals of gaps hold the truth in simulated samples, and laws that hold for all numbers."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.composition import composition
from rus.analysis.difference import of_shares
from rus.analysis.gaps import Side, gap
from rus.analysis.inequality import Group
from rus.analysis.intervals import of_count, of_rate, pooled, standard_error, wilson
from rus.analysis.kitagawa import kitagawa
from rus.analysis.slope import ends, slope
from rus.analysis.standardise import direct

DRAWS = 1500
SHARE = st.floats(5, 95)
SIZE = st.integers(200, 20_000)
CELLS = st.lists(st.tuples(SHARE, SHARE, SIZE, SIZE), min_size=2, max_size=6)


def covered(held: list[bool]) -> float:
    return float(np.mean(held))


@pytest.mark.parametrize(("p", "q", "n", "m"), [(0.6, 0.75, 80, 60), (0.12, 0.05, 400, 300), (0.9, 0.9, 2000, 500)])
def test_the_interval_of_a_gap_holds_the_truth_as_often_as_promised(p, q, n, m):
    rng = np.random.default_rng(31)
    first, second = rng.binomial(n, p, DRAWS), rng.binomial(m, q, DRAWS)
    found = [gap(Side(100 * a / n, n), Side(100 * b / m, m), share=True) for a, b in zip(first, second, strict=True)]
    told = [f for f in found if f.difference.interval and f.ratio_interval]
    assert len(told) > 0.98 * DRAWS
    assert covered([f.difference.interval.holds(100 * (p - q)) for f in told]) == pytest.approx(0.95, abs=0.02)
    assert covered([f.ratio_interval.holds(p / q) for f in told]) == pytest.approx(0.955, abs=0.025)


@pytest.mark.parametrize("mean", [3.0, 25.0, 400.0])
def test_the_limits_of_a_count_hold_its_mean_at_least_as_often_as_promised(mean):
    counts = np.random.default_rng(32).poisson(mean, DRAWS)
    assert 0.935 <= covered([of_count(int(c)).holds(mean) for c in counts]) <= 0.99


def test_a_standardised_rate_holds_the_truth_as_often_as_promised():
    rng = np.random.default_rng(33)
    rates, people, weights = np.array([0.02, 0.05, 0.2]), np.array([500, 900, 300]), np.array([1.0, 2.0, 1.0])
    truth = 100 * float(rates @ weights) / 4
    draws = rng.poisson(rates * people, (DRAWS, 3))
    found = [direct(list(map(float, x)), people.tolist(), weights.tolist()) for x in draws]
    assert covered([f.interval.holds(truth) for f in found]) == pytest.approx(0.95, abs=0.02)


def test_the_interval_of_a_slope_holds_the_truth_as_often_as_promised():
    rng = np.random.default_rng(34)
    people, start, rise = [400, 500, 600, 500, 400], -0.5, 1.6
    at = (np.cumsum(people) - np.array(people) / 2) / sum(people)
    true = 1 / (1 + np.exp(-(start + rise * at)))
    low, high = ends(list(100 * true), people, percent=True)
    held = []
    for counts in rng.binomial(people, true, (400, 5)):
        shares = 100 * counts / people
        errors = [100 * standard_error(wilson(c, n)) for c, n in zip(counts, people, strict=True)]
        groups = [Group("", y, n) for y, n in zip(shares, people, strict=True)]
        held.append(slope(groups, errors, ordered=True, percent=True).sii_interval.holds(high - low))
    assert covered(held) == pytest.approx(0.95, abs=0.03)


def test_years_together_hold_the_truth_as_often_as_promised_with_narrower_limits():
    rng = np.random.default_rng(35)
    ns = [40, 45, 50]
    found = [(pooled(list(map(float, x)), ns), wilson(float(x[0]), ns[0])) for x in rng.binomial(ns, 0.3, (DRAWS, 3))]
    assert covered([three[1].holds(0.3) for three, _ in found]) == pytest.approx(0.95, abs=0.02)
    assert np.mean([t[1].upper - t[1].lower for t, _ in found]) < np.mean([o.upper - o.lower for _, o in found])


@given(SHARE, SHARE, SIZE)
def test_intervals_hold_the_estimate_and_shrink_with_people(a, b, n):
    found = [of_shares((a, n * k), (b, n * k)).interval for k in (1, 4, 16)]
    assert all(i.holds(a - b) for i in found)
    assert all(wide.upper - wide.lower > narrow.upper - narrow.lower for wide, narrow in pairwise(found))
    ratios = [gap(Side(a, n * k), Side(b, n * k), share=True).ratio_interval for k in (1, 4)]
    assert all(i.holds(a / b) for i in ratios)
    assert ratios[1].upper / ratios[1].lower < ratios[0].upper / ratios[0].lower
    rates = [of_rate(a * k, n * k) for k in (1, 4)]
    assert rates[1].upper - rates[1].lower < rates[0].upper - rates[0].lower


@given(CELLS)
def test_the_parts_of_groups_sum_to_the_gap_between_women_and_men(cells):
    men = {str(n): (y, float(size)) for n, (_, y, _, size) in enumerate(cells)}
    women = {str(n): (y, float(size)) for n, (y, _, size, _) in enumerate(cells)}
    found = kitagawa(men, women)
    totals = [sum(y * n for y, n in one.values()) / sum(n for _, n in one.values()) for one in (women, men)]
    assert sum(p.total for p in found.parts) == pytest.approx(totals[0] - totals[1], abs=1e-9)
    assert composition(women, men).first == pytest.approx(totals[0])


@given(CELLS)
def test_with_the_others_mix_a_value_differs_from_the_other_by_values_alone(cells):
    counts = [y / 100 * size for y, _, size, _ in cells]
    people, weights = [float(c[2]) for c in cells], [float(c[3]) for c in cells]
    found = direct(counts, people, weights)
    expected = sum(w * y for w, (y, *_) in zip(weights, cells, strict=True)) / sum(weights)
    assert found.rate == pytest.approx(expected)
    assert found.interval.holds(found.rate)


def test_the_toy_data_of_the_who_has_its_difference_and_ratio():
    found = gap(Side(60), Side(20), share=True)
    assert (found.difference.value, found.ratio) == (40, 3)


def test_the_made_up_kommuner_of_the_help_text_turn_round():
    a, b = {"in": (85.0, 90.8), "ut": (60.0, 9.2)}, {"in": (88.0, 50.0), "ut": (64.0, 50.0)}
    found = composition(a, b)
    assert (found.first, found.second, found.reversed) == (pytest.approx(82.7), pytest.approx(76.0), True)

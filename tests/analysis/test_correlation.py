"""Spearman's coefficient against another implementation, and how much one place decides against plain recomputation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr

from rus.analysis.correlation import LEAST, NO_SPREAD, TOO_FEW, correlate, ranks

PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=LEAST, max_size=25)


def theirs(pairs):
    xs, ys = zip(*pairs, strict=True)
    return None if len(set(xs)) < 2 or len(set(ys)) < 2 else float(spearmanr(xs, ys).statistic)


def test_the_worked_example():
    pairs = [(n, n) for n in range(1, 9)] + [(9, 10), (10, 9)]
    assert correlate(pairs).rank == pytest.approx(1 - 6 * 2 / (10 * 99))


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_it_is_what_scipy_gives_and_leaving_out_is_what_recomputing_gives(pairs):
    found = correlate([(float(x), float(y)) for x, y in pairs])
    expected = theirs(pairs)
    if expected is None:
        assert (found.rank, found.reason) == (None, NO_SPREAD)
        return
    assert found.rank == pytest.approx(expected)
    without = [value for k in range(len(pairs)) if (value := theirs(pairs[:k] + pairs[k + 1 :])) is not None]
    assert (found.low, found.high) == pytest.approx((min(without), max(without)))


@settings(max_examples=40, deadline=None)
@given(PAIRS)
def test_neither_order_nor_unit_matters_and_turning_one_turns_the_sign(pairs):
    found = correlate(pairs)
    assert correlate(pairs[::-1]) == correlate(pairs[::-1])
    if found.rank is None:
        return
    assert correlate([(3 * x + 7, y) for x, y in pairs[::-1]]).rank == pytest.approx(found.rank)
    assert correlate([(-x, y) for x, y in pairs]).rank == pytest.approx(-found.rank)


def test_few_places_say_why():
    assert correlate([(1.0, 2.0)] * (LEAST - 1)).reason == TOO_FEW


def test_the_strength_is_that_of_the_weakest_and_none_where_one_place_turns_the_sign():
    line = [(float(n), float(n)) for n in range(12)]
    assert correlate(line).strength == "strong"
    one_far = [(float(n), float(-n % 11)) for n in range(11)] + [(100.0, 100.0)]
    assert correlate(one_far).strength in {"none", "weak", "moderate"}
    cross = [(float(x), float(y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))] * 3
    assert correlate(cross).strength == "none"


def test_equal_values_share_the_mean_of_their_ranks():
    import numpy as np

    assert list(ranks(np.array([5.0, 1.0, 5.0, 9.0]))) == [2.5, 1.0, 2.5, 4.0]

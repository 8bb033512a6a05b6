"""Every coefficient of the table against another implementation, with holes in the figures; changes by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr

from rus.analysis.correlation import LEAST
from rus.analysis.redundancy import Pair, changes, pairs, together

PLACES = [f"{n:02}" for n in range(16)]
VALUES = st.lists(st.one_of(st.none(), st.integers(0, 6).map(float)), min_size=16, max_size=16)


def of(values):
    return {place: value for place, value in zip(PLACES, values, strict=True) if value is not None}


@settings(max_examples=40, deadline=None)
@given(st.lists(VALUES, min_size=2, max_size=5))
def test_each_coefficient_is_what_scipy_gives_over_the_places_that_have_both(columns):
    measures = {f"m{n}": of(values) for n, values in enumerate(columns)}
    found = together(measures)
    for i, first in enumerate(found.ids):
        for j, second in enumerate(found.ids):
            both = sorted(measures[first].keys() & measures[second].keys())
            xs, ys = [measures[first][p] for p in both], [measures[second][p] for p in both]
            assert found.n[i, j] == len(both)
            if len(both) < LEAST or len(set(xs)) < 2 or len(set(ys)) < 2:
                assert math.isnan(found.rank[i, j])
            else:
                assert found.rank[i, j] == pytest.approx(float(spearmanr(xs, ys).statistic))


def test_the_worked_example_is_nearly_the_same():
    one = {str(n): float(n) for n in range(10)}
    other = one | {"8": 9.0, "9": 8.0}
    [pair] = pairs(together({"a": one, "b": other}))
    assert pair.rank == pytest.approx(1 - 6 * 2 / (10 * 99))
    assert (pair.first, pair.second, pair.n, pair.kind) == ("a", "b", 10, "same")


def test_the_strongest_come_first_each_pair_once_and_the_sign_does_not_matter():
    up = {str(n): float(n) for n in range(12)}
    down = {key: -value for key, value in up.items()}
    mixed = {str(n): float((n * 5) % 12) for n in range(12)}
    found = together({"mixed": mixed, "up": up, "down": down})
    every = pairs(found)
    assert [(p.first, p.second) for p in every][:1] == [("up", "down")]
    assert every[0].rank == pytest.approx(-1)
    assert every[0].kind == "same"
    assert len(every) == 3
    assert next(p.second for p in pairs(found, wanted="down")) == "up"
    assert {p.first for p in pairs(found, wanted="down")} == {"down"}
    assert len(pairs(found, least=0.9)) == 1


def test_a_measure_that_stands_still_or_is_unknown_has_no_pair():
    up = {str(n): float(n) for n in range(12)}
    found = together({"up": up, "still": dict.fromkeys(up, 1.0), "short": {"0": 1.0}})
    assert pairs(found) == []
    assert pairs(found, wanted="up") == []
    assert pairs(found, wanted="nobody") == []
    assert pairs(together({})) == []


@pytest.mark.parametrize(
    ("rank", "kind"), [(0.9, "same"), (-0.95, "same"), (0.89, "alike"), (0.7, "alike"), (0.69, "apart")]
)
def test_the_limits(rank, kind):
    assert Pair("a", "b", rank, 20).kind == kind


def test_changes_are_from_year_to_year_never_over_a_break_or_a_hole():
    points = [(2010, 1.0), (2011, 3.0), (2013, 4.0), (2014, 9.0), (2015, 8.0)]
    assert changes(points) == {"2011": 2.0, "2014": 5.0, "2015": -1.0}
    assert changes(points, last_break=2014) == {"2015": -1.0}

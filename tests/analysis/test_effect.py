"""Size without unit: worked examples and laws."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.effect import Scale, apart

SHARE = Scale(0.1, 100.0)
VALUES = st.floats(1, 99)


def test_the_worked_examples():
    assert apart(20, 40, SHARE) == pytest.approx(log((40 / 60) / (20 / 80)))
    assert apart(200, 300, Scale(1)) == pytest.approx(log(1.5))


@given(VALUES, VALUES)
def test_those_who_have_and_those_who_lack_give_the_same_size(first, second):
    assert apart(first, second, SHARE) == pytest.approx(-apart(100 - first, 100 - second, SHARE), abs=1e-9)
    assert apart(first, second, SHARE) == pytest.approx(-apart(second, first, SHARE), abs=1e-9)


@given(VALUES, VALUES, st.floats(1e-3, 1e3))
def test_the_unit_does_not_matter(first, second, factor):
    assert apart(first * factor, second * factor, Scale(0.1 * factor, 100 * factor)) == pytest.approx(
        apart(first, second, SHARE), abs=1e-9
    )
    assert apart(first * factor, second * factor, Scale(0.1 * factor)) == pytest.approx(
        apart(first, second, Scale(0.1)), abs=1e-9
    )


def test_nothing_everything_and_below_zero():
    assert apart(0, 5, Scale(0.1)) == pytest.approx(log(5 / 0.05))
    assert apart(50, 100, SHARE) == pytest.approx(log(100 / 0.05))
    assert apart(50, 150, SHARE) == pytest.approx(log(3))
    assert apart(-1, 5, SHARE) is None
    assert apart(float("nan"), 5, SHARE) is None

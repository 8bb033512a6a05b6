"""Axes begin where readers expect, and labels never lie on each other."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rus.charts.axis import spread, year_ticks
from rus.views.axis import nice_step, value_range

NUMBERS = some.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3))


@given(some.lists(NUMBERS, min_size=1, max_size=30))
def test_every_value_is_inside_the_axis(values):
    start, end, step = value_range(values)
    assert start < end
    assert start <= min(values) + 1e-6 * abs(min(values))
    assert end >= max(values) - 1e-6 * abs(max(values))
    assert 1 <= round((end - start) / step) <= 9


@pytest.mark.parametrize(
    ("values", "start"),
    [([0, 10], 0), ([3, 10], 0), ([60, 72], 60), ([-4, 10], -4), ([50, 50], 0)],
)
def test_an_axis_begins_at_zero_unless_all_values_are_far_above_it(values, start):
    assert value_range(values)[0] == start


def test_no_values_still_make_an_axis():
    assert value_range([]) == (0.0, 1.0, 0.2)


@given(some.floats(1e-3, 1e7))
def test_steps_are_one_two_or_five_of_a_power_of_ten(span):
    digits = f"{nice_step(span):.6e}".split("e")[0]
    assert float(digits) in {1.0, 2.0, 5.0}


@given(some.lists(some.floats(-50, 450), min_size=1, max_size=12))
def test_labels_keep_apart_inside_the_plot_and_in_order(wanted):
    spots = spread(wanted, 19, 0, 380)
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    gaps = [spots[b] - spots[a] for a, b in itertools.pairwise(order)]
    assert all(gap >= 19 - 1e-6 for gap in gaps)
    assert all(-1e-6 <= spot <= 380 + 1e-6 for spot in spots)


def test_labels_that_do_not_meet_stay_where_their_lines_end():
    assert spread([10, 100, 300], 19, 0, 380) == [10, 100, 300]


@given(some.integers(1960, 2020), some.integers(0, 60))
def test_a_phone_has_room_for_the_years(first, span):
    ticks = year_ticks(first, first + span)
    assert 1 <= len(ticks) <= 5


def test_few_measured_years_are_all_written():
    assert year_ticks(2018, 2022, {2018, 2022}) == [2018, 2022]

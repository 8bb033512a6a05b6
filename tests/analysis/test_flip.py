"""What would change a status: the pace limits, the next value, and a reader's own pace."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.arrival import arrival, at
from rus.analysis.flip import flips, next_year, pace_limits
from rus.analysis.heading import direction
from rus.analysis.progress import Aim, progress
from rus.analysis.trend import Data

HIGHER = Data("higher")
AIM = Aim(target=80.0, by=2030, base=(2010, 60.0), better=1)
STEADY = [(2010 + n, 60.0 + n) for n in range(11)]


def by_the_rule(points):
    return progress(points, AIM, HIGHER).status


def test_the_paces_are_the_limits_times_what_was_needed():
    assert pace_limits((2010, 60.0), 80.0, 2030, "linear") == (
        ("on_track", pytest.approx(0.95)),
        ("too_slow", pytest.approx(0.6)),
        ("stalled", 0.0),
    )
    slow = dict(pace_limits((2005, 100.0), 40.0, 2030, "log"))["too_slow"]
    assert slow == pytest.approx((0.4 ** (0.6 / 25) - 1) * 100)


def test_the_next_value_that_changes_the_status_is_found_above_and_below():
    above, below = flips(STEADY, by_the_rule, 20.0)
    assert (above.year, above.side, below.side) == (2021, 1, -1)
    for flip in (above, below):
        assert by_the_rule([*STEADY, (2021, flip.value)]) == flip.status != "on_track"
        inside = flip.value - flip.side * 1e-3
        assert by_the_rule([*STEADY, (2021, inside)]) == "on_track"


def test_a_trend_falls_when_the_next_value_breaks_its_order():
    points = [(2015 + n, float(n)) for n in range(6)]

    def rule(series):
        return direction(series, HIGHER).status

    (flip,) = flips(points, rule, 10.0)
    assert (flip.side, flip.status) == (-1, "no_trend")
    assert rule([*points, (2021, flip.value)]) == "no_trend"


def test_the_next_year_follows_the_usual_distance():
    assert next_year([2010, 2014, 2018, 2022]) == 2026
    assert next_year([2022]) == 2023
    assert flips([], by_the_rule, 1.0) == ()
    assert flips(STEADY, by_the_rule, 0.0) == ()


def test_a_readers_pace_arrives_when_the_arithmetic_says():
    assert arrival((2020, 70.0), 80.0, 2.0) == pytest.approx(2025)
    assert arrival((2024, 1244.5), 760.1, -5.0, "log") == pytest.approx(2024 + log(760.1 / 1244.5) / log(0.95))
    assert arrival((2020, 80.0), 80.0, -1.0) == 2020


@pytest.mark.parametrize(
    ("target", "pace", "scale"),
    [
        *((80.0, -1.0, "linear"), (80.0, 0.0, "linear"), (80.0, 0.01, "linear")),
        *((80.0, 0.0, "log"), (80.0, -2.0, "log"), (-1.0, -2.0, "log"), (20.0, -100.0, "log")),
    ],
)
def test_a_pace_that_never_gets_there_has_no_year(target, pace, scale):
    assert arrival((2020, 70.0), target, pace, scale) is None


@given(st.floats(0.2, 9), st.floats(71, 140), st.sampled_from(["linear", "log"]))
def test_in_the_year_of_arrival_the_value_is_the_target(pace, target, scale):
    year = arrival((2020, 70.0), target, pace, scale)
    if year is not None:
        assert at((2020, 70.0), pace, year, scale) == pytest.approx(target)

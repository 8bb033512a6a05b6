"""Other published methods: their own worked numbers, and how agreement is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from rus.analysis import published
from rus.analysis.heading import direction
from rus.analysis.progress import Aim
from rus.analysis.robustness import of_direction, of_number, same
from rus.analysis.trend import Data

HIGHER = Data("higher")
AIM = Aim(target=80.0, by=2030, base=(2010, 60.0), better=1)


def straight(slope: float, last: int = 2022) -> list[tuple[int, float]]:
    return [(t, 60 + slope * (t - 2010)) for t in range(2006, last + 1)]


def test_compound_growth_with_open_sdgs_rules_for_zero_and_sign():
    assert published.growth((2015, 100.0), (2020, 110.0)) == pytest.approx(1.1**0.2 - 1)
    assert published.growth((2015, 0.0), (2017, 0.004)) == pytest.approx(1.0)
    assert published.growth((2015, -4.0), (2017, -1.0)) == pytest.approx(0.5)
    assert published.growth((2015, -1.0), (2017, 1.0)) is None
    assert published.growth((2015, 1.0), (2016, 2.0)) is None


@pytest.mark.parametrize(
    ("newest", "status"),
    [(110.0, "on_track"), (106.0, "too_slow"), (103.0, "stalled"), (99.0, "wrong_way"), (140.0, "reached")],
)
def test_open_sdgs_classes(newest, status):
    # 2015 → 2030 from 100 to 130 needs 1.764 percent a year; to 2020 that is 109.14.
    aim = Aim(target=130.0, by=2030, base=(2015, 100.0), better=1)
    assert published.growth_ratio((2015, 100.0), (2020, newest), aim) == status


@pytest.mark.parametrize(
    ("step", "status"), [(1.5, "on_track"), (1.4, "too_slow"), (1.0, "stalled"), (0.0, "stalled"), (-0.1, "wrong_way")]
)
def test_the_weather_symbol_asks_how_much_of_the_way_left_is_missed(step, status):
    # Eight years are left: 1.5 a year gives 12 of the 12.5 that remain (4 percent missed), 1.4 gives 11.2 of 13 (14).
    points = [(2015 + n, 60 + step * n) for n in range(6)]
    assert published.weather(points, Aim(target=80.0, by=2028, base=(2015, 60.0), better=1)) == status


def test_a_symbol_for_a_direction_has_three_answers():
    up = [(2015 + n, float(n)) for n in range(6)]
    assert published.weather_alone(up, 1) == "right_way"
    assert published.weather_alone(up, -1) == "wrong_way"
    assert published.weather_alone([*up[:5], (2020, 3.5)], 1) == "no_trend"
    assert published.weather_alone(up[:4], 1) is None


def test_the_recent_trend_is_sure_only_when_no_single_point_carries_it():
    points = [(2016, 1.0), (2017, 2.1), (2018, 2.9), (2019, 4.2), (2020, 5.0)]
    assert stats.linregress([t for t, _ in points], [v for _, v in points]).pvalue < 0.05
    assert published.recent_trend(points, HIGHER) == "right_way"
    assert published.recent_trend(points, Data("lower")) == "wrong_way"
    assert (
        published.recent_trend([(2016, 1.0), (2017, 1.0), (2018, 1.0), (2019, 1.0), (2020, 9.0)], HIGHER) == "no_trend"
    )
    assert published.recent_trend(points[1:], HIGHER) is None


def test_a_steady_pace_is_robust_and_says_so():
    found = of_number(straight(1.0), AIM, HIGHER)
    assert found.words == "6 av 6 metoder säger samma."
    assert [year for year, _ in found.bases] == [2008, 2009, 2011, 2012]
    assert found.robust
    assert found.agreement == 1.0


def test_dissenters_are_named():
    points = [*straight(1.0, 2017), *((2017 + n, 67.0 - n) for n in range(1, 6))]
    found = of_number(points, AIM, HIGHER)
    assert found.agreement < 1
    assert found.words == "5 av 6 metoder säger samma. Annat säger: Open SDG."
    assert not found.robust


def test_a_direction_is_compared_with_the_methods_for_goals_without_a_number():
    points = straight(1.0)
    found = of_direction(points, HIGHER, direction(points, HIGHER))
    assert (found.said, found.words) == ("right_way", "6 av 6 metoder säger samma.")
    assert of_direction(points[:2], HIGHER, direction(points[:2], HIGHER)) is None


def test_a_coarse_method_agrees_as_far_as_it_reaches():
    assert same("too_slow", "right_way")
    assert same("stalled", "no_trend")
    assert same("reached", "no_trend")
    assert not same("too_slow", "on_track")
    assert not same("reached", "wrong_way")


@given(st.lists(st.floats(1, 99), min_size=1, max_size=14), st.floats(-5, 120))
def test_every_method_answers_or_passes_and_never_breaks(numbers, target):
    points = [(2005 + n, v) for n, v in enumerate(numbers)]
    found = of_number(points, Aim(target, 2030, points[0], 1), HIGHER)
    if found is not None:
        assert 0 <= found.agreeing <= found.counted <= 6

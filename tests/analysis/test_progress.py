"""Goals with a number: the pace, its class, and what never may change it."""

from math import exp

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scipy import stats

from rus.analysis.pace import pace
from rus.analysis.progress import Aim, classify, progress
from rus.analysis.student import t_below, t_value
from rus.analysis.trend import Data

HIGHER, LOWER = Data("higher"), Data("lower")
UP = Aim(target=80.0, by=2030, base=(2010, 60.0), better=1)


def straight(slope: float, start: float = 60.0, first: int = 2010, last: int = 2020) -> list[tuple[int, float]]:
    return [(t, start + slope * (t - first)) for t in range(first, last + 1)]


@pytest.mark.parametrize("df", range(1, 12))
def test_students_t_is_that_of_scipy(df):
    for t in (-8.0, -1.3, 0.0, 0.2, 2.0, 31.0):
        assert t_below(t, df) == pytest.approx(stats.t.cdf(t, df), abs=1e-12)
    assert t_value(0.975, df) == pytest.approx(stats.t.ppf(0.975, df), rel=1e-9)
    assert t_value(0.1, df) == pytest.approx(stats.t.ppf(0.1, df), rel=1e-9)
    assert (t_value(1, df), t_value(0, df)) == (float("inf"), float("-inf"))


def test_the_pace_is_the_regression_of_scipy_on_the_newest_eight():
    points = [(2008, 1.0), (2010, 5.0), (2011, 4.0), (2013, 8.0), (2014, 7.5), (2016, 9.0), (2018, 9.5), (2019, 12.0)]
    found = pace([(2001, 99.0), *points], HIGHER)
    oracle = stats.linregress([t for t, _ in points], [v for _, v in points])
    reach = stats.t.ppf(0.975, 6) * oracle.stderr
    assert found.points == tuple(points)
    assert (found.slope, found.upper) == (pytest.approx(oracle.slope), pytest.approx(oracle.slope + reach))
    assert found.check == pytest.approx(stats.theilslopes([v for _, v in points], [t for t, _ in points]).slope)


@pytest.mark.parametrize(
    ("slope", "status"),
    [
        *((1.0, "on_track"), (0.95, "on_track"), (0.94, "too_slow"), (0.6, "too_slow")),
        *((0.59, "stalled"), (0, "stalled"), (-0.01, "wrong_way"), (2.0, "reached")),
    ],
)
def test_the_class_follows_the_pace_that_was_needed(slope, status):
    found = progress(straight(slope), UP, HIGHER)
    assert found.status == status
    if status != "reached":
        assert (found.ratio, found.required_start) == (pytest.approx(slope), pytest.approx(1.0))


def test_the_needed_acceleration_and_the_distance_from_the_path():
    found = progress(straight(0.5), UP, HIGHER)
    assert found.newest == (2020, 65.0)
    assert found.required_now == pytest.approx(1.5)
    assert found.acceleration == pytest.approx(3.0)
    assert found.deviation == pytest.approx(-5.0)
    assert found.missing == pytest.approx(15.0)
    assert found.people(2000) == pytest.approx(300)
    assert found.people(None) is None


def test_amounts_are_judged_by_percent_a_year():
    aim = Aim(target=40.0, by=2030, base=(2005, 100.0), better=-1, scale="log")
    found = progress([(t, 100 * exp(-0.03 * (t - 2005))) for t in range(2005, 2021)], aim, LOWER)
    assert found.required_start == pytest.approx((0.4 ** (1 / 25) - 1) * 100)
    assert found.pace.shown(found.pace.slope) == pytest.approx((exp(-0.03) - 1) * 100)
    assert (found.status, found.method) == ("too_slow", "logaritmisk")


def test_a_scattered_series_is_uncertain_and_says_between_what():
    points = [(2010 + n, 60 + 0.8 * n + (3 if n % 2 else -3)) for n in range(10)]
    found = progress(points, UP, HIGHER)
    assert found.status == "uncertain"
    assert found.ratio_lower < 0.6 < found.ratio < found.ratio_upper
    assert "kan vara mellan" in found.reason


@pytest.mark.parametrize(
    ("points", "aim", "data", "reason"),
    [
        ([], UP, HIGHER, "Inga mätningar."),
        (straight(0.5, last=2013), UP, HIGHER, "För få oberoende mätningar: 4 av de 5"),
        (straight(0.5), UP, Data("higher", last_break=2012), "före brottet i serien 2012"),
        (straight(0.5), Aim(80.0, None, (2010, 60.0), 1), HIGHER, "inget målår"),
        (straight(0.5), Aim(80.0, 2030, None, 1), HIGHER, "inget basår"),
        (straight(0.5), Aim(80.0, 2030, (2010, 60.0), 1, oldest=2021), HIGHER, "för gammal"),
    ],
)
def test_what_cant_be_judged_is_an_answer_with_its_reason(points, aim, data, reason):
    found = progress(points, aim, data)
    assert found.status == "not_assessed"
    assert reason in found.reason


def test_a_value_beyond_the_target_with_a_margin_that_is_not_is_uncertain():
    points = straight(2.1)
    assert progress(points, UP, HIGHER, (80.5, 82.0)).status == "reached"
    assert progress(points, UP, HIGHER, (79.0, 83.0)).status == "uncertain"


def test_holding_a_level_that_was_lost_is_the_wrong_way():
    aim = Aim(target=60.0, by=2030, base=(2010, 60.0), better=1)
    assert progress(straight(-0.5), aim, HIGHER).status == "wrong_way"
    assert progress(straight(0.0), aim, HIGHER).status == "reached"


def test_a_level_to_hold_is_held_while_its_margin_or_one_printed_unit_reaches_it():
    aim, points = Aim(target=60.0, by=2030, base=(2010, 60.0), better=1), straight(-0.05)
    assert progress(points, aim, HIGHER, (59.0, 60.2)).reason == "Nivån hålls 2020, inom felmarginalen."
    assert progress(points, aim, HIGHER, (59.0, 59.9)).status == "wrong_way"
    whole = Aim(target=60.0, by=2030, base=(2010, 60.0), better=1, step=1.0)
    assert progress([*straight(0), (2021, 59.0)], whole, Data("higher", step=1.0)).status == "reached"


def test_a_target_year_that_has_come_is_never_on_track():
    points = [*straight(1.0, last=2019), (2020, 69.9)]
    aim = Aim(target=70.0, by=2020, base=(2010, 60.0), better=1)
    found = progress(points, aim, HIGHER)
    assert found.status in {"too_slow", "uncertain"}
    assert found.required_now is None


values = st.lists(st.floats(1, 100, allow_nan=False), min_size=5, max_size=12)


@given(values, st.floats(-20, 130), st.sampled_from([0.01, 2.5, 1000.0]))
def test_another_unit_changes_no_status(numbers, target, factor):
    points = [(2010 + n, v) for n, v in enumerate(numbers)]
    assume(abs(target - numbers[0]) > 1e-3 and abs(target - numbers[-1]) > 1e-3)
    one = progress(points, Aim(target, 2030, points[0], 1), HIGHER)
    other = progress(
        [(t, v * factor) for t, v in points], Aim(target * factor, 2030, (2010, numbers[0] * factor), 1), HIGHER
    )
    edge = any(abs(abs(q) - limit) < 1e-6 for q in ends(one) for limit in (0.95, 0.6, 0.0))
    assert edge or one.status == other.status


@given(values, st.floats(-20, 130))
def test_the_mirrored_series_with_the_mirrored_wish_has_the_same_status(numbers, target):
    points = [(2010 + n, v) for n, v in enumerate(numbers)]
    one = progress(points, Aim(target, 2030, points[0], 1), HIGHER)
    other = progress([(t, -v) for t, v in points], Aim(-target, 2030, (2010, -numbers[0]), -1), LOWER)
    assert (one.status, one.ratio) == (other.status, other.ratio if one.ratio is None else pytest.approx(other.ratio))


@given(values)
def test_the_opposite_wish_turns_the_pace_around(numbers):
    points = [(2010 + n, v) for n, v in enumerate(numbers)]
    more = progress(points, Aim(numbers[0] + 10, 2030, points[0], 1), HIGHER)
    less = progress(points, Aim(numbers[0] - 10, 2030, points[0], -1), LOWER)
    paced = {"on_track", "too_slow"}
    assert not (more.status in paced and less.status in paced)
    if more.ratio is not None and less.ratio is not None:
        assert more.ratio == pytest.approx(-less.ratio)


@given(st.floats(1.0, 3.0), st.integers(2016, 2029))
def test_more_years_without_noise_keep_a_goal_on_track(slope, last):
    for year in range(2015, last + 1):
        assert progress(straight(slope, last=year), UP, HIGHER).status in {"on_track", "reached"}


@given(st.floats(-1, 3), st.floats(61, 100), st.floats(0, 40))
@example(0.95, 80.0, 0.0)
def test_a_harder_target_never_gives_a_better_status(slope, target, harder):
    assume(slope == 0 or abs(slope) > 1e-6)  # nearer to nought the sign is that of the arithmetic's own rounding
    order = ["wrong_way", "stalled", "too_slow", "on_track", "reached"]
    easy = progress(straight(slope), Aim(target, 2030, (2010, 60.0), 1), HIGHER).status
    hard = progress(straight(slope), Aim(target + harder, 2030, (2010, 60.0), 1), HIGHER).status
    assert order.index(hard) <= order.index(easy)


@given(st.floats(-3, 3), st.floats(0, 3))
def test_the_class_rises_with_the_ratio(ratio, more):
    order = ["wrong_way", "stalled", "too_slow", "on_track"]
    assert order.index(classify(ratio + more)) >= order.index(classify(ratio))


def ends(found):
    return [q for q in (found.ratio, found.ratio_lower, found.ratio_upper) if q is not None]

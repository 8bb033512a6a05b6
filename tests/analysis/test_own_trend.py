"""The newest value against the series' own trend: an independent computation, coverage, and what is refused."""

from dataclasses import replace
from math import log
from random import Random

import pytest
import statsmodels.api as sm

from rus.analysis.own_trend import FEW, NO_LOG, STILL, against_own_trend
from rus.analysis.trend import Data
from rus.analysis.words import Measure, of_own_trend

HIGHER = Data("higher")
SERIES = [(2012, 50.1), (2013, 51.0), (2014, 50.4), (2016, 52.9), (2017, 52.2), (2018, 53.5), (2020, 49.0)]


def predicted(points, newest):
    years, values = zip(*points, strict=True)
    made = sm.OLS(values, sm.add_constant(years)).fit()
    frame = made.get_prediction([[1, newest]]).summary_frame(alpha=0.05)
    return [float(frame[name].iloc[0]) for name in ("mean", "obs_ci_lower", "obs_ci_upper")]


def test_the_interval_is_the_prediction_interval_of_statsmodels():
    found = against_own_trend(SERIES, HIGHER, 1e-9)
    assert [found.expected, found.lower, found.upper] == pytest.approx(predicted(SERIES[:-1], 2020))
    assert found.residual == pytest.approx(49.0 - found.expected)
    assert found.p < 0.05


def test_amounts_are_held_against_a_curve_of_so_many_percent_a_year():
    found = against_own_trend(SERIES, HIGHER, 1e-9, "log")
    logs = predicted([(t, log(v)) for t, v in SERIES[:-1]], 2020)
    assert [log(found.expected), log(found.lower), log(found.upper)] == pytest.approx(logs)


@pytest.mark.parametrize("grain", [0.1, 1.0, 3.0])
def test_noise_is_outside_in_one_of_twenty(grain):
    """Nominal coverage; coarse rounding makes it no worse than nominal."""
    random = Random(11)
    runs = 3000
    outside = 0
    for _ in range(runs):
        points = [(t, round(random.gauss(50 + t - 2010, 2) / grain) * grain) for t in range(2010, 2019)]
        found = against_own_trend(points, HIGHER, grain)
        outside += found.p is not None and found.p < 0.05
    assert outside / runs <= 0.058
    if grain == 0.1:
        assert outside / runs >= 0.042


def test_a_perfect_line_is_no_more_certain_than_its_rounding():
    points = [(2010 + n, 50.0 + n) for n in range(9)]
    assert against_own_trend([*points, (2019, 59.5)], HIGHER, 1.0).p > 0.05
    assert against_own_trend([*points, (2019, 70.0)], HIGHER, 1.0).p < 0.001


def test_what_is_refused_says_why():
    assert against_own_trend(SERIES[-5:], HIGHER, 0.1).reason == FEW
    assert against_own_trend(SERIES, Data("higher", last_break=2014), 0.1).reason == FEW
    assert against_own_trend([], HIGHER, 0.1).newest is None
    rare = [(2010 + n, 0.0) for n in range(9)] + [(2019, 31.5)]
    assert against_own_trend(rare, HIGHER, 0.1).reason == STILL
    below = [(2010 + n, n - 5.0) for n in range(9)]
    assert against_own_trend(below, HIGHER, 0.1, "log").reason == NO_LOG


def test_the_words_hold_only_what_the_result_holds():
    jobs = Measure("Sysselsatta", "procent", 1)
    found = against_own_trend(SERIES, HIGHER, 0.1)
    said = of_own_trend(jobs, found, "higher", where="Åby", source="SCB").text().replace("\u00a0", " ")
    apart = f"{abs(found.residual):.1f}".replace(".", ",")
    assert said.startswith(f"Sysselsatta: 49,0 procent i Åby 2020, {apart} procentenheter lägre än väntat.")
    assert said.endswith("Det är sämre än väntat. Källa: SCB.")
    assert "Åren 2012–2018 pekade mot" in said
    assert "bättre" in of_own_trend(jobs, found, "lower").text()
    assert "Det är" not in of_own_trend(jobs, found, "neutral").text()
    assert (
        of_own_trend(jobs, against_own_trend(SERIES[:3], HIGHER, 0.1), "lower").text().startswith("Kan inte bedömas.")
    )
    as_expected = replace(found, expected=49.0)
    assert "som väntat" in of_own_trend(jobs, as_expected, "higher").text()

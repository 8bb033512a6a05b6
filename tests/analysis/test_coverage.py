"""Simulated series: the intervals of the pace and the chances hold what they promise, as far as draws can tell."""

import math

import numpy as np
import pytest

from rus.analysis.chance import chance
from rus.analysis.pace import pace
from rus.analysis.trend import Data, trend

HIGHER = Data("higher")
DRAWS = 1500


def near(share: float, wanted: float, draws: int = DRAWS) -> bool:
    """Within four standard errors of a share of so many draws."""
    return abs(share - wanted) <= 4 * math.sqrt(wanted * (1 - wanted) / draws)


def drawn(seed: int, n: int, *, slope: float = 0.4, noise: float = 1.0):
    """Series on a line with normal noise, one a draw: 2015, 2016 and so on."""
    rng = np.random.default_rng(seed)
    line = 50 + slope * np.arange(n)
    return (line + rng.normal(0, noise, (DRAWS, n))).tolist()


@pytest.mark.parametrize("n", [5, 6, 8])
def test_the_paces_interval_holds_the_true_pace_in_95_of_100(n):
    held = 0
    for values in drawn(20 + n, n):
        found = pace([(2015 + k, v) for k, v in enumerate(values)], HIGHER)
        held += found.lower <= 0.4 <= found.upper
    assert near(held / DRAWS, 0.95)


def test_the_interval_of_an_amount_holds_the_true_rate():
    held = 0
    for values in drawn(31, 8, slope=-0.03, noise=0.05):
        found = pace([(2015 + k, math.exp(v - 45)) for k, v in enumerate(values)], Data("lower"), "log")
        held += found.lower <= -0.03 <= found.upper
    assert near(held / DRAWS, 0.95)


def test_a_whole_percent_series_is_not_called_surer_than_it_is():
    held = 0
    for values in drawn(37, 8, noise=0.2):
        found = pace([(2015 + k, float(round(v))) for k, v in enumerate(values)], Data("higher", step=1.0))
        held += found.lower <= 0.4 <= found.upper
    assert held / DRAWS > 0.93


@pytest.mark.parametrize("wanted", [0.1, 0.33, 0.66, 0.9])
def test_a_chance_of_so_much_comes_true_so_often(wanted):
    """The target is set anew for each series where its chance is `wanted`; next comes what then happens."""
    rng = np.random.default_rng(43)
    came = 0
    for values in drawn(41, 8):
        points = [(2015 + k, v) for k, v in enumerate(values)]
        target = _where(points, wanted)
        came += 50 + 0.4 * 12 + rng.normal(0, 1.0) >= target
    assert near(came / DRAWS, wanted)


def _where(points, wanted: float) -> float:
    """The target that the chance is so much for, by halving."""
    low, high = -100.0, 250.0
    for _ in range(40):
        middle = (low + high) / 2
        if chance(points, (middle, 2027), 1, HIGHER, "linear").probability > wanted:
            low = middle
        else:
            high = middle
    return low


def test_a_series_without_a_trend_is_called_one_in_at_most_five_of_a_hundred():
    called = sum(
        trend([(2015 + k, v) for k, v in enumerate(values)], HIGHER).status != "no_trend"
        for values in drawn(53, 10, slope=0.0)
    )
    assert called / DRAWS <= 0.05 + 4 * math.sqrt(0.05 * 0.95 / DRAWS)

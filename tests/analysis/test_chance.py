"""The chance of a target, its realism, and linking over a break."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.regression.linear_model import OLS

from rus.analysis.chance import chance, words
from rus.analysis.linking import link
from rus.analysis.realism import realism, spells
from rus.analysis.trend import Data

HIGHER = Data("higher")
POINTS = [(2014, 50.0), (2015, 52.5), (2016, 53.0), (2018, 55.5), (2019, 56.0), (2021, 60.5)]


def by_statsmodels(shape, target: float, year: int) -> float:
    """P(a new observation is at the target or more), from statsmodels' forecast variance."""
    x = np.array([[1.0, t - 2000] for t, _ in POINTS])
    fitted = OLS(np.array([shape(v) for _, v in POINTS]), x).fit()
    made = fitted.get_prediction(np.array([[1.0, year - 2000]]))
    error = float(made.se_obs[0])
    from scipy.stats import t as student

    return float(student.cdf((float(made.predicted_mean[0]) - shape(target)) / error, len(POINTS) - 2))


@pytest.mark.parametrize(("shape", "bend"), [("linear", float), ("log", log), ("logit", lambda v: log(v / (100 - v)))])
def test_the_chance_is_that_of_statsmodels_forecast(shape, bend):
    found = chance(POINTS, (66.0, 2026), 1, HIGHER, shape)
    assert found.probability == pytest.approx(by_statsmodels(bend, 66.0, 2026), rel=1e-9)
    assert found.words == words(found.probability)
    assert chance(POINTS, (66.0, 2026), -1, HIGHER, shape).probability == pytest.approx(1 - found.probability)


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.95, "mycket sannolikt"),
        (0.9, "mycket sannolikt"),
        (0.7, "sannolikt"),
        (0.5, "ungefär lika troligt som inte"),
        (0.2, "osannolikt"),
        (0.05, "mycket osannolikt"),
    ],
)
def test_the_words_are_fixed(p, said):
    assert words(p) == said


def test_too_few_points_or_a_year_that_has_come_give_no_number():
    assert chance(POINTS[:4], (66.0, 2026), 1, HIGHER, "linear").probability is None
    assert "minst 5 krävs" in chance(POINTS[:4], (66.0, 2026), 1, HIGHER, "linear").reason
    assert chance(POINTS, (66.0, 2021), 1, HIGHER, "linear").reason == "Målåret är redan mätt."


def test_a_line_without_noise_reaches_it_or_does_not():
    points = [(2010 + n, 50.0 + n) for n in range(6)]
    assert chance(points, (60.0, 2020), 1, HIGHER, "linear").probability == 1.0
    assert chance(points, (60.5, 2020), 1, HIGHER, "linear").probability == 0.0


@given(st.floats(40, 99), st.floats(0, 30))
def test_a_harder_target_is_never_likelier(target, harder):
    easy = chance(POINTS, (target, 2027), 1, HIGHER, "linear").probability
    assert chance(POINTS, (target + harder, 2027), 1, HIGHER, "linear").probability <= easy + 1e-12


def panel(slopes: list[float], years: int = 11) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    area = np.repeat(np.arange(len(slopes)), years)
    year = np.tile(np.arange(2010, 2010 + years), len(slopes))
    return area, year, 50 + np.repeat(slopes, years) * (year - 2010)


def test_a_spell_is_the_shortest_measured_span_of_five_to_ten_years():
    years = np.array([2000, 2003, 2005, 2007, 2015])
    found = spells(np.zeros(5, dtype=int), years, np.array([1.0, 4.0, 11.0, 8.0, 88.0]))
    assert list(zip(found.year, found.change, strict=True)) == [(2000, 2.0), (2005, 7.7), (2007, 10.0)]
    assert len(spells(np.zeros(5, dtype=int), years, np.arange(5.0), breaks=[2007]).year) == 2


def test_no_spell_crosses_from_one_area_to_the_next_or_over_a_break():
    area, year, value = panel([1.0, 2.0])
    found = spells(area, year, value, breaks=[2015])
    assert set(found.year) == {2015}
    assert list(found.change) == [1.0, 2.0]
    assert len(spells(area[:0], year[:0], value[:0]).change) == 0


def test_realism_is_the_share_of_areas_that_changed_so_much():
    area, year, value = panel([n / 10 for n in range(100)])
    history = spells(area, year, value)
    level = 50.0
    all_alike = realism(history, level, 5.0, 1)
    assert all_alike.spells == 120
    near = history.change[np.argsort(np.abs(history.start - level), kind="stable")[:120]]
    assert 0 < all_alike.share < 1
    assert all_alike.percentiles[0] <= all_alike.percentiles[-1]
    assert realism(history, level, near.max() + 1, 1).share == 0
    assert realism(history, level, near.min(), 1).share == 1
    assert "av 100 tidigare förändringar" in all_alike.reason


def test_each_area_weighs_the_same_however_many_spells_it_has():
    area, year, value = panel([1.0] * 30 + [3.0] * 30)
    keep = (area < 30) | (year <= 2015)  # the fast ones have one spell each
    history = spells(area[keep], year[keep], np.where(area[keep] < 30, 50 + (year[keep] - 2010.0), value[keep]))
    assert len(history.change) == 30 * 6 + 30
    found = realism(history, 50.0, 2.0, 1)
    slow = len(np.unique(history.area[np.argsort(np.abs(history.start - 50), kind="stable")[:50]]))
    assert found.areas == slow
    assert found.share == pytest.approx(
        np.mean(np.unique(history.area[np.argsort(np.abs(history.start - 50.0), kind="stable")[:50]]) >= 30)
    )


def test_too_little_history_gives_no_answer():
    area, year, value = panel([1.0])
    assert realism(spells(area, year, value), 50, 1, 1).share is None


def test_a_share_is_linked_by_its_offset_and_an_amount_by_its_factor():
    old, new = [(2018, 60.0), (2019, 61.0), (2020, 62.0), (2021, 62.0)], [(2020, 63.0), (2021, 65.0), (2022, 66.0)]
    found = link(old, new, "offset")
    assert (found.amount, found.moved, found.overlap) == (2.0, (2018, 2019), (2020, 2021))
    assert found.points == ((2018, 62.0), (2019, 63.0), (2020, 63.0), (2021, 65.0), (2022, 66.0))
    assert link([(2019, 10.0), (2020, 20.0)], [(2020, 30.0)], "factor").points == ((2019, 15.0), (2020, 30.0))


def test_without_a_common_year_nothing_is_linked():
    found = link([(2018, 1.0)], [(2020, 2.0)], "offset")
    assert (found.amount, found.points) == (None, ((2020, 2.0),))
    assert found.reason == "Serierna har inget gemensamt år och kan inte länkas."
    assert link([(2018, 0.0), (2020, 0.0)], [(2020, 2.0)], "factor").amount is None

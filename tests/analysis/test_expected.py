"""Expected against observed: statsmodels as an oracle, leaving out for real, and what is refused."""

from math import nan

import numpy as np
import pytest
import statsmodels.api as sm

from rus.analysis.expected import (
    COLLINEAR,
    CONSTANT,
    DECIDES,
    EXACT,
    NO_FEATURES,
    OLDEST,
    OUTSIDE,
    expected,
)

N, K = 120, 4


def made(seed: int = 1, n: int = N) -> tuple[dict[str, float], dict[str, tuple[float, ...]]]:
    """Places whose value follows two of four features, with noise."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, K)) * [1, 10, 100, 0.1] + [0, 50, 1000, 1]
    y = 60 + 3 * x[:, 0] - 0.4 * x[:, 1] + rng.normal(size=n) * 2
    codes = [f"{i:03}" for i in range(n)]
    return dict(zip(codes, y.tolist(), strict=True)), {c: tuple(row) for c, row in zip(codes, x.tolist(), strict=True)}


VALUES, FEATURES = made()
DESIGN = sm.add_constant(np.array([FEATURES[c] for c in sorted(FEATURES)]))
Y = np.array([VALUES[c] for c in sorted(VALUES)])


@pytest.mark.parametrize("place", [0, 7, 119])
def test_the_interval_is_that_of_a_fit_that_never_saw_the_place(place):
    keep = np.arange(N) != place
    fit = sm.OLS(Y[keep], DESIGN[keep]).fit()
    frame = fit.get_prediction(DESIGN[place : place + 1]).summary_frame(alpha=0.05)
    found = expected(VALUES, FEATURES).of(f"{place:03}")
    assert found.expected == pytest.approx(frame["mean"].iloc[0])
    assert found.lower == pytest.approx(frame["obs_ci_lower"].iloc[0])
    assert found.upper == pytest.approx(frame["obs_ci_upper"].iloc[0])
    assert found.residual == pytest.approx(Y[place] - frame["mean"].iloc[0])


def test_residuals_and_press_are_those_of_statsmodels():
    influence = sm.OLS(Y, DESIGN).fit().get_influence()
    model = expected(VALUES, FEATURES)
    found = [model.of(c) for c in sorted(VALUES)]
    assert [f.standardised for f in found] == pytest.approx(influence.resid_studentized_external.tolist())
    assert [f.residual for f in found] == pytest.approx(influence.resid_press.tolist())
    alone = sum((y - np.delete(Y, n).mean()) ** 2 for n, y in enumerate(Y))
    assert model.explained == pytest.approx(1 - (influence.resid_press**2).sum() / alone)


def test_p_values_are_those_of_students_t():
    from scipy import stats

    found = expected(VALUES, FEATURES).of("003")
    assert found.p == pytest.approx(2 * stats.t.sf(abs(found.standardised), N - K - 2))


@pytest.mark.parametrize("other", [-1000.0, 0.0, 1e6])
def test_a_places_own_value_never_moves_its_expectation(other):
    first = expected(VALUES, FEATURES).of("010")
    second = expected(VALUES | {"010": other}, FEATURES).of("010")
    assert (first.expected, first.lower, first.upper) == pytest.approx((second.expected, second.lower, second.upper))
    assert second.verdict == ("above" if other > first.upper else "below")


def test_units_change_nothing():
    others = {c: (row[0] * 1000, row[1] / 3 - 8, row[2], -row[3]) for c, row in FEATURES.items()}
    first, second = expected(VALUES, FEATURES).of("010"), expected({c: v / 10 for c, v in VALUES.items()}, others)
    assert second.of("010").expected == pytest.approx(first.expected / 10)
    assert second.of("010").standardised == pytest.approx(first.standardised)


def test_intervals_hold_the_value_as_often_as_they_say():
    inside = total = 0
    for seed in range(40):
        values, features = made(seed, 60)
        model = expected(values, features)
        inside += sum(model.of(c).verdict == "as_expected" for c in values)
        total += len(values)
    assert inside / total == pytest.approx(0.95, abs=0.012)


def test_shares_stay_within_their_bounds():
    high = {c: min(100.0, v + 60) for c, v in VALUES.items()}
    model = expected(high, FEATURES, bounds=(0, 100))
    assert all(0 <= f.lower <= f.expected <= f.upper <= 100 for f in map(model.of, high))


def test_what_is_refused_says_why():
    few = dict(list(VALUES.items())[:39])
    assert "För få platser: 39" in expected(few, FEATURES).reason
    assert "minst 40" in expected({}, {}).reason
    assert expected(dict.fromkeys(VALUES, 5.0), FEATURES).reason == CONSTANT
    assert str(OLDEST) in expected(VALUES, FEATURES, apart=OLDEST + 1).reason
    assert expected(VALUES, dict.fromkeys(VALUES, (1.0, 2.0))).reason == NO_FEATURES
    assert expected(VALUES, {c: (r[0], 2 * r[0]) for c, r in FEATURES.items()}).reason == COLLINEAR
    assert expected({c: 2 * r[0] + r[1] for c, r in FEATURES.items()}, FEATURES).reason == EXACT
    assert expected(VALUES, FEATURES).of("xxx").reason == OUTSIDE


def test_missing_values_and_features_leave_the_place_out():
    values, features = VALUES | {"000": nan}, FEATURES | {"001": (1.0, nan, 3.0, 4.0)}
    model = expected(values, features)
    assert model.places == N - 2
    assert model.of("000").reason == model.of("001").reason == OUTSIDE


def test_a_place_that_is_alone_in_something_has_no_expectation():
    features = {c: (*row, 1.0 if c == "005" else 0.0) for c, row in FEATURES.items()}
    model = expected(VALUES, features)
    assert model.of("005").reason == DECIDES
    assert model.of("006").expected is not None

"""Similar places: a hand-made table, invariance under units, ties, and what is missing."""

from math import isclose, nan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.similar import FEW_FEATURES, FEW_PLACES, NO_SPREAD, NOT_MANY, NOT_OWN, robust, similar

WEIGHTS = (1.0, 1.0, 2.0)


def line(count: int = 25) -> dict[str, tuple[float, ...]]:
    """Places on a line: number n has the features n, 10n and n."""
    return {f"{n:02}": (float(n), 10.0 * n, float(n)) for n in range(count)}


def test_the_hand_made_table():
    """Medians 12, 120, 12; median distances 6, 60, 6: one step is 1/(1.4826 · 6) in every feature."""
    found = similar("12", line(), WEIGHTS, most=4)
    assert found.codes == ("11", "13", "10", "14")
    step = 1 / (1.4826 * 6)
    assert [n.distance for n in found.neighbours] == pytest.approx([step, step, 2 * step, 2 * step])
    assert found.neighbours[0].apart == pytest.approx((-step, -step, -step))
    assert found.compared == 24


def test_a_weight_counts_as_it_says():
    """√((1·1² + 1·1² + 2·3²) / 4) steps."""
    places = line() | {"99": (13.0, 130.0, 15.0)}
    scaled = robust_steps(places)
    found = similar("12", places, WEIGHTS, most=20)
    other = next(n for n in found.neighbours if n.code == "99")
    assert isclose(other.distance, sqrt((scaled[0] ** 2 + scaled[1] ** 2 + 2 * scaled[2] ** 2) / 4))


def robust_steps(places: dict[str, tuple[float, ...]]) -> tuple[float, ...]:
    import numpy as np

    made = robust(np.array([places[c] for c in sorted(places)]))
    order = sorted(places)
    return tuple(made[order.index("99")] - made[order.index("12")])


@given(st.tuples(*(st.floats(0.001, 1000) for _ in range(3))), st.tuples(*(st.floats(-50, 50) for _ in range(3))))
def test_units_change_nothing(factors, moves):
    places = {c: tuple(v * v / 7 + 3 * n for n, v in enumerate(row)) for c, row in line().items()}
    other = {c: tuple(f * v + m for f, v, m in zip(factors, row, moves, strict=True)) for c, row in places.items()}
    first, second = similar("07", places, WEIGHTS), similar("07", other, WEIGHTS)
    assert first.codes == second.codes
    assert [n.distance for n in first.neighbours] == pytest.approx([n.distance for n in second.neighbours], rel=1e-6)


def test_ties_follow_the_code_whatever_the_order_given():
    places = line()
    backwards = dict(reversed(places.items()))
    assert similar("12", places, WEIGHTS) == similar("12", backwards, WEIGHTS)


def test_a_place_that_lacks_a_feature_is_left_out_and_named():
    places = line() | {"11": (11.0, nan, 11.0)}
    found = similar("12", places, WEIGHTS, most=2)
    assert found.left_out == ("11",)
    assert found.codes == ("13", "10")


def test_a_feature_that_the_place_itself_lacks_is_not_used():
    places = {c: (*row, row[0]) for c, row in line().items()} | {"12": (12.0, 120.0, 12.0, nan)}
    found = similar("12", places, (*WEIGHTS, 1.0))
    assert found.unused == ((3, NOT_OWN),)
    assert all(n.apart[3] is None for n in found.neighbours)


def test_features_that_few_have_or_all_share_are_not_used():
    places = {c: (*row, 5.0, row[0] if c in {"12", "13"} else nan) for c, row in line().items()}
    found = similar("12", places, (*WEIGHTS, 1.0, 1.0))
    assert found.unused == ((3, NO_SPREAD), (4, NOT_MANY))
    assert found.codes


def test_it_refuses_with_too_few_places_or_features():
    assert similar("02", line(15), WEIGHTS).reason == FEW_PLACES
    assert similar("12", {c: row[:2] for c, row in line().items()}, (1.0, 1.0)).reason == FEW_FEATURES
    assert similar("xx", line(), WEIGHTS).reason == FEW_FEATURES


def test_half_of_the_places_alike_still_gives_a_scale():
    places = {c: (float(c), float(c), 0.0 if int(c) < 20 else 1.0) for c in line()}
    assert similar("12", places, WEIGHTS).unused == ()

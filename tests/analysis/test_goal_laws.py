"""Laws that every kind of goal keeps: another unit, the opposite wish, more of the same, a harder target."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rus.analysis.flip import flips
from rus.analysis.heading import direction, gap_series, gap_shrinks
from rus.analysis.progress import Aim, progress
from rus.analysis.rivals import better_growth, better_than_peers
from rus.analysis.robustness import of_direction, of_number
from rus.analysis.trend import Data

HIGHER, LOWER = Data("higher"), Data("lower")
MIRROR = {"right_way": "wrong_way", "wrong_way": "right_way"}
series = st.lists(st.integers(1, 400).map(lambda n: n / 4), min_size=5, max_size=12)
several = st.lists(st.tuples(*[st.integers(1, 400).map(lambda n: n / 4)] * 3), min_size=5, max_size=10)
factors = st.sampled_from([0.5, 4.0, 1024.0])
"""Powers of two, so that the arithmetic of another unit is exact and ties stay ties."""


def years(values):
    return [(2010 + n, v) for n, v in enumerate(values)]


def columns(rows):
    return [years(values) for values in zip(*rows, strict=True)]


@given(series, factors)
def test_a_direction_does_not_know_its_unit(values, factor):
    one, other = direction(years(values), HIGHER), direction(years([v * factor for v in values]), HIGHER)
    assert one.status == other.status
    assert other.pace.slope == pytest.approx(one.pace.slope * factor)


@given(series)
def test_the_opposite_direction_is_the_mirror(values):
    up, down = direction(years(values), HIGHER).status, direction(years(values), LOWER).status
    assert down == MIRROR.get(up, up)


@given(st.integers(5, 12), st.integers(1, 8), st.floats(0.1, 9))
def test_a_direction_that_goes_on_stays_the_right_way(n, more, step):
    assert direction(years([50 + step * k for k in range(n)]), HIGHER).status == "right_way"
    assert direction(years([50 + step * k for k in range(n + more)]), HIGHER).status == "right_way"


@given(several, factors)
def test_a_gap_does_not_know_its_unit_nor_the_order_of_its_groups(rows, factor):
    women, men, _ = columns(rows)
    one = gap_shrinks({"women": women, "men": men}, HIGHER)
    other = gap_shrinks(
        {"men": [(t, v * factor) for t, v in men], "women": [(t, v * factor) for t, v in women]}, HIGHER
    )
    assert one.status == other.status


@given(several)
def test_a_gap_is_never_negative_and_the_same_for_the_opposite_wish(rows):
    women, men, others = columns(rows)
    groups = {"a": women, "b": men, "c": others}
    assert all(v >= 0 for _, v in gap_series(groups))
    assert gap_shrinks(groups, HIGHER).status == gap_shrinks(groups, LOWER).status


@given(st.integers(6, 12), st.floats(0.2, 3))
def test_a_gap_that_goes_on_shrinking_stays_the_right_way(n, step):
    women, men = years([90.0] * n), years([90.0 - step * (12 - k) for k in range(n)])
    for last in range(5, n + 1):
        assert gap_shrinks({"women": women[:last], "men": men[:last]}, HIGHER).status == "right_way"


@given(several, factors)
def test_being_better_than_others_does_not_know_its_unit(rows, factor):
    ours, *theirs = columns(rows)
    peers = {str(n): points for n, points in enumerate(theirs)}
    scaled = {name: [(t, v * factor) for t, v in points] for name, points in peers.items()}
    bigger = [(t, v * factor) for t, v in ours]
    assert better_than_peers(ours, peers, HIGHER)[0].status == better_than_peers(bigger, scaled, HIGHER)[0].status
    assert better_growth(ours, peers, HIGHER)[0].status == better_growth(bigger, scaled, HIGHER)[0].status


@given(several)
def test_being_better_is_the_mirror_where_less_is_better(rows):
    ours, *theirs = columns(rows)
    peers = {str(n): points for n, points in enumerate(theirs)}
    turned = {name: [(t, 1000 - v) for t, v in points] for name, points in peers.items()}
    one = better_than_peers(ours, peers, HIGHER)[0].status
    assert better_than_peers([(t, 1000 - v) for t, v in ours], turned, LOWER)[0].status == one


@given(several, st.integers(0, 400).map(lambda n: n / 4))
def test_keener_others_never_make_a_goal_reached(rows, keener):
    ours, one, two = columns(rows)
    better = {"a": [(t, v + keener) for t, v in one], "b": two}
    if better_than_peers(ours, better, HIGHER)[0].status == "reached":
        assert better_than_peers(ours, {"a": one, "b": two}, HIGHER)[0].status == "reached"


@given(series, st.floats(1.05, 3), factors)
def test_an_amount_does_not_know_its_unit(values, more, factor):
    points = years(values)
    aim = Aim(values[0] * more, 2030, points[0], 1, "log")
    one = progress(points, aim, HIGHER)
    scaled = replace(aim, target=aim.target * factor, base=(2010, values[0] * factor))
    other = progress([(t, v * factor) for t, v in points], scaled, HIGHER)
    near = any(abs(q - limit) < 1e-6 for q in ends(one) for limit in (0.95, 0.6, 0.0))
    assert near or one.status == other.status
    assert one.ratio == other.ratio if one.ratio is None else one.ratio == pytest.approx(other.ratio, abs=1e-9)


@given(st.floats(0.3, 0.95), st.floats(0.95, 1.0), st.integers(2016, 2029))
def test_an_amount_that_goes_on_as_planned_stays_on_track(share, speed, last):
    aim = Aim(100 * share, 2030, (2010, 100.0), -1, "log")
    for year in range(2015, last + 1):
        points = [(t, 100 * share ** (speed * 1.0001 * (t - 2010) / 20)) for t in range(2010, year + 1)]
        assert progress(points, aim, LOWER).status in {"on_track", "reached"}


@given(st.floats(-0.06, 0.02), st.floats(10, 95), st.floats(0, 60))
def test_a_harder_target_for_an_amount_never_gives_a_better_status(rate, target, harder):
    assume(target - harder > 1 and abs(rate) > 1e-6)
    order = ["wrong_way", "stalled", "too_slow", "on_track", "reached"]
    points = [(t, 100 * (1 + rate) ** (t - 2010)) for t in range(2010, 2021)]
    easy = progress(points, Aim(target, 2030, (2010, 100.0), -1, "log"), LOWER).status
    hard = progress(points, Aim(target - harder, 2030, (2010, 100.0), -1, "log"), LOWER).status
    assert order.index(hard) <= order.index(easy)


@given(series, st.floats(-20, 130))
def test_years_in_another_order_or_missing_ones_change_nothing(values, target):
    points = years(values)
    aim = Aim(target, 2030, points[0], 1)
    holes = [*reversed(points), (2029, float("nan"))]
    assert progress(points, aim, HIGHER) == progress(holes, aim, HIGHER)
    assert direction(points, HIGHER) == direction(holes, HIGHER)
    assert of_number(points, aim, HIGHER) == of_number(holes, aim, HIGHER)


@given(series)
def test_what_would_change_a_direction_does_change_it(values):
    points = years(values)

    def rule(known):
        return direction(known, HIGHER).status

    for flip in flips(points, rule, 200.0):
        assert rule([*points, (flip.year, flip.value)]) == flip.status != rule(points)


@given(series)
def test_the_methods_for_a_direction_answer_or_pass(values):
    said = direction(years(values), HIGHER)
    found = of_direction(years(values), HIGHER, said)
    assert found is not None
    assert 0 <= found.agreeing <= found.counted <= 6


def ends(found):
    return [q for q in (found.ratio, found.ratio_lower, found.ratio_upper) if q is not None]

"""Who carries a difference, mixes of people, standardised rates and groups within groups."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.composition import WARNING, composition
from rus.analysis.intersections import Cell, cross_table, needed
from rus.analysis.intervals import Interval, byar
from rus.analysis.kitagawa import NO_GROUPS, NO_SHARES, OTHER_GROUPS, kitagawa, total
from rus.analysis.standardise import direct

PAIRS = st.lists(
    st.tuples(*([st.floats(0, 100)] * 2), *([st.floats(0.1, 1000)] * 2)), min_size=2, max_size=6
)  # value before, value after, size before, size after


@given(PAIRS)
def test_the_parts_sum_to_the_difference_exactly(pairs):
    before = {str(n): (y, p) for n, (y, _, p, _) in enumerate(pairs)}
    after = {str(n): (y, p) for n, (_, y, _, p) in enumerate(pairs)}
    found = kitagawa(before, after)
    assert found.difference == pytest.approx(total(after) - total(before), abs=1e-9)
    assert sum(part.total for part in found.parts) == pytest.approx(found.difference, abs=1e-9)
    assert found.rate + found.composition == pytest.approx(found.difference, abs=1e-12)
    back = kitagawa(after, before)
    assert back.rate == pytest.approx(-found.rate, abs=1e-9)


def test_a_worked_decomposition():
    # 60 → 64 and 80 → 82 with shares 50/50 → 40/60: rate .45·4 + .55·2 = 2.9, composition 62·−.1 + 81·.1 = 1.9
    found = kitagawa({"a": (60, 50), "b": (80, 50)}, {"a": (64, 40), "b": (82, 60)})
    assert (found.rate, found.composition) == (pytest.approx(2.9), pytest.approx(1.9))
    assert found.difference == pytest.approx(74.8 - 70)


def test_the_decomposition_refuses_with_its_reason():
    one = {"a": (60.0, 50.0), "b": (80.0, 50.0)}
    assert kitagawa(one, {"a": (1, 1), "c": (1, 1)}).reason == OTHER_GROUPS
    assert kitagawa({"a": (1, 1)}, {"a": (2, 1)}).reason == NO_GROUPS
    assert kitagawa(one, {"a": (1, None), "b": (1, 1)}).reason == NO_SHARES
    assert kitagawa(one, {"a": (math.nan, 2), "b": (1, 1)}).reason == NO_SHARES
    assert total({"a": (1, 0)}) is None


def test_a_mix_that_turns_the_comparison_is_warned_of():
    # Better in both groups, worse as a whole, since half of its people are in the group with low values
    a, b = {"in": (85.0, 92.0), "ut": (60.0, 8.0)}, {"in": (88.0, 50.0), "ut": (64.0, 50.0)}
    found = composition(a, b)
    assert (found.first, found.second) == (pytest.approx(83.0), pytest.approx(76.0))
    assert (found.reversed, found.warning) == (True, WARNING)
    assert dict(found.by_group) == {"in": -3, "ut": -4}
    assert composition(a, a).warning == ""
    assert not composition(a, {"in": (84.0, 50.0), "ut": (64.0, 50.0)}).reversed
    assert composition(a, {"x": (1.0, 1.0)}).reason == OTHER_GROUPS
    assert composition(a, {"in": (1.0, None), "ut": (1.0, 1.0)}).reason == NO_SHARES


@given(PAIRS)
def test_a_reversal_means_that_every_group_contradicts_the_total(pairs):
    found = composition(
        {str(n): (y, p) for n, (y, _, p, _) in enumerate(pairs)},
        {str(n): (y, p) for n, (_, y, _, p) in enumerate(pairs)},
    )
    if found.reversed:
        assert all(step * (found.first - found.second) < 0 for _, step in found.by_group)


def test_a_standardised_rate_is_the_weighted_mean_with_dobsons_limits():
    found = direct([20, 30], [200, 100], [50, 50])
    assert found.rate == pytest.approx(100 * (0.1 + 0.3) / 2)
    stretch = math.sqrt((0.25 * 20 / 200**2 + 0.25 * 30 / 100**2) / 50)
    limits = byar(50)
    assert found.interval.lower == pytest.approx(20 + 100 * stretch * (limits.lower - 50))
    assert found.interval.upper == pytest.approx(20 + 100 * stretch * (limits.upper - 50))


@given(st.lists(st.tuples(st.integers(10, 500), st.integers(1000, 9000)), min_size=1, max_size=5))
def test_standardised_to_its_own_people_a_rate_stays_what_it_was(pairs):
    counts, people = zip(*pairs, strict=True)
    found = direct(counts, people, people)
    assert found.rate == pytest.approx(100 * sum(counts) / sum(people))
    assert found.interval.holds(found.rate)
    limits = byar(sum(counts)).times(100 / sum(people))
    assert (found.interval.lower, found.interval.upper) == pytest.approx((limits.lower, limits.upper))


def test_few_events_are_not_standardised():
    assert "färre än 10" in direct([4, 5], [100, 100], [1, 1]).reason
    assert "inte känt" in direct([40, 5], [100, 0], [1, 1]).reason
    assert direct([40], [100, 100], [1, 1]).rate is None


CELLS = (
    Cell(("women", "born_abroad"), 60.0, 1000),
    Cell(("men", "born_abroad"), 70.0, 1000),
    Cell(("women", "born_in_sweden"), 85.0, 4000),
    Cell(("men", "born_in_sweden"), None, None, "skyddad"),
    Cell(("women", "unknown"), 10.0, 20),
    Cell(("men", "unknown"), 2.0, 100),
)


def test_a_cross_table_counts_what_is_published_and_points_out_who_lags():
    found = cross_table(CELLS, 80.0, better="higher", share=True)
    assert found.tally == "5 av 6 grupper redovisas"
    assert found.lagging == (("women", "born_abroad"), ("men", "born_abroad"))
    by_key = {s.cell.key: s for s in found.cells}
    assert by_key["women", "born_abroad"].interval.holds(60)
    assert "färre än 30" in by_key["women", "unknown"].unsure
    assert "färre än 5" in by_key["men", "unknown"].unsure
    hidden = by_key["men", "born_in_sweden"]
    assert (hidden.interval, hidden.cell.status, hidden.unsure) == (None, "skyddad", "")


def test_what_is_wanted_decides_who_lags():
    assert cross_table(CELLS, 62.0, better="lower", share=True).lagging == (
        ("women", "born_in_sweden"),
        ("men", "born_abroad"),
    )
    assert cross_table(CELLS, 62.0, better="neutral", share=True).lagging == ()
    assert cross_table(CELLS, None, better="lower", share=True).lagging == ()
    assert cross_table((), None, better="lower", share=True, possible=16).tally == "0 av 16 grupper redovisas"


def test_intervals_of_cells_are_the_surveys_or_those_of_people_or_none():
    own = Interval(50, 70)
    cells = (Cell(("a",), 60.0, 1000, margin=own), Cell(("b",), 60.0), Cell(("c",), 30_000.0, 500))
    survey, unknown, crowns = cross_table(cells, None, better="higher", share=False).cells
    assert survey.interval == own
    assert "inte känt" in unknown.reason
    assert crowns.interval is None


def test_needed_people_by_group():
    found = needed([("women", 70.0, 1000), ("men", 85.0, 1000), ("x", 60.0, None), ("y", 75.5, 100)], 80.0, "higher")
    assert [(f.group, f.people) for f in found] == [("women", 100), ("men", 0), ("y", 5)]
    assert sum(f.share for f in found) == pytest.approx(1)
    assert needed([("a", 10.0, 50)], 8.0, "lower")[0].people == 1
    assert needed([("a", 10.0, 50)], 8.0, "neutral") == ()
    assert needed([("a", 90.0, 50)], 80.0, "higher")[0].share == 0


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(1, 10_000)), min_size=1, max_size=6), st.floats(0, 50))
def test_a_higher_target_never_takes_fewer_people(groups, target):
    named = [(str(n), y, size) for n, (y, size) in enumerate(groups)]
    low, high = needed(named, target, "higher"), needed(named, target + 10, "higher")
    assert all(a.people <= b.people for a, b in zip(low, high, strict=True))

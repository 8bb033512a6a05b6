"""Findings: nothing on random data, what is planted is found, and the order has nothing to do with units."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.analysis.effect import Scale
from rus.analysis.findings import MANY, Measured, Paired, changes, deviations, gaps, tally, within
from rus.analysis.gaps import Side, gap
from rus.analysis.multiplicity import RATE, adjusted
from rus.analysis.trend import Data

RUNS = 200
SHARE = Scale(0.1, 100.0)
HIGHER, LOWER, NEUTRAL = Data("higher"), Data("lower"), Data("neutral")
WORDS = ("higher", "lower", "neutral")


def noise(random, n=10, level=50.0, spread=2.0):
    return [(2010 + t, round(random.gauss(level, spread), 1)) for t in range(n)]


def rising(random, slope=1.5):
    return [(t, v + slope * (t - 2010)) for t, v in noise(random, spread=0.5)]


def series(random, indicators, regions):
    return [
        Measured(f"{i}-{r}", noise(random), Data(WORDS[i % 3]), SHARE)
        for i in range(indicators)
        for r in range(regions)
    ]


def pair(random, first, second, n=400):
    drawn = [100 * sum(random.random() < p for _ in range(n)) / n for p in (first, second)]
    return gap(Side(drawn[0], n), Side(drawn[1], n), share=True)


@pytest.mark.parametrize("find", [changes, deviations])
def test_random_data_gives_no_clear_signals(find):
    """White noise, 10 indicators × 12 regions a run: a list with anything in it comes in at most one run of twenty."""
    random = Random(1)
    false = sum(bool(find(series(random, 10, 12)).found) for _ in range(RUNS))
    assert false <= RATE * RUNS


def test_groups_without_a_difference_give_no_clear_signals():
    random = Random(2)
    runs = 100
    false = 0
    for _ in range(runs):
        pairs = [Paired(str(n), pair(random, 0.6, 0.6), "higher", SHARE) for n in range(12)]
        false += bool(gaps(pairs).found)
    assert false <= RATE * runs


def test_what_is_planted_is_found_and_false_alarms_are_held():
    random = Random(3)
    shares, missed = [], 0
    for _ in range(60):
        planted = [Measured(f"true-{n}", rising(random), HIGHER, SHARE) for n in range(10)]
        found = changes([*planted, *series(random, 9, 10)])
        names = [f.key for f in found.found]
        true = sum(name.startswith("true") for name in names)
        missed += 10 - true
        shares.append((len(names) - true) / max(1, len(names)))
    assert missed == 0
    assert sum(shares) / len(shares) <= RATE


def test_a_planted_leap_and_a_planted_gap_are_found():
    random = Random(4)
    leap = [*noise(random, 9, spread=0.5), (2019, 90.0)]
    found = deviations([Measured("leap", leap, LOWER, SHARE), *series(random, 10, 12)])
    assert [(f.key, f.direction, f.valuation) for f in found.found] == [("leap", 1, "wrong")]
    pairs = [Paired(str(n), pair(random, 0.6, 0.6), "higher", SHARE) for n in range(11)]
    found = gaps([*pairs, Paired("gap", pair(random, 0.4, 0.7), "higher", SHARE)])
    assert [(f.key, f.direction, f.rank) for f in found.found] == [("gap", -1, 1)]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.001, 1000))
def test_the_order_is_the_same_in_another_unit(seed, factor):
    random = Random(seed)
    planted = [Measured(f"s{n}", rising(random, 0.3 + n / 4), HIGHER, Scale(0.1, 100.0)) for n in range(6)]
    amounts = [Measured(f"a{n}", rising(random, -n), LOWER, Scale(0.1), "log") for n in range(1, 5)]
    every = [*planted, *amounts, *series(random, 2, 2)]
    other = [
        replace(
            one,
            points=[(t, v * factor) for t, v in one.points],
            scale=Scale(one.scale.grain * factor, one.scale.whole and one.scale.whole * factor),
        )
        for one in every
    ]
    for find in (changes, deviations):
        ours, theirs = find(every), find(other)
        assert [f.key for f in ours.found] == [f.key for f in theirs.found]
        assert [f.strength for f in ours.found] == pytest.approx([f.strength for f in theirs.found], rel=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_the_other_wish_turns_right_to_wrong_and_nothing_else(seed):
    random = Random(seed)
    every = [Measured(f"s{n}", rising(random, n - 2.5), HIGHER, SHARE) for n in range(6)]
    turned = [replace(one, data=LOWER) for one in every]
    for find in (changes, deviations):
        ours, theirs = find(every), find(turned)
        assert [(f.key, f.direction, f.q) for f in ours.found] == [(f.key, f.direction, f.q) for f in theirs.found]
        swap = {"right": "wrong", "wrong": "right"}
        assert [swap[f.valuation] for f in ours.found] == [f.valuation for f in theirs.found]


def test_neither_way_is_valued_where_none_is_wanted():
    found = changes([Measured("n", rising(Random(5)), NEUTRAL, SHARE)])
    assert [(f.kind, f.direction, f.valuation) for f in found.found] == [("change", 1, "none")]
    assert tally(found).unvalued == 1


def test_every_series_is_counted_once_and_says_why_nothing_is_known():
    random = Random(6)
    every = [
        Measured("up", rising(random), HIGHER, SHARE),
        Measured("down", rising(random), LOWER, SHARE),
        Measured("few", noise(random, 4), HIGHER, SHARE),
        Measured("old", rising(random), HIGHER, SHARE, outdated=True),
        Measured("none", [], HIGHER, SHARE),
        Measured("still", [(t, 50.0) for t in range(2010, 2020)], HIGHER, SHARE),
        Measured("tiny", [(t, 50 + t / 1e6) for t in range(2010, 2020)], HIGHER, SHARE),
    ]
    found = changes(every)
    counted = tally(found)
    assert (counted.right, counted.wrong, counted.total) == (1, 1, len(every))
    assert counted.unknown == {"few": 1, "outdated": 1, "unmeasured": 1, "no_signal": 1, "rounding": 1}
    assert all(f.reason and not f.rank and not f.direction for f in found.unknown)
    assert found.tested == 4


def test_an_outdated_series_is_never_a_signal_and_no_test():
    old = [Measured("old", [*noise(Random(7), 9, spread=0.2), (2019, 99.0)], HIGHER, SHARE, outdated=True)]
    assert (changes(old).found, deviations(old).found, changes(old).tested, deviations(old).tested) == ((), (), 0, 0)
    sure = gap(Side(40.0, 5000), Side(70.0, 5000), share=True)
    assert gaps([Paired("old", sure, "higher", SHARE, outdated=True)]).found == ()


def test_what_is_certain_alone_may_not_be_so_among_many():
    five = Measured("five", [(2015 + n, 40.0 + n) for n in range(5)], HIGHER, SHARE)  # p = 0.027
    assert [f.key for f in changes([five]).found] == ["five"]
    crowd = changes([five, *series(Random(8), 5, 8)])
    mine = next(f for f in crowd.unknown if f.key == "five")
    assert (crowd.found, mine.why, mine.reason) == ((), "many", MANY)


def test_a_gap_without_a_denominator_is_never_certain():
    unknown = gap(Side(10.0), Side(90.0), share=True)
    found = gaps([Paired("register", unknown, "higher", SHARE)])
    assert (found.found, found.tested) == ((), 0)
    assert found.unknown[0].why == "uncounted"
    assert "Osäkerhet ej beräknad" in found.unknown[0].reason
    assert found.unknown[0].effect == -80.0


def test_a_gap_of_a_rounded_point_is_no_finding():
    close = gap(Side(60.0, 10**7), Side(61.0, 10**7), share=True, rounding=1.0)
    assert gaps([Paired("g", close, "higher", SHARE)]).unknown[0].why == "rounding"


def test_q_is_that_of_the_list_and_larger_effects_come_first():
    random = Random(9)
    every = [Measured(f"s{n}", rising(random, 0.5 + n / 2), HIGHER, SHARE) for n in range(5)]
    found = changes(every).found
    assert [f.rank for f in found] == [1, 2, 3, 4, 5]
    assert [f.strength for f in found] == sorted((f.strength for f in found), reverse=True)
    by_key = {f.key: f for f in found}
    assert [by_key[s.key].q for s in every] == list(adjusted([by_key[s.key].p for s in every]))


def test_a_measure_that_can_be_below_zero_has_no_scale_free_size_and_comes_last():
    random = Random(10)
    net = Measured("net", [(t, v - 55) for t, v in rising(random, 4)], HIGHER, Scale(1.0))
    found = changes([net, Measured("share", rising(random), HIGHER, SHARE)]).found
    assert [(f.key, f.strength is None) for f in found] == [("share", False), ("net", True)]


def test_a_part_of_a_list_keeps_its_answers_and_counts_its_ranks_anew():
    random = Random(11)
    found = changes([Measured(f"s{n}", rising(random, 0.5 + n / 2), HIGHER, SHARE) for n in range(4)])
    part = within(found, {"s0", "s2", "other"})
    assert [(f.key, f.rank) for f in part.found] == [("s2", 1), ("s0", 2)]
    assert {f.q for f in part.found} <= {f.q for f in found.found}
    assert (part.tested, within(found, ()).tested) == (2, 0)


def test_a_certain_way_whose_typical_step_is_nothing_is_no_finding():
    ties = [(2010 + n, 40.0 if n < 7 else 45.0) for n in range(10)]  # the median of all slopes is 0
    found = changes([Measured("ties", ties, HIGHER, SHARE)])
    assert [f.why for f in found.unknown] == ["rounding"]
    assert found.unknown[0].p < 0.05

"""Gemensam uppföljning: a hand-made table, and what must hold whatever the figures are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.followup import OF_STATUS, STATES, Judged, Proposal, distances, followup
from rus.analysis.progress import Progress
from rus.analysis.trend import Trend

EFFEKTMAL = ("A", "B", "C", "D", "E")
AREAS = ("X", "Y")

# key  status        p       ratio  base  now  target  effektmål  areas
TABLE = """
a-1    wrong_way     0.0004  -      -     50   -       A B        X
a-2    right_way     0.0010  -      -     50   -       A B        X
b-1    not_assessed  -       -      -     -    -       A          X
c-1    too_slow      -       0.7    100   80   60      B          -
d-1    wrong_way     0.0400  -      -     20   -       C          Y
e-1    stalled       -       0.1    40    42   60      D C        -
f-1    reached       -       -      10    31   30      C          Y
g-1    uncertain     -       0.9    10    20   30      D          Y
h-1    too_slow      -       -      5     6    -       D          Y
"""


def made(line: str) -> Judged:
    key, status, p, ratio, base, now, target, *rest = line.split()
    aims, areas = [word for word in rest if word in EFFEKTMAL], [word for word in rest if word in AREAS]

    def number(word: str) -> float | None:
        return None if word == "-" else float(word)

    wanted, newest, start = number(target), number(now), number(base)
    missing = None if wanted is None or newest is None else abs(wanted - newest)
    found = Progress(
        status,
        "",
        "prov",
        newest=None if newest is None else (2022, newest),
        base=None if start is None else (2010, start),
        target=wanted,
        missing=0.0 if status == "reached" else missing,
        ratio=number(ratio),
        trend=None if p == "-" else Trend("no_trend", "", "", (), p=float(p)),
    )
    return Judged(key, key.split("-")[0], found, tuple(aims), tuple(areas))


GOALS = [made(line) for line in TABLE.strip().splitlines()]
FOUND = followup(GOALS, EFFEKTMAL, AREAS)


def by_key(goals=GOALS):
    return {d.key: d for d in distances(goals)[1]}


def test_an_open_gap_is_certain_by_its_interval_or_among_all_tests():
    """Three tests, p 0.0004, 0.001 and 0.04: adjusted 0.0012, 0.0015 and 0.04, so all are signals; see the next."""
    assert {key for key, d in by_key().items() if d.certain} == {"a-1", "c-1", "d-1", "e-1"}
    assert FOUND.tests == 3


def test_many_tests_of_nothing_take_a_weak_signal_away():
    noise = [replace(made(f"n{n}-1 no_trend 0.9 - - 1 - E -"), key=f"n{n}-1", indicator=f"n{n}") for n in range(20)]
    assert not by_key([*GOALS, *noise])["d-1"].certain
    assert by_key([*GOALS, *noise])["a-1"].certain


def test_a_gap_has_a_size_where_the_goal_has_a_level():
    found = by_key()
    c, e, f = found["c-1"], found["e-1"], found["f-1"]
    assert (c.missing, c.relative, c.left) == (20, pytest.approx(-25), pytest.approx(0.5))
    assert (e.missing, e.relative, e.left) == (18, pytest.approx(100 * 18 / 42), pytest.approx(0.9))
    assert (f.missing, f.relative, f.left) == (0, 0, 0)
    assert (found["a-1"].missing, found["a-1"].relative, found["b-1"].missing) == (None, None, None)


def test_the_effektmal_hold_their_gaps_worst_first_and_the_unknown_apart():
    branches = {b.effektmal: [d.key for d in b.distances] for b in FOUND.branches}
    assert branches == {
        "A": ["a-1", "a-2", "b-1"],
        "B": ["a-1", "c-1", "a-2"],
        "C": ["d-1", "e-1", "f-1"],
        "D": ["e-1", "h-1", "g-1"],
    }
    assert FOUND.empty == ("E",)
    assert [d.key for d in FOUND.branches[0].unknown] == ["b-1"]
    assert [d.key for d in FOUND.branches[0].known] == ["a-1", "a-2"]


def told(p: Proposal) -> tuple[object, ...]:
    return (p.challenge, p.effektmal, [d.key for d in p.evidence], p.rank)


def test_proposals_are_counts_of_measures_with_certain_open_gaps():
    assert [told(p) for p in FOUND.proposals] == [
        ("X", ("A", "B"), ["a-1"], 1),
        ("Y", ("C",), ["d-1"], 1),
        (None, ("B",), ["c-1"], 1),
        (None, ("C", "D"), ["e-1"], 1),
    ]
    assert [d.key for d in FOUND.proposals[1].others] == ["h-1", "g-1", "f-1"]


def test_effektmal_that_share_an_unserved_measure_are_one_proposal():
    bridge = made("k-1 stalled - 0.2 - 1 2 B C -")
    (family,) = [p for p in followup([*GOALS, bridge], EFFEKTMAL, AREAS).proposals if p.challenge is None]
    assert told(family) == (None, ("B", "C", "D"), ["c-1", "e-1", "k-1"], 1)
    assert family.indicators == ("c", "e", "k")


def test_an_effektmal_that_no_area_serves_is_named():
    found = followup([made("m-1 right_way 0.01 - - 1 - E -"), *GOALS], EFFEKTMAL, AREAS)
    assert found.unserved == ("E",)


def test_an_area_without_a_certain_gap_has_no_rank_and_stands_last():
    found = followup([g for g in GOALS if g.key != "a-1"], EFFEKTMAL, AREAS)
    assert told(found.proposals[-1]) == ("X", (), [], None)


def test_nothing_to_judge_proposes_nothing():
    found = followup([], EFFEKTMAL, AREAS)
    assert (found.branches, found.empty, found.tests) == ((), EFFEKTMAL, 0)
    assert [told(p) for p in found.proposals] == [("X", (), [], None), ("Y", (), [], None)]


@st.composite
def goals(draw):
    lines = []
    for n in range(draw(st.integers(0, 12))):
        status = draw(st.sampled_from(sorted(OF_STATUS)))
        p = draw(st.sampled_from(["-", "0.0001", "0.01", "0.04", "0.6"]))
        ratio = draw(st.sampled_from(["-", "0.5"]))
        now, target = draw(st.integers(1, 90)), draw(st.sampled_from(["-", "45"]))
        aims = " ".join(draw(st.lists(st.sampled_from(EFFEKTMAL), min_size=1, max_size=3, unique=True)))
        areas = " ".join(draw(st.lists(st.sampled_from(AREAS), max_size=2, unique=True)))
        lines.append(made(f"{draw(st.sampled_from('pqr'))}{n}-1 {status} {p} {ratio} 30 {now} {target} {aims} {areas}"))
    return lines


@given(goals(), st.randoms(use_true_random=False))
def test_the_order_of_the_goals_does_not_matter(found, chance):
    mixed = found[:]
    chance.shuffle(mixed)
    assert followup(found, EFFEKTMAL, AREAS) == followup(mixed, EFFEKTMAL, AREAS)


@given(goals())
def test_every_goal_is_traced_exactly_once_under_each_of_its_effektmal(found):
    traced = [(b.effektmal, d.key) for b in followup(found, EFFEKTMAL, AREAS).branches for d in b.distances]
    assert sorted(traced) == sorted((e, g.key) for g in found for e in g.effektmal)


@given(goals())
def test_every_certain_gap_is_behind_a_proposal_and_nothing_else_is(found):
    proposals = followup(found, EFFEKTMAL, AREAS).proposals
    behind = {d.key for p in proposals for d in p.evidence}
    assert behind == {d.key for d in distances(found)[1] if d.certain}
    assert all(d.state == "open" for p in proposals for d in p.evidence)
    for p in proposals:
        assert set(p.effektmal) == {e for d in p.evidence for e in d.effektmal}
        assert (p.rank is None) == (not p.evidence)


@given(goals(), st.sampled_from([0.001, 12.5, 1000.0]))
def test_another_unit_changes_sizes_only(found, factor):
    def scaled(g: Judged) -> Judged:
        at = g.progress
        base, newest = (p and (p[0], p[1] * factor) for p in (at.base, at.newest))
        target, missing = (v if v is None else v * factor for v in (at.target, at.missing))
        return replace(g, progress=replace(at, base=base, newest=newest, target=target, missing=missing))

    ours, theirs = distances(found)[1], distances([scaled(g) for g in found])[1]
    for one, other in zip(ours, theirs, strict=True):
        assert (one.key, one.state, one.certain) == (other.key, other.state, other.certain)
        assert one.relative == (None if other.relative is None else pytest.approx(other.relative))
        assert one.left == (None if other.left is None else pytest.approx(other.left))


@given(goals(), st.integers(0, 11))
def test_a_goal_that_turns_certainly_wrong_never_weakens_a_proposal_it_stands_behind(found, place):
    if not found:
        return
    turned = found[place % len(found)]
    worse = replace(turned, progress=replace(turned.progress, status="wrong_way", ratio=-1.0, trend=None))
    before = followup([g for g in found if g is not turned], EFFEKTMAL, AREAS)
    after = followup([*(g for g in found if g is not turned), worse], EFFEKTMAL, AREAS)
    counts = {p.challenge: len(p.indicators) for p in before.proposals if p.challenge}
    for p in after.proposals:
        if p.challenge in turned.challenges:
            assert len(p.indicators) == counts[p.challenge] + 1


def test_every_status_has_its_state():
    from typing import get_args

    from rus.analysis.progress import Status

    assert set(OF_STATUS) == set(get_args(Status))
    assert set(OF_STATUS.values()) == set(STATES)

"""Laws of every sentence: no number, year or way that its result does not hold; way and wish never in one sentence."""

import re

from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.gaps import Side, gap, over_time
from rus.analysis.inequality import Group
from rus.analysis.own_trend import against_own_trend
from rus.analysis.slope import slope
from rus.analysis.trend import Data, trend
from rus.analysis.words import (
    Facts,
    Measure,
    about,
    of_gap,
    of_gap_over_time,
    of_level,
    of_own_trend,
    of_people,
    of_slope,
    of_trend,
)
from rus.core.swedish import number

SHARE, NAMES, SOURCE = Measure("Sysselsatta", "procent", 1), ("kvinnor", "män"), "Byrån"
NUMBER = re.compile("[\u2212]?\\d[\\d\u00a0]*(?:,\\d+)?")
MOVES = re.compile(r"\b(ökar|minskar|ökat|minskat|högre|lägre)\b", re.IGNORECASE)
WISHES = re.compile(r"\b(rätt håll|fel håll|bättre|sämre)\b", re.IGNORECASE)
VALUES = st.floats(1, 99).map(lambda v: round(v, 1))
SERIES = st.lists(VALUES, min_size=1, max_size=12).map(lambda vs: [(2010 + n, v) for n, v in enumerate(vs)])
BETTER = st.sampled_from(["higher", "lower", "neutral"])
RULES = {"5", "95", "30"}
"""Numbers of the rules themselves: points that are needed, percent of an interval, people below which all is unsure."""


def numbers(text: str) -> set[str]:
    return {found.strip("\u00a0") for found in NUMBER.findall(text)}


def written(*values: float | None) -> set[str]:
    return {number(v, d) for value in values if value is not None for v in (value, abs(value)) for d in (0, 1, 2)}


def lawful(said: Facts, *held: float | None, whole: set[str] = frozenset()) -> None:
    """What a text may hold, and how it may say it."""
    text = said.text()
    assert numbers(text) <= written(*held) | whole | RULES
    for sentence in re.split(r"(?<=\.) ", text):
        assert not (MOVES.search(sentence) and WISHES.search(sentence) and "än väntat" not in sentence)
    if said.source:
        assert text.endswith(f"Källa: {SOURCE}.")


def of_points(points) -> set[str]:
    return {str(year) for year, _ in points} | {str(len(points))}


@given(VALUES, st.sampled_from(["2022", "2021/22"]))
def test_a_level(value, period):
    said = of_level(SHARE, value, period, where="länet", source=SOURCE)
    lawful(said, value, whole=numbers(period))
    assert not MOVES.search(said.text())


@given(SERIES, BETTER, st.sampled_from([0.0, 1.0]))
def test_a_trend(points, better, step):
    found = trend(points, Data(better, step=step))
    said = of_trend(SHARE, found, better, source=SOURCE)
    lawful(said, found.slope, found.points[-1][1], whole=of_points(found.points))
    assert SHARE.name in said.level
    assert str(found.points[-1][0]) in said.level
    certain = found.p is not None and found.status != "no_trend"
    assert (" ökar " in said.direction) == (certain and found.direction == "Ökar")
    assert (" minskar " in said.direction) == (certain and found.direction == "Minskar")
    assert bool(said.valuation) == (found.status in {"right_way", "wrong_way"})
    if better == "neutral":
        assert not WISHES.search(said.text())


@given(st.lists(st.integers(0, 2).map(float), min_size=5, max_size=10), st.sampled_from(["higher", "lower"]))
def test_a_typical_change_is_never_nothing_nor_against_the_trend(values, better):
    found = trend([(2010 + n, v) for n, v in enumerate(values)], Data(better))
    said = of_trend(SHARE, found, better)
    if said.size:
        assert "0,0 " not in said.size.replace("\u00a0", " ")
        assert (found.slope > 0) == (found.direction == "Ökar")


@given(VALUES, VALUES, st.sampled_from([None, 40, 40_000]))
def test_a_gap(first, second, n):
    found = gap(Side(first, n), Side(second, n), share=True)
    said = of_gap(SHARE, found, NAMES, "2022", source=SOURCE)
    lawful(said, first, second, found.difference.value, found.ratio, whole={"2022", "40", str(n)})
    assert said.level.startswith(SHARE.name)


@given(SERIES, SERIES)
def test_a_gap_over_time(ours, theirs):
    found = over_time(ours, theirs, Data("higher"))
    said = of_gap_over_time(SHARE, found, NAMES, source=SOURCE)
    lawful(said, found.change, whole=of_points(found.points) | of_points(found.trend.points))
    if found.change is not None and "har minskat med" in said.level:
        assert found.change < 0


@given(SERIES, BETTER, st.sampled_from(["linear", "log"]))
def test_a_value_against_its_own_trend(points, better, scale):
    found = against_own_trend(points, Data(better), 0.1, scale)
    said = of_own_trend(SHARE, found, better, source=SOURCE)
    newest = found.newest[1] if found.newest else None
    held = of_points(found.points) | ({str(found.newest[0])} if found.newest else set())
    few = numbers(found.reason)
    lawful(said, newest, found.residual, found.lower, found.upper, whole=held | few)
    if "högre än väntat" in said.level:
        assert found.residual > 0
    if "lägre än väntat" in said.level:
        assert found.residual < 0


@given(st.lists(VALUES, min_size=2, max_size=6))
def test_a_slope(values):
    found = slope([Group(f"g{'abcdef'[n]}", v, 1) for n, v in enumerate(values)], ordered=True, percent=True)
    said = of_slope(SHARE, found, "inkomst", period="2022", source=SOURCE)
    ends = (found.sii_interval.lower, found.sii_interval.upper) if found.sii_interval else ()
    lawful(said, found.sii, found.rii, *ends, whole={"2022"})
    if found.sii is not None:
        assert "2022" in said.level
        assert ("högre än nederst" in said.level) == (found.sii > 0 and number(found.sii, 1) != "0,0")
        assert ("lägre än nederst" in said.level) == (found.sii < 0 and number(found.sii, 1) != "0,0")


@given(st.integers(0, 300_000))
def test_people(people):
    text = of_people(people, NAMES)
    assert numbers(text) <= {number(about(people))}
    assert not MOVES.search(text)

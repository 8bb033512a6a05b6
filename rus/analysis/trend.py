"""Is there a trend, which way, and is that the wanted way?

Mann–Kendall's test (Mann 1945, Kendall 1975) with correction for ties and for continuity, two-sided at 5 percent, on at
most the ten newest independent measurements after the last break. It asks only whether values tend to rise or fall, so
it needs no straight line; it never answers on fewer than five points, where even a perfect rise gives p > 0.05.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import erfc, sqrt
from statistics import median
from typing import Literal

Better = Literal["higher", "lower", "neutral"]
TrendStatus = Literal["right_way", "no_trend", "wrong_way", "not_assessed"]
Point = tuple[int, float]

LEAST_POINTS = 5
MOST_POINTS = 10
LEVEL = 0.05


@dataclass(frozen=True)
class Data:
    """What must be known of a series before its trend may be judged.

    `last_break`: first year of the newest unbroken part. `window_years`: each value is a mean of so many years, so only
    every `window_years`-th counts. `step`: a difference of at most this much (the indicator's unit) is no change, such
    as 1 for values in whole percent.
    """

    better: Better
    last_break: int | None = None
    window_years: int = 1
    step: float = 0.0


@dataclass(frozen=True)
class Trend:
    """The answer.

    `direction` is what the numbers do (Ökar, Minskar, Varierar, Nästan oförändrat; empty with fewer than two points),
    apart from `status`, which says whether that is wanted. `reason` is a Swedish sentence. `slope` is the median change
    per year (Theil–Sen) in the indicator's unit, `p` the two-sided p-value; both None where not computed.
    """

    status: TrendStatus
    direction: str
    reason: str
    points: tuple[Point, ...]
    slope: float | None = None
    p: float | None = None


def usable(points: Sequence[Point], data: Data) -> tuple[Point, ...]:
    """The independent points after the last break, oldest first, at most ten."""
    kept: list[Point] = []
    for year, value in sorted(points, reverse=True):
        if value != value or (data.last_break is not None and year < data.last_break):  # # NaN
            continue
        if not kept or kept[-1][0] - year >= data.window_years:
            kept.append((year, value))
    return tuple(reversed(kept[:MOST_POINTS]))


def mann_kendall(values: Sequence[float], step: float = 0.0) -> float:
    """Two-sided p-value of Mann–Kendall's test; 1.0 where every pair is tied.

    Args:
        values: in the order of time.
        step: pairs that differ by at most this much are ties.
    """
    return _chance_of(rises(values, step), values)


def _chance_of(score: int, values: Sequence[float]) -> float:
    n = len(values)
    sizes = [list(values).count(value) for value in set(values)]
    tied = sum(size * (size - 1) * (2 * size + 5) for size in sizes)
    variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
    if variance <= 0 or score == 0:
        return 1.0
    return erfc((abs(score) - 1) / sqrt(variance) / sqrt(2))


def rises(values: Sequence[float], step: float = 0.0) -> int:
    """How many pairs rise less how many fall: Kendall's S, whose sign is the way a trend goes.

    The median slope can't tell that: it is 0 where most pairs are ties.
    """
    score = 0
    for earlier, later in combinations(values, 2):
        difference = later - earlier
        score += 0 if abs(difference) <= step else (1 if difference > 0 else -1)
    return score


def theil_sen(points: Sequence[Point]) -> float | None:
    """The median of all slopes between two points, per year; None with fewer than two points."""
    slopes = [(y2 - y1) / (t2 - t1) for (t1, y1), (t2, y2) in combinations(points, 2) if t2 != t1]
    return median(slopes) if slopes else None


def trend(points: Sequence[Point], data: Data) -> Trend:
    """Judge a series of (year, value); the years may have gaps, NaN counts as no measurement."""
    used = usable(points, data)
    slope = theil_sen(used)
    if slope is None:
        return Trend("not_assessed", "", "Bara en mätning." if used else "Inga mätningar.", used)
    if len(used) < LEAST_POINTS:
        reason = f"För få mätningar: {len(used)} av de {LEAST_POINTS} som krävs{_why_few(data)}."
        return Trend("not_assessed", _tendency([v for _, v in used], data.step), reason, used, slope)
    values = [v for _, v in used]
    score = rises(values, data.step)
    p = _chance_of(score, values)
    span = f"{len(used)} mätningar {used[0][0]}–{used[-1][0]}"
    if p >= LEVEL:
        return Trend("no_trend", _unsteady(used, data.step), f"Ingen säker trend i {span}.", used, slope, p)
    direction = "Ökar" if score > 0 else "Minskar"
    reason = f"{direction} i {span}."
    if data.better == "neutral":
        return Trend("not_assessed", direction, f"{reason} Måttet har ingen önskad riktning.", used, slope, p)
    right = (score > 0) == (data.better == "higher")
    return Trend("right_way" if right else "wrong_way", direction, reason, used, slope, p)


def too_old(year: int) -> str:
    """The reason where the newest value is from too long ago."""
    return f"Uppgiften är för gammal: den nyaste är från {year}."


def _why_few(data: Data) -> str:
    if data.last_break is not None:
        return f" i den serie som börjar {data.last_break}"
    if data.window_years > 1:
        return f", för varje värde är ett medeltal av {data.window_years} år och överlappande värden räknas inte"
    return ""


def _tendency(values: list[float], step: float) -> str:
    steps = [later - earlier for earlier, later in pairwise(values)]
    if all(abs(values[0] - value) <= step for value in values):
        return "Nästan oförändrat"
    if all(s >= 0 for s in steps):
        return "Ökar"
    return "Minskar" if all(s <= 0 for s in steps) else "Varierar"


def _unsteady(used: tuple[Point, ...], step: float) -> str:
    values = [value for _, value in used]
    return "Nästan oförändrat" if max(values) - min(values) <= step else "Varierar"

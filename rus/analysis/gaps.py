"""The gap between two groups: absolute and relative together, with its interval, its direction and its way over time.

Sign: women − men for sex, else the disadvantaged − the advantaged group. The words say the same without a sign.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt

from rus.analysis.difference import Difference, of_estimates, of_shares
from rus.analysis.intervals import Interval, z_of
from rus.analysis.trend import Data, Point, Trend, trend

NO_RATIO = "Kvoten räknas inte: båda värdena måste vara större än noll."
NO_SPREAD = "Osäkerhet ej beräknad: spridningen i underlaget är inte känd."
LEAST_RATIO = 1e-9


@dataclass(frozen=True)
class Side:
    """One group's figure: value in the indicator's unit, people behind it, the survey's own margin, if any."""

    value: float
    n: float | None = None
    margin: Interval | None = None


@dataclass(frozen=True)
class Gap:
    """First against second.

    `difference` holds value (first − second), interval, p-value, verdict and reason. `ratio` is first/second, None with
    `ratio_reason` where it says nothing.
    """

    first: Side
    second: Side
    difference: Difference
    ratio: float | None
    ratio_interval: Interval | None = None
    ratio_reason: str = ""

    @property
    def size(self) -> float:
        """The gap without sign."""
        return abs(self.difference.value)


@dataclass(frozen=True)
class GapOverTime:
    """The gap year by year, after the last break.

    `points` hold the signed gap, `ratios` the ratio of the same years. `trend` judges the size of the gap (smaller is
    better). `change` is the change in size from the first to the newest year, in the indicator's unit; None with fewer
    than two years. `turned`: the other group leads now. `rounded`: the change is no larger than
    the rounding of the values. `notes` are Swedish sentences that must be read with it.
    """

    points: tuple[Point, ...]
    ratios: tuple[Point, ...]
    trend: Trend
    change: float | None
    turned: bool
    rounded: bool = False
    notes: tuple[str, ...] = ()


def gap(first: Side, second: Side, *, share: bool, rounding: float = 0.0) -> Gap:
    """The gap between two groups that do not overlap.

    Args:
        first: women, or the disadvantaged group.
        second: men, or the advantaged group.
        share: the values are shares of people in percent, so n gives their uncertainty.
        rounding: 1 where the values are rounded to whole numbers; a gap of at most that is never certain.
    """
    found = _difference(first, second, share=share)
    if rounding and abs(found.value) <= rounding:
        found = replace(found, verdict="no_certain_difference", reason="Skillnaden ryms i avrundningen.")
    if min(first.value, second.value) <= LEAST_RATIO:
        return Gap(first, second, found, None, None, NO_RATIO)
    around = _ratio_interval(first, second) if share and found.interval else None
    return Gap(first, second, found, first.value / second.value, around)


def over_time(first: Sequence[Point], second: Sequence[Point], data: Data) -> GapOverTime:
    """The gap in every year that both groups have.

    Args:
        first: (year, value) of women, or of the disadvantaged group.
        second: the same of the other group.
        data: breaks, overlapping years and rounding of the series; its `better` does not matter.
    """
    ours, theirs = dict(first), dict(second)
    years = sorted(y for y in ours.keys() & theirs.keys() if ours[y] == ours[y] and theirs[y] == theirs[y])
    years = [y for y in years if data.last_break is None or y >= data.last_break]
    points = tuple((y, ours[y] - theirs[y]) for y in years)
    ratios = tuple((y, ours[y] / theirs[y]) for y in years if min(ours[y], theirs[y]) > LEAST_RATIO)
    judged = trend([(y, abs(v)) for y, v in points], replace(data, better="lower"))
    if len(points) < 2:
        return GapOverTime(points, ratios, judged, None, turned=False)
    change = abs(points[-1][1]) - abs(points[0][1])
    turned = points[0][1] * points[-1][1] < 0
    rounded = bool(data.step) and abs(change) <= data.step
    notes = () if rounded else _notes(change, ratios, len(points))
    return GapOverTime(points, ratios, judged, change, turned, rounded, notes)


def _difference(first: Side, second: Side, *, share: bool) -> Difference:
    if first.margin or second.margin:
        return of_estimates((first.value, first.margin), (second.value, second.margin))
    if share:
        return of_shares((first.value, first.n), (second.value, second.n))
    return Difference(first.value - second.value, "not_assessed", reason=NO_SPREAD)


def _ratio_interval(first: Side, second: Side) -> Interval | None:
    """The log interval of a ratio of shares (Katz 1978): ln R ± z√((1 − p)/x + (1 − q)/y)."""
    p, q, n, m = first.value / 100, second.value / 100, first.n or 0.0, second.n or 0.0
    if not p * n or not q * m:
        return None
    half = z_of() * sqrt((1 - p) / (p * n) + (1 - q) / (q * m))
    middle = log(p / q)
    return Interval(exp(middle - half), exp(middle + half))


def _notes(change: float, ratios: tuple[Point, ...], years: int) -> tuple[str, ...]:
    """A shrinking gap with a growing ratio is common, and either alone would mislead."""
    if len(ratios) < years or not change:
        return ()
    apart = abs(log(ratios[-1][1])) - abs(log(ratios[0][1]))
    if change * apart < 0:
        absolute, relative = ("minskat", "ökat") if change < 0 else ("ökat", "minskat")
        return (f"Skillnaden har {absolute}, men sett som kvot har avståndet {relative}. Läs båda.",)
    return ()

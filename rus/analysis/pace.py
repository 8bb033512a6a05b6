"""How fast a series has moved: the slope of a straight line through its newest independent points, with its interval.

Least squares on the newest five to eight points that `trend.usable` lets through, on the time axis as it is. On the log
scale the line is exponential and the slope the logarithm of the yearly factor. Values in whole units are uncertain by
half a unit even where they lie on a line, so the residual variance is never less than step²/12 (the variance of a value
spread evenly over one step). Theil–Sen's slope stands beside as a check that needs no normal residuals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Literal

from rus.analysis.student import t_value
from rus.analysis.trend import LEAST_POINTS, Data, Point, theil_sen, usable

Scale = Literal["linear", "log"]
NEWEST = 8
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Line:
    """A fitted line: value (or its logarithm) = `middle` + `slope`·(year − `year`).

    `variance` is that of the residuals, `spread` the sum of squared distances of the years from their mean `year`.
    """

    slope: float
    middle: float
    year: float
    variance: float
    spread: float
    n: int

    def at(self, year: float) -> float:
        """The line's value (on its own scale) in a year."""
        return self.middle + self.slope * (year - self.year)

    @property
    def error(self) -> float:
        """Standard error of the slope."""
        return sqrt(self.variance / self.spread)


@dataclass(frozen=True)
class Pace:
    """The observed pace.

    `slope`, `lower` and `upper` (95 percent) are per year on `scale`: the indicator's unit, or the logarithm of the
    yearly factor. `check` is Theil–Sen's slope on the same points and scale.
    """

    slope: float
    lower: float
    upper: float
    check: float
    scale: Scale
    points: tuple[Point, ...]
    line: Line

    def shown(self, slope: float) -> float:
        """A slope as it is told: the unit per year, or percent per year on the log scale."""
        return slope if self.scale == "linear" else (exp(slope) - 1) * 100


def fit(points: Sequence[Point], least_variance: float = 0.0) -> Line | None:
    """Least squares of at least three points in at least two different years; None otherwise.

    Args:
        points: (year, value).
        least_variance: the residual variance is never said to be less.
    """
    n = len(points)
    if n < 3:
        return None
    year, middle = sum(t for t, _ in points) / n, sum(v for _, v in points) / n
    spread = sum((t - year) ** 2 for t, _ in points)
    if spread == 0:
        return None
    slope = sum((t - year) * (v - middle) for t, v in points) / spread
    rest = sum((v - middle - slope * (t - year)) ** 2 for t, v in points)
    return Line(slope, middle, year, max(rest / (n - 2), least_variance), spread, n)


def on_scale(points: Sequence[Point], scale: Scale) -> list[Point] | None:
    """The points on the scale of the arithmetic; None where a logarithm does not exist."""
    if scale == "linear":
        return list(points)
    return None if any(v <= 0 for _, v in points) else [(t, log(v)) for t, v in points]


def pace(points: Sequence[Point], data: Data, scale: Scale = "linear") -> Pace | None:
    """The pace of a series; None with fewer than five independent points, or where the scale does not fit.

    Args:
        points: (year, value) in any order; NaN is no measurement.
        data: what is known of the series.
        scale: linear for shares and differences, log for amounts that grow or shrink by percent.
    """
    used = usable(points, data)[-NEWEST:]
    placed = on_scale(used, scale)
    if placed is None or len(used) < LEAST_POINTS:
        return None
    rounding = data.step**2 / 12
    if scale == "log":
        rounding /= (sum(v for _, v in used) / len(used)) ** 2
    line = fit(placed, rounding)
    check = theil_sen(placed)
    if line is None or check is None:
        return None
    reach = t_value((1 + CONFIDENCE) / 2, line.n - 2) * line.error
    return Pace(line.slope, line.slope - reach, line.slope + reach, check, scale, used, line)

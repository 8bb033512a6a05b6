"""Is the newest value where the series' own earlier years pointed?

A straight line by least squares through the newest eight independent measurements before the newest one (on the log
scale for amounts), drawn on to the newest year, with the prediction interval ŷ ± t(n − 2)·s·√(1 + 1/n + (T − t̄)²/S).
What values are rounded to is added as grain²/12, to the line and to the newest value, so that no line is ever perfect.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from rus.analysis.pace import CONFIDENCE, NEWEST, Scale, fit, on_scale
from rus.analysis.student import t_below, t_value
from rus.analysis.trend import LEAST_POINTS, Data, Point, usable

FEW = f"För få mätningar: det krävs {LEAST_POINTS} före den nyaste."
STILL = "Mer än hälften av de tidigare värdena är lika, så det går inte att säga vad som är en vanlig avvikelse."
NO_LOG = "Serien har värden som inte är större än noll."


@dataclass(frozen=True)
class OwnTrend:
    """The newest value against the one that the earlier years pointed to.

    `expected`, `lower` and `upper` (95 percent) are in the indicator's unit; `standard` is the distance in prediction
    errors, `p` two-sided from Student's t with n − 2 degrees of freedom. `points` are those the line rests on. All are
    empty where it can't be computed, and `reason` says why in Swedish.
    """

    newest: Point | None
    expected: float | None = None
    lower: float | None = None
    upper: float | None = None
    standard: float | None = None
    p: float | None = None
    points: tuple[Point, ...] = ()
    reason: str = ""

    @property
    def residual(self) -> float | None:
        """Observed minus expected, in the indicator's unit."""
        return None if self.newest is None or self.expected is None else self.newest[1] - self.expected


def against_own_trend(points: Sequence[Point], data: Data, grain: float, scale: Scale = "linear") -> OwnTrend:
    """Hold the newest value of a series against its own earlier trend.

    Args:
        points: (year, value) in any order; NaN is no measurement.
        data: breaks, overlapping years and rounding of the series.
        grain: what the values are rounded to, above zero.
        scale: linear for shares and differences, log for amounts that grow or shrink by percent.
    """
    used = usable(points, data)
    newest = used[-1] if used else None
    earlier = used[:-1][-NEWEST:]
    if newest is None or len(earlier) < LEAST_POINTS:
        return OwnTrend(newest, reason=FEW)
    if Counter(v for _, v in earlier).most_common(1)[0][1] * 2 > len(earlier):
        return OwnTrend(newest, points=earlier, reason=STILL)
    placed = on_scale((*earlier, newest), scale)
    if placed is None:
        return OwnTrend(newest, points=earlier, reason=NO_LOG)
    return _held(newest, earlier, placed, _rounding(earlier, max(grain, data.step), scale), scale)


def _rounding(points: Sequence[Point], grain: float, scale: Scale) -> float:
    """The variance of a value spread evenly over what it is rounded to, on the scale of the arithmetic."""
    if scale == "log":
        grain /= sum(v for _, v in points) / len(points)
    return grain**2 / 12


def _held(
    newest: Point, earlier: tuple[Point, ...], placed: Sequence[Point], rounding: float, scale: Scale
) -> OwnTrend:
    line = fit(placed[:-1], rounding)
    assert line is not None  # five points of different years
    year, value = placed[-1]
    middle, free = line.at(year), line.n - 2
    error = sqrt(line.variance * (1 + 1 / line.n + (year - line.year) ** 2 / line.spread) + rounding)
    reach = t_value((1 + CONFIDENCE) / 2, free) * error
    standard = (value - middle) / error
    back = exp if scale == "log" else float
    limits = (back(middle - reach), back(middle + reach))
    p = min(1.0, 2 * (1 - t_below(abs(standard), free)))
    return OwnTrend(newest, back(middle), *limits, standard, p, earlier)

"""Do two figures differ by more than chance? Interval and p-value of a difference, from one computation."""

from dataclasses import dataclass
from math import erfc, sqrt
from typing import Literal

from rus.analysis.intervals import LEVEL, UNKNOWN, Interval, standard_error, unsure, z_of

NO_MARGIN = "Osäkerhet ej beräknad: undersökningens felmarginal saknas."
Verdict = Literal["higher", "lower", "no_certain_difference", "not_assessed"]


@dataclass(frozen=True)
class Difference:
    """First minus second, in the unit of the figures.

    `p` is two-sided; interval and p are None where they can't be computed, and `reason` says why in Swedish.
    """

    value: float
    verdict: Verdict
    interval: Interval | None = None
    p: float | None = None
    reason: str = ""


def of_shares(first: tuple[float, float | None], second: tuple[float, float | None]) -> Difference:
    """Difference of two independent shares in percent, each given as (percent, n).

    Agresti and Caffo (2000): one person with and one without the property are added to each group, then
    z = (p₁ − p₂)/√(se₁² + se₂²), se² = p(1 − p)/(n + 2). The groups must not overlap: a part is compared with the
    other part, never with a total that holds it.
    """
    (a, n), (b, m) = first, second
    value = a - b
    if n is None or m is None or not n >= 1 or not m >= 1:
        return Difference(value, "not_assessed", reason=UNKNOWN)
    if not 0 <= a <= 100 or not 0 <= b <= 100:
        return Difference(value, "not_assessed", reason="Värdena är inte andelar av en grupp.")
    for percent, size in ((a, n), (b, m)):
        why = unsure(size, min(percent, 100 - percent) / 100 * size)
        if why:
            return Difference(value, "not_assessed", reason=why)
    p, q = (a / 100 * n + 1) / (n + 2), (b / 100 * m + 1) / (m + 2)
    se = 100 * sqrt(p * (1 - p) / (n + 2) + q * (1 - q) / (m + 2))
    return _judged(value, 100 * (p - q), se, (-100.0, 100.0))


def of_estimates(first: tuple[float, Interval | None], second: tuple[float, Interval | None]) -> Difference:
    """Difference of two independent survey figures, each with the survey's own margin.

    z = (y₁ − y₂)/√(se₁² + se₂²), se = (upper − lower)/2z. Without a margin there is no verdict.
    """
    (a, ours), (b, theirs) = first, second
    if ours is None or theirs is None:
        return Difference(a - b, "not_assessed", reason=NO_MARGIN)
    se = sqrt(standard_error(ours) ** 2 + standard_error(theirs) ** 2)
    if se <= 0:
        return Difference(a - b, "not_assessed", reason="Osäkerhet ej beräknad: felmarginalen är noll.")
    return _judged(a - b, a - b, se, (float("-inf"), float("inf")))


def _judged(value: float, centre: float, se: float, bounds: tuple[float, float]) -> Difference:
    half = z_of() * se
    lower, upper = max(bounds[0], centre - half), min(bounds[1], centre + half)
    limits = Interval(min(lower, value), max(upper, value), LEVEL)
    p = erfc(abs(centre) / se / sqrt(2))
    if p >= 1 - LEVEL:
        return Difference(value, "no_certain_difference", limits, p)
    return Difference(value, "higher" if centre > 0 else "lower", limits, p)

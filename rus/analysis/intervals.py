"""Intervals of chance for shares, counts and rates, and the margin of a survey.

A register counts everyone, so it has no sampling error: the interval of a register figure says how far the value could
lie from here by chance alone in a population of that size. A survey figure has the survey's own margin or none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from statistics import NormalDist

LEVEL = 0.95
OUTER = 0.998
FEW_COUNTED = 10
"""Below this a count's limits are the exact ones: Byar's approximation is a little low there."""
LEAST_N = 30
LEAST_COUNT = 5
UNKNOWN = "Osäkerhet ej beräknad: antalet personer i underlaget är inte känt."


@dataclass(frozen=True)
class Interval:
    """Lower and upper limit, in the unit of the estimate they belong to."""

    lower: float
    upper: float
    level: float = LEVEL

    def holds(self, value: float) -> bool:
        """Whether the value lies within the limits."""
        return self.lower <= value <= self.upper

    def times(self, factor: float) -> "Interval":
        """The same in another unit; a negative factor turns it round."""
        ends = sorted((self.lower * factor, self.upper * factor))
        return Interval(ends[0], ends[1], self.level)


def z_of(level: float = LEVEL) -> float:
    """The normal quantile of a two-sided interval: 0.95 → 1.96."""
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(count: float, n: float, level: float = LEVEL) -> Interval | None:
    """Wilson's score interval of a share (Wilson 1927), 0–1; None where it is no share of n ≥ 1.

    (2x + z² ± z√(z² + 4x(1 − x/n))) / (2(n + z²)).

    Args:
        count: those who have the property; need not be whole, since it may be made from a rounded share.
        n: all of them.
        level: how often such an interval holds the truth.
    """
    if not n >= 1 or not 0 <= count <= n:
        return None
    z = z_of(level)
    middle, half = 2 * count + z * z, z * sqrt(z * z + 4 * count * (1 - count / n))
    share = count / n
    # Rounding may put a limit a hair on the wrong side of the share itself
    lower, upper = (middle - half) / (2 * (n + z * z)), (middle + half) / (2 * (n + z * z))
    return Interval(max(0.0, min(lower, share)), min(1.0, max(upper, share)), level)


def byar(count: float, level: float = LEVEL) -> Interval | None:
    """Byar's approximation of the Poisson limits of a count (Breslow and Day 1987), as a count."""
    if not count >= 0:
        return None
    z, more = z_of(level), count + 1
    lower = count * max(0.0, 1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count else 0.0
    return Interval(lower, more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3, level)


def poisson_exact(count: int, level: float = LEVEL) -> Interval | None:
    """Exact Poisson limits of a count (Garwood 1936), found by halving, as a count."""
    if count < 0:
        return None
    tail = (1 - level) / 2
    lower = 0.0 if count == 0 else _root(lambda mean: 1 - _at_most(count - 1, mean) - tail, float(count))
    upper = _root(lambda mean: tail - _at_most(count, mean), 3.0 * count + 30)
    return Interval(lower, upper, level)


def of_count(count: float, level: float = LEVEL) -> Interval | None:
    """Limits of a count: exact for a whole count below ten, else Byar's."""
    if 0 <= count < FEW_COUNTED and count == int(count):
        return poisson_exact(int(count), level)
    return byar(count, level)


def of_rate(count: float, n: float, per: float = 1.0, level: float = LEVEL) -> Interval | None:
    """Limits of a rate, count · per / n, such as cases per 100 000 inhabitants; None where n is not positive."""
    limits = of_count(count, level) if n > 0 else None
    return limits.times(per / n) if limits else None


def pooled(counts: Sequence[float], ns: Sequence[float], level: float = LEVEL) -> tuple[float, Interval] | None:
    """The share over several years together, 0–1, and its interval: Σ count / Σ n (so large years weigh more)."""
    if not counts or len(counts) != len(ns):
        return None
    limits = wilson(sum(counts), sum(ns), level)
    return (sum(counts) / sum(ns), limits) if limits else None


def standard_error(interval: Interval) -> float:
    """The standard error that a symmetric margin was made from: (upper − lower) / 2z."""
    return (interval.upper - interval.lower) / (2 * z_of(interval.level))


def unsure(n: float | None, count: float | None = None) -> str:
    """Why a figure is called unsure, in Swedish; empty where it is not, or where n is unknown."""
    if n is None or n != n:
        return ""
    if n < LEAST_N:
        return f"Osäker: färre än {LEAST_N} personer i gruppen."
    if count is not None and count < LEAST_COUNT:
        return f"Osäker: färre än {LEAST_COUNT} personer bakom värdet."
    return ""


def _at_most(count: int, mean: float) -> float:
    """P(X ≤ count) of a Poisson variable."""
    if mean <= 0:
        return 1.0
    return sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(count + 1))


def _root(rises: Callable[[float], float], high: float) -> float:
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < 0 else (low, middle)
    return (low + high) / 2

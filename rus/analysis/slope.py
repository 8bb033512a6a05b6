"""Slope and relative index of inequality: the line through ordered groups, from the very least to the most advantaged.

Each group stands at the middle of its part of the population (0 = least, 1 = most advantaged). The line is logistic for
shares in percent, straight for other values, and weighted by population once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np

from rus.analysis.inequality import NO_SHARES, NOT_POSITIVE, UNORDERED, Group
from rus.analysis.intervals import UNKNOWN, Interval, z_of

LEAST_GROUPS = 5
FEW_STEPS = f"Kräver minst {LEAST_GROUPS} grupper i ordning."
EXTREME = "Kräver att varje grupps andel ligger mellan 0 och 100 procent."


@dataclass(frozen=True)
class Slope:
    """SII (indicator's unit: most − least advantaged) and RII (the ratio of the same two).

    All None where not valid, with the reason in Swedish; intervals None where no group's uncertainty is known.
    """

    sii: float | None
    rii: float | None
    sii_interval: Interval | None = None
    rii_interval: Interval | None = None
    reason: str = ""


def ranks(shares: Sequence[float]) -> np.ndarray:
    """Middles of the cumulative shares: 0.12 first gives 0.06."""
    p = np.asarray(shares, dtype=float) / sum(shares)
    return np.asarray(np.cumsum(p) - p / 2)


def slope(groups: Sequence[Group], errors: Sequence[float | None] = (), *, ordered: bool, percent: bool) -> Slope:
    """The indices of groups given from the least to the most advantaged.

    Args:
        groups: at least five, each with its share of the population.
        errors: standard error of each value in the indicator's unit; None where not known.
        ordered: whether the groups have a natural order.
        percent: the values are shares in percent, so the line is logistic.
    """
    why = _why_not(groups, ordered=ordered, percent=percent)
    if why:
        return Slope(None, None, reason=why)
    weights = [g.share or 0.0 for g in groups]
    values = [g.value for g in groups]
    low, high = ends(values, weights, percent=percent)
    if min(low, high) <= 0:
        return Slope(high - low, None, reason=NOT_POSITIVE)
    known = [e for e in errors if e is not None]
    if len(known) < len(groups):
        return Slope(high - low, high / low, reason=UNKNOWN)
    fit = lambda y: ends(y, weights, percent=percent)  # noqa: E731  # handed over twice just below
    sd = _delta(fit, values, known, lambda pair: pair[1] - pair[0])
    sd_log = _delta(fit, values, known, lambda pair: log(max(pair[1], 1e-9) / max(pair[0], 1e-9)))
    z = z_of()
    middle = high - low
    around = Interval(middle - z * sd, middle + z * sd)
    ratio = Interval(high / low * exp(-z * sd_log), high / low * exp(z * sd_log))
    return Slope(middle, high / low, around, ratio)


def ends(values: Sequence[float], weights: Sequence[float], *, percent: bool) -> tuple[float, float]:
    """The fitted line at rank 0 and at rank 1, in the unit of the values."""
    at, p, y = ranks(weights), np.asarray(weights, dtype=float), np.asarray(values, dtype=float)
    design = np.column_stack([np.ones(len(at)), at])
    if not percent:
        start, rise = _weighted(design, p, y)
        return float(start), float(start + rise)
    start, rise = _logistic(design, p, y / 100)
    return 100 / (1 + exp(-start)), 100 / (1 + exp(-start - rise))


def _why_not(groups: Sequence[Group], *, ordered: bool, percent: bool) -> str:
    if not ordered:
        return UNORDERED
    if len(groups) < LEAST_GROUPS:
        return FEW_STEPS
    if any(not g.share or g.share <= 0 for g in groups):
        return NO_SHARES
    if percent and any(not 0 < g.value < 100 for g in groups):
        return EXTREME
    return ""


def _weighted(design: np.ndarray, weights: np.ndarray, y: np.ndarray) -> np.ndarray:
    turned = design.T * weights
    return np.asarray(np.linalg.solve(turned @ design, turned @ y))


def _logistic(design: np.ndarray, weights: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Binomial regression by iterated weighted least squares."""
    eta = np.log(y / (1 - y))
    beta = _weighted(design, weights * y * (1 - y), eta)
    for _ in range(50):
        eta = np.clip(design @ beta, -30, 30)
        mu = 1 / (1 + np.exp(-eta))
        spread = mu * (1 - mu)
        after = _weighted(design, weights * spread, eta + (y - mu) / spread)
        done = np.allclose(after, beta, rtol=1e-12, atol=1e-12)
        beta = after
        if done:
            break
    return float(beta[0]), float(beta[1])


def _delta(
    fit: Callable[[list[float]], tuple[float, float]],
    values: list[float],
    errors: Sequence[float],
    of: Callable[[tuple[float, float]], float],
) -> float:
    """Standard error of an answer, by the delta method: √Σ (∂answer/∂yⱼ · seⱼ)²."""
    total, step = 0.0, 1e-4
    for place, error in enumerate(errors):
        up, down = list(values), list(values)
        up[place] += step
        down[place] -= step
        total += ((of(fit(up)) - of(fit(down))) / (2 * step) * error) ** 2
    return sqrt(total)

"""What a value could be expected to be, from how the place is built: a regression on the other places.

y = b₀ + Σ bⱼxⱼ by least squares over the places, with the judged place left out. The expectation is the line's value at
its features, and the interval is where 95 of 100 places of that make would lie:
ŷ₍ᵢ₎ ± t(0.975, n − p − 1) · s₍ᵢ₎ / √(1 − hᵢ). Leaving out is done for all at once: y − ŷ₍ᵢ₎ = eᵢ / (1 − hᵢ)
(Belsley, Kuh and Welsch 1980, 2.1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

import numpy as np

from rus.analysis.intervals import LEVEL
from rus.analysis.student import t_below, t_value

LEAST = 40
PER_FEATURE = 10
OLDEST = 3
ALONE = 1e-9
"""A place with so little room left by its own features decides its own line, so it has no expectation."""
TINY = 1e-10
OUTSIDE = "Platsen saknar värdet eller något av strukturmåtten."
DECIDES = "Platsen är så olik de andra att den ensam avgör sitt eget väntade värde."
CONSTANT = "Värdet är lika överallt."
EXACT = "Värdet följer helt av strukturmåtten."
NO_FEATURES = "Det finns inga strukturmått att räkna med."
COLLINEAR = "Strukturmåtten säger samma sak, så de går inte att skilja åt."
Verdict = Literal["above", "below", "as_expected", "not_assessed"]


@dataclass(frozen=True)
class Expectation:
    """A place's value beside the expected one, in the value's unit.

    `residual` = observed − expected; `standardised` is the externally studentised residual and `p` its two-sided
    p-value. All None with a Swedish reason where there is no expectation.
    """

    observed: float | None = None
    expected: float | None = None
    lower: float | None = None
    upper: float | None = None
    residual: float | None = None
    standardised: float | None = None
    p: float | None = None
    verdict: Verdict = "not_assessed"
    reason: str = ""


@dataclass(frozen=True)
class Model:
    """The places' expectations; `of` gives one.

    `places` that took part and `features` that were used. `explained`: share of the differences between places that
    the line foretells for a place that it has not seen (1 − PRESS / Σ(y − ȳ₍ᵢ₎)²); at or below 0 it foretells nothing.
    """

    places: int = 0
    features: int = 0
    explained: float | None = None
    reason: str = ""
    bounds: tuple[float, float] = (-inf, inf)
    _found: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict, repr=False)
    _freedom: int = 0

    def of(self, code: str) -> Expectation:
        """One place's expectation; the caller minds how many are asked for at once (`rus.analysis.multiplicity`)."""
        if self.reason or code not in self._found:
            return Expectation(reason=self.reason or OUTSIDE)
        observed, left, error, room = self._found[code]
        if room < ALONE or not error:
            return Expectation(observed=observed, reason=EXACT if room >= ALONE else DECIDES)
        low, high = self.bounds
        middle, half = observed - left, t_value((1 + LEVEL) / 2, self._freedom) * error
        verdict: Verdict = "as_expected" if abs(left) <= half else ("above" if left > 0 else "below")
        shown, t = min(high, max(low, middle)), left / error
        return Expectation(
            observed=observed,
            expected=shown,
            lower=min(high, max(low, middle - half)),
            upper=min(high, max(low, middle + half)),
            residual=observed - shown,
            standardised=t,
            p=2 * t_below(-abs(t), self._freedom),
            verdict=verdict,
        )


def expected(
    values: Mapping[str, float],
    features: Mapping[str, Sequence[float]],
    *,
    bounds: tuple[float, float] = (-inf, inf),
    apart: int = 0,
) -> Model:
    """The expectations of all places that have the value and every feature.

    Args:
        values: code → value; NaN counts as none.
        features: code → its features in the same order everywhere; a feature that is the same everywhere is left out.
        bounds: what the value can be at all: (0, 100) for shares in percent.
        apart: years between the value and the features.
    """
    if apart > OLDEST:
        return Model(reason=f"Strukturmåtten är mer än {OLDEST} år från värdet.")
    codes, y, x = _whole(values, features)
    why = _why_not(x, y)
    return Model(len(codes), x.shape[1], reason=why) if why else _fitted(codes, x, y, bounds)


def _whole(
    values: Mapping[str, float], features: Mapping[str, Sequence[float]]
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The places that lack nothing, their values, and their features without those that are the same everywhere."""
    codes = [c for c in sorted(values) if c in features]
    k = len(features[codes[0]]) if codes else 0
    x = np.array([features[c] for c in codes], dtype=float).reshape(len(codes), k)
    y = np.array([values[c] for c in codes], dtype=float)
    keep = ~(np.isnan(y) | np.isnan(x).any(axis=1))
    x, y = x[keep], y[keep]
    codes = [c for c, kept in zip(codes, keep.tolist(), strict=True) if kept]
    return codes, y, x[:, np.ptp(x, axis=0) > 0] if codes else x


def _why_not(x: np.ndarray, y: np.ndarray) -> str:
    n, k = x.shape
    need = max(LEAST, PER_FEATURE * k)
    if n < need:
        return f"För få platser: {n} har både värdet och alla strukturmått, och minst {need} behövs."
    if not k:
        return NO_FEATURES
    return CONSTANT if np.ptp(y) <= TINY * max(1.0, float(np.abs(y).max())) else ""


def _fitted(codes: Sequence[str], x: np.ndarray, y: np.ndarray, bounds: tuple[float, float]) -> Model:
    n, k = x.shape
    scaled = (x - x.mean(axis=0)) / x.std(axis=0)
    q, r = np.linalg.qr(np.column_stack([np.ones(n), scaled]))
    diagonal = np.abs(np.diag(r))
    if diagonal.min() < 1e-7 * diagonal.max():
        return Model(n, k, reason=COLLINEAR)
    residuals = y - q @ (q.T @ y)
    room = np.maximum(1 - (q**2).sum(axis=1), 0.0)
    around = y - y.mean()
    if residuals @ residuals <= TINY * (around @ around):
        return Model(n, k, reason=EXACT)
    safe = np.maximum(room, ALONE)
    left, freedom = residuals / safe, n - k - 2
    variance = np.maximum(residuals @ residuals - residuals**2 / safe, 0.0) / freedom
    error = np.sqrt(variance / safe)
    press = float(left[room > ALONE] @ left[room > ALONE])
    mean_only = float(around @ around) * (n / (n - 1)) ** 2
    columns = zip(y.tolist(), left.tolist(), error.tolist(), room.tolist(), strict=True)
    found = dict(zip(codes, columns, strict=True))
    return Model(n, k, 1 - press / mean_only, "", bounds, found, freedom)

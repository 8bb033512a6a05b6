"""Do two measures go together among places? Spearman's rank correlation, and how much one place decides.

Spearman, C. (1904). The proof and measurement of association between two things. Am. J. Psychol. 15, 72–101.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

LEAST = 10
WEAK, MODERATE, STRONG = 0.2, 0.4, 0.7
TOO_FEW = "Sambandet räknas inte: det behövs minst 10 platser med båda måtten."
NO_SPREAD = "Sambandet räknas inte: alla platser har samma värde i ett av måtten."


@dataclass(frozen=True)
class Correlation:
    """How two measures rank the same places.

    `rank` is Spearman's coefficient, −1 … 1, with mean ranks for ties; None where it can't be computed, and `reason`
    says why in Swedish. `low` and `high` are the least and the most it becomes when any one place is left out.
    """

    n: int
    rank: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""

    @property
    def strength(self) -> str:
        """`none`, `weak`, `moderate` or `strong`, by the size of the coefficient nearest zero among those left out."""
        if self.rank is None or self.low is None or self.high is None:
            return "none"
        least = 0.0 if self.low * self.high <= 0 else min(abs(self.low), abs(self.high))
        limits = ((STRONG, "strong"), (MODERATE, "moderate"), (WEAK, "weak"))
        return next((word for limit, word in limits if least >= limit), "none")


def correlate(pairs: Sequence[tuple[float, float]]) -> Correlation:
    """The rank correlation of places given as (one measure, the other).

    No p-value: the places are all there are, not a sample.
    """
    n = len(pairs)
    if n < LEAST:
        return Correlation(n, reason=TOO_FEW)
    values = np.asarray(pairs, dtype=float)
    found = _spearman(values)
    if found is None:
        return Correlation(n, reason=NO_SPREAD)
    without = _without_each(values)
    return Correlation(n, found, float(without.min()), float(without.max()))


def ranks(values: np.ndarray) -> np.ndarray:
    """Ranks from 1, equal values with the mean of theirs."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    mean = np.cumsum(count) - (count - 1) / 2
    found: np.ndarray = mean[place]
    return found


def _without_each(values: np.ndarray) -> np.ndarray:
    """The coefficient with each place left out in turn, all at once; those without spread are left out.

    Leaving a place out lowers the rank of every larger value by one, and of its equals by a half.
    """
    n = len(values)
    centred = []
    for k in (0, 1):
        x = values[:, k]
        left = ranks(x)[None, :] - (x[:, None] < x[None, :]) - 0.5 * (x[:, None] == x[None, :])
        left = np.where(np.eye(n, dtype=bool), n / 2, left)  # the mean of the n − 1 ranks left: weighs nothing
        centred.append(left - n / 2)
    a, b = centred
    scale = np.sqrt((a * a).sum(axis=1) * (b * b).sum(axis=1))
    known = scale > 0
    found: np.ndarray = np.clip((a * b).sum(axis=1)[known] / scale[known], -1, 1)
    return found if len(found) else np.zeros(1)


def _spearman(values: np.ndarray) -> float | None:
    """Pearson's coefficient of the ranks; None where one measure has no spread."""
    first, second = (ranks(values[:, k]) for k in (0, 1))
    a, b = first - first.mean(), second - second.mean()
    scale = float(np.sqrt((a @ a) * (b @ b)))
    return float(np.clip((a @ b) / scale, -1, 1)) if scale > 0 else None

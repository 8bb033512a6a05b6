"""How unequal a value is between several groups (measures of the WHO's set, each with its unit and its conditions).

With y the values, p the shares of the population and μ = Σ p·y. Which measure and which reference is chosen is
a judgement of value, so one absolute and one relative are always given together, and each says what it is of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Literal

import numpy as np

Better = Literal["higher", "lower", "neutral"]
FEW = "Kräver fler än två grupper."
UNORDERED = "Kräver grupper i ordning från minst till mest gynnad."
NO_SHARES = "Gruppernas andelar av befolkningen är inte kända."
NOT_POSITIVE = "Kräver att alla värden är större än noll."
NO_BEST = "Måttet har ingen önskad riktning, så ingen grupp är bäst."


@dataclass(frozen=True)
class Group:
    """One group: its value in the indicator's unit and its share of the population (any scale; None = not known)."""

    name: str
    value: float
    share: float | None = None


@dataclass(frozen=True)
class Measure:
    """One measure's answer; `value` is None where it is not valid, and `reason` says why in Swedish.

    `kind`: absolute measures have the indicator's unit (BGV its square), relative ones are numbers or percent.
    """

    id: str
    label: str
    kind: Literal["absolute", "relative"]
    unit: str
    value: float | None
    reason: str = ""


def summary(groups: Sequence[Group], *, ordered: bool, better: Better, unit: str = "") -> tuple[Measure, ...]:
    """Every measure of these groups, absolute and relative in pairs; those not valid carry their reason.

    Args:
        groups: in their natural order, the least advantaged first, where `ordered`.
        ordered: whether they have such an order.
        better: decides which group is the best one.
        unit: the indicator's unit, for the absolute measures.
    """
    fits = _Fits(groups, ordered=ordered, better=better)
    return tuple(
        Measure(name, label, kind, own if own is not None else unit, *fits.measured(formula, needs))
        for name, label, kind, own, formula, needs in _MEASURES
    )


def mean(groups: Sequence[Group]) -> float | None:
    """μ = Σ p·y, the value of all groups together; None where the shares are not known."""
    found = _arrays(groups)
    return float(found[0] @ found[1]) if found else None


def concentration(groups: Sequence[Group]) -> float | None:
    """The absolute concentration index, 2·cov(y, rank), rank = the middle of the cumulative share."""
    found = _arrays(groups)
    return _aci(*found, 0.0) if found else None


Array = np.ndarray
Formula = Callable[[Array, Array, float], float]


def _arrays(groups: Sequence[Group]) -> tuple[Array, Array] | None:
    shares = [g.share for g in groups]
    known = [s for s in shares if s is not None and s > 0]
    if not groups or len(known) < len(shares) or any(g.value != g.value for g in groups):
        return None
    p = np.array(known, dtype=float)
    return p / p.sum(), np.array([g.value for g in groups], dtype=float)


class _Fits:
    def __init__(self, groups: Sequence[Group], *, ordered: bool, better: Better) -> None:
        self._arrays, self._count = _arrays(groups), len(groups)
        self._values = [g.value for g in groups]
        self._ordered, self._better = ordered, better

    def measured(self, formula: Formula, needs: frozenset[str]) -> tuple[float | None, str]:
        why = self._why_not(needs)
        if why or self._arrays is None:
            return None, why
        p, y = self._arrays
        best = float(y.min() if self._better == "lower" else y.max())
        return formula(p, y, best), ""

    def _why_not(self, needs: frozenset[str]) -> str:
        tests = (
            (self._count <= 2, FEW),
            ("ordered" in needs and not self._ordered, UNORDERED),
            (self._arrays is None, NO_SHARES),
            ("positive" in needs and min(self._values, default=0.0) <= 0, NOT_POSITIVE),
            ("best" in needs and self._better == "neutral", NO_BEST),
        )
        return next((why for hindered, why in tests if hindered), "")


def _aci(p: Array, y: Array, _best: float) -> float:
    rank = np.cumsum(p) - p / 2
    return float(2 * (p @ (y * rank) - (p @ y) * (p @ rank)))


def _bgv(p: Array, y: Array, _best: float) -> float:
    return float(p @ (y - p @ y) ** 2)


def _bgsd(p: Array, y: Array, best: float) -> float:
    return sqrt(_bgv(p, y, best))


def _over_mean(formula: Formula, factor: float = 1.0) -> Formula:
    return lambda p, y, best: factor * formula(p, y, best) / float(p @ y)


def _mdbw(p: Array, y: Array, best: float) -> float:
    return float(p @ abs(y - best))


def _idisw(p: Array, y: Array, _best: float) -> float:
    return float(100 * (p @ abs(y - p @ y)) / (p @ y))


def _theil(p: Array, y: Array, _best: float) -> float:
    ratios = y / (p @ y)
    return float(1000 * sum(a * r * log(r) for a, r in zip(p, ratios, strict=True)))


def _mld(p: Array, y: Array, _best: float) -> float:
    ratios = y / (p @ y)
    return float(-1000 * sum(a * log(r) for a, r in zip(p, ratios, strict=True)))


def _par(p: Array, y: Array, best: float) -> float:
    return float(best - p @ y)


def _gini(p: Array, y: Array, _best: float) -> float:
    apart = abs(y[:, None] - y[None, :])
    return float(p @ apart @ p / (2 * (p @ y)))


_ANY, _POSITIVE = frozenset[str](), frozenset({"positive"})
_ORDERED, _BEST = frozenset({"ordered"}), frozenset({"best"})
_Row = tuple[str, str, Literal["absolute", "relative"], str | None, Formula, frozenset[str]]
_MEASURES: tuple[_Row, ...] = (
    ("aci", "Koncentrationsindex, absolut", "absolute", None, _aci, _ORDERED),
    ("rci", "Koncentrationsindex, relativt", "relative", "", _over_mean(_aci), _ORDERED | _POSITIVE),
    ("bgv", "Mellangruppsvarians", "absolute", "kvadrerad enhet", _bgv, _ANY),
    ("bgsd", "Spridning mellan grupper", "absolute", None, _bgsd, _ANY),
    ("cv", "Variationskoefficient", "relative", "procent", _over_mean(_bgsd, 100), _POSITIVE),
    ("mdbw", "Medelavvikelse från bäst", "absolute", None, _mdbw, _BEST),
    ("idisw", "Skillnadsindex", "relative", "procent", _idisw, _POSITIVE),
    ("theil", "Theilindex × 1 000", "relative", "", _theil, _POSITIVE),
    ("mld", "Logaritmisk medelavvikelse × 1 000", "relative", "", _mld, _POSITIVE),
    ("par", "Förbättringspotential", "absolute", None, _par, _BEST),
    ("paf", "Förbättringspotential, andel", "relative", "procent", _over_mean(_par, 100), _BEST | _POSITIVE),
    ("gini", "Gini mellan grupper", "relative", "", _gini, _POSITIVE),
)

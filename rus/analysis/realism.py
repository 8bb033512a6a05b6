"""Is a target realistic: where the change it needs lies among the changes that have happened before.

For every area and start year the annualised change over the shortest span of five to ten years that is measured,
never across a break. Of these the ones that start nearest to our level are kept (a fifth of them, at least fifty),
and each area weighs the same however many spells it has. The answer is the weighted share of spells that changed at
least as much, the wanted way, as the target needs; and the 20th, 40th, 60th and 80th weighted percentile of what
happened. The idea of judging a goal against all historical changes is the World Bank's; the quantiles here are
plain weighted ones, not a regression.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rus.analysis.pace import Scale
from rus.core.swedish import number

SPANS = range(5, 11)
SHARE, LEAST = 0.2, 50
TAUS = (0.2, 0.4, 0.6, 0.8)
Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Spells:
    """All historical changes: the area (a number), the start year and level, and the change a year.

    The change is in the unit per year, or on the log scale the logarithm of the yearly factor.
    """

    area: Whole
    year: Whole
    start: Numbers
    change: Numbers
    scale: Scale


@dataclass(frozen=True)
class Realism:
    """`share`: of the spells from a similar level, how many changed at least as much the wanted way (0–1).

    `percentiles`: the change a year at the 20th, 40th, 60th and 80th percentile, worst first, in the unit or in
    percent. `needed` is told the same way. `share` is None where `reason`, a Swedish sentence, says why not.
    """

    share: float | None
    needed: float
    percentiles: tuple[float, ...]
    spells: int
    areas: int
    reason: str


def spells(area: Whole, year: Whole, value: Numbers, *, breaks: Sequence[int] = (), scale: Scale = "linear") -> Spells:
    """Every change over the shortest measured span of five to ten years.

    Args:
        area: a number for the area of each value; at most one value an area and year.
        year: the years.
        value: the values; NaN is no measurement, and on the log scale neither is zero or less.
        breaks: first years of new series.
        scale: linear or log.
    """
    good = ~np.isnan(value) if scale == "linear" else value > 0
    area, year, value = area[good].astype(np.int64), year[good].astype(np.int64), value[good]
    key = area * 10_000 + year
    order = np.argsort(key, kind="stable")
    key, area, year, value = key[order], area[order], year[order], value[order]
    found = np.full(len(key), -1, dtype=np.int64)
    for span in SPANS:
        place = np.searchsorted(key, key + span)
        inside = np.minimum(place, max(len(key) - 1, 0))
        hit = (found < 0) & (place < len(key))
        if len(key):
            hit &= key[inside] == key + span
        found[hit] = inside[hit]
    kept = found >= 0
    for first in breaks:
        kept &= ~((year < first) & (year[found] >= first))
    end = found[kept]
    early, late = value[kept], value[end]
    size = np.log(late / early) if scale == "log" else late - early
    return Spells(area[kept], year[kept], early, size / (year[end] - year[kept]), scale)


def realism(history: Spells, level: float, needed: float, better: int) -> Realism:
    """Where the needed change lies among those from a similar level.

    Args:
        history: what has happened.
        level: our newest value, in the unit.
        needed: the change a year the target needs from now, on the scale of the history.
        better: 1 where higher is better, −1 where lower is.
    """
    n = len(history.change)
    if n < LEAST:
        few = f"Det finns bara {n} tidigare förändringar att jämföra med; minst {LEAST} krävs."
        return Realism(None, _told(needed, history.scale), (), n, 0, few)
    near = np.argsort(np.abs(history.start - level), kind="stable")[: max(LEAST, int(n * SHARE))]
    area, change = history.area[near], better * history.change[near]
    _, which, count = np.unique(area, return_inverse=True, return_counts=True)
    weight = 1.0 / count[which]
    share = float(weight[change >= better * needed - 1e-12].sum() / weight.sum())
    cuts = tuple(_told(better * cut, history.scale) for cut in _weighted(change, weight, TAUS))
    areas = len(count)
    reason = f"{_of_hundred(share)} av 100 tidigare förändringar från liknande nivå var minst så stora per år."
    return Realism(share, _told(needed, history.scale), cuts, len(near), areas, reason)


def _weighted(values: Numbers, weight: Numbers, taus: Sequence[float]) -> list[float]:
    """The smallest value with at least this share of the weight at or below it."""
    order = np.argsort(values, kind="stable")
    below = np.cumsum(weight[order]) / weight.sum()
    places = np.minimum(np.searchsorted(below, np.asarray(taus) - 1e-12), len(values) - 1)
    return [float(values[order][place]) for place in places]


def _told(change: float, scale: Scale) -> float:
    return float((np.exp(change) - 1) * 100) if scale == "log" else float(change)


def _of_hundred(share: float) -> str:
    if 0 < share < 0.005:
        return "Färre än 1"
    return number(share * 100)

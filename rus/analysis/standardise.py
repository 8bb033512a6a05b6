"""Rates as they would be if every place had the same mix of people: direct standardisation (Dobson 1991)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from rus.analysis.intervals import Interval, byar

LEAST_EVENTS = 10
FEW = f"Kan inte bedömas: färre än {LEAST_EVENTS} händelser."
NO_PEOPLE = "Kan inte bedömas: antalet personer är inte känt i alla grupper."


@dataclass(frozen=True)
class Standardised:
    """The rate `per` people with its limits; None with a Swedish reason where there is too little to go by."""

    rate: float | None
    interval: Interval | None = None
    reason: str = ""


def direct(
    counts: Sequence[float], people: Sequence[float], weights: Sequence[float], per: float = 100.0
) -> Standardised:
    """DSR = Σ w·x/n / Σ w, per `per` people.

    Var = Σ w²·x/n² / (Σ w)², limits DSR + √(Var/O)·(Byar(O) − O) with O = Σ x.

    Args:
        counts: events of each group.
        people: size of each group.
        weights: size of each group in the common population.
        per: 100 for percent, 100 000 for rare events.
    """
    if not len(counts) == len(people) == len(weights) or any(not n > 0 for n in people) or not sum(weights) > 0:
        return Standardised(None, reason=NO_PEOPLE)
    events = sum(counts)
    limits = byar(events)
    if events < LEAST_EVENTS or limits is None:
        return Standardised(None, reason=FEW)
    groups = list(zip(counts, people, weights, strict=True))
    whole = sum(weights)
    rate = sum(w * x / n for x, n, w in groups) / whole
    stretch = sqrt(sum(w * w * x / (n * n) for x, n, w in groups) / whole**2 / events)
    low, high = rate + stretch * (limits.lower - events), rate + stretch * (limits.upper - events)
    return Standardised(rate * per, Interval(low, high).times(per))

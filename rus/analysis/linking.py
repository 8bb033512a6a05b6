"""Linking a series over a break, only where both series are measured in the same years.

Rates and counts are linked by the factor f = median(new/old) of the years of overlap, shares by the offset δ =
median(new − old). The link is always told: what was added, from which years. Without overlap there is no link.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from rus.analysis.trend import Point

By = Literal["factor", "offset"]


@dataclass(frozen=True)
class Linked:
    """The old series moved onto the new one, then the new one. `moved` are the years that were moved.

    `amount` is the factor or the offset, None where there is no link; `reason` is a Swedish sentence.
    """

    points: tuple[Point, ...]
    moved: tuple[int, ...]
    amount: float | None
    by: By
    overlap: tuple[int, ...]
    reason: str


def link(old: Sequence[Point], new: Sequence[Point], by: By) -> Linked:
    """Move the old series onto the new one.

    Args:
        old: (year, value) before the break, reaching into it.
        new: (year, value) from the break on.
        by: factor for rates and counts, offset for shares.
    """
    before = {t: v for t, v in old if v == v}  # # NaN
    after = {t: v for t, v in new if v == v}
    alone = tuple(sorted(after.items()))
    both = sorted(set(before) & set(after))
    if not both:
        return Linked(alone, (), None, by, (), "Serierna har inget gemensamt år och kan inte länkas.")
    if by == "factor" and any(before[t] <= 0 for t in both):
        return Linked(alone, (), None, by, tuple(both), "Serierna kan inte länkas: ett värde är noll eller mindre.")
    amount = median(after[t] / before[t] if by == "factor" else after[t] - before[t] for t in both)
    moved = [t for t in sorted(before) if t < min(after)]
    shifted = [(t, before[t] * amount if by == "factor" else before[t] + amount) for t in moved]
    span = ", ".join(str(t) for t in both)
    reason = f"Äldre värden är omräknade till den nya serien med uppgifter från {span}."
    return Linked((*shifted, *alone), tuple(moved), amount, by, tuple(both), reason)

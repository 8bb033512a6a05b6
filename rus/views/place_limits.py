"""What chance leaves open of a place's value, and of its rank among others."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rus.analysis.comparison import Value
from rus.analysis.intervals import Interval
from rus.catalogue.indicator import Indicator
from rus.views.equality_series import is_share


def limits_of(indicator: Indicator, value: float, margin: tuple[float, float], n: float) -> Interval | None:
    """The source's own margin, else what chance gives among `n` people, else None; NaN is what is not known."""
    known = all(end == end for end in margin)
    if not known and n != n:
        return None
    survey = indicator.traits.survey
    of = Value(value, Interval(*margin) if known else None, n, survey=survey, share=is_share(indicator))
    return of.limits()[0]


def ranks_within(ordered: Sequence[float], low: float, high: float, *, lower_is_better: bool) -> tuple[int, int]:
    """First and last rank of values from `low` to `high` among the `ordered` ones, rising; 1 is best, or highest."""
    if lower_is_better:
        return bisect_left(ordered, low) + 1, max(bisect_right(ordered, high), 1)
    of = len(ordered)
    return of - bisect_right(ordered, high) + 1, max(of - bisect_left(ordered, low), 1)

"""One kommun's figure against all the others of its county together: parts that do not overlap."""

import re
from collections.abc import Sequence
from math import nan

from rus.analysis.difference import Difference, of_estimates, of_shares
from rus.analysis.intervals import UNKNOWN, of_rate, unsure
from rus.catalogue.indicator import Indicator
from rus.views.equality_series import is_share, rounding

Figure = tuple[float, float]
"""Value, and how many it is of; NaN where that is unknown."""
PER = re.compile(r"per ([\d\s]+)")


def against_rest(indicator: Indicator, ours: Figure, others: Sequence[Figure], year: int) -> Difference:
    """Ours minus the others taken together, weighted by how many they are; not assessed where a number is unknown.

    Without the numbers the difference is from the plain mean of the others.

    Args:
        indicator: the indicator.
        ours: the kommun.
        others: every other kommun of the county with a figure of the same period.
        year: of the figures; decides the rounding.
    """
    total = sum(n for _, n in others)
    if not others or not total > 0 or ours[1] != ours[1] or indicator.traits.survey:
        plain = sum(value for value, _ in others) / len(others) if others else nan
        return Difference(ours[0] - plain, "not_assessed", reason=UNKNOWN)
    rest = sum(value * n for value, n in others) / total
    found = of_shares(ours, (rest, total)) if is_share(indicator) else _of_rates(indicator, ours, (rest, total))
    whole = rounding(indicator, year)
    too_fine = whole and abs(found.value) <= whole and found.verdict in {"higher", "lower"}
    return Difference(found.value, "no_certain_difference", found.interval, found.p) if too_fine else found


def _of_rates(indicator: Indicator, ours: Figure, rest: Figure) -> Difference:
    """Rates such as per 100 000 inhabitants, by the Poisson limits of their counts."""
    said = PER.search(indicator.unit)
    per = float("".join(said.group(1).split()) or nan) if said else nan
    value = ours[0] - rest[0]
    if per != per or indicator.traits.window_years > 1:
        return Difference(value, "not_assessed", reason=UNKNOWN)
    why = unsure(ours[1], ours[0] * ours[1] / per)
    if why:
        return Difference(value, "not_assessed", reason=why)
    sides = [(rate, of_rate(round(rate * n / per), n, per)) for rate, n in (ours, rest)]
    return of_estimates(sides[0], sides[1])

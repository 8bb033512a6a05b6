"""How far apart two values are on a scale without a unit, so that measures of different kinds can be ordered.

A share is compared by its odds, ln(q/(w − q)) − ln(p/(w − p)) with w the whole (100 for percent): the same answer
whether the measure counts those who have or those who lack something. Anything else that is not below zero is compared
by its ratio, ln(y/x). For small shares the two say the same; small effects are near the change in hundredths.
"""

from dataclasses import dataclass
from math import log


@dataclass(frozen=True)
class Scale:
    """What a measure's values are written in: rounded to `grain`, and for shares the `whole` they are parts of."""

    grain: float
    whole: float | None = None


def apart(first: float, second: float, scale: Scale) -> float | None:
    """From the first value to the second without unit; positive where the second is larger.

    A value of nothing (or of the whole) is taken as half of what it is rounded to. None where a value is below zero,
    since such a measure has no zero to count from.
    """
    lowest = min(first, second)
    if not lowest >= 0:
        return None
    least = scale.grain / 2
    a, b = max(first, least), max(second, least)
    if scale.whole is None or max(first, second) > scale.whole:
        return log(b / a)
    rest_a, rest_b = max(scale.whole - first, least), max(scale.whole - second, least)
    return log(b / a) - log(rest_b / rest_a)

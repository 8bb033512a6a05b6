"""How far apart two values are on a scale without a unit, so that measures of different kinds can be ordered.

A share is compared by its odds, ln(q/(w − q)) − ln(p/(w − p)) with w the whole (100 for percent): the same answer
whether the measure counts those who have or those who lack something. Anything else that is not below zero is compared
by its ratio, ln(y/x). For small shares the two say the same; small effects are near the change in hundredths.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True)
class Scale:
    """What a measure's values are written in: rounded to `grain`, and for shares the `whole` they are parts of."""

    grain: float
    whole: float | None = None


def placed(values: Sequence[float], scale: Scale) -> list[float] | None:
    """The values as log odds, or as logarithms where they are no shares; equal steps are then equally large.

    Nothing (or the whole) is taken as half of what values are rounded to. None where a value is below zero or none at
    all, since such a measure has no zero to count from.
    """
    if any(not v >= 0 for v in values):
        return None
    least, whole = scale.grain / 2, scale.whole
    if whole is None or any(v > whole for v in values):
        return [log(max(v, least)) for v in values]
    return [log(max(v, least)) - log(max(whole - v, least)) for v in values]


def apart(first: float, second: float, scale: Scale) -> float | None:
    """From the first value to the second without unit; positive where the second is larger."""
    found = placed((first, second), scale)
    return found[1] - found[0] if found else None

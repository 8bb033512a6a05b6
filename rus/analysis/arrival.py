"""When a target is reached at a given pace: arithmetic for a reader's own example, not a forecast.

From the newest value y of year t with the pace r the target y* is reached in t + (y* − y)/r, or, where r is in percent
per year, in t + ln(y*/y)/ln(1 + r/100).
"""

from math import log

from rus.analysis.pace import Scale
from rus.analysis.trend import Point

FARTHEST = 200
"""Years ahead; what takes longer is never reached as far as a reader is concerned."""


def arrival(newest: Point, target: float, pace: float, scale: Scale = "linear") -> float | None:
    """The year, with its fraction, when the target is reached; None where the pace never gets there.

    Args:
        newest: year and value to start from.
        target: in the same unit.
        pace: a year, in the unit, or in percent on the log scale.
        scale: linear or log.
    """
    year, value = newest
    if value == target:
        return float(year)
    if scale == "log":
        if min(value, target) <= 0 or pace <= -100 or pace == 0:
            return None
        left = log(target / value) / log(1 + pace / 100)
    else:
        if pace == 0:
            return None
        left = (target - value) / pace
    return year + left if 0 < left <= FARTHEST else None


def at(newest: Point, pace: float, year: float, scale: Scale = "linear") -> float:
    """The value in a later year at that pace."""
    start, value = newest
    return value * (1 + pace / 100) ** (year - start) if scale == "log" else value + pace * (year - start)

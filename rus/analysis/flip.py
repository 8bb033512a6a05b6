"""What would change a status: the pace that gives another class, and the next value that would.

The paces are the limits of Q times the pace needed from the base year. The next value is found by trying: the series
with one more year is judged by the rule itself, its uncertainty too, with values farther and farther from where the
series is heading, until the status is another; the place of the change is then narrowed down by halving.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from statistics import median

from rus.analysis.pace import Scale
from rus.analysis.progress import LIMITS, Status, needed
from rus.analysis.trend import Point, theil_sen

STEPS, HALVINGS, LATELY = 40, 24, 5
CLASSES: tuple[Status, ...] = ("on_track", "too_slow", "stalled")

Rule = Callable[[Sequence[Point]], Status]


@dataclass(frozen=True)
class Flip:
    """With this value in `year`, or one farther on the same `side` (1 above, −1 below), the status is `status`."""

    year: int
    value: float
    side: int
    status: Status


def pace_limits(base: Point, target: float, by: int, scale: Scale) -> tuple[tuple[Status, float], ...]:
    """The slowest pace of each class, the best first: in the unit per year, or in percent on the log scale.

    Args:
        base: year and value where the path starts.
        target: value to reach; above zero on the log scale, as the base.
        by: its year, after the base.
        scale: linear or log.
    """
    start = needed(base[1], target, by - base[0], scale)
    slopes = (limit * start for limit in LIMITS)
    told = ((exp(s) - 1) * 100 if scale == "log" else s for s in slopes)
    return tuple(zip(CLASSES, told, strict=True))


def next_year(years: Sequence[int]) -> int:
    """The year of the next measurement, by the usual distance between the newest; at least one year on."""
    steps = [later - earlier for earlier, later in pairwise(years[-LATELY:])]
    return years[-1] + max(1, round(median(steps))) if steps else years[-1] + 1


def flips(points: Sequence[Point], rule: Rule, reach: float) -> tuple[Flip, ...]:
    """The nearest value above and below that changes the status; none where nothing within reach does.

    The search begins at the value the series would have next year at its usual pace, or, where that alone changes the
    status, at the newest value; where both do there is no nearest value and the answer is empty.

    Args:
        points: the measurements that the status stands on, oldest first.
        rule: judges a series.
        reach: how far to try, in the unit.
    """
    if not points or reach <= 0:
        return ()
    year, start = next_year([t for t, _ in points]), rule(points)
    last, slope = points[-1], theil_sen(points) or 0.0

    def said(value: float) -> Status:
        return rule([*points, (year, value)])

    middle = next((v for v in (last[1] + slope * (year - last[0]), last[1]) if said(v) == start), None)
    if middle is None:
        return ()
    found = ((side, _first(middle, reach * side / STEPS, said, start)) for side in (1, -1))
    return tuple(Flip(year, value, side, said(value)) for side, value in found if value is not None)


def _first(middle: float, step: float, said: Callable[[float], Status], start: Status) -> float | None:
    """The nearest value in one direction with another status."""
    for n in range(1, STEPS + 1):
        if said(middle + n * step) != start:
            return _narrowed(middle + (n - 1) * step, middle + n * step, said, start)
    return None


def _narrowed(same: float, other: float, said: Callable[[float], Status], start: Status) -> float:
    for _ in range(HALVINGS):
        middle = (same + other) / 2
        if said(middle) == start:
            same = middle
        else:
            other = middle
    return other

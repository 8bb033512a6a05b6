"""The status of a series by other published methods, with the same words as ours, so that they can be compared.

Open SDG (Statistics Canada): ratio of compound growths from the base year. Eurostat: the same over the last fifteen
and the last five years. Destatis: the weather symbol, the mean of the last five yearly changes drawn out to the
target year. Fingertips (England): a trend on the last five points that also holds when any one is left out, at 95
percent. Without a number to reach: the growth rates' own limits, and the signs of the mean and of the last change.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from statistics import fmean

from rus.analysis.pace import fit
from rus.analysis.progress import Aim, Status, beyond, classify
from rus.analysis.student import t_value
from rus.analysis.trend import Data, Point

LONG, SHORT = 15, 5
LEAST_YEARS = 2
ALMOST_ZERO = 0.001
SUN, CLOUDY = 0.05, 0.20
RECENT = 5
NO_TARGET = {"open-sdg": 0.005, "eurostat": 0.001}
"""Yearly growth that counts as a move: Open SDG's and Eurostat's lowest limit for a positive class."""


def growth(start: Point, end: tuple[float, float]) -> float | None:
    """Compound yearly growth as a fraction; None where the signs differ or there is less than two years between.

    A value of zero is taken as 0.001, and the sign is turned where the start is below zero, as Open SDG does.
    """
    years = end[0] - start[0]
    first, last = start[1] or ALMOST_ZERO, end[1] or ALMOST_ZERO
    if years < LEAST_YEARS or first * last < 0:
        return None
    rate: float = (last / first) ** (1 / years) - 1
    return -rate if first < 0 else rate


def growth_ratio(start: Point | None, newest: Point, aim: Aim) -> Status | None:
    """Open SDG's and Eurostat's class with a target: R = growth so far ÷ growth needed, from the same start."""
    if beyond(newest[1], aim):
        return "reached"
    if start is None or aim.by is None or aim.by <= start[0]:
        return None
    so_far, wanted = growth(start, newest), growth(start, (aim.by, aim.target))
    if so_far is None or wanted is None or abs(wanted) < 1e-12:
        return None
    return classify(aim.better * so_far / abs(wanted))


def growth_alone(start: Point | None, newest: Point, better: int, method: str) -> Status | None:
    """The same methods without a target: whether the growth is more than their lowest limit."""
    rate = growth(start, newest) if start else None
    if rate is None:
        return None
    moved = better * rate
    if abs(moved) <= NO_TARGET[method]:
        return "no_trend"
    return "right_way" if moved > 0 else "wrong_way"


def start_of(points: Sequence[Point], years: int) -> Point | None:
    """The oldest measurement at most so many years before the newest, itself left out."""
    return next((p for p in points[:-1] if points[-1][0] - p[0] <= years), None)


def weather(points: Sequence[Point], aim: Aim) -> Status | None:
    """Destatis's symbol: the share of the way left that would be missed. Needs at least four changes."""
    newest = points[-1]
    if beyond(newest[1], aim):
        return "reached"
    mean = _mean_change(points)
    if mean is None or aim.by is None or aim.by <= newest[0]:
        return None
    left = aim.better * (aim.target - newest[1])
    going = aim.better * mean
    if going <= 0:
        return "wrong_way" if going < 0 else "stalled"
    missed = 1 - going * (aim.by - newest[0]) / left
    if missed < SUN:
        return "on_track"
    return "too_slow" if missed <= CLOUDY else "stalled"


def weather_alone(points: Sequence[Point], better: int) -> Status | None:
    """Destatis's symbol for a direction: the mean change and the last change, both right, both wrong, or mixed."""
    mean = _mean_change(points)
    if mean is None:
        return None
    going, last = better * mean, better * (points[-1][1] - points[-2][1])
    if going > 0 and last > 0:
        return "right_way"
    return "wrong_way" if going < 0 and last < 0 else "no_trend"


def _mean_change(points: Sequence[Point]) -> float | None:
    """The mean of the last five changes, each per year; at least four are needed."""
    last = points[-(RECENT + 1) :]
    if len(last) < RECENT:
        return None
    return fmean((v2 - v1) / (t2 - t1) for (t1, v1), (t2, v2) in pairwise(last))


def recent_trend(points: Sequence[Point], data: Data) -> Status | None:
    """Fingertips' trend: the slope of the last five points at 95 percent, of one sign however one of them is left out.

    Their weights are the values' intervals; register values have none, so the points weigh the same and the slope is
    tested with Student's t.
    """
    last = points[-RECENT:]
    if len(last) < RECENT:
        return None
    line = fit(last, data.step**2 / 12)
    if line is None:
        return None
    error = sqrt(line.variance / line.spread)
    sure = abs(line.slope) > t_value(0.975, line.n - 2) * error + 1e-12
    others = [fit([*last[:n], *last[n + 1 :]]) for n in range(RECENT)]
    same = all(other is not None and other.slope * line.slope > 0 for other in others)
    if not (sure and same):
        return "no_trend"
    return "right_way" if (line.slope > 0) == (data.better == "higher") else "wrong_way"

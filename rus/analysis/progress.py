"""How a goal with a number goes: base, now, target, the pace that was needed, the pace that is, and the status.

The path is a straight line from the base to the target (on the log scale for amounts): ŷ(s) = y₀ + (y* − y₀)(s −
t₀)/(T − t₀). Needed from the start r₀ = (y* − y₀)/(T − t₀), needed from now r = (y* − y)/(T − t), observed pace b
by regression (`pace`), Q = b/r₀, acceleration A = r/b. The class of Q: 0.95, 0.60 and 0 are the limits (those of
Eurostat and Statistics Canada); where the 95 percent interval of Q holds values of two classes the status is
`uncertain`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import Literal

from rus.analysis.pace import Pace, Scale, pace
from rus.analysis.trend import LEAST_POINTS, Data, Point, Trend, too_old, usable
from rus.core.swedish import number

Status = Literal[
    "reached",
    "on_track",
    "too_slow",
    "stalled",
    "right_way",
    "no_trend",
    "wrong_way",
    "uncertain",
    "not_assessed",
]
LIMITS = (0.95, 0.60, 0.0)
CLOSE = 1e-9
"""Rounding of the arithmetic itself, so that an exact path is on track."""
EXACT = 1e-6
"""An interval of Q narrower than this is only such rounding: the points lie on a line."""


@dataclass(frozen=True)
class Aim:
    """A number to reach. `better`: 1 where higher is better, −1 where lower is.

    `base`: year and value where the path starts; None where the goal names no base year. `step`: the size of one
    printed unit where values are rounded so much that it matters. `oldest`: the newest value must be of this year
    or later.
    """

    target: float
    by: int | None
    base: Point | None
    better: int
    scale: Scale = "linear"
    step: float = 0.0
    oldest: int | None = None


@dataclass(frozen=True)
class Progress:
    """The answer. `reason` is a Swedish sentence; numbers that could not be computed are None.

    `method` names the rule. `required_start` and `required_now` are told as the pace is: in the unit per year, or
    in percent per year on the log scale. `ratio` is Q with its interval; `deviation` the distance from the path in
    the unit, positive where it is better than the path. `missing` is how far the newest value is from the target, 0
    where it is reached.
    """

    status: Status
    reason: str
    method: str
    newest: Point | None = None
    base: Point | None = None
    target: float | None = None
    by: int | None = None
    pace: Pace | None = None
    required_start: float | None = None
    required_now: float | None = None
    ratio: float | None = None
    ratio_lower: float | None = None
    ratio_upper: float | None = None
    acceleration: float | None = None
    deviation: float | None = None
    missing: float | None = None
    points: tuple[Point, ...] = ()
    trend: Trend | None = None

    @property
    def scale(self) -> Scale:
        """The scale of the arithmetic."""
        return "log" if self.method == "logaritmisk" else "linear"

    def people(self, population: float | None) -> float | None:
        """The missing percentage points as a number of people; None without a known population."""
        return None if population is None or self.missing is None else self.missing * population / 100


def classify(ratio: float) -> Status:
    """The class of Q = observed pace ÷ pace needed from the start."""
    on, slow, still = (limit - CLOSE for limit in LIMITS)
    if ratio >= on:
        return "on_track"
    if ratio >= slow:
        return "too_slow"
    return "stalled" if ratio >= still else "wrong_way"


def refused(reason: str, method: str, points: Sequence[Point] = ()) -> Progress:
    """`Kan inte bedömas`, as a result with its reason."""
    return Progress("not_assessed", reason, method, points[-1] if points else None, points=tuple(points))


def beyond(value: float, aim: Aim) -> bool:
    """Whether a value is at the target or better, counting a value within half a printed unit as there."""
    slack = max(aim.step / 2, CLOSE * max(abs(aim.target), 1.0))
    return aim.better * (value - aim.target) >= -slack


def progress(points: Sequence[Point], aim: Aim, data: Data, interval: tuple[float, float] | None = None) -> Progress:
    """Judge a series against a number to reach.

    Args:
        points: (year, value) of one region, sex and group in any order; NaN is no measurement.
        aim: what to reach.
        data: what is known of the series.
        interval: the newest value's 95 percent interval, where there is one.
    """
    known = sorted((t, v) for t, v in points if v == v)  # # NaN
    method = "logaritmisk" if aim.scale == "log" else "linjar"
    if not known:
        return refused("Inga mätningar.", method)
    used = usable(points, data)
    made = _numbers(known[-1], aim, replace(refused("", method, known), points=used))
    if aim.oldest is not None and known[-1][0] < aim.oldest:
        return replace(made, reason=too_old(known[-1][0]))
    if beyond(known[-1][1], aim):
        return _arrived(made, aim, interval)
    if _held(known[-1][1], aim, interval):
        return replace(made, status="reached", reason=f"Nivån hålls {known[-1][0]}, inom felmarginalen.")
    found = pace(points, data, aim.scale)
    made = _with_pace(replace(made, pace=found, points=found.points), aim) if found else made
    trouble = _trouble(aim, data, made)
    return replace(made, reason=trouble) if trouble else _judged(made, aim)


def _numbers(newest: Point, aim: Aim, made: Progress) -> Progress:
    """What follows from base, newest and target alone."""
    logs = aim.scale == "log"
    if logs and min(newest[1], aim.target, aim.base[1] if aim.base else 1.0) <= 0:
        aim, logs = replace(aim, scale="linear"), False
    missing = 0.0 if beyond(newest[1], aim) else abs(aim.target - newest[1])
    left = aim.by - newest[0] if aim.by else 0
    needed = per_year(newest[1], aim.target, left, logs=logs) if left > 0 else None
    made = replace(made, base=aim.base, target=aim.target, by=aim.by, missing=missing, required_now=needed)
    if aim.base is None or aim.by is None or aim.by <= aim.base[0]:
        return made
    span = aim.by - aim.base[0]
    share = (newest[0] - aim.base[0]) / span
    start, end = aim.base[1], aim.target
    path = start * (end / start) ** share if logs else start + (end - start) * share
    first = per_year(start, end, span, logs=logs)
    return replace(made, required_start=first, deviation=aim.better * (newest[1] - path))


def per_year(start: float, end: float, span: int, *, logs: bool) -> float:
    """The even change a year from one value to another: in the unit, or in percent."""
    return (exp(log(end / start) / span) - 1) * 100 if logs else (end - start) / span


def needed(start: float, end: float, span: int, scale: Scale) -> float:
    """The same on the scale of the arithmetic."""
    return log(end / start) / span if scale == "log" else (end - start) / span


def _arrived(made: Progress, aim: Aim, interval: tuple[float, float] | None) -> Progress:
    year = made.newest[0] if made.newest else 0
    if interval and not all(beyond(end, aim) for end in interval):
        return replace(
            made,
            status="uncertain",
            reason=f"Värdet för {year} når målet, men inte hela dess felmarginal.",
        )
    return replace(made, status="reached", reason=f"Värdet för {year} når målet.")


def _held(value: float, aim: Aim, interval: tuple[float, float] | None) -> bool:
    """Whether a level that only shall be held may still be there: its margin, or one printed unit, reaches it."""
    if aim.base is None or not beyond(aim.base[1], aim):
        return False
    ends = interval or (value - aim.step, value + aim.step)
    return any(aim.better * (end - aim.target) >= -CLOSE * max(abs(aim.target), 1.0) for end in ends)


def _with_pace(made: Progress, aim: Aim) -> Progress:
    """Add Q, its interval and the acceleration that the rest of the way needs."""
    found, newest = made.pace, made.newest
    assert found is not None
    assert newest is not None
    if aim.by and aim.by > newest[0] and aim.better * found.slope > 0 and _fits(newest[1], aim):
        made = replace(made, acceleration=needed(newest[1], aim.target, aim.by - newest[0], aim.scale) / found.slope)
    if aim.base is None or aim.by is None or aim.by <= aim.base[0] or not _fits(aim.base[1], aim):
        return made
    start = needed(aim.base[1], aim.target, aim.by - aim.base[0], aim.scale)
    if aim.better * start <= 0:
        return made
    ends = sorted((found.lower / start, found.upper / start))
    return replace(made, ratio=found.slope / start, ratio_lower=ends[0], ratio_upper=ends[1])


def _fits(start: float, aim: Aim) -> bool:
    return aim.scale == "linear" or (start > 0 and aim.target > 0)


def _trouble(aim: Aim, data: Data, made: Progress) -> str:
    """Why no class can be given; empty where it can."""
    if aim.by is None:
        return "Målet har inget målår."
    if aim.base is None:
        return "Målet har inget basår med ett uppmätt värde, så det går inte att säga hur fort det behövde gå."
    if data.last_break is not None and aim.base[0] < data.last_break:
        return f"Basåret {aim.base[0]} ligger före brottet i serien {data.last_break}, så värdena kan inte jämföras."
    if aim.better * (aim.target - aim.base[1]) <= 0:
        return ""
    if made.ratio is not None:
        return ""
    if len(made.points) < LEAST_POINTS:
        return f"För få oberoende mätningar: {len(made.points)} av de {LEAST_POINTS} som krävs."
    return "Målet räknas i procent per år, men värdet eller målet är noll eller mindre."


def _judged(made: Progress, aim: Aim) -> Progress:
    year = made.newest[0] if made.newest else 0
    if made.ratio is None:  # the base was already there
        return replace(
            made, status="wrong_way", reason=f"Målet var nått {aim.base and aim.base[0]} men är det inte {year}."
        )
    low, high = made.ratio_lower or 0.0, made.ratio_upper or 0.0
    point, worst, best = classify(made.ratio), classify(low), classify(high)
    if worst != best and high - low > EXACT:
        share, lowest, highest = (number(q * 100) for q in (made.ratio, low, high))
        reason = f"Takten är {share} procent av den som krävdes, men kan vara mellan {lowest} och {highest} procent."
        return replace(made, status="uncertain", reason=reason)
    if aim.by is not None and aim.by <= year:
        missed = "too_slow" if point == "on_track" else point
        return replace(made, status=missed, reason=f"Målåret {aim.by} är här utan att målet är nått.")
    return replace(made, status=point, reason=_why(point))


def _why(status: Status) -> str:
    return {
        "on_track": "Takten är minst 95 procent av den som krävdes från basåret.",
        "too_slow": "Takten är mellan 60 och 95 procent av den som krävdes från basåret.",
        "stalled": "Takten är mindre än 60 procent av den som krävdes från basåret.",
    }.get(status, "Värdet rör sig bort från målet.")

"""Do other methods and other base years say the same as ours: `5 av 6 metoder säger samma`, with the dissenters named.

The status of our rule (without its uncertainty) is compared with that of every published method that can be
computed. A method that only knows the direction agrees with a class of the same direction: rätt håll with reached,
on track and too slow, ingen säker trend with almost unchanged, fel håll with fel håll.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rus.analysis.pace import Pace, pace
from rus.analysis.progress import Aim, Progress, Status, beyond, classify, needed
from rus.analysis.published import (
    LONG,
    SHORT,
    growth_alone,
    growth_ratio,
    recent_trend,
    start_of,
    weather,
    weather_alone,
)
from rus.analysis.trend import Data, Point, usable

SHIFTS = (-2, -1, 1, 2)
NAMES = {
    "open-sdg": "Open SDG",
    "eurostat-long": "Eurostat 15 år",
    "eurostat-short": "Eurostat 5 år",
    "linear": "Linjär takt",
    "weather": "Vädersymbol",
    "recent-trend": "Trend på fem värden",
    "trend": "Trendtest",
}
DIRECTIONS: dict[Status, Status] = {
    "reached": "right_way",
    "on_track": "right_way",
    "too_slow": "right_way",
    "stalled": "no_trend",
}
ONLY_DIRECTION = {"right_way", "no_trend"}


@dataclass(frozen=True)
class Verdict:
    """What one method says; `status` is None where it can't be computed."""

    method: str
    status: Status | None
    agrees: bool

    @property
    def name(self) -> str:
        """The method's Swedish name."""
        return NAMES[self.method]


@dataclass(frozen=True)
class Robustness:
    """All methods, and our own with other base years. `said` is the status they are compared with."""

    said: Status
    methods: tuple[Verdict, ...]
    bases: tuple[tuple[int, Status], ...]

    @property
    def counted(self) -> int:
        """How many methods could be computed."""
        return sum(v.status is not None for v in self.methods)

    @property
    def agreeing(self) -> int:
        """How many of them say the same."""
        return sum(v.agrees for v in self.methods)

    @property
    def agreement(self) -> float | None:
        """The share that says the same; None where no method could be computed."""
        return self.agreeing / self.counted if self.counted else None

    @property
    def robust(self) -> bool:
        """Whether every method and every base year says the same."""
        return bool(self.counted) and self.agreeing == self.counted and all(s == self.said for _, s in self.bases)

    @property
    def words(self) -> str:
        """Such as `5 av 6 metoder säger samma. Annat säger: Vädersymbol.` in Swedish."""
        if not self.counted:
            return "Ingen metod går att räkna."
        others = ", ".join(v.name for v in self.methods if v.status is not None and not v.agrees)
        said = f"{self.agreeing} av {self.counted} metoder säger samma."
        return f"{said} Annat säger: {others}." if others else said


def same(ours: Status, theirs: Status) -> bool:
    """Whether two statuses say the same, as far as the coarser of them reaches."""
    if ours == theirs or {ours, theirs} == {"reached", "no_trend"}:  # what is reached needs no trend
        return True
    coarse = ours in ONLY_DIRECTION or theirs in ONLY_DIRECTION
    return coarse and DIRECTIONS.get(ours, ours) == DIRECTIONS.get(theirs, theirs)


def of_number(points: Sequence[Point], aim: Aim, data: Data) -> Robustness | None:
    """Every method on a goal with a number; None where our own rule has no class.

    Args:
        points: (year, value) of one region, sex and group.
        aim: what to reach.
        data: what is known of the series; `better` must not be neutral.
    """
    used = usable(points, data)
    seen = pace(used, data, aim.scale)
    said = _linear(used, aim, seen)
    if said is None:
        return None
    straight = seen if aim.scale == "linear" else pace(used, data)
    newest = used[-1]
    found: dict[str, Status | None] = {
        "open-sdg": growth_ratio(aim.base, newest, aim),
        "eurostat-long": growth_ratio(start_of(used, LONG), newest, aim),
        "eurostat-short": growth_ratio(start_of(used, SHORT), newest, aim),
        "linear": _linear(used, replace(aim, scale="linear"), straight),
        "weather": weather(used, aim),
        "recent-trend": recent_trend(used, data),
    }
    return Robustness(said, _verdicts(said, found), _bases(points, used, (aim, seen), data))


def of_direction(points: Sequence[Point], data: Data, said: Progress) -> Robustness | None:
    """Every method on a goal without a number; None where the trend test has no answer."""
    used = usable(points, data)
    if said.status not in {"right_way", "no_trend", "wrong_way"} or len(used) < 2:
        return None
    better = -1 if data.better == "lower" else 1
    newest = used[-1]
    found: dict[str, Status | None] = {
        "open-sdg": growth_alone(used[0], newest, better, "open-sdg"),
        "eurostat-long": growth_alone(start_of(used, LONG), newest, better, "eurostat"),
        "eurostat-short": growth_alone(start_of(used, SHORT), newest, better, "eurostat"),
        "trend": said.status,
        "weather": weather_alone(used, better),
        "recent-trend": recent_trend(used, data),
    }
    return Robustness(said.status, _verdicts(said.status, found), ())


def _verdicts(said: Status, found: dict[str, Status | None]) -> tuple[Verdict, ...]:
    return tuple(Verdict(m, status, status is not None and same(said, status)) for m, status in found.items())


def _linear(used: Sequence[Point], aim: Aim, found: Pace | None) -> Status | None:
    """Our rule without its uncertainty."""
    if not used:
        return None
    if beyond(used[-1][1], aim):
        return "reached"
    if aim.base is None or aim.by is None or aim.by <= aim.base[0]:
        return None
    if aim.scale == "log" and min(aim.base[1], aim.target) <= 0:
        return None
    start = needed(aim.base[1], aim.target, aim.by - aim.base[0], aim.scale)
    if aim.better * start <= 0:
        return "wrong_way"
    return classify(found.slope / start) if found else None


def _bases(
    points: Sequence[Point], used: Sequence[Point], seen: tuple[Aim, Pace | None], data: Data
) -> tuple[tuple[int, Status], ...]:
    """Our rule with the path drawn from the measured years up to two before and after; the target stays as decided."""
    aim, found = seen
    if aim.base is None:
        return ()
    made: list[tuple[int, Status]] = []
    for year, value in sorted(points):
        away = year - aim.base[0]
        if away not in SHIFTS or value != value or (data.last_break is not None and year < data.last_break):
            continue  # # NaN
        status = _linear(used, replace(aim, base=(year, value)), found)
        if status:
            made.append((year, status))
    return tuple(made)

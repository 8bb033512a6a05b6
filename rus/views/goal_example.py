"""A reader's own pace: in which year a goal would be reached. An example to count on, never a forecast."""

import re
from dataclasses import dataclass
from math import ceil, floor, log10

from rus.analysis.arrival import arrival, at
from rus.core.swedish import HARD_SPACE, number
from rus.views.goal_words import per_year
from rus.views.goals import GoalRow
from rus.views.sentences import Measure

LABEL = "Räkneexempel, inte prognos"
PACE = re.compile(r"-?\d{1,9}(?:[.,]\d{1,9})?(?:e-\d\d?)?", re.ASCII)
"""A pace as an address has it."""
NUDGES = 60
"""About how many steps the slider has."""
FAR = 2.0
"""How many times the needed pace the slider reaches."""


@dataclass(frozen=True)
class Slider:
    """Paces that can be tried, in the unit per year or in percent: from, to, step, and the one to begin with."""

    low: float
    high: float
    step: float
    start: float
    unit: str

    @property
    def paces(self) -> tuple[float, ...]:
        """Every pace that can be chosen, from low to high."""
        return tuple(round(self.low + n * self.step, 6) for n in range(round((self.high - self.low) / self.step) + 1))

    def words(self, pace: float) -> str:
        """A pace as it stands on the slider."""
        return number(pace, max(0, -floor(log10(self.step) + 1e-9)), sign=True)

    def kept(self, wish: str) -> float:
        """The pace nearest to the one in an address; the first one where that is no number, or beyond the ends."""
        asked = _asked(wish)
        inside = asked is not None and self.low <= asked <= self.high
        wanted = asked if asked is not None and inside else self.start
        return min(self.paces, key=lambda pace: abs(pace - wanted))

    def beyond(self, wish: str) -> str:
        """What is told of a pace in an address that the slider does not reach; empty where it does, or is no number."""
        asked = _asked(wish)
        if asked is None or self.low <= asked <= self.high:
            return ""
        low, high, start = (self.words(pace) for pace in (self.low, self.high, self.start))
        return (
            f"Länken ber om takten {number(asked, 1, sign=True)}, men skalan går från {low} till {high}. "
            f"Därför visas {start}."
        )


def _asked(wish: str) -> float | None:
    return float(wish.replace(",", ".")) if PACE.fullmatch(wish) else None


def slider(row: GoalRow) -> Slider | None:
    """The slider of a goal with a number that is not reached; None for all others."""
    made = row.progress
    if made.newest is None or made.target is None or not made.missing or row.goal.kind not in {"level", "change"}:
        return None
    needed = made.required_now or (made.pace.shown(made.pace.slope) if made.pace else None)
    if not needed:
        return None
    step = 10.0 ** floor(log10(abs(needed) * FAR / NUDGES * 2))
    end = ceil(abs(needed) * FAR / step) * step
    start = round(round(needed / step) * step, 6)
    log = made.method == "logaritmisk"
    unit = (
        "procent per år"
        if log
        else f"{'procentenheter' if row.indicator.unit == 'procent' else row.indicator.unit} per år"
    )
    ends = (0.0, round(end, 6)) if needed > 0 else (round(-end, 6), 0.0)
    return Slider(*ends, step, start, unit)


def example(row: GoalRow, pace: float) -> tuple[str, ...]:
    """What the pace would give, and beside it the pace so far; sentences."""
    made = row.progress
    said = [f"Om takten blir {per_year(pace, row)} {_reached(row, pace)}"]
    if made.pace is not None:
        sofar = made.pace.shown(made.pace.slope)
        said.append(f"Med takten hittills, {per_year(sofar, row)}, {_reached(row, sofar)}")
    return tuple(said)


def path(row: GoalRow, pace: float) -> tuple[tuple[float, float], ...]:
    """The line of the example on the chart: from the newest value to the target year, or to where it arrives first."""
    made = row.progress
    if made.newest is None or made.by is None or made.target is None or made.by <= made.newest[0]:
        return ()
    there = arrival(made.newest, made.target, pace, made.scale)
    end = min(float(made.by), there) if there else float(made.by)
    years = [made.newest[0] + (end - made.newest[0]) * n / 8 for n in range(9)]
    return tuple((year, at(made.newest, pace, year, made.scale)) for year in years)


def _reached(row: GoalRow, pace: float) -> str:
    """When the target is reached, as the end of a sentence: `nås målet 2034, 4 år efter målåret`."""
    made = row.progress
    assert made.newest is not None
    assert made.target is not None
    there = arrival(made.newest, made.target, pace, made.scale)
    if there is None:
        return "nås målet aldrig."
    year = ceil(there - 1e-6)
    if made.by is None:
        return f"nås målet {year}."
    late = year - made.by
    value = Measure.of(row.indicator).full(at(made.newest, pace, made.by, made.scale))
    if late <= 0:
        before = f", {number(-late)}{HARD_SPACE}år före målåret" if late else ", lagom till målåret"
        return f"nås målet {year}{before}."
    return f"nås målet {year}, {number(late)}{HARD_SPACE}år efter målåret. Värdet {made.by} blir {value}."

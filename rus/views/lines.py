"""From rows to lines: what may be joined, what is a gap, and what each line is called."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import pandas as pd

from rus.catalogue.indicator import Indicator

Role = Literal["women", "men", "total", "ours", "context"]
QUARTERS = {"Q1": 0.0, "Q2": 0.25, "Q3": 0.5, "Q4": 0.75}
WIDE_RUN = 3


@dataclass(frozen=True)
class Point:
    """One measurement: its period, its place on a time axis in years, and the value in the indicator's unit.

    `provisional`: the source may change it. `revised`: the source has changed it.
    """

    period: str
    at: float
    value: float
    provisional: bool = False
    revised: bool = False


@dataclass(frozen=True)
class Line:
    """One region × sex × group.

    `parts` are runs of measurements that follow each other; nothing is drawn between parts. `sparse` holds pairs that
    belong to the same rhythm of several years: they may be joined by a thin line. `rank` orders lines of the same role.
    """

    key: str
    label: str
    role: Role
    rank: int
    parts: tuple[tuple[Point, ...], ...]
    sparse: tuple[tuple[Point, Point], ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """All measurements, oldest first."""
        return tuple(point for part in self.parts for point in part)

    @property
    def last(self) -> Point:
        """The newest measurement."""
        return self.points[-1]


def position(period: str, year: int) -> float:
    """A period's place on the time axis: `2023M05` → 2023.33; years, school years and pooled years → the year."""
    tail = period[4:]
    if tail in QUARTERS:
        return year + QUARTERS[tail]
    if tail.startswith("M") and tail[1:].isdecimal():
        return year + (int(tail[1:]) - 1) / 12
    return float(year)


def plain(column: "pd.Series[Any]") -> list[Any]:
    """A column as a list; text columns through their codes, which is several times as fast as asking for each text."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        words = [*column.cat.categories.tolist(), None]
        return [words[code] for code in column.cat.codes.tolist()]
    return list(column.tolist())


def measurements(rows: pd.DataFrame) -> dict[tuple[str, str], list[Point]]:
    """(region, sex) → its measurements, oldest first; rows without a value are left out."""
    found: dict[tuple[str, str], list[Point]] = {}
    columns = ("region", "sex", "period", "year", "value", "provisional")
    for region, sex, period, year, value, new in zip(*(plain(rows[c]) for c in columns), strict=True):
        if value == value:  # NaN is the one value that differs from itself
            point = Point(period, position(period, year), value, new)
            found.setdefault((region, sex), []).append(point)
    for points in found.values():
        points.sort(key=lambda point: point.at)
    return found


def split(points: Sequence[Point], indicator: Indicator) -> tuple[list[list[Point]], list[tuple[Point, Point]]]:
    """Cut a line where it must not be drawn: at a break, and where a measurement is missing.

    Returns:
        The runs, and the pairs of neighbours that lie several years apart because that is how often they are measured.
    """
    parts: list[list[Point]] = [[points[0]]] if points else []
    sparse: list[tuple[Point, Point]] = []
    steps = [later.at - earlier.at for earlier, later in pairwise(points)]
    for n, (earlier, later) in enumerate(pairwise(points)):
        joined = not _broken(earlier, later, indicator) and _next_to(earlier, later, indicator)
        if joined:
            parts[-1].append(later)
            continue
        parts.append([later])
        if _wide_run(steps, n) >= WIDE_RUN and not _broken(earlier, later, indicator):
            sparse.append((earlier, later))
    return parts, sparse


def _wide_run(steps: Sequence[float], n: int) -> int:
    """How many steps of more than a year stand in a row around step `n`: a rhythm, or a single hole."""
    if steps[n] <= 1:
        return 0
    first = last = n
    while first > 0 and steps[first - 1] > 1:
        first -= 1
    while last + 1 < len(steps) and steps[last + 1] > 1:
        last += 1
    return last - first + 1


def _broken(earlier: Point, later: Point, indicator: Indicator) -> bool:
    return any(earlier.at < b.first_year <= later.at for b in indicator.breaks)


def _next_to(earlier: Point, later: Point, indicator: Indicator) -> bool:
    measured = indicator.traits.measured_years
    if measured is not None:
        return not any(earlier.at < year < later.at for year in measured)
    return later.at - earlier.at <= 1 + 1e-9


def line_of(
    points: Sequence[Point], indicator: Indicator, *, key: str, label: str, role: Role, rank: int
) -> Line | None:
    """One line from its measurements; None where there are none."""
    parts, sparse = split(points, indicator)
    if not parts:
        return None
    return Line(key, label, role, rank, tuple(tuple(part) for part in parts), tuple(sparse))

"""One measure's figures in one region by group, sex and period, as the view of gaps asks for them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from rus.analysis.gaps import Side
from rus.analysis.intervals import Interval
from rus.analysis.trend import Data, Point
from rus.catalogue.indicator import Indicator
from rus.views.figures import Figures

Key = tuple[str, str]
"""Group id and sex."""


@dataclass(frozen=True)
class Figure:
    """One figure: value None where there is none, with the source's status."""

    period: str
    year: int
    value: float | None
    status: str
    side: Side | None


class Series:
    """The figures of one measure in one region.

    Args:
        rows: the store's long rows of that measure and region.
        indicator: its definition; a survey's values are judged by its own margin, never by the number asked.
    """

    def __init__(self, rows: pd.DataFrame, indicator: Indicator) -> None:
        """Sort the rows by group, sex and period."""
        self.indicator = indicator
        self._figures = Figures(rows)
        self._by_key: dict[Key, dict[str, Figure]] = {}
        names = ("group", "sex", "period", "year", "value", "status", "n", "lower", "upper")
        for group, sex, period, year, value, status, *rest in zip(*(rows[c].tolist() for c in names), strict=True):
            known = value if value == value else None  # NaN is the one value that differs from itself
            side = self._side(value, *rest) if known is not None else None
            found = Figure(str(period), int(year), known, str(status), side)
            self._by_key.setdefault((str(group), str(sex)), {})[found.period] = found

    def _side(self, value: float, n: float, lower: float, upper: float) -> Side:
        margin = Interval(lower, upper) if lower == lower and upper == upper else None
        people = n if n == n and n > 0 and not self.indicator.traits.survey else None
        return Side(value, people, margin)

    def at(self, key: Key, period: str) -> Figure | None:
        """The figure of a group and sex in a period, also where it has no value; None where there is no row."""
        return self._by_key.get(key, {}).get(period)

    def measured(self, key: Key) -> tuple[str, ...]:
        """Periods with a value, oldest first."""
        found = [f for f in self._by_key.get(key, {}).values() if f.value is not None]
        return tuple(f.period for f in sorted(found, key=lambda f: (f.year, f.period)))

    def common(self, keys: Iterable[Key]) -> str | None:
        """The newest period in which all of them have a value."""
        kept = [self.measured(key) for key in keys]
        both = set(kept[0]).intersection(*kept[1:]) if kept else set()
        return next((period for period in reversed(kept[0]) if period in both), None) if kept else None

    def points(self, key: Key) -> tuple[Point, ...]:
        """(year, value), one a year."""
        return self._figures.points(self.indicator.id, *key)

    def has(self, group: str) -> bool:
        """Whether anything is measured in the group."""
        return any(self.measured((group, sex)) for sex in ("total", "women", "men"))


def is_share(indicator: Indicator) -> bool:
    """Whether the values are shares of people in percent: only then does the number of people give an interval."""
    return indicator.share == "egenskap" and indicator.unit == "procent"


def gap_unit(indicator: Indicator) -> str:
    """The unit of a difference: `procentenheter` for shares, else the measure's own."""
    return "procentenheter" if indicator.unit == "procent" else indicator.unit


def rounding(indicator: Indicator, year: int) -> float:
    """1 where the value of that year is rounded to whole percent, else 0."""
    traits = indicator.traits
    until = traits.whole_percent_until
    return 1.0 if traits.whole_percent or (until is not None and year <= until) else 0.0


def data_of(indicator: Indicator, first: int) -> Data:
    """What the trend of a gap must know of the series, which begins in the year `first`."""
    return Data("lower", indicator.last_break, indicator.traits.window_years, rounding(indicator, first))

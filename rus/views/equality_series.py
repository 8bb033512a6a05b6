"""One measure's figures in one region by group, sex and period, as the view of gaps asks for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from rus.analysis.gaps import Side
from rus.analysis.intervals import Interval
from rus.analysis.trend import Data, Point
from rus.catalogue.groups import group_id
from rus.catalogue.indicator import Indicator
from rus.views.figures import one_a_year

Line = tuple[str, str, str, int, float, str, float, float, float]
"""Group, sex, period, year, value, status, n, lower, upper."""
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
        lines: the store's rows of that measure and region.
        indicator: its definition; a survey's values are judged by its own margin, never by the number asked.
    """

    def __init__(self, lines: Iterable[Line], indicator: Indicator) -> None:
        """Sort the rows by group, sex and period."""
        self.indicator = indicator
        self._by_key: dict[Key, dict[str, Figure]] = {}
        self._measured: dict[Key, tuple[str, ...]] = {}
        for group, sex, period, year, value, status, *rest in lines:
            known = value if value == value else None  # NaN is the one value that differs from itself
            side = self._side(value, *rest) if known is not None else None
            self._by_key.setdefault((group, sex), {})[period] = Figure(period, year, known, status, side)

    def _side(self, value: float, n: float, lower: float, upper: float) -> Side:
        margin = Interval(lower, upper) if lower == lower and upper == upper else None
        people = n if n == n and n > 0 and not self.indicator.traits.survey else None
        return Side(value, people, margin)

    def at(self, key: Key, period: str) -> Figure | None:
        """The figure of a group and sex in a period, also where it has no value; None where there is no row."""
        return self._by_key.get(key, {}).get(period)

    def measured(self, key: Key) -> tuple[str, ...]:
        """Periods with a value, oldest first."""
        if key not in self._measured:
            self._measured[key] = tuple(f.period for f in self._known(key))
        return self._measured[key]

    def _known(self, key: Key) -> list[Figure]:
        found = [f for f in self._by_key.get(key, {}).values() if f.value is not None]
        return sorted(found, key=lambda f: (f.year, f.period))

    def common(self, keys: Iterable[Key]) -> str | None:
        """The newest period in which all of them have a value."""
        kept = [self.measured(key) for key in keys]
        both = set(kept[0]).intersection(*kept[1:]) if kept else set()
        return next((period for period in reversed(kept[0]) if period in both), None) if kept else None

    def points(self, key: Key) -> tuple[Point, ...]:
        """(year, value), one a year."""
        found = self._known(key)
        return tuple((f.year, f.value) for f in one_a_year(found) if f.value is not None) if found else ()

    @cached_property
    def declared(self) -> tuple[str, ...]:
        """Every group that a series of values stands for, in the file's order."""
        return tuple(dict.fromkeys(group_id(s.group) for s in self.indicator.series if s.role == "value"))

    @cached_property
    def groups(self) -> frozenset[str]:
        """Every group that is declared or measured."""
        return frozenset((*self.declared, *(group for group, sex in self._by_key if self.measured((group, sex)))))

    @cached_property
    def grounds(self) -> frozenset[str]:
        """Grounds that the measure is split by."""
        return frozenset(part.partition(".")[0] for group in self.groups for part in group.split("~"))


def lines_of(rows: pd.DataFrame) -> list[Line]:
    """The store's long rows as plain values."""
    names = ("group", "sex", "period", "year", "value", "status", "n", "lower", "upper")
    return list(zip(*(plain(rows, c) for c in names), strict=True))


def plain(rows: pd.DataFrame, name: str) -> list[Any]:
    """A column as plain values; the words of a category are looked up once each, a third of pandas' own time."""
    column = rows[name].array
    if not isinstance(column, pd.Categorical):
        return list(rows[name].tolist())
    words = column.categories.tolist()
    return [words[code] if code >= 0 else "" for code in column.codes.tolist()]


def by_region(rows: pd.DataFrame, indicator: Indicator) -> dict[str, Series]:
    """The series of each region among the rows, by its code."""
    found: dict[str, list[Line]] = {}
    for region, line in zip(plain(rows, "region"), lines_of(rows), strict=True):
        found.setdefault(region, []).append(line)
    return {region: Series(lines, indicator) for region, lines in found.items()}


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

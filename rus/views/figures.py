"""One region's figures by indicator, group and sex, as the cards and tables ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from math import nan
from typing import Protocol, TypeVar

import pandas as pd

from rus.analysis.trend import Data, Point, Trend, too_old, trend
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator
from rus.store.store import Store

Key = tuple[str, str, str]
PARTS_OF_YEAR = ("Q", "M")
OUTDATED = 5
"""A figure more than so many years older than the newest of all in the build is not judged."""


@dataclass(frozen=True)
class Observed:
    """One measured value: period as written, its year, the value in the indicator's unit.

    `lower` and `upper` are the source's own margin, `n` how many the value is of; NaN where the source has none.
    """

    period: str
    year: int
    value: float
    provisional: bool
    source: str
    lower: float = nan
    upper: float = nan
    n: float = nan


class Dated(Protocol):
    """What belongs to a period."""

    @property
    def period(self) -> str:
        """As written."""

    @property
    def year(self) -> int:
        """The year it is of."""


D = TypeVar("D", bound=Dated)


class Figures:
    """Measured values of one region, oldest first.

    Args:
        rows: the store's long rows of one region.
        oldest: a newest value from before this year is outdated; None where nothing is.
    """

    def __init__(self, rows: pd.DataFrame, oldest: int | None = None) -> None:
        """Sort the rows into their series."""
        self.oldest = oldest
        seen: dict[Key, list[Observed]] = {}
        columns = (rows[c].tolist() for c in ("indicator", "group", "sex", *(f.name for f in fields(Observed))))
        for indicator, group, sex, *values in zip(*columns, strict=True):
            observed = Observed(*values)
            if observed.value == observed.value:  # NaN is the one value that differs from itself
                seen.setdefault((indicator, group, sex), []).append(observed)
        self._series = {key: one_a_year(series) for key, series in seen.items()}

    def of(self, indicator: str, group: str = TOTAL, sex: str = "total") -> tuple[Observed, ...]:
        """The series; empty where there is none."""
        return self._series.get((indicator, group, sex), ())

    def points(self, indicator: str, group: str = TOTAL, sex: str = "total") -> tuple[Point, ...]:
        """The series as (year, value)."""
        return tuple((o.year, o.value) for o in self.of(indicator, group, sex))

    def newest(self, indicator: str, group: str = TOTAL, sex: str = "total") -> Observed | None:
        """The newest value."""
        series = self.of(indicator, group, sex)
        return series[-1] if series else None

    def groups(self, indicator: str) -> list[str]:
        """Groups with a value for both sexes together, in the order of the rows."""
        return [group for name, group, sex in self._series if name == indicator and sex == "total"]

    def sexes(self, indicator: str, group: str = TOTAL) -> tuple[Observed, Observed] | None:
        """Women's and men's values of the newest period that both have."""
        women = {o.period: o for o in self.of(indicator, group, "women")}
        men = {o.period: o for o in self.of(indicator, group, "men")}
        both = [period for period in women if period in men]
        return (women[both[-1]], men[both[-1]]) if both else None


def one_a_year(seen: Sequence[D]) -> tuple[D, ...]:
    """Series within the year keep the part of the year that the newest value is of, so that like meets like."""
    ordered = sorted(seen, key=lambda o: (o.year, o.period))
    part = ordered[-1].period[4:]
    if part.startswith(PARTS_OF_YEAR):
        ordered = [o for o in ordered if o.period[4:] == part]
    return tuple({o.year: o for o in ordered}.values())


def figures(store: Store, region: str, indicator: str | None = None) -> Figures:
    """Everything measured in a region, or one indicator's part of it."""
    rows = store.observations(indicators=[indicator] if indicator else None, regions=[region])
    return Figures(rows, oldest_judged(store))


def oldest_judged(store: Store) -> int | None:
    """The year that a newest value must be of, or later, to be judged; None in a store without figures."""
    years = store.coverage()["last_year"]
    return int(years.max()) - OUTDATED if years.notna().any() else None


def main_group(indicator: Indicator) -> str:
    """The group that stands for the indicator: everyone where that is measured, else its first series' group."""
    groups = [group_id(series.group) for series in indicator.series if series.role == "value"]
    return TOTAL if TOTAL in groups or not groups else groups[0]


def judge(indicator: Indicator, points: Sequence[Point], oldest: int | None = None) -> Trend:
    """The trend of an indicator's series, with what its traits say may be computed; outdated series are not judged."""
    found = trend(points, data_of(indicator, points))
    known = [t for t, v in points if v == v]  # # NaN
    if oldest is None or not known or max(known) >= oldest:
        return found
    return replace(found, status="not_assessed", reason=too_old(max(known)))


def data_of(indicator: Indicator, points: Sequence[Point]) -> Data:
    """What the indicator's traits say of a series of it."""
    traits = indicator.traits
    used_whole = traits.whole_percent_until is not None and any(
        year <= traits.whole_percent_until for year, _ in points
    )
    step = 1.0 if traits.whole_percent or used_whole else 0.0
    return Data(indicator.better, indicator.last_break, traits.window_years, step)


def served(catalogue: Catalogue) -> list[Indicator]:
    """Indicators in use that serve a challenge area on show, each once."""
    current = {c.id for c in catalogue.challenges}
    return [i for i in catalogue.indicators.values() if i.state == "in_use" and current & set(i.challenges)]

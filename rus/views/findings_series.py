"""The figures that findings are looked for in: one reading of the store gives every series and pair of groups."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from rus.analysis.effect import Scale
from rus.analysis.findings import Measured, Paired
from rus.analysis.trend import Point
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views.equality_pairs import Pair, along, groups_of, sexes
from rus.views.equality_series import Line, Series, lines_of
from rus.views.figures import Figures, data_of, main_group, oldest_judged, served
from rus.views.goal_status import PERCENT

WHOLE = 100.0


@dataclass(frozen=True)
class Of:
    """What a finding is about. `sex` and `group` are those of a series; of a pair, `against` is the second side's."""

    indicator: Indicator
    region: str
    sex: str
    group: str
    pair: Pair | None = None
    against: str = ""

    @property
    def key(self) -> str:
        """A name no other has."""
        return "|".join((self.indicator.id, self.region, self.sex, self.group, self.against))


class Gathered:
    """The figures of some regions.

    Args:
        store: the store.
        catalogue: its catalogue.
        regions: codes of every region that will be asked about.
    """

    def __init__(self, store: Store, catalogue: Catalogue, regions: Iterable[str]) -> None:
        """Read them all at once."""
        self.catalogue = catalogue
        self.oldest = oldest_judged(store)
        codes = list(dict.fromkeys(regions))
        indicators = [i.id for i in served(catalogue)]
        rows = store.observations(indicators=indicators, regions=codes)
        self._figures = {code: Figures(rows[rows["region"] == code], self.oldest) for code in codes}
        self._lines = _by_place(rows[rows["year"] >= (self.oldest or 0)])

    def series(self, region: str, indicators: Iterable[Indicator]) -> list[tuple[Of, Measured]]:
        """One series a measure: the group that stands for it, both sexes together. Figures that repeat are left out."""
        found = self._figures[region]
        seen: set[tuple[Point, ...]] = set()
        made = []
        for indicator in indicators:
            of = Of(indicator, region, "total", main_group(indicator))
            points = found.points(indicator.id, of.group)
            if not points or points not in seen:
                made.append((of, _measured(of, points, self._is_old(points[-1][0] if points else None))))
            seen.add(points)
        return made

    def pairs(self, region: str) -> list[tuple[Of, Paired]]:
        """Women against men, and the groups of each ground, in measures with a wanted direction."""
        return list(self._paired(region))

    def _paired(self, region: str) -> Iterator[tuple[Of, Paired]]:
        seen: set[tuple[str, float, float]] = set()
        for indicator in served(self.catalogue):
            lines = self._lines.get((region, indicator.id), ())
            if indicator.better == "neutral" or not any(group != TOTAL or sex != "total" for group, sex, *_ in lines):
                continue
            for pair in self._held(Series(lines, indicator)):
                if pair.gap is None or pair.keys is None:
                    continue
                figures = (pair.period, pair.gap.first.value, pair.gap.second.value)
                if figures not in seen:
                    yield _of_pair(indicator, region, pair)
                seen.add(figures)

    def _held(self, series: Series) -> Iterator[Pair]:
        yield sexes(series, self.catalogue)
        for ground in self.catalogue.grounds:
            groups = groups_of(series, ground)
            if groups:
                yield along(series, ground, groups, self.catalogue)

    def _is_old(self, year: int | None) -> bool:
        return year is not None and self.oldest is not None and year < self.oldest


def _by_place(rows: pd.DataFrame) -> dict[tuple[str, str], list[Line]]:
    found: dict[tuple[str, str], list[Line]] = {}
    keys = zip(rows["region"].tolist(), rows["indicator"].tolist(), strict=True)
    for key, line in zip(keys, lines_of(rows), strict=True):
        found.setdefault(key, []).append(line)
    return found


def scale_of(indicator: Indicator, step: float) -> Scale:
    """What the values are rounded to as printed, and whether they are shares."""
    is_part = indicator.unit == PERCENT and indicator.share != "ingen"
    return Scale(max(10.0**-indicator.decimals, step), WHOLE if is_part else None)


def _measured(of: Of, points: tuple[Point, ...], outdated: bool) -> Measured:  # noqa: FBT001  # one of the fields made
    data = data_of(of.indicator, points)
    amounts = of.indicator.unit != PERCENT and all(v > 0 for _, v in points)
    return Measured(of.key, points, data, scale_of(of.indicator, data.step), "log" if amounts else "linear", outdated)


def _of_pair(indicator: Indicator, region: str, pair: Pair) -> tuple[Of, Paired]:
    assert pair.gap
    assert pair.keys
    (group, sex), (other, their_sex) = pair.keys
    of = Of(indicator, region, sex, group, pair, their_sex if pair.ground == "sex" else other)
    return of, Paired(of.key, pair.gap, indicator.better, scale_of(indicator, 0.0))

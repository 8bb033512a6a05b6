"""How the kommuner are built, year by year, and which of them are alike: what the place's features say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log, nan

import pandas as pd

from rus.analysis.similar import Similar, similar
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.place import Feature
from rus.store.store import Store
from rus.views.lines import plain

NEARLY_ALL = 0.9
NO_FEATURES = "Filerna för den här platsen säger inte vilka mått som visar om två kommuner liknar varandra."
NO_FIGURES = "Strukturmåtten har inga siffror för kommunerna."
ONLY_KOMMUNER = "Liknande kommuner väljs för en kommun i taget. Välj en kommun först under Geografi."

ByYear = Mapping[int, Mapping[str, float]]
Table = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class Structure:
    """The features with figures for nearly all kommuner; `by_year` holds for each its year → kommun → value.

    What it computes it remembers, since it is shared by all who look at a build.
    """

    features: tuple[Feature, ...] = ()
    by_year: tuple[ByYear, ...] = ()
    reason: str = ""
    _alike: dict[str, Similar] = field(default_factory=dict, repr=False, compare=False)
    _tables: dict[tuple[tuple[int, ...], str], Table] = field(default_factory=dict, repr=False, compare=False)

    def near(self, year: int | None = None) -> tuple[int, ...]:
        """The year of each feature that lies nearest to a year, the earlier of two; the newest without one."""
        return tuple(min(known, key=lambda y: (abs(y - year), y)) if year else max(known) for known in self.by_year)

    def value(self, number: int, code: str, year: int | None = None) -> float | None:
        """A feature's own value in a kommun, in its indicator's unit."""
        return self.by_year[number][self.near(year)[number]].get(code)

    def table(self, year: int | None = None, without: str = "") -> Table:
        """Kommun → its features near a year, those compared by ratio as logarithms; NaN where one is not known.

        Args:
            year: default is each feature's newest.
            without: leave out the features that are this indicator or say nearly the same.
        """
        years = self.near(year)
        if (years, without) not in self._tables:
            columns = [self._scaled(n, self.by_year[n][years[n]]) for n in self._used(without)]
            codes = sorted({code for column in columns for code in column})
            made = {code: tuple(column.get(code, nan) for column in columns) for code in codes}
            self._tables[years, without] = made
        return self._tables[years, without]

    def apart(self, year: int, without: str = "") -> int:
        """Years between a year and the feature that lies farthest from it."""
        years = self.near(year)
        return max((abs(years[n] - year) for n in self._used(without)), default=0)

    def alike(self, code: str) -> Similar:
        """The kommuner most like one by the newest figures; computed once for each."""
        if self.reason:
            return Similar(reason=self.reason)
        if code not in self._alike:
            self._alike[code] = similar(code, self.table(), [f.weight for f in self.features])
        return self._alike[code]

    def _used(self, without: str) -> list[int]:
        return [n for n, f in enumerate(self.features) if without not in {f.indicator, *f.same_as}]

    def _scaled(self, number: int, column: Mapping[str, float]) -> Mapping[str, float]:
        if not self.features[number].log:
            return column
        return {code: log(value) if value > 0 else nan for code, value in column.items()}


def structure(store: Store, catalogue: Catalogue) -> Structure:
    """The place's features, read from the figures."""
    wanted = catalogue.here.features
    if not wanted:
        return Structure(reason=NO_FEATURES)
    ids = [f.indicator for f in wanted]
    rows = store.observations(indicators=ids, sexes=["total"], groups=["total"])
    rows = rows[(rows["level"] == "kommun") & rows["value"].notna()]
    kommuner = sum(r.level == "kommun" for r in catalogue.regions.values())
    held = _held(rows, NEARLY_ALL * kommuner)
    features = tuple(f for f in wanted if f.indicator in held)
    return Structure(features, tuple(held[f.indicator] for f in features), "" if features else NO_FIGURES)


def _held(rows: pd.DataFrame, least: float) -> dict[str, ByYear]:
    """Indicator → year → kommun → value, in the years that enough kommuner have; the last period of each year."""
    found: dict[str, dict[int, dict[str, float]]] = {}
    columns = (plain(rows[c]) for c in ("indicator", "year", "region", "value"))
    for indicator, year, region, value in zip(*columns, strict=True):
        found.setdefault(indicator, {}).setdefault(year, {})[region] = value
    full = {i: {y: v for y, v in years.items() if len(v) >= least} for i, years in found.items()}
    return {i: years for i, years in full.items() if years}

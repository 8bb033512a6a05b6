"""Every measure in every kommun: one reading of the store, from which all pages of kommuner are made."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import inf, nan

import pandas as pd

from rus.analysis.expected import Model, expected
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import sort_key, years
from rus.store.store import Store
from rus.views.available import is_rate
from rus.views.cards import name_of
from rus.views.equality_series import is_share
from rus.views.figures import PARTS_OF_YEAR, main_group
from rus.views.structure import Structure, structure

MEAN_OF = 3
OTHER = "ovriga"
VALUE, NONE = "varde", "saknas"
Seen = tuple[str, float, str, float, float, float, bool]
"""Period, value, status, lower, upper, n (NaN where unknown), and whether the source may still change it."""
ByYear = Mapping[int, Seen]


@dataclass(frozen=True)
class Figure:
    """One place's figure; without value `status` says why, and `last` is an earlier period that has one."""

    value: float | None = None
    status: str = NONE
    lower: float = nan
    upper: float = nan
    n: float = nan
    provisional: bool = False
    last: str = ""


@dataclass(frozen=True)
class Spine:
    """One measure at one time in all kommuner.

    `places` holds our kommuner, the county and the country by code; `values` every kommun that has a value, `whole`
    whether all of them do. `mean`: of three years. `area` is the first challenge area on show that it serves,
    or `ovriga`. `why_year`: why the mean of three years can't be had; empty where it can or is not asked for.
    """

    indicator: Indicator
    group: str
    name: str
    area: str
    headline: bool
    rate: bool
    share: bool
    period: str
    year: int
    places: Mapping[str, Figure]
    values: Mapping[str, float]
    whole: bool
    mean: bool = False
    why_year: str = ""

    @cached_property
    def ordered(self) -> tuple[float, ...]:
        """The values of all kommuner, from low to high."""
        return tuple(sorted(self.values.values()))

    def at(self, code: str) -> Figure:
        """A place's figure, also where it has none."""
        return self.places.get(code, Figure())


@dataclass(frozen=True)
class Board:
    """The measures that kommuner have, in order of area and name.

    What the means of three years are made from is kept, since most readers never ask for them. `built` says how the
    kommuner are built.
    """

    one: tuple[Spine, ...] = ()
    built: Structure = field(default_factory=Structure, repr=False)
    _found: Mapping[str, Mapping[str, ByYear]] = field(default_factory=dict, repr=False)
    _kommuner: frozenset[str] = frozenset()

    def spines(self, *, mean: bool) -> tuple[Spine, ...]:
        """Every measure of one year; with `mean` of three years, and of one where that can't be had."""
        return self._three if mean else self.one

    @cached_property
    def _three(self) -> tuple[Spine, ...]:
        return tuple(_mean(one, self._found[one.indicator.id], self._kommuner) for one in self.one)

    @cached_property
    def models(self) -> Mapping[str, Model]:
        """What every kommun could be expected to have, by indicator; only of what can be compared between kommuner."""
        return {one.indicator.id: _model(one, self.built) for one in self.one if one.rate}


def _model(one: Spine, built: Structure) -> Model:
    if built.reason:
        return Model(reason=built.reason)
    least = 0.0 if min(one.values.values(), default=0.0) >= 0 else -inf
    bounds = (0.0, 100.0) if one.share else (least, inf)
    name = one.indicator.id
    return expected(one.values, built.table(one.year, name), bounds=bounds, apart=built.apart(one.year, name))


def board(store: Store, catalogue: Catalogue) -> Board:
    """Read and sort all of it; one question for all measures and places."""
    here = catalogue.here
    beside, ours = [here.region, here.country], catalogue.kommuner()
    asked = [i for i in catalogue.indicators.values() if i.state == "in_use"]
    groups = [main_group(i) for i in asked]
    rows = store.ask("profile", indicators=[i.id for i in asked], groups=groups, ours=ours, beside=beside)
    kommuner = frozenset(r.code for r in catalogue.regions.values() if r.level == "kommun")
    found = _sorted(rows)
    measured = [i for i in asked if any(code in found.get(i.id, {}) for code in ours)]
    one = [_spine(catalogue, i, found[i.id], kommuner) for i in measured]
    order = {c.id: n for n, c in enumerate(catalogue.challenges)}
    ordered = tuple(sorted(one, key=lambda spine: _place(spine, order)))
    return Board(ordered, structure(store, catalogue), found, kommuner)


def _place(spine: Spine, order: Mapping[str, int]) -> tuple[object, ...]:
    return order.get(spine.area, len(order)), not spine.headline, sort_key(spine.name)


def _sorted(rows: pd.DataFrame) -> dict[str, dict[str, dict[int, Seen]]]:
    """Indicator → region → year → figure; of the parts of a year the last one, which all regions share."""
    found: dict[str, dict[str, dict[int, Seen]]] = {}
    names = ("indicator", "region", "year", "period", "value", "status", "lower", "upper", "n", "provisional")
    for indicator, region, year, *seen in zip(*(rows[c].tolist() for c in names), strict=True):
        found.setdefault(indicator, {}).setdefault(region, {})[year] = tuple(seen)
    return found


def _spine(
    catalogue: Catalogue, indicator: Indicator, found: Mapping[str, ByYear], kommuner: AbstractSet[str]
) -> Spine:
    here, group = catalogue.here, main_group(indicator)
    year = max(year for by_year in found.values() for year in by_year)
    named = [here.region, here.country, *catalogue.kommuner()]
    periods = [by_year[year][0] for code in named if (by_year := found.get(code)) and year in by_year]
    values = {c: y[year][1] for c, y in found.items() if c in kommuner and year in y and y[year][1] == y[year][1]}
    areas = [c.id for c in catalogue.challenges if c.id in indicator.challenges]
    return Spine(
        indicator=indicator,
        group=group,
        name=name_of(indicator, group, catalogue),
        area=areas[0] if areas else OTHER,
        headline=bool(areas) and areas[0] in indicator.headline,
        rate=is_rate(indicator),
        share=is_share(indicator),
        period=periods[0] if periods else str(year),
        year=year,
        places={code: _figure(found[code], year) for code in named if code in found},
        values=values,
        whole=len(values) == len(kommuner),
    )


def _figure(by_year: ByYear, year: int) -> Figure:
    _, value, status, lower, upper, n, provisional = by_year.get(year, ("", nan, NONE, nan, nan, nan, False))
    if value == value:
        return Figure(value, status, lower, upper, n, provisional)
    earlier = [y for y, seen in by_year.items() if seen[1] == seen[1] and y < year]
    return Figure(None, NONE if status == VALUE else status, last=by_year[max(earlier)][0] if earlier else "")


def _mean(one: Spine, found: Mapping[str, ByYear], kommuner: AbstractSet[str]) -> Spine:
    """The same measure as the mean of three years, or of one with the reason why not."""
    asked = list(range(one.year - MEAN_OF + 1, one.year + 1))
    why = _why_not(one, asked)
    have = {code: [y[t] for t in asked] for code, y in found.items() if all(_counts(y, t) for t in asked)}
    if not why and not any(code in have for code in one.places if code in kommuner):
        why = "Tre år i följd finns inte."
    if why:
        return replace(one, why_year=why)
    made = {code: _pooled(one, seen) for code, seen in have.items()}
    values = {code: value for code, f in made.items() if code in kommuner and (value := f.value) is not None}
    places = {
        code: made.get(code, Figure(last=one.period if f.value is not None else "")) for code, f in one.places.items()
    }
    label = f"{MEAN_OF}-årsmedel {years(asked[0], asked[-1])}"
    return replace(one, period=label, places=places, values=values, whole=len(values) == len(kommuner), mean=True)


def _counts(by_year: ByYear, year: int) -> bool:
    return year in by_year and by_year[year][1] == by_year[year][1]


def _why_not(one: Spine, asked: list[int]) -> str:
    traits, cut = one.indicator.traits, one.indicator.last_break
    if traits.window_years > 1:
        return f"Varje värde är redan ett medel av {traits.window_years} år."
    if traits.survey:
        return "Enkätens år kan inte läggas ihop utan antalet svarande."
    if any(mark in one.period for mark in PARTS_OF_YEAR):
        return "Måttet är av en del av året."
    if cut is not None and asked[0] < cut <= asked[-1]:
        return f"Tidsserien bryts {cut}."
    if traits.measured_years is not None and not set(asked) <= set(traits.measured_years):
        return "Måttet mäts inte varje år."
    return ""


def _pooled(one: Spine, seen: list[Seen]) -> Figure:
    """Large years weigh more where the number of people is known in all three; else every year the same."""
    values, ns = [s[1] for s in seen], [s[5] for s in seen]
    if one.share and all(n == n and n > 0 for n in ns):
        return Figure(sum(v * n for v, n in zip(values, ns, strict=True)) / sum(ns), VALUE, n=sum(ns))
    return Figure(sum(values) / len(values), VALUE)

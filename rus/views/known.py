"""What the figures in hand know of each indicator: how far they reach, how new they are, how many they are of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views.figures import main_group

LEVELS = ("riket", "lan", "kommun")


@dataclass(frozen=True)
class Known:
    """The figures of one indicator.

    `regions` is how many regions of each level have one, `ours` how many of the county's kommuner; `points` the years
    since the last break, of the county or, where it has none, of the kommun with most; `least_n` the smallest number of
    people or things behind a newest figure of our kommuner, None where the source does not say.
    """

    first_year: int
    newest: str
    retrieved: date | None
    regions: Mapping[str, int]
    ours: int
    sexes: frozenset[str]
    groups: tuple[str, ...]
    points: int
    least_n: int | None


def known(store: Store, catalogue: Catalogue) -> dict[str, Known]:
    """Every indicator that has figures, by id."""
    regions, ours, least = _regions(store), ours_of(store, catalogue), _least(store, catalogue)
    points = _points(store, catalogue)
    made = {}
    for row in store.coverage().to_dict("records"):
        name = str(row["indicator"])
        if name not in catalogue.indicators or not row["n_values"]:
            continue
        made[name] = Known(
            first_year=int(row["first_year"]),
            newest=str(row["newest"]),
            retrieved=row["fetched"].date() if row["fetched"] == row["fetched"] else None,  # NaT differs from itself
            regions=regions.get(name, {}),
            ours=ours.get(name, 0),
            sexes=frozenset(str(row["sexes"]).split(",")),
            groups=tuple(str(group) for group in row["groups"]),
            points=points.get(name, 0),
            least_n=least.get(name),
        )
    return made


def _points(store: Store, catalogue: Catalogue) -> dict[str, int]:
    rows = store.observations(indicators=None, regions=[catalogue.here.region, *catalogue.kommuner()])
    kept = rows[rows["value"].notna()][["indicator", "group", "region", "year"]].drop_duplicates()
    main = {i.id: main_group(i) for i in catalogue.indicators.values()}
    years: dict[str, dict[str, int]] = {}
    for name, group, region, year in zip(*(kept[c].tolist() for c in kept), strict=True):
        if group == main.get(name) and _counts(catalogue.indicators[name], int(year)):
            mine = years.setdefault(name, {})
            mine[region] = mine.get(region, 0) + 1
    return {name: found.get(catalogue.here.region) or max(found.values()) for name, found in years.items()}


def _counts(indicator: Indicator, year: int) -> bool:
    """Whether a year is measured and of the newest unbroken series."""
    measured = indicator.traits.measured_years
    return year >= (indicator.last_break or 0) and (measured is None or year in measured)


def _regions(store: Store) -> dict[str, dict[str, int]]:
    rows = store.coverage_by_cell()
    made: dict[str, dict[str, int]] = {}
    for name, level, many in zip(rows["indicator"], rows["level"], rows["regions"], strict=True):
        mine = made.setdefault(str(name), dict.fromkeys(LEVELS, 0))
        mine[str(level)] = max(mine[str(level)], int(many))
    return made


def ours_of(store: Store, catalogue: Catalogue) -> dict[str, int]:
    """Indicator → how many of the county's kommuner have a figure."""
    rows = store.newest(indicators=None, regions=catalogue.kommuner())
    counted = rows.groupby("indicator", observed=True)["region"].nunique()
    return {str(name): int(many) for name, many in counted.items()}


def _least(store: Store, catalogue: Catalogue) -> dict[str, int]:
    rows = store.newest(indicators=None, regions=catalogue.kommuner(), sexes=["total"])
    main = {i.id: main_group(i) for i in catalogue.indicators.values()}
    own = [main.get(str(i)) == str(g) for i, g in zip(rows["indicator"], rows["group"], strict=True)]
    counted = rows[pd.Series(own, index=rows.index, dtype=bool)].groupby("indicator", observed=True)["n"].min().dropna()
    return {str(name): int(least) for name, least in counted.items()}

"""Indicators that their owner publishes for kommuner only: how far apart the place's own kommuner lie."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import fmt
from rus.store.store import Store
from rus.views.available import is_rate
from rus.views.cards import name_of
from rus.views.figures import main_group

Figure = tuple[str, str]
PERCENT = "procent"


@dataclass(frozen=True)
class Spread:
    """The lowest and the highest of the place's kommuner in the period that most of them have.

    `lowest`, `highest`: kommun and figure, percent with its sign; None for amounts, which tell how large a kommun is.
    `unit`: what other figures are in. `country`: riket's figure of the same period, empty where there is none.
    `kommuner`: how many have a figure.
    """

    indicator: str
    group: str
    name: str
    unit: str
    period: str
    lowest: Figure | None
    highest: Figure | None
    country: str
    kommuner: int


def spreads(store: Store, catalogue: Catalogue, ids: Iterable[str]) -> tuple[Spread, ...]:
    """The spread of each indicator among the place's kommuner, in the order given; those without figures left out."""
    wanted = list(ids)
    regions = [*catalogue.kommuner(), catalogue.here.country]
    rows = store.observations(indicators=wanted, regions=regions, sexes=["total"])
    by_indicator = dict(list(rows[rows["value"].notna()].groupby("indicator", observed=True)))
    found = [_spread(catalogue.indicators[i], by_indicator[i], catalogue) for i in wanted if i in by_indicator]
    return tuple(spread for spread in found if spread)


def _spread(indicator: Indicator, rows: pd.DataFrame, catalogue: Catalogue) -> Spread | None:
    group = main_group(indicator)
    of_group = rows[rows["group"] == group]
    own = of_group[of_group["level"] == "kommun"]
    if own.empty:
        return None
    counts = own.groupby("period", observed=True, sort=True)["region"].nunique()
    period = str(counts[counts >= counts.max() / 2].index[-1])
    at = own[own["period"] == period].sort_values("value")
    country = of_group[(of_group["level"] == "riket") & (of_group["period"] == period)]["value"]

    def shown(value: float) -> str:
        return fmt(value, decimals=indicator.decimals, unit=PERCENT if indicator.unit == PERCENT else "")

    def put(row: "pd.Series[float]") -> Figure:
        return str(row["region_name"]), shown(float(row["value"]))

    comparable = is_rate(indicator) and len(at) > 1
    return Spread(
        indicator=indicator.id,
        group=group,
        name=name_of(indicator, group, catalogue),
        unit="" if indicator.unit == PERCENT else indicator.unit,
        period=period,
        lowest=put(at.iloc[0]) if comparable else None,
        highest=put(at.iloc[-1]) if comparable else None,
        country=shown(float(country.iloc[0])) if len(country) else "",
        kommuner=len(at),
    )

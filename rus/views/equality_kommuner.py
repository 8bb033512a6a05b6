"""How unequal a measure is between the kommuner of a county."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from rus.analysis.inequality import Group, Measure, summary
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.available import coverage_row, is_rate
from rus.views.equality_series import gap_unit
from rus.views.figures import main_group

AMOUNT = "Måttet är en mängd, så skillnaden följer av hur stora kommunerna är."
NOT_A_COUNTY = "Spridningen räknas mellan kommunerna i ett län."
LEAST_PLACES = 3
RECENT = 8
"""Years back that are read: two elections, or three years with holes between them."""
TOO_FEW = "Måttet finns inte för tillräckligt många kommuner."


@dataclass(frozen=True)
class Kommuner:
    """Lowest and highest kommun in a sentence, and the measures weighted by people; `reason` where there are none."""

    period: str
    text: str
    measures: tuple[Measure, ...]
    reason: str = ""


def recent(
    store: Store,
    indicator: Indicator,
    codes: list[str],
    sexes: list[str] | None = None,
    groups: list[str] | None = None,
) -> pd.DataFrame:
    """The rows of the last years alone, which are all that is shown; all years where those have none.

    Args:
        store: the figures.
        indicator: the measure.
        codes: regions.
        sexes: of women, men, total; None for all.
        groups: group ids; None for all.
    """
    row = coverage_row(store.coverage(), indicator.id)
    first = int(str(row["last_year"])) - RECENT if row else None
    ids = [indicator.id]
    rows = store.observations(indicators=ids, regions=codes, sexes=sexes, groups=groups, first=first)
    if first and rows.empty:
        return store.observations(indicators=ids, regions=codes, sexes=sexes, groups=groups)
    return rows


def kommuner(store: Store, catalogue: Catalogue, indicator: Indicator, region: str) -> Kommuner:
    """The spread between a county's kommuner in the newest period that most of them have."""
    codes = catalogue.kommuner(region)
    if len(codes) < LEAST_PLACES:
        return Kommuner("", "", (), NOT_A_COUNTY)
    if not is_rate(indicator):
        return Kommuner("", "", (), AMOUNT)
    rows = recent(store, indicator, codes, sexes=["total"], groups=[main_group(indicator)])
    rows = rows[rows["value"].notna()]
    sizes = Counter(rows["period"].tolist())
    if max(sizes.values(), default=0) < LEAST_PLACES:
        return Kommuner("", "", (), TOO_FEW)
    period = max(sizes, key=lambda p: (sizes[p], p))
    rows = rows[rows["period"] == period]
    columns = (rows[c].tolist() for c in ("region_name", "value", "n"))
    groups = [Group(name, value, n if n == n else None) for name, value, n in zip(*columns, strict=True)]
    low, high = min(groups, key=lambda g: g.value), max(groups, key=lambda g: g.value)
    spread = f"{number(low.value, indicator.decimals)} till {number(high.value, indicator.decimals)} {indicator.unit}"
    text = f"Mellan kommunerna går värdet från {spread} {period}: lägst i {low.name}, högst i {high.name}."
    measures = summary(groups, ordered=False, better=indicator.better, unit=gap_unit(indicator))
    return Kommuner(period, text, measures)

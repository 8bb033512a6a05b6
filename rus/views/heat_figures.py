"""Which kommuner and measures an overview has, and their figures."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.core.swedish import sort_key
from rus.store.store import Store
from rus.views.available import is_rate
from rus.views.choice import Choice
from rus.views.figures import main_group
from rus.views.lines import plain
from rus.views.places import LAST_YEAR
from rus.views.rest import Figure

MOST = 12


@dataclass(frozen=True)
class Found:
    """One measure's figures by kommun, all of one period; `gone` says of those without a value their status."""

    period: str
    figures: dict[str, Figure]
    gone: dict[str, str]


def shown(catalogue: Catalogue, choice: Choice) -> list[str]:
    """At most twelve kommuner, in Swedish order: all of the county, or the chosen and then the first."""
    every = sorted(catalogue.kommuner(), key=lambda code: sort_key(catalogue.name(code)))
    first = sorted(every, key=lambda code: code not in choice.regions)[:MOST]
    return [code for code in every if code in first]


def group_of(indicator: Indicator, choice: Choice) -> str:
    """The chosen group of the chosen indicator, else the group that stands for the measure."""
    chosen = indicator.id == choice.indicator and choice.group != TOTAL
    return choice.group if chosen else main_group(indicator)


def sex_of(choice: Choice) -> Sex:
    """The one sex chosen, else everyone."""
    return choice.sexes[0] if len(choice.sexes) == 1 else "total"


def of_theme(store: Store, catalogue: Catalogue, chosen: str) -> list[Indicator]:
    """The chosen indicator, and others of its theme that can be called better or worse."""
    covered = store.coverage()
    have = set(covered.loc[covered["kommuner"] > 0, "indicator"])
    theme = catalogue.indicators[chosen].theme if chosen in catalogue.indicators else ""
    found = [i for i in catalogue.indicators.values() if i.theme == theme and i.id in have and _can(i)]
    return sorted(found, key=lambda i: (i.id != chosen, not i.headline, sort_key(i.short)))


def order(indicator: Indicator, found: Found, choice: Choice) -> tuple[bool, bool]:
    """The chosen one first, then those whose certainty can be computed."""
    return indicator.id != choice.indicator, all(n != n for _, n in found.figures.values())


def _can(indicator: Indicator) -> bool:
    return indicator.better != "neutral" and is_rate(indicator) and indicator.state == "in_use"


def newest(
    store: Store, catalogue: Catalogue, wanted: Sequence[Indicator], choice: Choice
) -> tuple[pd.DataFrame, dict[str, Found]]:
    """The rows, and each measure's figures at the newest period that at least half of its kommuner have."""
    groups = {i.id: group_of(i, choice) for i in wanted}
    rows = store.observations(
        indicators=[*groups], regions=catalogue.kommuner(), sexes=[sex_of(choice)], groups=sorted({*groups.values()})
    )
    until = choice.years[1] if choice.years else LAST_YEAR
    seen: dict[str, dict[str, dict[str, Figure]]] = {}
    gone: dict[tuple[str, str], dict[str, str]] = {}
    columns = ("indicator", "group", "period", "year", "region", "value", "n", "status")
    for name, group, period, year, region, value, n, status in zip(*(plain(rows[c]) for c in columns), strict=True):
        if year > until or group != groups[name]:
            continue
        if value == value:  # NaN is the one value that differs from itself
            seen.setdefault(name, {}).setdefault(period, {})[region] = (value, n)
        else:
            gone.setdefault((name, period), {})[region] = status
    found = {}
    for name, periods in seen.items():
        most = max(len(places) for places in periods.values())
        period = max(p for p, places in periods.items() if len(places) >= most / 2)
        found[name] = Found(period, periods[period], gone.get((name, period), {}))
    each = zip(*(plain(rows[c]) for c in columns[:3]), strict=True)
    shown = [name in found and found[name].period == period and groups[name] == group for name, group, period in each]
    return rows[shown], found

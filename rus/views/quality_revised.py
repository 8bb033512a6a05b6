"""Values that a source has changed or taken back: from where to where, how much, and what that is of the old value."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import fmt, number
from rus.views.choice import SEX_WORDS
from rus.views.quality import name
from rus.views.sheet import period_in_words

SEXES: Mapping[str, str] = {str(sex): words for sex, words in SEX_WORDS.items()}
MOST_DECIMALS = 4


@dataclass(frozen=True)
class Value:
    """A value that the source has changed or taken back; `change` is its size in words, empty where it is gone."""

    indicator: str
    group: str
    name: str
    where: str
    period: str
    old: str
    new: str
    change: str


@dataclass(frozen=True)
class Revised:
    """The revisions of one indicator and group: how many, and between which changes they lie, in words."""

    indicator: str
    group: str
    name: str
    figures: int
    places: int
    span: str


def summary(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Revised, ...]:
    """Every indicator and group with revisions, those with most first."""
    found = []
    steps = rows.assign(step=rows["new"] - rows["old"])
    for key, some in steps.groupby(["indicator", "group"], sort=False, observed=True):
        indicator, group = pair(key)
        known = some.dropna(subset=["step"]).sort_values("step")
        ends = known.iloc[sorted({0, len(known) - 1})].to_dict("records") if len(known) else []
        span = " till ".join(dict.fromkeys(_change(catalogue, row) for row in ends))
        title, places = name(catalogue, indicator, group), some["region"].nunique()
        found.append(Revised(indicator, group, title, len(some), places, span))
    return tuple(sorted(found, key=lambda r: (-r.figures, r.name)))


def values(catalogue: Catalogue, rows: pd.DataFrame, most: int) -> tuple[Value, ...]:
    """At most so many of the rows: those of our own places first, then by size against the old value."""
    own = {catalogue.here.region, catalogue.here.country, *catalogue.kommuner()}
    step = (rows["new"] - rows["old"]).abs()
    size = (step / rows["old"].abs().replace(0.0, np.nan)).fillna(step).fillna(0.0)
    ordered = rows.assign(other=~rows["region"].isin(own), size=-size)
    shown = ordered.sort_values(["other", "size", "indicator", "region", "sex", "period"]).head(most)
    return tuple(_value(catalogue, row) for row in shown.to_dict("records"))


def pair(key: object) -> tuple[str, str]:
    """Indicator and group of a part of a frame grouped by them."""
    indicator, group = cast("tuple[str, str]", key)  # pandas says only that it can be hashed
    return indicator, group


def _value(catalogue: Catalogue, row: Mapping[Hashable, object]) -> Value:
    indicator, group, sex = str(row["indicator"]), str(row["group"]), str(row["sex"])
    decimals = _decimals(catalogue, row)
    where = [catalogue.name(str(row["region"])), *([SEXES[sex]] if sex != "total" else [])]
    return Value(
        indicator=indicator,
        group=group,
        name=name(catalogue, indicator, group),
        where=", ".join(where),
        period=period_in_words(str(row["period"])),
        old=fmt(_number(row["old"]), decimals=decimals, status=str(row["old_status"])),
        new=fmt(_number(row["new"]), decimals=decimals, status=str(row["new_status"])),
        change=_change(catalogue, row),
    )


def _number(value: object) -> float | None:
    return None if value is None or value != value else float(str(value))  # NaN differs from itself


def _step(row: Mapping[Hashable, object]) -> float | None:
    old, new = _number(row["old"]), _number(row["new"])
    return None if old is None or new is None else new - old


def _decimals(catalogue: Catalogue, row: Mapping[Hashable, object]) -> int:
    """The indicator's own, or as many as it takes for the change to be seen."""
    found, step = catalogue.indicators.get(str(row["indicator"])), _step(row)
    own = found.decimals if found else 1
    return next((d for d in range(own, MOST_DECIMALS + 1) if step and round(step, d)), own)


def _change(catalogue: Catalogue, row: Mapping[Hashable, object]) -> str:
    step, old = _step(row), _number(row["old"])
    if step is None or old is None:
        return ""
    found = catalogue.indicators.get(str(row["indicator"]))
    text = number(step, _decimals(catalogue, row), sign=True)
    if found and found.unit == "procent":
        return f"{text} procentenheter"
    return f"{text} ({number(step / old * 100, 1, sign=True)}\u00a0%)" if old > 0 else text

"""Groups that make up everyone: only they may be added up, weighted together or given another mix."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_of
from rus.catalogue.indicator import Indicator
from rus.views.equality_pairs import WOMEN_AND_MEN, groups_of
from rus.views.equality_series import Key, Series, is_share

Sized = dict[str, tuple[float, float]]
"""Group's name → value and people."""

NO_PEOPLE = "Antalet personer i grupperna är inte känt."
NOT_WHOLE = "Grupperna är tillsammans inte alla, eller samma personer finns i flera av dem."
NOT_SHARE = "Måttet är ingen andel av personer."
NEAR_PEOPLE = 0.02
"""How near the groups' people must be to everyone."""
NEAR_VALUE = 1.0
"""How near the groups' mean must be to the value of all, where everyone is not counted: source values are rounded."""
_RANGE = re.compile(r"^(\d+)(?:-(\d+)|\+)$")
_OLDEST = 999


@dataclass(frozen=True)
class Split:
    """One way that a measure is split into several groups: the ground, and each group's name with its group and sex."""

    ground: str
    label: str
    keys: dict[str, Key]


def parts_of(series: Series, catalogue: Catalogue) -> tuple[Split, ...]:
    """The ways a measure is split into several groups; sex first."""
    sexes: dict[str, Key] = {name: (TOTAL, sex) for name, sex in zip(WOMEN_AND_MEN, ("women", "men"), strict=True)}
    found = [Split("sex", "kön", sexes)]
    for ground in catalogue.grounds:
        groups = groups_of(series, ground)
        if len(groups) > 1:
            keys: dict[str, Key] = {catalogue.group_label(g): (g, "total") for g in groups}
            found.append(Split(ground.id, ground.label.lower(), keys))
    return tuple(found)


def whole(series: Series, keys: Mapping[str, Key], period: str, within: str = "total") -> tuple[Sized, str]:
    """The groups with their people in a period, or why they may not be added up.

    Args:
        series: the figures.
        keys: the groups.
        period: the period.
        within: the sex that the groups are of together.
    """
    if not is_share(series.indicator):
        return {}, NOT_SHARE
    sized: Sized = {}
    for name, key in keys.items():
        found = series.at(key, period)
        side = found.side if found else None
        if side is None or not side.n:
            return {}, NO_PEOPLE
        sized[name] = (side.value, side.n)
    together = apart([group for group, _ in keys.values()]) and _everyone(series, sized, period, within)
    return (sized, "") if together else ({}, NOT_WHOLE)


def periods_of(series: Series, keys: Mapping[str, Key]) -> tuple[str, ...]:
    """Periods after the last break in which every group has a value and people, oldest first."""
    first, *_ = keys.values()
    start = series.indicator.last_break or 0
    found = [p for p in series.measured(first) if (f := series.at(first, p)) and f.year >= start]
    return tuple(p for p in found if all(_counted(series, key, p) for key in keys.values()))


def _counted(series: Series, key: Key, period: str) -> bool:
    found = series.at(key, period)
    return bool(found and found.side and found.side.n)


def _everyone(series: Series, sized: Sized, period: str, within: str) -> bool:
    all_ = series.at((TOTAL, within), period)
    people = sum(n for _, n in sized.values())
    if all_ and all_.side and all_.side.n:
        return abs(people / all_.side.n - 1) <= NEAR_PEOPLE
    mean = sum(value * n for value, n in sized.values()) / people
    return bool(all_ and all_.value is not None and abs(mean - all_.value) <= NEAR_VALUE)


def apart(groups: Sequence[str]) -> bool:
    """Whether no one can be in two of the groups: ages that overlap, or stand beside another kind of age, may."""
    spans = sorted(span for g in groups for value in group_of(g).values() if (span := _span(value)))
    if not spans:
        return True
    numbered = sum(any(_span(v) for v in group_of(g).values()) for g in groups)
    return numbered == len(groups) and all(a[1] < b[0] for a, b in pairwise(spans))


def _span(value: str) -> tuple[int, int] | None:
    found = _RANGE.match(value)
    return (int(found[1]), int(found[2]) if found[2] else _OLDEST) if found else None


def awaited(indicator: Indicator, label: str) -> str:
    """Why something needs people, and where they would come from, in a sentence."""
    of = indicator.denominator
    what = f" ({of.text[:1].lower()}{of.text[1:].rstrip('.')})" if of else ""
    return f"{label} räknas när källans antal personer i varje grupp{what} finns bland siffrorna."

"""Every measure of one region by the size of its largest gap, in terms that can be compared, tested together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from rus.analysis.multiplicity import RATE, adjusted
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import GapShrinks
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.equality_groups import slope_of
from rus.views.equality_pairs import SURE, Pair, along, groups_of, sexes
from rus.views.equality_series import Line, Series, gap_unit, lines_of, plain

Scale = Literal["medel", "pp", "kvot", "sii"]
SCALES: dict[Scale, str] = {
    "medel": "Andel av medelvärdet",
    "pp": "Procentenheter",
    "kvot": "Kvot",
    "sii": "Lutning över alla grupper",
}
"""How gaps of different measures are compared."""
DEFAULT: Scale = "medel"


@dataclass(frozen=True)
class Listed:
    """One pair of one measure.

    `size` has the gap by every scale it can be had in: share of the mean in percent, percentage points, the ratio as
    the larger over the smaller, the slope index in percentage points. `q` is p adjusted for all pairs of the list;
    `goal`: this very gap shall shrink.
    """

    indicator: str
    title: str
    ground: str
    names: tuple[str, str]
    period: str
    difference: float
    unit: str
    decimals: int
    size: dict[Scale, float]
    p: float | None
    sure: bool
    goal: bool
    q: float | None = None


@dataclass(frozen=True)
class Ranked:
    """The measures in order, one row each, and how many gaps are certain, tested and there in all."""

    rows: tuple[Listed, ...]
    certain: int
    tested: int
    all: int

    @property
    def tally(self) -> str:
        """How many gaps are certain, and for how many that can't be told, in a sentence."""
        unknown = self.all - self.tested
        more = f" För {unknown} är osäkerheten inte känd." if unknown else ""
        return f"{self.certain} av {self.all} skillnader är säkra när alla prövas tillsammans.{more}"


def listed(store: Store, catalogue: Catalogue, region: str) -> tuple[Listed, ...]:
    """Every pair of every measure in use with a wanted direction, in one region.

    Args:
        store: the figures.
        catalogue: of the same build.
        region: code.
    """
    cover = store.coverage()
    have = set(cover["indicator"].tolist())
    wanted = [i for i in catalogue.indicators.values() if i.id in have and i.better != "neutral"]
    newest = _by_measure(store.newest(indicators=[i.id for i in wanted], regions=[region]))
    uneven = [identity for identity, lines in newest.items() if _is_uneven(lines)]
    if uneven:  # groups measured in different years meet in the newest year that they share
        newest |= _by_measure(store.observations(indicators=uneven, regions=[region]))
    found = [one for i in wanted if i.id in newest for one in _of(Series(newest[i.id], i), i, catalogue)]
    qs = adjusted([one.p for one in found])
    return tuple(
        replace(one, q=q, sure=one.sure and q is not None and q <= RATE) for one, q in zip(found, qs, strict=True)
    )


def _by_measure(rows: pd.DataFrame) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for identity, line in zip(plain(rows, "indicator"), lines_of(rows), strict=True):
        found.setdefault(identity, []).append(line)
    return found


def _is_uneven(lines: Sequence[Line]) -> bool:
    """Whether the groups or sexes of a measure have different newest periods."""
    return len({line[2] for line in lines}) > 1


def ranked(found: Sequence[Listed], by: Scale, *, sure_only: bool) -> Ranked:
    """One row a measure, the largest gap by this scale first; measures without a gap by it are left out."""
    kept = [one for one in found if by in one.size and (one.sure or not sure_only)]
    largest: dict[str, Listed] = {}
    for one in sorted(kept, key=lambda o: (-o.size[by], o.title)):
        largest.setdefault(one.indicator, one)
    tested = sum(one.p is not None for one in found)
    return Ranked(tuple(largest.values()), sum(one.sure for one in found), tested, len(found))


def size_words(one: Listed, by: Scale) -> str:
    """The gap by a scale: `12 % av medelvärdet`, `4,5 procentenheter`, `kvot 1,2`."""
    value = one.size[by]
    if by == "medel":
        return f"{number(value)}\u00a0% av medelvärdet"
    if by == "kvot":
        return f"kvot {number(value, 2)}"
    return f"{number(value, max(one.decimals, 1) if by == 'sii' else one.decimals)}\u00a0procentenheter"


def caption(one: Listed, by: Scale) -> str:
    """What stands under a measure in the list: who is compared, how large the gap is, and whether it is certain."""
    who = f"alla grupper efter {one.ground.lower()}" if by == "sii" else f"{one.names[0]} mot {one.names[1]}"
    certain = "säker" if one.sure else ("osäkerhet ej beräknad" if one.p is None else "inte säker")
    goal = ". Mål: ska minska" if one.goal else ""
    return f"{who}: {size_words(one, by)} ({certain}){goal}"


def _of(series: Series, indicator: Indicator, catalogue: Catalogue) -> Iterator[Listed]:
    yield from _listed(sexes(series, catalogue, told=False), series, indicator, None)
    for ground in catalogue.grounds:
        groups = groups_of(series, ground) if ground.advantaged else []
        if groups:
            slope, _, _ = slope_of(series, ground, groups, catalogue) if ground.ordered else (None, "", None)
            yield from _listed(
                along(series, ground, groups, catalogue), series, indicator, slope.sii if slope else None
            )


def _listed(pair: Pair, series: Series, indicator: Indicator, sii: float | None) -> Iterator[Listed]:
    if pair.gap is None:
        return
    gap = pair.gap
    first, second = gap.first.value, gap.second.value
    size: dict[Scale, float] = {}
    middle = _middle(series, pair, (first, second))
    if middle > 0 and min(first, second) >= 0:
        size["medel"] = 100 * gap.size / middle
    if indicator.unit == "procent":
        size["pp"] = gap.size
    if gap.ratio is not None and gap.ratio > 0:
        size["kvot"] = max(gap.ratio, 1 / gap.ratio)
    if sii is not None and indicator.unit == "procent":
        size["sii"] = abs(sii)
    yield Listed(
        indicator=indicator.id,
        title=indicator.title,
        ground=pair.label,
        names=pair.names,
        period=pair.period,
        difference=gap.difference.value,
        unit=gap_unit(indicator),
        decimals=indicator.decimals,
        size=size,
        p=gap.difference.p,
        sure=gap.difference.verdict in SURE,
        goal=any(isinstance(g, GapShrinks) and g.ground == pair.ground for g in indicator.goals),
    )


def _middle(series: Series, pair: Pair, values: tuple[float, float]) -> float:
    """The value of all in the pair's period, else halfway between the two."""
    all_ = series.at((pair.group if pair.ground == "sex" else TOTAL, "total"), pair.period)
    return all_.value if all_ and all_.value is not None else sum(values) / 2

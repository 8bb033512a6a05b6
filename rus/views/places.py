"""Many places at one time: the ranking and the map, and whether there are figures enough for them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.core.swedish import listing
from rus.store.store import Store
from rus.views.available import Option
from rus.views.choice import Choice
from rus.views.lines import plain
from rus.views.marked import Marked, marked
from rus.views.place import Place
from rus.views.place_limits import limits_of, ranks_within

LEVELS = {"lanet": "kommun", "kommuner": "kommun", "lan": "lan"}
LEVEL_WORDS = {"lanet": "kommuner", "kommuner": "kommuner", "lan": "län"}
MOST_NAMED, MOST_ROWS, AT_ENDS = 4, 30, 5
LAST_YEAR = 9999


@dataclass(frozen=True)
class Places:
    """The regions of a scope in one period.

    `shown` are in order of rank; `drawn` are those of them that a chart has room for; `ours` are the codes of the place
    and its kommuner. `everyone` are all regions of the level, only where each of them has a value: else
    empty. `beside` are (name, value) of the county and the country. `missing` names regions of the scope without value.
    `marked` are the others of everyone that a chosen comparison set holds; None where none is chosen.
    """

    scope: str
    period: str
    sex: Sex
    shown: tuple[Place, ...]
    drawn: tuple[Place, ...]
    ours: frozenset[str]
    everyone: tuple[Place, ...]
    beside: tuple[tuple[str, float], ...]
    ranked: int
    missing: tuple[str, ...]
    rows: pd.DataFrame
    marked: Marked | None = None

    @property
    def unsure(self) -> bool:
        """Whether any value has an interval."""
        return any(place.lower is not None for place in self.shown)

    def bare(self) -> "Places":
        """The same without intervals: values, and the places they have by themselves."""
        shown, drawn = (
            tuple(replace(place, lower=None, upper=None, among=None) for place in some)
            for some in (self.shown, self.drawn)
        )
        return replace(self, shown=shown, drawn=drawn)

    @property
    def complete(self) -> bool:
        """Whether every region of the scope has a value, which a map needs."""
        return bool(self.shown) and not self.missing

    def why_incomplete(self) -> str:
        """Which regions lack a value, in words; empty where none does."""
        if not self.missing:
            return ""
        if len(self.missing) <= MOST_NAMED:
            return f"Uppgift saknas för {listing(self.missing)} {self.period}."
        total = len(self.missing) + len(self.shown)
        return f"Uppgift saknas för {len(self.missing)} av {total} {LEVEL_WORDS[self.scope]} {self.period}."


def scopes(catalogue: Catalogue, row: Mapping[str, object] | None, *, whole: bool = False) -> tuple[Option, ...]:
    """The three sets of regions that can be ranked and mapped, with the reason where one can't.

    `whole`: only sets that are all regions of their level, for charts of ours among all.
    """
    kommuner = int(str(row["kommuner"])) if row else 0
    counties = int(str(row["lan"])) if row else 0
    ours, everyone = len(catalogue.kommuner()), len(members(catalogue, "kommuner"))
    every_county = len(members(catalogue, "lan"))
    none = "" if kommuner else "Måttet redovisas inte för kommuner."
    few = f"Siffrorna finns bara för {kommuner} av {everyone} kommuner."
    few_counties = f"Siffrorna finns bara för {counties} av {every_county} län."
    return (
        *(() if whole else (Option("lanet", f"Länets {ours} kommuner", none),)),
        Option("kommuner", f"Alla {everyone} kommuner", none or ("" if kommuner >= everyone else few)),
        Option("lan", f"Alla {every_county} län", "" if counties >= every_county else few_counties),
    )


def members(catalogue: Catalogue, scope: str) -> list[str]:
    """Codes of the regions of a scope."""
    if scope == "lanet":
        return catalogue.kommuner()
    return [r.code for r in catalogue.regions.values() if r.level == LEVELS[scope]]


def settle_scope(wanted: str, options: Sequence[Option]) -> str:
    """The wanted scope where it has figures, else the first that has."""
    have = [option.id for option in options if not option.reason]
    return wanted if wanted in have else (have[0] if have else "lanet")


def around(catalogue: Catalogue, scope: str) -> list[str]:
    """Codes of the regions whose figures a ranking starts from: a sample of the level, the county and the country."""
    sample = catalogue.kommuner() if LEVELS[scope] == "kommun" else members(catalogue, scope)
    return [*sample, catalogue.here.region, catalogue.here.country]


def one_sex(choice: Choice, have: Sequence[Sex]) -> Sex:
    """The sex that is ranked and mapped: the only one chosen, else the total where there is one."""
    return choice.sexes[0] if len(choice.sexes) == 1 or "total" not in have else "total"


def places(store: Store, catalogue: Catalogue, choice: Choice, scope: str, near: pd.DataFrame, *, sex: Sex) -> Places:
    """The regions of a scope at the newest period within the chosen years.

    Args:
        store: the figures.
        catalogue: the catalogue.
        choice: what was chosen.
        scope: `lanet`, `kommuner` or `lan`.
        near: all years of the regions named by `around`, of one sex and group.
        sex: which sex.
    """
    codes, beside = members(catalogue, scope), [catalogue.here.region, catalogue.here.country]
    whole_country = scope == "kommuner" and choice.years is None  # then the newest that most of all kommuner have
    level, indicator = LEVELS[scope], choice.indicator or ""
    period = None if whole_country else _period(near, choice, exclude=set(beside) - set(codes))
    ranked = store.ranking(indicator, period=period, sex=sex, group=choice.group, level=level)
    everyone = _places(ranked, choice)
    period = str(ranked["period"].iloc[0]) if len(ranked) else (period or "")
    inside, ours = set(codes), frozenset({catalogue.here.region, *catalogue.kommuner()})
    shown = tuple(place for place in everyone if place.code in inside)
    shown = _unsure(shown, everyone, ranked, catalogue.indicators[indicator]) if shown else ()
    have = {place.code for place in shown}
    seen = near[near["period"] == period]
    whole = everyone if len(everyone) == len(members(catalogue, _whole(scope))) else ()
    return Places(
        scope=scope,
        period=period,
        sex=sex,
        shown=shown,
        drawn=_drawn(shown, ours),
        ours=ours,
        everyone=whole,
        beside=_beside(seen, [code for code in beside if code not in have]),
        ranked=len(everyone),
        missing=tuple(catalogue.name(code) for code in codes if code not in have),
        rows=_all_kommuner(seen, ranked, beside) if scope == "kommuner" else seen,
        marked=marked(catalogue, choice, whole),
    )


def _all_kommuner(seen: pd.DataFrame, ranked: pd.DataFrame, beside: Sequence[str]) -> pd.DataFrame:
    return pd.concat([seen[seen["region"].isin(beside)], ranked.drop(columns="rank")], ignore_index=True)


def _drawn(shown: tuple[Place, ...], ours: Collection[str]) -> tuple[Place, ...]:
    """All of them, or of very many: ours, the chosen, the first and the last."""
    if len(shown) <= MOST_ROWS:
        return shown
    ends = {place.code for place in (*shown[:AT_ENDS], *shown[-AT_ENDS:])}
    return tuple(place for place in shown if place.chosen or place.code in ends or place.code in ours)


def _beside(rows: pd.DataFrame, order: Sequence[str]) -> tuple[tuple[str, float], ...]:
    columns = zip(plain(rows["region"]), plain(rows["region_name"]), plain(rows["value"]), strict=True)
    found = {code: (name, value) for code, name, value in columns if value == value}  # NaN differs from itself
    return tuple(found[code] for code in order if code in found)


def _whole(scope: str) -> str:
    return "lan" if scope == "lan" else "kommuner"


def _period(rows: pd.DataFrame, choice: Choice, *, exclude: Collection[str]) -> str | None:
    """The newest period within the chosen years in which at least half as many regions as ever have a value."""
    end = choice.years[1] if choice.years else LAST_YEAR
    columns = zip(plain(rows["region"]), plain(rows["period"]), plain(rows["year"]), plain(rows["value"]), strict=True)
    counted = Counter(
        (year, period)
        for region, period, year, value in columns
        if value == value and year <= end and region not in exclude
    )
    most = max(counted.values(), default=0)
    return max((key for key, count in counted.items() if count >= most / 2), default=(0, None))[1]


def _places(rows: pd.DataFrame, choice: Choice) -> tuple[Place, ...]:
    columns = (plain(rows[c]) for c in ("region", "region_name", "value", "rank"))
    return tuple(
        Place(
            code=str(code),
            name=str(name),
            value=float(value),
            rank=int(rank) if rank == rank else None,  # NaN is no rank
            chosen=str(code) in choice.regions,
        )
        for code, name, value, rank in zip(*columns, strict=True)
        if value == value
    )


def _unsure(
    shown: tuple[Place, ...], everyone: tuple[Place, ...], rows: pd.DataFrame, indicator: Indicator
) -> tuple[Place, ...]:
    """The same with their intervals, and with the ranks among everyone that those leave open."""
    columns = (plain(rows[c]) for c in ("region", "lower", "upper", "n"))
    known = {str(code): (float(low), float(up), float(n)) for code, low, up, n in zip(*columns, strict=True)}
    ordered, falls = sorted(place.value for place in everyone), indicator.better == "lower"

    def with_limits(place: Place) -> Place:
        low, up, n = known[place.code]
        limits = limits_of(indicator, place.value, (low, up), n)
        if limits is None:
            return place
        among = ranks_within(ordered, limits.lower, limits.upper, lower_is_better=falls) if place.rank else None
        return replace(place, lower=limits.lower, upper=limits.upper, among=among)

    return tuple(with_limits(place) for place in shown)

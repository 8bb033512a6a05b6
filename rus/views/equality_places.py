"""A measure in the kommuner of a county: women and men, all with their interval, and which lie outside chance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rus.analysis.funnel import WORDS, Placed, funnel, share_limits
from rus.analysis.gaps import Side
from rus.analysis.intersections import Cell, Seen, cross_table
from rus.analysis.intervals import OUTER, pooled
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views.available import is_rate
from rus.views.equality_kommuner import AMOUNT, NOT_A_COUNTY, recent
from rus.views.equality_series import Series, by_region, is_share
from rus.views.equality_table import SEXES, apart, cell_of, together
from rus.views.equality_whole import awaited
from rus.views.figures import main_group

LEAST_PLACES = 3
YEARS = 3
NO_FIGURES = "Måttet finns inte för kommunerna i gruppen."
KEYS = (*SEXES, "total")


@dataclass(frozen=True)
class PlaceRow:
    """One kommun. `seen` holds women, men and all, `where` its place in the funnel."""

    region: str
    name: str
    seen: tuple[Seen, Seen, Seen]
    difference: float | None
    n: float | None
    where: Placed | None

    @property
    def all(self) -> Seen:
        """Women and men together."""
        return self.seen[2]


@dataclass(frozen=True)
class FunnelPicture:
    """The funnel in percent: the common value, its limits at sizes from small to large, and the places.

    `limits` holds size, inner lower, inner upper, outer lower, outer upper; `pooled` marks values of several years.
    """

    common: float
    limits: tuple[tuple[float, float, float, float, float], ...]
    places: tuple[PlaceRow, ...]
    chosen: str
    decimals: int
    pooled: bool


@dataclass(frozen=True)
class Places:
    """The kommuner of a county in one period, or in the mean of three years; without rows `reason` says why.

    `unsure` names kommuner with too few people for one year. `can_pool` is whether the mean of three years can be had,
    `funnel_reason` why there is no funnel.
    """

    group: str
    groups: tuple[tuple[str, str], ...]
    label: str
    rows: tuple[PlaceRow, ...]
    unsure: tuple[str, ...]
    can_pool: bool
    funnel: FunnelPicture | None
    funnel_reason: str = ""
    reason: str = ""


def places(
    store: Store, catalogue: Catalogue, indicator_id: str, region: str, group: str = "", *, mean: bool = False
) -> Places:
    """The kommuner of a county, or of the county that a kommun lies in.

    Args:
        store: the figures.
        catalogue: of the same build.
        indicator_id: the measure.
        region: the county or kommun.
        group: the group wanted; empty for the one that stands for the measure.
        mean: three years together instead of one.
    """
    indicator = catalogue.indicators[indicator_id]
    codes = side_by_side(catalogue, region)
    if len(codes) < LEAST_PLACES:
        return _none(NOT_A_COUNTY)
    if not is_rate(indicator):
        return _none(AMOUNT)
    series = by_region(recent(store, indicator, codes), indicator)
    groups = _groups(series, catalogue)
    if not groups:
        return _none(NO_FIGURES)
    own = group if group in dict(groups) else _first(groups, indicator)
    here = [(code, series[code]) for code in codes if code in series]
    periods = _periods(here, own, mean=mean)
    if not periods:
        return _none(NO_FIGURES)
    rows = [_row(code, catalogue.name(code), s, own, periods) for code, s in here]
    return _placed(rows, Places(own, groups, _label(periods), (), (), _can_pool(here, own), None), indicator, region)


def side_by_side(catalogue: Catalogue, region: str) -> list[str]:
    """Codes of the kommuner of a county, or of the county that a kommun lies in."""
    found = catalogue.regions.get(region)
    county = found.parent if found and found.level == "kommun" and found.parent else region
    return [*catalogue.kommuner(county)]


def _none(why: str) -> Places:
    return Places("", (), "", (), (), can_pool=False, funnel=None, reason=why)


def _groups(series: dict[str, Series], catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Id and label of every group that at least three kommuner have."""
    declared = next(iter(series.values())).declared if series else ()
    kept = [g for g in declared if sum(any(s.measured((g, k)) for k in KEYS) for s in series.values()) >= LEAST_PLACES]
    return tuple((g, "Alla" if g == TOTAL else catalogue.group_label(g)) for g in kept)


def _first(groups: Sequence[tuple[str, str]], indicator: Indicator) -> str:
    main = main_group(indicator)
    return main if main in dict(groups) else groups[0][0]


def _periods(here: Sequence[tuple[str, Series]], group: str, *, mean: bool) -> tuple[str, ...]:
    """The newest period that most have, or the three newest years that all who have one have."""
    counts: dict[str, int] = {}
    for _, series in here:
        for period in {p for sex in KEYS for p in series.measured((group, sex))}:
            counts[period] = counts.get(period, 0) + 1
    if mean:
        return _three(here, group)
    return (max(counts, key=lambda p: (counts[p], p)),) if counts else ()


def _three(here: Sequence[tuple[str, Series]], group: str) -> tuple[str, ...]:
    """The three newest years after the last break, each with people in every kommun that has figures."""
    sets = [set(_counted(series, group)) for _, series in here]
    both = sorted(set.intersection(*[s for s in sets if s] or [set()]))
    return tuple(both[-YEARS:]) if len(both) >= YEARS else ()


def _counted(series: Series, group: str) -> list[str]:
    start, key = series.indicator.last_break or 0, (group, "total")
    found = [(p, series.at(key, p)) for p in series.measured(key)]
    return [p for p, f in found if f and f.year >= start and f.side and f.side.n]


def _can_pool(here: Sequence[tuple[str, Series]], group: str) -> bool:
    own = here[0][1].indicator
    return is_share(own) and own.traits.window_years == 1 and bool(_three(here, group))


def _label(periods: Sequence[str]) -> str:
    return periods[0] if len(periods) == 1 else f"3-årsmedel {periods[0]}–{periods[-1]}"


def _row(code: str, name: str, series: Series, group: str, periods: Sequence[str]) -> PlaceRow:
    cells = [_cell(series, (group, sex), periods) for sex in KEYS]
    found = cross_table(cells, None, better=series.indicator.better, share=is_share(series.indicator), possible=3).cells
    women, men, all_ = found
    n = all_.cell.n if all_.cell.n is not None else together(women, men)
    return PlaceRow(code, name, (women, men, all_), apart(women, men), n, None)


def _cell(series: Series, key: tuple[str, str], periods: Sequence[str]) -> Cell:
    if len(periods) == 1:
        return cell_of(series, key, periods[0])
    sides = [f.side for p in periods if (f := series.at(key, p)) and f.side and f.side.n]
    counted = [side.n for side in sides if side.n]
    together_ = pooled([_count(side) for side in sides], counted) if len(sides) == len(periods) else None
    if together_ is None:
        return Cell(key, None, status="saknas")
    return Cell(key, 100 * together_[0], sum(counted), "varde", together_[1].times(100))


def _count(side: Side) -> float:
    return side.value / 100 * (side.n or 0.0)


def _placed(rows: list[PlaceRow], empty: Places, indicator: Indicator, chosen: str) -> Places:
    """The rows with their place in the funnel, those farthest behind first, and the funnel itself."""
    sized = {
        r.region: (r.all.cell.value / 100, r.n)
        for r in rows
        if is_share(indicator) and r.all.cell.value is not None and r.n and 0 <= r.all.cell.value <= 100
    }
    known = funnel(sized) if len(sized) >= LEAST_PLACES else {}
    common = next(iter(known.values())).common if known else None
    rows = [replace(r, where=known.get(r.region)) for r in rows]
    rows.sort(key=lambda r: (r.all.cell.value is None, _wanted(r, indicator)))
    unsure = tuple(r.name for r in rows if any(s.unsure for s in r.seen))
    why = "" if known else _no_funnel(indicator, rows)
    pooled_ = empty.label.startswith("3")
    drawn = _picture(rows, common, chosen, indicator.decimals, pooled_=pooled_) if common is not None else None
    return replace(empty, rows=tuple(rows), unsure=unsure, funnel=drawn, funnel_reason=why)


def _wanted(row: PlaceRow, indicator: Indicator) -> float:
    """Less is farther behind; where no direction is wanted the highest stands first."""
    value = row.all.cell.value or 0.0
    return value if indicator.better == "higher" else -value


def _no_funnel(indicator: Indicator, rows: Sequence[PlaceRow]) -> str:
    if not is_share(indicator):
        return "Tratten räknas bara för andelar av personer."
    if indicator.traits.survey:
        return "Måttet är en enkät. Tratten räknas när källans felmarginaler och antal svarande finns bland siffrorna."
    return awaited(indicator, "Tratten") if rows else ""


def _picture(
    rows: Sequence[PlaceRow], common: float, chosen: str, decimals: int, *, pooled_: bool
) -> FunnelPicture | None:
    shown = [r for r in rows if r.where and r.n]
    sizes = [r.n for r in shown if r.n]
    low, high = min(sizes) * 0.8, max(sizes) * 1.25
    limits = []
    for step in range(41):
        n = low * (high / low) ** (step / 40)
        inner, outer = share_limits(common, n), share_limits(common, n, OUTER)
        if inner and outer:
            limits.append((n, *(100 * v for v in (inner.lower, inner.upper, outer.lower, outer.upper))))
    return FunnelPicture(100 * common, tuple(limits), tuple(shown), chosen, decimals, pooled_)


def where_words(row: PlaceRow) -> str:
    """Where a kommun lies in the funnel, in words."""
    return WORDS[row.where.where] if row.where else WORDS["not_assessed"]

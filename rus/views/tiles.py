"""The tile map: every kommun of the county against the county itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import fmt, listing, number
from rus.store.store import Store
from rus.views.available import is_rate
from rus.views.cards import PERCENT, name_of
from rus.views.figures import figures, main_group

NICE = (0.1, 0.2, 0.5, 1, 1.5, 2, 3, 5, 10, 15, 20, 30, 50, 100, 150, 200, 300, 500, 1000)
NEAR, FAR = 0.35, 0.75
DOUBT = "Osäkerhet ej beräknad: i små kommuner kan skillnaden bero på slumpen."


@dataclass(frozen=True)
class Tile:
    """One kommun. `step` is −2 … 2: far below, below, near, above, far above the county; None without a value."""

    region: str
    name: str
    column: int
    row: int
    value: str
    difference: str
    step: int | None


@dataclass(frozen=True)
class TileView:
    """The map of one indicator and period. `legend` is step → words, from above to below."""

    group: str
    title: str
    subtitle: str
    tiles: tuple[Tile, ...]
    legend: tuple[tuple[int, str], ...]
    source: str


def tile_choices(store: Store, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Indicators (id, short title) that can be on the map: rates with figures for kommuner, headline ones first."""
    covered = store.coverage()
    with_kommuner = set(covered.loc[covered["kommuner"] > 0, "indicator"])
    found = [i for i in catalogue.indicators.values() if i.id in with_kommuner and is_rate(i)]
    areas = [c.id for c in catalogue.challenges]
    ordered = sorted(
        found, key=lambda i: (min((areas.index(a) for a in i.headline if a in areas), default=99), i.short)
    )
    return tuple((i.id, name_of(i, main_group(i), catalogue)) for i in ordered)


def tile_view(store: Store, catalogue: Catalogue, indicator_id: str) -> TileView | None:
    """The map of an indicator in its newest year; None where the county or its kommuner have no value."""
    indicator = catalogue.indicators[indicator_id]
    group, here = main_group(indicator), catalogue.here
    county = figures(store, here.region, indicator_id).newest(indicator_id, group)
    codes = catalogue.kommuner()
    if county is None or not codes:
        return None
    rows = store.observations(indicators=[indicator_id], regions=codes, sexes=["total"], groups=[group])
    same = rows[(rows["period"] == county.period) & rows["value"].notna()]
    values = {str(r): float(v) for r, v in zip(same["region"], same["value"], strict=True)}
    if not values:
        return None
    away = {code: value - county.value for code, value in values.items()}
    near, far = thresholds(list(away.values()))
    unit = "procentenheter" if indicator.unit == PERCENT else indicator.unit
    level = fmt(county.value, decimals=indicator.decimals, unit=indicator.unit)
    country = _country(store, catalogue, indicator_id, county.period)
    return TileView(
        group=group,
        title=title(name_of(indicator, group, catalogue), away, catalogue),
        subtitle=f"{indicator.title}, {indicator.unit} {county.period}. Skillnad mot länet i {unit}",
        tiles=_tiles(values, away, (near, far), indicator.decimals, catalogue),
        legend=legend(near, far),
        source=f"Länet {level}{country}. Rutornas plats följer kartan ungefär. {DOUBT} Källa: {county.source}.",
    )


def _tiles(
    values: dict[str, float], away: dict[str, float], limits: tuple[float, float], decimals: int, catalogue: Catalogue
) -> tuple[Tile, ...]:
    return tuple(
        Tile(
            region=t.region,
            name=catalogue.name(t.region),
            column=t.column,
            row=t.row,
            value=number(values[t.region], decimals) if t.region in values else "..",
            difference=number(away[t.region], decimals, sign=True) if t.region in away else "",
            step=step(away[t.region], *limits) if t.region in away else None,
        )
        for t in catalogue.here.tiles
    )


def _country(store: Store, catalogue: Catalogue, indicator_id: str, period: str) -> str:
    indicator = catalogue.indicators[indicator_id]
    rows = figures(store, catalogue.here.country, indicator_id).of(indicator_id, main_group(indicator))
    found = next((o for o in rows if o.period == period), None)
    return f", riket {fmt(found.value, decimals=indicator.decimals, unit=indicator.unit)}" if found else ""


def thresholds(away: Sequence[float]) -> tuple[float, float]:
    """Two round limits: a third of the kommuner differ by less than the first, a quarter by more than the last."""
    sizes = sorted(abs(a) for a in away)
    near = _nice(sizes[int(NEAR * (len(sizes) - 1))])
    far = _nice(sizes[int(FAR * (len(sizes) - 1))])
    return near, far if far > near else near * 2


def _nice(size: float) -> float:
    return min(NICE, key=lambda n: abs(n - size)) if size <= NICE[-1] else float(f"{size:.1g}")


def step(away: float, near: float, far: float) -> int:
    """−2 … 2."""
    if abs(away) < near:
        return 0
    size = 2 if abs(away) >= far else 1
    return size if away > 0 else -size


def legend(near: float, far: float) -> tuple[tuple[int, str], ...]:
    """Words for the five steps."""

    def put(limit: float) -> str:
        return number(limit, 0 if limit == int(limit) else 1)

    between = f"{put(near)}–{put(far)}"
    return (
        (2, f"minst {put(far)} över"),
        (1, f"{between} över"),
        (0, "nära länet"),
        (-1, f"{between} under"),
        (-2, f"minst {put(far)} under"),
    )


def title(name: str, away: dict[str, float], catalogue: Catalogue) -> str:
    """Who differs most from the county: `Hällefors och Degerfors avviker mest nedåt`."""
    ordered = sorted(away, key=lambda code: -abs(away[code]))[:2]
    if len(ordered) < 2:  # a comparison needs two
        return name
    ways = {away[code] > 0 for code in ordered}
    names = listing(catalogue.name(code) for code in ordered)
    if len(ways) > 1:
        return f"{names} avviker mest från länet"
    return f"{names} avviker mest {'uppåt' if ways.pop() else 'nedåt'}"

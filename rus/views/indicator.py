"""One indicator, cut the way a reader chose: everything that Utforska shows, says and gives away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views import beside, provenance
from rus.views.available import Available, Option, available, coverage_row, is_rate, settle
from rus.views.beside import NO_KOMMUN, Alike
from rus.views.choice import Choice
from rus.views.empty import Empty, why_empty
from rus.views.index import base_year, indexed
from rus.views.lines import Line, plain
from rus.views.pictures import MOST_LINES, Picture, compared_with, picture, within
from rus.views.places import Places, around, one_sex, places, scopes, settle_scope
from rus.views.table import Table, by_period, by_place
from rus.views.words import alt_text, notes, subtitle, title_of

PLACE_CHARTS = {"karta", "rangordning"}


@dataclass(frozen=True)
class IndicatorView:
    """What is shown of one indicator.

    `choice` is the reader's, moved to what the indicator has. `rows` are the observations seen, comparison included, in
    the shape of `Store.observations`. `periods` are all years that could be chosen. Exactly one of `picture` and
    `places` is there, unless `empty` says why neither is.
    """

    indicator: Indicator
    choice: Choice
    options: Available
    scopes: tuple[Option, ...]
    scope: str
    scales: tuple[Option, ...]
    scale: str
    periods: tuple[int, ...]
    comparisons: tuple[Option, ...]
    rows: pd.DataFrame
    title: str
    subtitle: str
    source: str
    notes: tuple[str, ...]
    alt: str
    quality: tuple[tuple[str, str], ...]
    fetches: tuple[provenance.Fetch, ...]
    picture: Picture | None = None
    places: Places | None = None
    table: Table | None = None
    empty: Empty | None = None


@dataclass(frozen=True)
class _Seen:
    rows: pd.DataFrame
    table: Table | None = None
    picture: Picture | None = None
    places: Places | None = None
    empty: Empty | None = None


@dataclass(frozen=True)
class Cut:
    """What only this page lets one choose.

    `scope`: which regions a map or ranking is of (`lanet`, `kommuner`, `lan`). `scale`: `varde` or `index`. Empty: the
    page's own judgement. `alike`: the kommuner most like the first of the chosen regions.
    """

    scope: str = ""
    scale: str = ""
    alike: Alike = NO_KOMMUN


def indicator_view(store: Store, catalogue: Catalogue, wish: Choice, cut: Cut = Cut()) -> IndicatorView:
    """Everything shown of `wish.indicator`, which must be in the catalogue.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        wish: what the reader chose; what the indicator lacks is replaced or explained.
        cut: what the page lets one choose beside it.
    """
    asked = _asked(store, catalogue, wish, cut)
    choice, indicator = asked.choice, catalogue.indicators[asked.choice.indicator or ""]
    rows = _observed(store, catalogue, asked, cut)
    seen = _see(store, catalogue, choice, asked.scope, rows, asked.options)
    fetches = provenance.fetched(store, seen.rows)
    scales, scale, drawn = _scaled(indicator, seen.picture, cut.scale)
    return IndicatorView(
        indicator=indicator,
        choice=choice,
        options=asked.options,
        scopes=asked.scopes,
        scope=asked.scope,
        scales=scales,
        scale=scale,
        periods=_periods(rows, asked.row),
        comparisons=asked.comparisons,
        rows=seen.rows,
        title=title_of(catalogue, indicator, choice, seen.picture, seen.places),
        subtitle=subtitle(catalogue, indicator, choice, drawn, seen.places),
        source=provenance.source_line(catalogue, seen.rows, fetches),
        notes=(*notes(catalogue, indicator, choice, seen.picture, seen.places), *_beside(catalogue, asked, cut)),
        alt=alt_text(catalogue, indicator, choice, seen.picture, seen.places),
        quality=provenance.quality(indicator, rows),
        fetches=provenance.fetch_facts(fetches),
        picture=drawn,
        places=seen.places,
        table=seen.table,
        empty=seen.empty,
    )


@dataclass(frozen=True)
class _Asked:
    """The choice moved to what the indicator has, and what could be chosen instead; `row` is of `Store.coverage`."""

    row: Mapping[str, object] | None
    choice: Choice
    options: Available
    scopes: tuple[Option, ...]
    scope: str
    comparisons: tuple[Option, ...]


def _asked(store: Store, catalogue: Catalogue, wish: Choice, cut: Cut) -> _Asked:
    row = coverage_row(store.coverage(), wish.indicator or "")
    choice, options = _settled(catalogue, wish, row)
    offered = scopes(catalogue, row)
    beside_it = beside.options(catalogue, catalogue.indicators[choice.indicator or ""], row, choice, cut.alike)
    return _Asked(row, choice, options, offered, settle_scope(cut.scope, offered), beside_it)


def _settled(catalogue: Catalogue, wish: Choice, row: Mapping[str, object] | None) -> tuple[Choice, Available]:
    """The choice moved to what the indicator has, and what it has: its sexes depend on the group."""
    indicator = catalogue.indicators[wish.indicator or ""]
    options = available(catalogue, indicator, row, wish.group)
    choice = settle(wish, options)
    if choice.group != wish.group:
        options = available(catalogue, indicator, row, choice.group)
        choice = settle(choice, options)
    return choice, options


def _observed(store: Store, catalogue: Catalogue, asked: _Asked, cut: Cut) -> pd.DataFrame:
    """All years of the chosen and the compared regions; for rankings and maps, of those they start from."""
    choice, options, many = asked.choice, asked.options, asked.choice.chart in PLACE_CHARTS
    rows = store.observations(
        indicators=[choice.indicator or ""],
        regions=around(catalogue, asked.scope) if many else [*choice.regions, *compared_with(catalogue, choice)],
        sexes=[one_sex(choice, options.sex_ids())] if many else list(choice.sexes),
        groups=[choice.group, *(options.beside(choice.group) if choice.comparison == "grupper" and not many else ())],
    )
    more = pd.DataFrame() if many else beside.computed(store, catalogue, choice, asked.comparisons, cut.alike)
    return pd.concat([rows, more], ignore_index=True) if len(more) else rows


def _beside(catalogue: Catalogue, asked: _Asked, cut: Cut) -> list[str]:
    if asked.choice.chart in PLACE_CHARTS:
        return []
    return beside.said(catalogue, asked.choice, asked.comparisons, cut.alike)


def _see(
    store: Store, catalogue: Catalogue, choice: Choice, scope: str, rows: pd.DataFrame, options: Available
) -> _Seen:
    indicator = catalogue.indicators[choice.indicator or ""]
    none = why_empty(catalogue, indicator, choice, rows, options)
    if none:
        return _Seen(rows.iloc[:0], empty=none)
    if choice.chart in PLACE_CHARTS:
        sex = one_sex(choice, options.sex_ids())
        many = places(store, catalogue, choice, scope, rows, sex=sex)
        hindered = Empty.of_places(many, choice.chart)
        if hindered:
            return _Seen(many.rows.iloc[:0], empty=hindered)
        return _Seen(many.rows, by_place(many, indicator), places=many)
    drawn = picture(rows, catalogue, indicator, choice, most=MOST_LINES if choice.chart == "linje" else None)
    kept = within(rows, choice.years)
    names = {line.key for line in drawn.lines}
    kept = kept[[key in names for key in _keys(kept, choice)]]
    return _Seen(kept, by_period(_columns(drawn), indicator, _missing(kept, choice)), picture=drawn)


def _scaled(indicator: Indicator, raw: Picture | None, wanted: str) -> tuple[tuple[Option, ...], str, Picture | None]:
    """The scales on offer, the one used, and the picture in it: index only where amounts of unlike places meet."""
    if raw is None or is_rate(indicator) or len({line.key.split("/")[0] for line in raw.lines}) < 2:
        return (), "varde", raw
    year = base_year(raw, indicator)
    if year is None:
        return (), "varde", raw
    options = (
        Option("index", f"Index {year} = 100"),
        Option("varde", indicator.unit.split()[0].capitalize()),
    )
    return options, wanted or "index", raw if wanted == "varde" else indexed(raw, year)


def _columns(drawn: Picture) -> Sequence[Line]:
    return [*drawn.ours, *(line for line in drawn.lines if line.role == "context")]


def _keys(rows: pd.DataFrame, choice: Choice) -> list[str]:
    """The key of each row's line."""
    columns = (plain(rows[c]) for c in ("region", "sex", "group"))
    return [f"{r}/{s}" if g == choice.group else f"{r}/{s}/{g}" for r, s, g in zip(*columns, strict=True)]


def _missing(rows: pd.DataFrame, choice: Choice) -> dict[tuple[str, str], str]:
    """(line key, period) → status, of rows without a value."""
    gone = rows[rows["value"].isna()]
    columns = (_keys(gone, choice), plain(gone["period"]), plain(gone["status"]))
    return {(key, period): status for key, period, status in zip(*columns, strict=True)}


def _periods(rows: pd.DataFrame, row: Mapping[str, object] | None) -> tuple[int, ...]:
    if len(rows):
        return tuple(sorted({int(year) for year in rows["year"].unique()}))
    if row is None:
        return ()
    return tuple(range(int(str(row["first_year"])), int(str(row["newest"])[:4]) + 1))

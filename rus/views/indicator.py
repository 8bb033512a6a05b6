"""One indicator, cut the way a reader chose: everything that Utforska shows, says and gives away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views import provenance
from rus.views.available import Available, Option, available, coverage_row, settle
from rus.views.choice import MANY_CHARTS, PLACE_CHARTS, Choice
from rus.views.empty import Empty, why_empty
from rus.views.heat import Heat, heat
from rus.views.lines import Line, plain
from rus.views.multiples import Multiples, multiples
from rus.views.pictures import MOST_LINES, Picture, compared_with, picture, within
from rus.views.places import Places, around, one_sex, places, scopes, settle_scope
from rus.views.revised import with_revised
from rus.views.scales import Scaled, scaled
from rus.views.table import Table, by_period, by_place
from rus.views.told import Told
from rus.views.two_measures import TwoMeasures, two_measures
from rus.views.two_years import TwoYears, two_years
from rus.views.words import unit_of, words_around

Question = Told[TwoYears] | Told[Multiples] | Told[TwoMeasures] | Told[Heat]


@dataclass(frozen=True)
class IndicatorView:
    """What is shown of one indicator.

    `choice` is the reader's, moved to what the indicator has. `rows` are the observations seen, comparison included, in
    the shape of `Store.observations`. `periods` are all years that could be chosen. Exactly one of `picture`, `places`
    and `told` is there, unless `empty` says why none is.
    """

    indicator: Indicator
    choice: Choice
    options: Available
    scopes: tuple[Option, ...]
    scope: str
    scales: tuple[Option, ...]
    scale: str
    periods: tuple[int, ...]
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
    told: Question | None = None
    table: Table | None = None
    empty: Empty | None = None

    @property
    def year(self) -> int | None:
        """The one year shown; None for charts over time."""
        return int(self.places.period[:4]) if self.places else self.told.year if self.told else None


@dataclass(frozen=True)
class _Seen:
    rows: pd.DataFrame
    table: Table | None = None
    picture: Picture | None = None
    scaled: Scaled | None = None
    places: Places | None = None
    told: Question | None = None
    empty: Empty | None = None

    @property
    def drawn(self) -> Picture | None:
        return self.scaled.drawn if self.scaled else self.picture


@dataclass(frozen=True)
class Cut:
    """What only this page lets one choose.

    `scope`: which regions a map or ranking is of (`lanet`, `kommuner`, `lan`). `scale`: `varde`, `index` or
    `skillnad`. `other`: the indicator that this one is held against. Empty: the page's own judgement.
    """

    scope: str = ""
    scale: str = ""
    other: str = ""


def indicator_view(store: Store, catalogue: Catalogue, wish: Choice, cut: Cut = Cut()) -> IndicatorView:
    """Everything shown of `wish.indicator`, which must be in the catalogue.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        wish: what the reader chose; what the indicator lacks is replaced or explained.
        cut: what the page lets one choose beside it.
    """
    row = coverage_row(store.coverage(), wish.indicator or "")
    choice, options = _settled(catalogue, wish, row)
    indicator = catalogue.indicators[choice.indicator or ""]
    offered, cut = _scoped(catalogue, row, choice, cut)
    rows = _observed(store, catalogue, choice, cut.scope, options)
    seen = _see(store, catalogue, choice, cut, (rows, options))
    fetches = provenance.fetched(store, seen.rows)
    title, below, said, alt = _words(catalogue, choice, seen)
    return IndicatorView(
        indicator=indicator,
        choice=choice,
        options=options,
        scopes=offered,
        scope=cut.scope,
        scales=seen.scaled.options if seen.scaled else (),
        scale=seen.scaled.used if seen.scaled else "varde",
        periods=_periods(rows, row),
        rows=seen.rows,
        title=title,
        subtitle=below,
        source=provenance.source_line(catalogue, seen.rows, fetches),
        notes=said,
        alt=alt,
        quality=provenance.quality(indicator, rows),
        fetches=provenance.fetch_facts(fetches),
        picture=seen.drawn,
        places=seen.places,
        told=seen.told,
        table=seen.table,
        empty=seen.empty,
    )


def _scoped(
    catalogue: Catalogue, row: Mapping[str, object] | None, choice: Choice, cut: Cut
) -> tuple[tuple[Option, ...], Cut]:
    offered = scopes(catalogue, row, whole=choice.chart == "spridning")
    return offered, replace(cut, scope=settle_scope(cut.scope, offered))


def _words(catalogue: Catalogue, choice: Choice, seen: _Seen) -> tuple[str, str, tuple[str, ...], str]:
    if seen.told:
        return seen.told.title, seen.told.subtitle, seen.told.notes, seen.told.alt
    return words_around(catalogue, choice, seen.picture, seen.drawn, seen.places)


def _settled(catalogue: Catalogue, wish: Choice, row: Mapping[str, object] | None) -> tuple[Choice, Available]:
    """The choice moved to what the indicator has, and what it has: its sexes depend on the group."""
    indicator = catalogue.indicators[wish.indicator or ""]
    options = available(catalogue, indicator, row, wish.group)
    choice = settle(wish, options)
    if choice.group != wish.group:
        options = available(catalogue, indicator, row, choice.group)
        choice = settle(choice, options)
    return choice, options


def _observed(store: Store, catalogue: Catalogue, choice: Choice, scope: str, options: Available) -> pd.DataFrame:
    """All years of the chosen and the compared regions; for charts of many places, of those they start from."""
    many = choice.chart in MANY_CHARTS
    return store.observations(
        indicators=[choice.indicator or ""],
        regions=around(catalogue, scope) if many else [*choice.regions, *compared_with(catalogue, choice)],
        sexes=[one_sex(choice, options.sex_ids())] if many else list(choice.sexes),
        groups=[choice.group, *(options.beside(choice.group) if choice.comparison == "grupper" and not many else ())],
    )


def _see(store: Store, catalogue: Catalogue, choice: Choice, cut: Cut, known: tuple[pd.DataFrame, Available]) -> _Seen:
    rows, options = known
    indicator = catalogue.indicators[choice.indicator or ""]
    none = why_empty(catalogue, indicator, choice, rows, options)
    if none:
        return _Seen(rows.iloc[:0], empty=none)
    sex = one_sex(choice, options.sex_ids())
    if choice.chart in PLACE_CHARTS:
        many = places(store, catalogue, choice, cut.scope, rows, sex=sex)
        hindered = Empty.of_places(many, choice.chart)
        if hindered:
            return _Seen(many.rows.iloc[:0], empty=hindered)
        return _Seen(many.rows, by_place(many, indicator), places=many)
    if choice.chart == "rutor":
        return _asked(multiples(catalogue, indicator, choice, rows, sex), rows)
    if choice.chart == "samband":
        return _asked(two_measures(store, catalogue, choice.with_(sexes=(sex,)), cut.scope, cut.other), rows)
    if choice.chart == "oversikt":
        return _asked(heat(store, catalogue, choice), rows)
    return _lines(store, catalogue, choice, cut, rows)


def _asked(found: Question | Empty, rows: pd.DataFrame) -> _Seen:
    if isinstance(found, Empty):
        return _Seen(rows.iloc[:0], empty=found)
    return _Seen(found.rows, found.table, told=found)


def _lines(store: Store, catalogue: Catalogue, choice: Choice, cut: Cut, rows: pd.DataFrame) -> _Seen:
    indicator = catalogue.indicators[choice.indicator or ""]
    most = None if choice.chart == "tabell" else MOST_LINES
    raw = picture(rows, catalogue, indicator, choice, most=most)
    raw = with_revised(raw, store.revisions(indicator.id), choice.group)
    names = {line.key for line in raw.lines}
    kept = within(rows, choice.years)
    kept = kept[[key in names for key in _keys(kept, choice)]]
    if choice.chart == "tva-ar":
        return _asked(two_years(catalogue, indicator, choice, raw, kept), kept)
    if choice.chart == "tabell":
        return _Seen(kept, by_period(_columns(raw), indicator, _missing(kept, choice)), picture=raw)
    found = scaled(catalogue, indicator, raw, cut.scale)
    table = by_period(_columns(found.drawn), indicator, _missing(kept, choice))
    table = replace(table, caption=f"{indicator.title}, {unit_of(indicator, found.drawn)}")
    return _Seen(kept, table, picture=raw, scaled=found)


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

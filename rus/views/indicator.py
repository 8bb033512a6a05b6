"""One indicator, cut the way a reader chose: everything that Utforska shows, says and gives away."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views import beside, provenance
from rus.views.available import Available, Option, available, coverage_row, settle
from rus.views.beside import NO_KOMMUN, Alike
from rus.views.choice import MANY_CHARTS, PLACE_CHARTS, Choice
from rus.views.empty import Empty
from rus.views.pictures import Picture, compared_with
from rus.views.places import Places, around, one_sex, scopes, settle_scope
from rus.views.seen import Question, Seen, see
from rus.views.table import Table
from rus.views.two_measures import TwoMeasures
from rus.views.words import words_around

ONE_SEX = "Diagrammet visar ett kön i taget, här totalt. Välj Kvinnor eller Män för att se dem."


@dataclass(frozen=True)
class IndicatorView:
    """What is shown of one indicator.

    `choice` is the reader's, moved to what the indicator has. `rows` are the observations seen, comparison included, in
    the shape of `Store.observations`. `periods` are all years that could be chosen. Exactly one of `picture`, `places`
    and `told` is there, unless `empty` says why none is. `margins`: whether a ranking shows its intervals (`ja`,
    `nej`), empty where there are none.
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
    told: Question | None = None
    table: Table | None = None
    empty: Empty | None = None
    margins: str = ""

    @property
    def private(self) -> dict[str, str]:
        """What only Utforska lets one choose, as parts of an address; those that this chart has."""
        other = self.told.values.other if self.told and isinstance(self.told.values, TwoMeasures) else ""
        scope = self.scope if self.choice.chart in PLACE_CHARTS | {"samband"} else ""
        found = {"utf_omr": scope, "utf_skala": self.scale if self.picture and self.scales else "", "utf_mot": other}
        found |= {"utf_osak": self.margins}
        return {key: value for key, value in found.items() if value}

    @property
    def year(self) -> int | None:
        """The one year shown; None for charts over time."""
        return int(self.places.period[:4]) if self.places else self.told.year if self.told else None


@dataclass(frozen=True)
class Cut:
    """What only this page lets one choose.

    `scope`: which regions a map or ranking is of (`lanet`, `kommuner`, `lan`). `scale`: `varde`, `index` or
    `skillnad`. `other`: the indicator that this one is held against. `margins`: whether a ranking shows its intervals
    (`ja`, `nej`). Empty: the page's own judgement. `alike`: the kommuner most like the first of the chosen regions.
    """

    scope: str = ""
    scale: str = ""
    other: str = ""
    margins: str = ""
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
    seen = see(store, catalogue, choice, replace(cut, scope=asked.scope), (rows, asked.options))
    fetches = provenance.fetched(store, seen.rows)
    title, below, said, alt = _words(catalogue, choice, seen)
    return IndicatorView(
        indicator=indicator,
        choice=choice,
        options=asked.options,
        scopes=asked.scopes,
        scope=asked.scope,
        scales=seen.scaled.options if seen.scaled else (),
        scale=seen.scaled.used if seen.scaled else "varde",
        periods=_periods(rows, asked.row),
        comparisons=asked.comparisons,
        rows=seen.rows,
        title=title,
        subtitle=below,
        source=provenance.source_line(catalogue, seen.rows, fetches),
        notes=(*said, *_beside(catalogue, asked, cut)),
        alt=alt,
        quality=provenance.quality(indicator, rows),
        fetches=provenance.fetch_facts(fetches),
        picture=seen.drawn,
        places=seen.places,
        told=seen.told,
        table=seen.table,
        empty=seen.empty,
        margins=seen.margins,
    )


def _words(catalogue: Catalogue, choice: Choice, seen: Seen) -> tuple[str, str, tuple[str, ...], str]:
    if seen.told:
        one = (ONE_SEX,) if choice.chart in MANY_CHARTS and len(choice.sexes) > 1 else ()
        return seen.told.title, seen.told.subtitle, (*seen.told.notes, *one), seen.told.alt
    return words_around(catalogue, choice, seen.picture, seen.drawn, seen.places)


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
    offered = scopes(catalogue, row, whole=choice.chart == "spridning")
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
    """All years of the chosen and the compared regions; for charts of many places, of those they start from."""
    choice, options, many = asked.choice, asked.options, asked.choice.chart in MANY_CHARTS
    rows = store.observations(
        indicators=[choice.indicator or ""],
        regions=around(catalogue, asked.scope) if many else [*choice.regions, *compared_with(catalogue, choice)],
        sexes=[one_sex(choice, options.sex_ids())] if many else list(choice.sexes),
        groups=[choice.group, *(options.beside(choice.group) if choice.comparison == "grupper" and not many else ())],
    )
    more = pd.DataFrame() if many else beside.computed(store, catalogue, choice, asked.comparisons, cut.alike)
    return pd.concat([rows, more], ignore_index=True) if len(more) else rows


def _beside(catalogue: Catalogue, asked: _Asked, cut: Cut) -> list[str]:
    if asked.choice.chart in MANY_CHARTS:
        return []
    return beside.said(catalogue, asked.choice, asked.comparisons, cut.alike)


def _periods(rows: pd.DataFrame, row: Mapping[str, object] | None) -> tuple[int, ...]:
    if len(rows):
        return tuple(sorted({int(year) for year in rows["year"].unique()}))
    if row is None:
        return ()
    return tuple(range(int(str(row["first_year"])), int(str(row["newest"])[:4]) + 1))

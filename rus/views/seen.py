"""What of an indicator's figures a chart shows: lines, places, or what a chart by question tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.available import Available
from rus.views.choice import PLACE_CHARTS, Choice
from rus.views.empty import Empty, why_empty
from rus.views.heat import Heat, heat
from rus.views.lines import Line, plain
from rus.views.multiples import Multiples, multiples
from rus.views.pictures import MOST_LINES, Picture, picture, within
from rus.views.places import Places, one_sex, places
from rus.views.revised import with_revised
from rus.views.scales import Scaled, scaled
from rus.views.table import Table, by_period, by_place
from rus.views.told import Told
from rus.views.two_measures import TwoMeasures, two_measures
from rus.views.two_years import TwoYears, two_years
from rus.views.words import unit_of

if TYPE_CHECKING:
    from rus.views.indicator import Cut

SHOWN, HIDDEN = "ja", "nej"
Question = Told[TwoYears] | Told[Multiples] | Told[TwoMeasures] | Told[Heat]


@dataclass(frozen=True)
class Seen:
    """What a choice shows, before its words: the rows, their table, and one of picture, places and told, or empty.

    `margins`: whether a ranking shows its intervals, empty where it has none.
    """

    rows: pd.DataFrame
    table: Table | None = None
    picture: Picture | None = None
    scaled: Scaled | None = None
    places: Places | None = None
    told: Question | None = None
    empty: Empty | None = None
    margins: str = ""

    @property
    def drawn(self) -> Picture | None:
        """The lines in the scale they are drawn in."""
        return self.scaled.drawn if self.scaled else self.picture


def see(store: Store, catalogue: Catalogue, choice: Choice, cut: "Cut", known: tuple[pd.DataFrame, Available]) -> Seen:
    """What is shown of a choice.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        choice: what was chosen, moved to what the indicator has.
        cut: what only Utforska lets one choose, its scope settled.
        known: the rows to start from, and what the indicator has.
    """
    rows, options = known
    indicator = catalogue.indicators[choice.indicator or ""]
    none = why_empty(catalogue, indicator, choice, rows, options)
    if none:
        return Seen(rows.iloc[:0], empty=none)
    sex = one_sex(choice, options.sex_ids())
    if choice.chart in PLACE_CHARTS:
        many = places(store, catalogue, choice, cut.scope, rows, sex=sex)
        hindered = Empty.of_places(many, choice.chart)
        if hindered:
            return Seen(many.rows.iloc[:0], empty=hindered)
        wanted = HIDDEN if cut.margins == HIDDEN else SHOWN
        margins = wanted if choice.chart == "rangordning" and many.unsure else ""
        many = many.bare() if margins == HIDDEN else many
        return Seen(many.rows, by_place(many, indicator), places=many, margins=margins)
    if choice.chart == "rutor":
        return _asked(multiples(catalogue, indicator, choice, rows, sex), rows)
    if choice.chart == "samband":
        return _asked(two_measures(store, catalogue, choice.with_(sexes=(sex,)), cut.scope, cut.other), rows)
    if choice.chart == "oversikt":
        return _asked(heat(store, catalogue, choice), rows)
    return _lines(store, catalogue, choice, cut, rows)


def _asked(found: Question | Empty, rows: pd.DataFrame) -> Seen:
    if isinstance(found, Empty):
        return Seen(rows.iloc[:0], empty=found)
    return Seen(found.rows, found.table, told=found)


def _lines(store: Store, catalogue: Catalogue, choice: Choice, cut: "Cut", rows: pd.DataFrame) -> Seen:
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
        return Seen(kept, by_period(_columns(raw), indicator, _missing(kept, choice)), picture=raw)
    found = scaled(catalogue, indicator, raw, cut.scale)
    table = by_period(_columns(found.drawn), indicator, _missing(kept, choice))
    table = replace(table, caption=f"{indicator.title}, {unit_of(indicator, found.drawn)}")
    return Seen(kept, table, picture=raw, scaled=found)


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

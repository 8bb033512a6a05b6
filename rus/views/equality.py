"""How equal a measure is in one region: between women and men, between groups, within groups and between kommuner."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from rus.analysis import words
from rus.analysis.inequality import Measure
from rus.analysis.slope import Slope
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import GapShrinks
from rus.catalogue.groups import Ground
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views import provenance
from rus.views.equality_carried import Carried, carried
from rus.views.equality_groups import GroupLine, Spread, lines, slope_of, spread_of
from rus.views.equality_kommuner import Kommuner, kommuner
from rus.views.equality_lines import GapPicture, gap_picture
from rus.views.equality_mix import Mix, mixes
from rus.views.equality_pairs import Pair, along, groups_of, settled, sexes, waiting
from rus.views.equality_people import Effort, effort
from rus.views.equality_series import Series, by_region
from rus.views.equality_slopes import SlopePicture
from rus.views.equality_table import Crossing, crossing
from rus.views.equality_third import third
from rus.views.equality_whole import awaited
from rus.views.goal_text import wish


@dataclass(frozen=True)
class Along:
    """A measure along one ground: the two groups held against each other, every group, and the indices."""

    pair: Pair
    groups: tuple[GroupLine, ...]
    slope: Slope
    slope_text: str
    spread: Spread
    picture: SlopePicture | None = None

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of several groups, each with its value or its reason."""
        return self.spread.measures


@dataclass(frozen=True)
class EqualityView:
    """Everything the page and `rus gaps` say of one measure in one region.

    `carried` splits the change over time, the gap between women and men and the gap to the whole, each into the parts
    of its groups. `mixes` warn where the mix of people decides a comparison, and say what is left without it.
    `effort` is what it takes in people, `picture` the gaps over time. `third` says where women and men in groups of
    groups are to be had, where they are not in hand. `goals` are the goals that a gap shall shrink, in words.
    """

    indicator: Indicator
    region: str
    region_name: str
    sex: Pair
    grounds: tuple[Along, ...]
    crossing: Crossing
    kommuner: Kommuner
    mixes: tuple[Mix, ...]
    carried: tuple[Carried, ...]
    effort: Effort
    picture: GapPicture
    third: str
    wanted: str
    goals: tuple[str, ...]
    notes: tuple[str, ...]
    source: str
    rows: pd.DataFrame

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair: women and men first, then the grounds."""
        return (self.sex, *(ground.pair for ground in self.grounds))


def equality_view(store: Store, catalogue: Catalogue, indicator_id: str, region: str | None = None) -> EqualityView:
    """The view of a measure that is in the catalogue.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        indicator_id: the measure.
        region: code; default is the place's own.
    """
    indicator = catalogue.indicators[indicator_id]
    where = region or catalogue.here.region
    around = _around(store, catalogue, indicator_id, where)
    rows, series = around.rows, around.own
    sex, grounds = _settled(series, sexes(series, catalogue), _grounds(series, catalogue))
    overlap = store.overlap(indicator_id, regions=[where]) if indicator.breaks else None
    measure = words.Measure(indicator.short, indicator.unit, indicator.decimals)
    return EqualityView(
        indicator=indicator,
        region=where,
        region_name=catalogue.name(where),
        sex=sex,
        grounds=grounds,
        crossing=crossing(series, catalogue),
        kommuner=kommuner(store, catalogue, indicator, where),
        mixes=mixes(series, around.other, around.name, catalogue),
        carried=carried(series, around.other, around.name, catalogue),
        effort=effort(series, catalogue, awaited(indicator, "Antalet personer")),
        picture=gap_picture(series, [sex, *(g.pair for g in grounds)], rows, overlap),
        third=third(catalogue, series),
        wanted=words.wanted(measure, indicator.better),
        goals=tuple(wish(g, indicator, catalogue) for g in indicator.goals if isinstance(g, GapShrinks)),
        notes=_notes(indicator, rows),
        source=provenance.source_line(catalogue, rows, provenance.fetched(store, rows)),
        rows=rows,
    )


@dataclass(frozen=True)
class _Around:
    """A region's rows and figures, and those of the region it is part of, with that region's name."""

    rows: pd.DataFrame
    own: Series
    other: Series | None
    name: str


def _around(store: Store, catalogue: Catalogue, indicator_id: str, where: str) -> _Around:
    found = catalogue.regions.get(where)
    parent = found.parent if found and found.parent in catalogue.regions else ""
    both = store.observations(indicators=[indicator_id], regions=[where, *([parent] if parent else [])])
    rows = _of_region(both, where)
    indicator = catalogue.indicators[indicator_id]
    series = by_region(both, indicator)
    own = series.get(where) or Series([], indicator)
    return _Around(rows, own, series.get(parent), catalogue.name(parent) if parent else "")


def _of_region(rows: pd.DataFrame, region: str) -> pd.DataFrame:
    """A region's rows, which stand together in the store's order: a slice costs a tenth of a choice."""
    found = np.flatnonzero((rows["region"] == region).to_numpy())
    return rows.iloc[found[0] : found[-1] + 1] if len(found) else rows.iloc[:0]


def _grounds(series: Series, catalogue: Catalogue) -> tuple[Along, ...]:
    found = []
    awaited = {w.ground for w in series.indicator.waits}
    awaited |= {g.ground for g in series.indicator.goals if isinstance(g, GapShrinks)}
    for ground in catalogue.grounds:
        groups = groups_of(series, ground)
        if not groups:
            if ground.id in awaited:
                found.append(_awaited(series, ground))
            continue
        pair = along(series, ground, groups, catalogue)
        slope, text, picture = slope_of(series, ground, groups, catalogue)
        spread = spread_of(series, ground, groups, catalogue)
        found.append(Along(pair, lines(series, groups, catalogue), slope, text, spread, picture))
    return tuple(found)


def _awaited(series: Series, ground: Ground) -> Along:
    """A ground that a goal or the file names, but no series is split by: shown with the reason, never left out."""
    pair = waiting(series, ground)
    return Along(pair, (), Slope(None, None, reason=pair.reason), "", Spread((), "", reason=pair.reason))


def _settled(series: Series, sex: Pair, grounds: tuple[Along, ...]) -> tuple[Pair, tuple[Along, ...]]:
    first, *others = settled(series, [sex, *(g.pair for g in grounds)])
    return first, tuple(replace(g, pair=p) for g, p in zip(grounds, others, strict=True))


def _notes(indicator: Indicator, rows: pd.DataFrame) -> tuple[str, ...]:
    """What must be known about the uncertainty of these figures."""
    said = ["En skillnad är inte i sig ojämlikhet: fråga efter orsak och följd, och efter grupperna inuti grupperna."]
    if not indicator.traits.whole_percent:
        said.append("Skillnader räknas på oavrundade värden.")
    if indicator.traits.survey and not rows["lower"].notna().any():
        said.append(
            "Måttet är en enkät, men källans felmarginal finns inte bland siffrorna. Osäkerheten är därför okänd."
        )
    elif rows["n"].notna().any():
        said.append(
            "Registret räknar alla. Osäkerheten visar hur mycket slumpen kan betyda i grupper av den storleken."
        )
    if indicator.traits.whole_percent:
        said.append("Värdena är avrundade till hela procent, så skillnader på en procentenhet kan vara avrundning.")
    return tuple(said)

"""How equal a measure is in one region: between women and men, between groups, within groups and between kommuner."""

from dataclasses import dataclass, replace

import pandas as pd

from rus.analysis import words
from rus.analysis.inequality import Measure
from rus.analysis.kitagawa import Decomposition, kitagawa
from rus.analysis.slope import Slope
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import GapShrinks
from rus.catalogue.groups import Ground
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views import provenance
from rus.views.equality_groups import GroupLine, Spread, lines, slope_of, spread_of
from rus.views.equality_kommuner import Kommuner, kommuner
from rus.views.equality_mix import Mix, mixes
from rus.views.equality_pairs import Pair, along, groups_of, settled, sexes, waiting
from rus.views.equality_series import Series
from rus.views.equality_table import Crossing, crossing
from rus.views.goal_text import wish


@dataclass(frozen=True)
class Along:
    """A measure along one ground: the two groups held against each other, every group, and the indices."""

    pair: Pair
    groups: tuple[GroupLine, ...]
    slope: Slope
    slope_text: str
    spread: Spread

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of several groups, each with its value or its reason."""
        return self.spread.measures


@dataclass(frozen=True)
class EqualityView:
    """Everything the page and `rus gaps` say of one measure in one region.

    `carried` splits the change of everyone's value between women and men, from the first to the newest year of
    `carried_years`; its reason says why it can't be done. `mixes` warn where the mix of people decides a comparison.
    `goals` are the goals that a gap shall shrink, in words.
    """

    indicator: Indicator
    region: str
    region_name: str
    sex: Pair
    grounds: tuple[Along, ...]
    crossing: Crossing
    kommuner: Kommuner
    mixes: tuple[Mix, ...]
    carried: Decomposition
    carried_years: tuple[int, int] | None
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
    rows = store.observations(indicators=[indicator_id], regions=[where])
    series = Series(rows, indicator)
    carried, years = _carried(series)
    sex, grounds = _settled(series, sexes(series, catalogue), _grounds(series, catalogue))
    measure = words.Measure(indicator.short, indicator.unit, indicator.decimals)
    return EqualityView(
        indicator=indicator,
        region=where,
        region_name=catalogue.name(where),
        sex=sex,
        grounds=grounds,
        crossing=crossing(series, catalogue),
        kommuner=kommuner(store, catalogue, indicator, where),
        mixes=mixes(store, catalogue, series, where),
        carried=carried,
        carried_years=years,
        wanted=words.wanted(measure, indicator.better),
        goals=tuple(wish(g, indicator, catalogue) for g in indicator.goals if isinstance(g, GapShrinks)),
        notes=_notes(indicator, rows),
        source=provenance.source_line(catalogue, rows, provenance.fetched(store, rows)),
        rows=rows,
    )


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
        slope, text = slope_of(series, ground, groups, catalogue)
        spread = spread_of(series, ground, groups, catalogue)
        found.append(Along(pair, lines(series, groups, catalogue), slope, text, spread))
    return tuple(found)


def _awaited(series: Series, ground: Ground) -> Along:
    """A ground that a goal or the file names, but no series is split by: shown with the reason, never left out."""
    pair = waiting(series, ground)
    return Along(pair, (), Slope(None, None, reason=pair.reason), "", Spread((), "", reason=pair.reason))


def _settled(series: Series, sex: Pair, grounds: tuple[Along, ...]) -> tuple[Pair, tuple[Along, ...]]:
    first, *others = settled(series, [sex, *(g.pair for g in grounds)])
    return first, tuple(replace(g, pair=p) for g, p in zip(grounds, others, strict=True))


def _carried(series: Series) -> tuple[Decomposition, tuple[int, int] | None]:
    """The change of everyone's value, by women and men, over the years after the last break where both are counted."""
    keys = (("total", "women"), ("total", "men"))
    periods = []
    for period in series.measured(keys[0]):
        both = [series.at(key, period) for key in keys]
        after = all(f and f.year >= (series.indicator.last_break or 0) for f in both)
        if after and all(f and f.side and f.side.n for f in both):
            periods.append(period)
    if len(periods) < 2:
        return Decomposition(None, None, None, reason="Antalet kvinnor och män är inte känt för två år."), None
    first, last = ({sex: _sized(series, sex, p) for sex in ("women", "men")} for p in (periods[0], periods[-1]))
    ends = [series.at(keys[0], p) for p in (periods[0], periods[-1])]
    years = (ends[0].year, ends[1].year) if ends[0] and ends[1] else None
    return kitagawa(first, last), years


def _sized(series: Series, sex: str, period: str) -> tuple[float, float | None]:
    found = series.at(("total", sex), period)
    assert found
    assert found.side
    return found.side.value, found.side.n


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

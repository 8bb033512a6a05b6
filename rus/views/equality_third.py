"""Women and men in groups of groups (sex × background × education): in hand, or where they are to be had."""

from collections.abc import Iterable

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_of
from rus.catalogue.indicator import Indicator
from rus.catalogue.series import Series as Declared
from rus.core.swedish import listing
from rus.views.equality_series import Series
from rus.views.equality_table import SEXES

MOST_NAMED = 3
NOWHERE = "Källan redovisar en uppdelning i taget för det här måttet."


def third(catalogue: Catalogue, series: Series) -> str:
    """What women and men in groups split by two grounds wait for; empty where they are in hand, or no one is split."""
    indicator = series.indicator
    if not any(series.measured((g, sex)) for g in (TOTAL, *series.groups) for sex in SEXES):
        return ""
    crossed = [s for s in indicator.series if s.role == "value" and len(s.group) > 1]
    if any(series.measured((g, sex)) for g in series.groups if len(group_of(g)) > 1 for sex in SEXES):
        return ""
    if crossed:
        split = _grounds(catalogue, crossed)
        return (
            f"Kön, {split} i samma tabell finns hos {_sources(crossed, indicator)} och hämtas med rus update. "
            "Till dess visas de uppdelningar som finns."
        )
    found = [i for i in catalogue.indicators.values() if i.id != indicator.id and _crosses(i)]
    near = sorted(found, key=lambda i: (i.theme != indicator.theme, not set(i.challenges) & set(indicator.challenges)))
    if not near:
        return NOWHERE
    names = listing(f"”{i.title}”" for i in near[:MOST_NAMED])
    return f"{NOWHERE} Kön tillsammans med två andra uppdelningar finns i {names}, som hämtas med rus update."


def _crosses(indicator: Indicator) -> bool:
    return any(s.role == "value" and len(s.group) > 1 and {"women", "men"} <= set(s.sexes) for s in indicator.series)


def _grounds(catalogue: Catalogue, crossed: Iterable[Declared]) -> str:
    ids = dict.fromkeys(ground for s in crossed for ground in s.group)
    return listing(found.label.lower() for name in ids if (found := catalogue.ground(name)))


def _sources(crossed: Iterable[Declared], indicator: Indicator) -> str:
    """Owner and table of the series that wait."""
    tables = list(dict.fromkeys(str(getattr(s, "table", s.source_id)) for s in crossed))
    shown = listing(tables[:MOST_NAMED]) + (" med flera" if len(tables) > MOST_NAMED else "")
    return f"{indicator.owner} ({shown})"

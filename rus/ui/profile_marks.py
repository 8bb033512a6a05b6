"""The small picture of a profile's row, and what it says: the table and the picture for a file draw the same."""

from rus.catalogue.catalogue import Catalogue
from rus.charts.spine import Mark, Picture, spine
from rus.charts.theme import Tokens
from rus.core.swedish import UNIT_SIGNS, number
from rus.ui.cards import SHORT_UNIT
from rus.views.equality_series import gap_unit
from rus.views.profile_places import Place
from rus.views.profile_rows import Row


def marks(catalogue: Catalogue, row: Row, colours: Tokens, places: tuple[Place, ...]) -> Picture:
    """The places among all kommuner; empty for a measure that is no rate."""
    found, here = row.spine, catalogue.here
    if not found.rate:
        return Picture()
    chosen = [
        Mark(s.figure.value, s.limits, hollow=found.mean) if s.figure.value is not None else None for s in row.sides
    ]
    rules = [found.at(here.region).value, found.at(here.country).value]
    parts = [value for place in places if place.is_part for value in inside(row, place)]
    return spine(found.ordered if found.whole else (), _ours(catalogue, row), chosen, rules, colours, parts)


def told(catalogue: Catalogue, row: Row) -> str:
    """The same in words, for those who do not see it."""
    decimals, ours, here = row.spine.indicator.decimals, _ours(catalogue, row), catalogue.here
    said = [f"Länets kommuner {number(min(ours), decimals)} till {number(max(ours), decimals)}"] if ours else []
    if row.spine.whole:
        ends = (row.spine.ordered[0], row.spine.ordered[-1])
        said.append(f"alla {' till '.join(number(end, decimals) for end in ends)}")
    rules = {"länet": row.spine.at(here.region).value, "riket": row.spine.at(here.country).value}
    said += [f"{name} {number(value, decimals)}" for name, value in rules.items() if value is not None]
    return ", ".join(said)


def inside(row: Row, place: Place) -> list[float]:
    """The values of a place's kommuner."""
    return [value for code in place.codes if (value := row.spine.at(code).value) is not None]


def _ours(catalogue: Catalogue, row: Row) -> list[float]:
    return [value for code in catalogue.kommuner() if (value := row.spine.at(code).value) is not None]


def unit_beside(row: Row) -> str:
    """The unit where it is short enough to follow each value; else empty, and it stands below the measure's name."""
    unit = UNIT_SIGNS.get(row.spine.indicator.unit, row.spine.indicator.unit)
    return unit if len(unit) <= SHORT_UNIT else ""


def below_name(row: Row) -> str:
    """What stands below the name of a measure: its unit where values do not have it, and the period."""
    return " · ".join(part for part in ("" if unit_beside(row) else row.spine.indicator.unit, row.spine.period) if part)


def gap_beside(row: Row) -> str:
    """The unit of a difference; empty where it is longer than its cell."""
    unit = gap_unit(row.spine.indicator)
    return unit if len(unit) <= len("procentenheter") else ""

"""Every group along one ground: its newest value, and the indices that need them all."""

from dataclasses import dataclass

from rus.analysis import words
from rus.analysis.inequality import Group, Measure, summary
from rus.analysis.intervals import Interval, standard_error, wilson
from rus.analysis.slope import Slope, slope
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, Ground, group_of
from rus.views.equality_pairs import NOT_SAME, comparable
from rus.views.equality_series import Figure, Series, gap_unit, is_share
from rus.views.equality_slopes import SlopePicture, slope_picture

FIFTH, FIFTHS_IN_ALL = "quintile_", 5
NEAR = 0.02
"""How near the groups' people must be to everyone for them to cover everyone once."""
FIFTHS = "Varje femtedel räknas som 20 procent. Är de gjorda för hela landet kan de vara olika stora här."
NOT_ALL = "Siffror saknas för någon av grupperna, så måtten för alla grupper räknas inte."


@dataclass(frozen=True)
class GroupLine:
    """A group with its newest value; `value` None where none is in hand."""

    id: str
    label: str
    period: str
    value: float | None
    n: float | None


@dataclass(frozen=True)
class Spread:
    """The measures of several groups, and what was taken for granted about the groups' sizes."""

    measures: tuple[Measure, ...]
    period: str
    assumption: str = ""
    reason: str = ""


def lines(series: Series, groups: list[str], catalogue: Catalogue) -> tuple[GroupLine, ...]:
    """The groups in the ground's order."""
    return tuple(_line(series, group, catalogue) for group in groups)


def _line(series: Series, group: str, catalogue: Catalogue) -> GroupLine:
    period = next(reversed(series.measured((group, "total"))), "")
    found = series.at((group, "total"), period)
    side = found.side if found else None
    return GroupLine(
        group, catalogue.group_label(group), period, side.value if side else None, side.n if side else None
    )


def spread_of(series: Series, ground: Ground, groups: list[str], catalogue: Catalogue) -> Spread:
    """The measures of inequality between the groups, or the reason why there are none."""
    why, period, found = _all(series, groups)
    if why:
        return Spread((), "", reason=why)
    shared, assumption = _sized(series, groups, found, catalogue)
    indicator, ordered = series.indicator, _is_social(ground)
    if ordered and _from_the_top(ground, groups):
        shared = shared[::-1]
    measures = summary(shared, ordered=ordered, better=indicator.better, unit=gap_unit(indicator))
    reasons = {m.reason for m in measures}
    same = next(iter(reasons)) if len(reasons) == 1 else ""
    return Spread(measures, period, assumption, same)


def slope_of(
    series: Series, ground: Ground, groups: list[str], catalogue: Catalogue
) -> tuple[Slope, str, SlopePicture | None]:
    """The slope index along an ordered ground, its sentence and its picture; the least advantaged stands first."""
    why, _, found = _all(series, groups)
    indicator = series.indicator
    measure = words.Measure(indicator.short, indicator.unit, indicator.decimals)
    if why:
        refused = Slope(None, None, reason=why)
        return refused, words.of_slope(measure, refused, ground.label.lower()).text(), None
    shared, _ = _sized(series, groups, found, catalogue)
    ordered = _is_social(ground)
    if ordered and _from_the_top(ground, groups):
        shared, found = shared[::-1], found[::-1]
    limits = [_limits(f, series) for f in found]
    errors = [standard_error(around) if around else None for around in limits]
    answer = slope(shared, errors, ordered=ordered, percent=indicator.unit == "procent")
    named = [(g.name, g.value, g.share) for g in shared]
    picture = slope_picture(named, limits, answer, indicator.unit, indicator.decimals)
    return answer, words.of_slope(measure, answer, ground.label.lower()).text(), picture


def _all(series: Series, groups: list[str]) -> tuple[str, str, list[Figure]]:
    """Why not, else the newest period that all groups have and their figures in it."""
    why = comparable(series, groups)
    if why:
        return why, "", []
    if not all(series.measured((g, "total")) for g in groups):
        return NOT_ALL, "", []
    period = series.common([(g, "total") for g in groups])
    if period is None:
        return NOT_SAME, "", []
    found = [series.at((g, "total"), period) for g in groups]
    return "", period, [f for f in found if f is not None]


def _is_social(ground: Ground) -> bool:
    """Whether the order goes from least to most advantaged; ages have an order too, but not that one."""
    return ground.ordered and ground.advantaged is not None


def _from_the_top(ground: Ground, groups: list[str]) -> bool:
    return group_of(groups[0]).get(ground.id) == ground.advantaged


def _sized(series: Series, groups: list[str], found: list[Figure], catalogue: Catalogue) -> tuple[list[Group], str]:
    """The groups with their shares, and what was taken for granted.

    Fifths are taken as equally large. Other groups have the people counted, where they are everyone exactly once.
    """
    named = [(catalogue.group_label(g), f.value or 0.0) for g, f in zip(groups, found, strict=True)]
    values = [next(iter(group_of(g).values()), "") for g in groups]
    if len(values) == FIFTHS_IN_ALL and all(v.startswith(FIFTH) for v in values):
        return [Group(name, value, 1 / FIFTHS_IN_ALL) for name, value in named], FIFTHS
    people = [f.side.n if f.side else None for f in found]
    counted = sum(n for n in people if n)
    all_ = series.at((TOTAL, "total"), found[0].period)
    whole = all_.side.n if all_ and all_.side else None
    if not all(people) or not whole or abs(counted / whole - 1) > NEAR:
        return [Group(name, value) for name, value in named], ""
    return [Group(name, value, n) for (name, value), n in zip(named, people, strict=True)], ""


def _limits(figure: Figure, series: Series) -> Interval | None:
    side = figure.side
    if side is None or side.margin:
        return side.margin if side else None
    limits = wilson(side.value / 100 * side.n, side.n) if side.n and is_share(series.indicator) else None
    return limits.times(100) if limits else None

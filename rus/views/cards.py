"""One indicator as a row of a card: the number, its way here, what the trend says, women beside men."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rus.analysis.progress import Progress
from rus.analysis.target import Target
from rus.analysis.trend import Point, Trend
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator
from rus.core.swedish import UNIT_SIGNS, fmt, number, years
from rus.views.figures import Figures, judge, main_group
from rus.views.goal_status import Given, Peers, card_status
from rus.views.goal_text import facts, reach
from rus.views.status import STATUSES, StatusWord

ORDER = (
    *("reached", "on_track", "right_way", "too_slow", "stalled"),
    *("wrong_way", "no_trend", "uncertain", "not_assessed"),
)
PERCENT = "procent"
WHY_NOT = {"För få": "för få mätningar", "för gammal": "för gammal uppgift"}
"""Words of a reason → how a card says it."""
NO_SEX_PEOPLE = "Kön redovisas inte i källan"
NO_SEX_THINGS = "Redovisas inte per kön"


@dataclass(frozen=True)
class Sexes:
    """Women and men of the same period, as numbers and as text; `comparable`: the unit is percent."""

    women: float
    men: float
    women_text: str
    men_text: str
    gap_text: str
    period: str
    comparable: bool


@dataclass(frozen=True)
class Row:
    """One indicator in one region and group.

    `value` is the newest number as text without unit, `unit` what stands after it. `points` are all measured values,
    `breaks` the first years of new series. `sexes` is None where they are not published; `no_sex` then says why.
    `status` is the goal's where that has a number or regions to be better than (`progress` then says why), else the
    trend's. `goal` is the goal's facts in words, empty without a number to reach.
    """

    indicator: str
    group: str
    name: str
    value: str
    unit: str
    period: str
    points: tuple[Point, ...]
    breaks: tuple[int, ...]
    decimals: int
    status: StatusWord
    trend: Trend
    sexes: Sexes | None
    no_sex: str
    target: Target | None
    goal: str
    alt: str
    provisional: bool
    progress: Progress | None = None

    @property
    def direction(self) -> str:
        """What the numbers do, apart from whether it is wanted; with the reason where nothing can be said."""
        if self.status.id != "not_assessed":
            return self.trend.direction
        why = next((short for words, short in WHY_NOT.items() if words in self.trend.reason), "")
        return " – ".join(part for part in (self.trend.direction, why) if part)


def row(
    indicator: Indicator,
    found: Figures,
    catalogue: Catalogue,
    group: str | None = None,
    peers: Peers | None = None,
) -> Row | None:
    """The row of an indicator; None where nothing is measured.

    Without `peers` a goal of being better than other regions is not judged.
    """
    group = group or main_group(indicator)
    newest = found.newest(indicator.id, group)
    if newest is None:
        return None
    points = found.points(indicator.id, group)
    judged, found_target = judge(indicator, points, found.oldest), reach(indicator, group, points)
    goal = card_status(indicator, group, Given(points, oldest=found.oldest), peers)
    return Row(
        indicator=indicator.id,
        group=group,
        name=name_of(indicator, group, catalogue),
        value=number(newest.value, indicator.decimals),
        unit=UNIT_SIGNS.get(indicator.unit, indicator.unit),
        period=newest.period,
        points=points,
        breaks=tuple(b.first_year for b in indicator.breaks),
        decimals=indicator.decimals,
        status=STATUSES[goal.status if goal else judged.status],
        trend=judged,
        sexes=_sexes(indicator, found, group),
        no_sex=NO_SEX_PEOPLE if indicator.share == "egenskap" else NO_SEX_THINGS,
        target=found_target,
        goal=facts(indicator, found_target) if found_target else "",
        alt=_alt(indicator, points),
        provisional=newest.provisional,
        progress=goal,
    )


def name_of(indicator: Indicator, group: str, catalogue: Catalogue) -> str:
    """The indicator's short title, and the group where it is not the indicator's own."""
    others = {group_id(s.group) for s in indicator.series if s.role == "value"} - {group}
    if group == TOTAL or not others:
        return indicator.short
    return f"{indicator.short}, {catalogue.group_label(group)}"


def tally(rows: Iterable[Row]) -> Counter[str]:
    """How many rows have each status."""
    return Counter(r.status.id for r in rows)


def tally_words(rows: Sequence[Row]) -> str:
    """Such as `2 rätt håll · 1 ingen säker trend`."""
    counted = tally(rows)
    return " · ".join(f"{counted[s]} {STATUSES[s].words.lower()}" for s in ORDER if counted[s])


def _sexes(indicator: Indicator, found: Figures, group: str) -> Sexes | None:
    both = found.sexes(indicator.id, group)
    if both is None:
        return None
    women, men = both
    return Sexes(
        women=women.value,
        men=men.value,
        women_text=number(women.value, indicator.decimals),
        men_text=number(men.value, indicator.decimals),
        gap_text=number(abs(women.value - men.value), indicator.decimals),
        period=women.period,
        comparable=indicator.unit == PERCENT,
    )


def _alt(indicator: Indicator, points: Sequence[Point]) -> str:
    first, last = points[0], points[-1]
    start = fmt(first[1], decimals=indicator.decimals, unit=indicator.unit)
    end = fmt(last[1], decimals=indicator.decimals, unit=indicator.unit)
    if len(points) == 1:
        return f"{indicator.short}: en mätning, {end} år {last[0]}"
    return f"{indicator.short} {years(first[0], last[0])}: från {start} till {end}"

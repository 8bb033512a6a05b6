"""What has changed most in five years, each measure against its own normal yearly variation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from rus.analysis.trend import Point
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import HARD_SPACE, number
from rus.views.cards import PERCENT, Row
from rus.views.sentences import Measure
from rus.views.status import StatusWord

SPAN = 5
LEAST_STEPS = 5
MANY_TIMES = 2.0


@dataclass(frozen=True)
class Change:
    """One measure now and five years ago. `times`: the change as a multiple of a normal yearly one."""

    indicator: str
    group: str
    name: str
    where: str
    earlier: str
    earlier_year: int
    now: str
    now_year: int
    unit: str
    change: str
    change_unit: str
    times: float
    status: StatusWord
    sentence: str
    source: str


def normal_variation(points: Sequence[Point], breaks: Iterable[int]) -> float | None:
    """The median size of a change from one year to the next, over all such pairs not parted by a break.

    None with fewer than five pairs, or where most years did not change at all.
    """
    firsts = set(breaks)
    steps = [
        abs(v2 - v1)
        for (t1, v1), (t2, v2) in pairwise(sorted(points))
        if t2 - t1 == 1 and not any(t1 < first <= t2 for first in firsts)
    ]
    usual = median(steps) if len(steps) >= LEAST_STEPS else 0.0
    return usual or None


def five_years(points: Sequence[Point], last_break: int | None) -> tuple[Point, Point] | None:
    """The newest point and the one exactly five years before, if no break lies between."""
    if not points:
        return None
    newest = max(points)
    earlier = next((p for p in points if p[0] == newest[0] - SPAN), None)
    if earlier is None or (last_break is not None and earlier[0] < last_break):
        return None
    return earlier, newest


def change(row: Row, indicator: Indicator, catalogue: Catalogue) -> Change | None:
    """The five years' change of a row; None where it can't be had or has no wanted direction."""
    pair = five_years(row.points, indicator.last_break)
    usual = normal_variation(row.points, row.breaks)
    if pair is None or usual is None or indicator.better == "neutral":
        return None
    (then, before), (year, now) = pair
    if Measure.of(indicator).same(before, now):
        return None
    words, unit = _written(indicator, before, now)
    return Change(
        indicator=indicator.id,
        group=row.group,
        name=row.name,
        where=_where(indicator, catalogue),
        earlier=number(before, indicator.decimals),
        earlier_year=then,
        now=number(now, indicator.decimals),
        now_year=year,
        unit=row.unit,
        change=words,
        change_unit=unit,
        times=abs(now - before) / usual,
        status=row.status,
        sentence=_sentence(row.name, before, now, then, Measure.of(indicator)),
        source=indicator.owner,
    )


def largest(changes: Iterable[Change | None], most: int) -> tuple[Change, ...]:
    """The changes that stand out most from what is normal for their measure."""
    found = [c for c in changes if c is not None]
    return tuple(sorted(found, key=lambda c: (-c.times, c.name))[:most])


def _written(indicator: Indicator, before: float, now: float) -> tuple[str, str]:
    if indicator.unit == PERCENT:
        return number(now - before, max(indicator.decimals, 1), sign=True), "procentenheter"
    if before > 0:
        return f"{number((now / before - 1) * 100, sign=True)}{HARD_SPACE}%", ""
    return number(now - before, indicator.decimals, sign=True), indicator.unit


def _where(indicator: Indicator, catalogue: Catalogue) -> str:
    names = [c.name for c in catalogue.challenges if c.id in indicator.challenges]
    return names[0] if names else next((t.name for t in catalogue.themes if t.id == indicator.theme), "")


def _sentence(name: str, before: float, now: float, then: int, measure: Measure) -> str:
    if measure.unit == PERCENT or before <= 0:
        way = "ned" if now < before else "upp"
        return f"{name}: {way} {measure.difference(now - before)} sedan {then}"
    if now / before >= MANY_TIMES:
        return f"{name}: {times_words(now / before)} så mycket som {then}"
    way = "ned" if now < before else "upp"
    return f"{name}: {way} {number(abs(now / before - 1) * 100)}{HARD_SPACE}procent sedan {then}"


def times_words(ratio: float) -> str:
    """`12.8` → `nästan 13 gånger`; `2.1` → `drygt 2 gånger`; `3.0` → `3 gånger`."""
    nearest = round(ratio)
    if abs(ratio - nearest) < 0.05:  # as good as whole
        return f"{nearest} gånger"
    return f"nästan {nearest} gånger" if ratio < nearest else f"drygt {nearest} gånger"

"""How a change from one value to another is written, in a table and as the title of one."""

from rus.catalogue.indicator import Indicator
from rus.core.swedish import HARD_SPACE, number
from rus.views.goal_status import PERCENT
from rus.views.sentences import Measure

MANY_TIMES = 2.0


def written(indicator: Indicator, before: float, now: float) -> tuple[str, str]:
    """The change with its sign, and its unit: percentage points, percent of what it was, else the indicator's unit."""
    if indicator.unit == PERCENT:
        return number(now - before, max(indicator.decimals, 1), sign=True), "procentenheter"
    if before > 0:
        return f"{number((now / before - 1) * 100, sign=True)}{HARD_SPACE}%", ""
    return number(now - before, indicator.decimals, sign=True), indicator.unit


def sentence(name: str, before: float, now: float, since: str, measure: Measure) -> str:
    """Such as `Sysselsatta: upp 2,5 procentenheter sedan 2015` or `Solceller: drygt 5 gånger så mycket som 2016`."""
    if measure.same(before, now):
        return f"{name}: {measure.full(now)}, som {since}"
    if measure.unit == PERCENT or before <= 0:
        way = "ned" if now < before else "upp"
        return f"{name}: {way} {measure.difference(now - before)} sedan {since}"
    if now / before >= MANY_TIMES:
        return f"{name}: {times_words(now / before)} så mycket som {since}"
    way = "ned" if now < before else "upp"
    return f"{name}: {way} {number(abs(now / before - 1) * 100)}{HARD_SPACE}procent sedan {since}"


def times_words(ratio: float) -> str:
    """`12.8` → `nästan 13 gånger`; `2.1` → `drygt 2 gånger`; `3.0` → `3 gånger`."""
    nearest = round(ratio)
    if abs(ratio - nearest) < 0.05:  # as good as whole
        return f"{nearest} gånger"
    return f"nästan {nearest} gånger" if ratio < nearest else f"drygt {nearest} gånger"

"""One value beside all it is compared with: a mean, several regions, a group's middle, its rank, its past, its goal.

A difference is always own − other, in the value's unit. It has an interval and a verdict only where the own value has
one: against a mean, a country or a target the other side is taken as fixed, so the difference is sure where the own
interval does not hold it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from rus.analysis.difference import NO_MARGIN, Difference, of_estimates, of_shares
from rus.analysis.inequality import Better
from rus.analysis.intervals import UNKNOWN, Interval, unsure, wilson

NEARLY_ALL = 0.9
"""A mean or a middle of a set stands for it only where so many of its places have a value."""
FEW_HAVE = "Uppgift saknas för många: {have} av {of} har ett värde."
SAME_PEOPLE = "Osäkerhet ej beräknad för ändringen sedan mätningen före: det är till stor del samma personer."
OVERLAP = "Värdena är medelvärden av flera år och delar år med varandra, så de jämförs inte."
BROKEN = "Tidsserien bryts {year}, så värdena jämförs inte."
NO_EARLIER = "Det finns ingen tidigare mätning."


@dataclass(frozen=True)
class Value:
    """A value with what is known of its chance: the survey's own `margin`, or `n` for a share of n people in percent.

    `survey`: it is of a sample, so only a margin says how sure it is. `share`: it is a share of people in percent.
    """

    value: float
    margin: Interval | None = None
    n: float | None = None
    survey: bool = False
    share: bool = False

    def limits(self) -> tuple[Interval | None, str]:
        """The interval of the value; None with the reason in Swedish where there is none."""
        if self.margin:
            return self.margin, ""
        if self.survey:
            return None, NO_MARGIN
        if not self.share or self.n is None or not 0 <= self.value <= 100:
            return None, UNKNOWN
        why = unsure(self.n, min(self.value, 100 - self.value) / 100 * self.n)
        limits = None if why else wilson(self.value / 100 * self.n, self.n)
        return (limits.times(100), "") if limits else (None, why or UNKNOWN)


@dataclass(frozen=True)
class Middle:
    """A set of places in one number, with the lowest and highest; None with a reason where too few have a value."""

    value: float | None
    lowest: float | None = None
    highest: float | None = None
    have: int = 0
    of: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Rank:
    """Place among all that have a value: 1 is best, or highest where no direction is better.

    `tied` share the place with the own one; `have` values, out of `of` places.
    """

    place: int
    tied: int
    have: int
    of: int


@dataclass(frozen=True)
class Readings:
    """Whether it is better than comparable regions, read both ways; where no direction is better it means higher.

    `beaten` of `of` regions; `each`: than each one of them; `mean`: than their mean. Alike is not better.
    """

    beaten: int
    of: int
    each: bool
    mean: bool


@dataclass(frozen=True)
class Earlier:
    """The measurement before: when, its value and the change since; change None with a reason where not comparable."""

    year: int | None
    value: float | None
    change: Difference | None
    reason: str = ""


def against(own: Value, other: float) -> Difference:
    """The own value against a fixed one: a country, a mean, a middle or a target."""
    limits, why = own.limits()
    apart = own.value - other
    if limits is None:
        return Difference(apart, "not_assessed", reason=why)
    interval = Interval(limits.lower - other, limits.upper - other, limits.level)
    if interval.holds(0):
        return Difference(apart, "no_certain_difference", interval)
    return Difference(apart, "higher" if apart > 0 else "lower", interval)


def between(own: Value, other: Value) -> Difference:
    """The own value against that of another region or another sample, whose chance counts as well."""
    if own.margin or other.margin or own.survey or other.survey:
        return of_estimates((own.value, own.margin), (other.value, other.margin))
    if not (own.share and other.share):
        return Difference(own.value - other.value, "not_assessed", reason=UNKNOWN)
    return of_shares((own.value, own.n), (other.value, other.n))


def mean_of(values: Sequence[float], of: int) -> Middle:
    """The unweighted mean: every place counts the same, however many live there."""
    return _middle(values, of, fmean)


def middle_of(values: Sequence[float], of: int) -> Middle:
    """The median, with lowest and highest."""
    return _middle(values, of, median)


def rank(own: str, values: Mapping[str, float], of: int, better: Better) -> Rank | None:
    """The place among all that have a value, ties sharing the best place; None where the own has none."""
    known = {code: v for code, v in values.items() if v == v}  # # NaN is no value
    if own not in known:
        return None
    sign = 1 if better == "lower" else -1
    mine = sign * known[own]
    ahead = sum(sign * v < mine for v in known.values())
    tied = sum(v == known[own] for v in known.values()) - 1
    return Rank(ahead + 1, tied, len(known), of)


def readings(own: float, others: Sequence[float], better: Better) -> Readings | None:
    """Both readings of "better than comparable regions"; None without any."""
    if not others:
        return None
    sign = -1 if better == "lower" else 1
    beaten = sum(sign * own > sign * other for other in others)
    return Readings(beaten, len(others), beaten == len(others), sign * own > sign * fmean(others))


def earlier(
    own: tuple[int, Value], before: Sequence[tuple[int, Value]], breaks: Sequence[int] = (), window: int = 1
) -> Earlier:
    """The value against the measurement before.

    Args:
        own: year and value.
        before: earlier measurements, in any order.
        breaks: first years of new series, over which nothing is compared.
        window: each value is a mean of so many years.
    """
    year, value = own
    past = [found for found in before if found[0] < year]
    if not past:
        return Earlier(None, None, None, NO_EARLIER)
    then, other = max(past, key=lambda found: found[0])
    cut = next((b for b in sorted(breaks, reverse=True) if then < b <= year), None)
    if cut is not None:
        return Earlier(then, other.value, None, BROKEN.format(year=cut))
    if year - then < window:
        return Earlier(then, other.value, None, OVERLAP)
    if value.margin or other.margin or value.survey:
        return Earlier(then, other.value, between(value, other))
    why = SAME_PEOPLE if value.share else UNKNOWN
    return Earlier(then, other.value, Difference(value.value - other.value, "not_assessed", reason=why))


def _middle(values: Sequence[float], of: int, kind: Callable[[list[float]], float]) -> Middle:
    known = [v for v in values if v == v]  # # NaN is no value
    if not known or len(known) < NEARLY_ALL * of:
        return Middle(None, have=len(known), of=of, reason=FEW_HAVE.format(have=len(known), of=of))
    return Middle(float(kind(known)), min(known), max(known), len(known), of)

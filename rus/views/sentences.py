"""Titles that are findings, written by rule: each value and direction in them is read from the rows below them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.catalogue.indicator import Indicator
from rus.core.swedish import EN_DASH, HARD_SPACE, number
from rus.views.available import is_rate
from rus.views.lines import Line, Point

WHOLE_PERCENT, DOUBLED = 1, 100
"""Between these, in percent, the change of an amount is said as a share of what it was; else by both amounts."""


@dataclass(frozen=True)
class Measure:
    """How an indicator's values are said. The change of an amount is a share of what it was."""

    short: str
    unit: str
    decimals: int
    amount: bool = False

    @classmethod
    def of(cls, indicator: Indicator, group: str = "") -> "Measure":
        """The measure of an indicator, in a group where one is named."""
        short = f"{indicator.short}, {group}" if group else indicator.short
        return cls(short, indicator.unit, indicator.decimals, amount=not is_rate(indicator))

    def bare(self, value: float) -> str:
        """The number alone, with the indicator's decimals."""
        return number(value, self.decimals)

    def full(self, value: float) -> str:
        """Number and unit in words: `64,5 procent`."""
        return f"{self.bare(value)}{HARD_SPACE}{self.unit}" if self.unit else self.bare(value)

    def difference(self, value: float) -> str:
        """A difference without sign: shares differ by procentenheter, all else by its own unit."""
        text = self.bare(abs(value))
        points = "procentenhet" if text == "1" else "procentenheter"
        unit = points if self.unit in {"procent", "%"} else self.unit
        return f"{text}{HARD_SPACE}{unit}" if unit else text

    def same(self, one: float, other: float) -> bool:
        """Whether two values look the same as printed; then nothing is said about which is larger."""
        return self.bare(one) == self.bare(other)


def change(measure: Measure, points: Sequence[Point]) -> str:
    """From the first to the last of points that may be compared: `X ökade från 57,6 till 61,0 procent 2020–2022`."""
    if len(points) < 2:
        return f"{measure.short}: {measure.full(points[0].value)} {points[0].period}"
    first, last = points[0], points[-1]
    span = f"{first.period}{EN_DASH}{last.period}"
    if measure.same(first.value, last.value):
        return f"{measure.short}: {measure.full(last.value)} både {first.period} och {last.period}"
    verb = "ökade" if last.value > first.value else "minskade"
    if measure.amount and first.value > 0:
        share = (last.value - first.value) / first.value * 100
        if WHOLE_PERCENT <= abs(share) <= DOUBLED:
            return f"{measure.short} {verb} med {number(abs(share))}{HARD_SPACE}procent {span}"
    return f"{measure.short} {verb} från {measure.bare(first.value)} till {measure.full(last.value)} {span}"


def sexes(measure: Measure, women: Sequence[Point], men: Sequence[Point]) -> str:
    """Women against men in the newest period that both have; empty text where they share none."""
    pair = _newest_common([women, men])
    if pair is None:
        return ""
    (w, m), period = pair, pair[0].period
    if measure.same(w.value, m.value):
        return f"{measure.short}: lika för kvinnor och män {period}, {measure.full(w.value)}"
    side = "över" if w.value > m.value else "under"
    return f"{measure.short}: kvinnor {measure.difference(w.value - m.value)} {side} män {period}"


def extremes(measure: Measure, values: Sequence[tuple[str, float]], period: str = "") -> str:
    """Highest and lowest of named regions: `Lekeberg ligger 22,2 procentenheter över Hällefors`."""
    ordered = sorted(values, key=lambda pair: pair[1])
    (bottom, low), (top, high) = ordered[0], ordered[-1]
    tail = f" {period}" if period else ""
    if len(ordered) == 1:
        return f"{top}: {measure.full(high)}{tail}"
    if measure.same(low, high):
        return f"Samma värde överallt: {measure.full(high)}{tail}"
    tied = [name for name, value in ordered if measure.same(value, high)]
    lowest = [name for name, value in ordered if measure.same(value, low)]
    if len(tied) > 1 or len(lowest) > 1:
        return f"{measure.short}: från {measure.bare(low)} till {measure.full(high)}{tail}"
    return f"{top} ligger {measure.difference(high - low)} över {bottom}{tail}"


def of_lines(measure: Measure, lines: Sequence[Line]) -> str:
    """The finding of a line chart: of one line its change, of two sexes their gap, of several places the extremes."""
    ours = [line for line in lines if line.role != "context"]
    if not ours:
        return measure.short
    if len(ours) == 1:
        return change(measure, newest_part(ours[0]))
    by_role = {line.role: line for line in ours}
    if len(by_role) == len(ours) and {"women", "men"} <= set(by_role):
        gap = sexes(measure, by_role["women"].points, by_role["men"].points)
        if gap:
            return gap
    common = _newest_common([line.points for line in ours])
    if common is None:
        return measure.short
    return extremes(measure, [(line.label, p.value) for line, p in zip(ours, common, strict=True)], common[0].period)


def of_groups(measure: Measure, lines: Sequence[Line]) -> str:
    """Highest and lowest of the groups drawn, the chosen one among them; empty where they share no period."""
    common = _newest_common([line.points for line in lines])
    if common is None:
        return ""
    named = [(f"{line.label[:1].lower()}{line.label[1:]}", p.value) for line, p in zip(lines, common, strict=True)]
    title = extremes(measure, named, common[0].period)
    return f"{title[:1].upper()}{title[1:]}"


def newest_part(line: Line) -> Sequence[Point]:
    """The measurements that may be compared with the newest one: its own run, or a rhythm of several years."""
    parts = list(line.parts)
    run = list(parts.pop())
    joined = {(earlier.period, later.period) for earlier, later in line.sparse}
    while parts and (parts[-1][-1].period, run[0].period) in joined:
        run = [*parts.pop(), *run]
    return run


def _newest_common(lines: Sequence[Sequence[Point]]) -> list[Point] | None:
    by_period = [{point.period: point for point in points} for points in lines]
    shared = set.intersection(*(set(periods) for periods in by_period)) if by_period else set()
    if not shared:
        return None
    newest = max(shared, key=lambda period: by_period[0][period].at)
    return [periods[newest] for periods in by_period]

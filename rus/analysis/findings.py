"""What deserves attention: certain changes, certain gaps and values off their own trend, ranked; the rest counted.

Every list is one family of tests: p-values are adjusted for their number (`multiplicity`) and only q ≤ 0.05 is a
finding. Findings stand in order of size without unit, what could not be found out is kept with its reason.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rus.analysis.effect import Scale, apart, placed
from rus.analysis.gaps import Gap
from rus.analysis.multiplicity import RATE, adjusted
from rus.analysis.own_trend import FEW, OwnTrend, against_own_trend
from rus.analysis.pace import Scale as Line
from rus.analysis.trend import Better, Data, Point, Trend, theil_sen, trend

Kind = Literal["change", "gap", "deviation", "unknown"]
Valuation = Literal["right", "wrong", "none"]
Why = Literal["no_signal", "many", "rounding", "few", "outdated", "unmeasured", "uncounted", "unfit"]

OLD = "Uppgiften är för gammal för att säga något om läget."
MANY = "Inte säkert när alla i listan prövas på en gång."
NO_SIGNAL = "Skillnaden mot det väntade ryms i den vanliga variationen."
NO_GAP = "Ingen säkerställd skillnad: den kan bero på slumpen."
ROUNDED = "Förändringen ryms i avrundningen."
ROUNDED_GAP = "Skillnaden ryms i avrundningen."
NONE = "Inga mätningar."


@dataclass(frozen=True)
class Measured:
    """One series to be judged.

    `key` is the asker's own name for it, `line` the scale its trend is straight on. `outdated`: too old to say
    anything of today.
    """

    key: str
    points: Sequence[Point]
    data: Data
    scale: Scale
    line: Line = "linear"
    outdated: bool = False


@dataclass(frozen=True)
class Paired:
    """Two groups held against each other, to be judged among others; the fields as in `Measured`."""

    key: str
    gap: Gap
    better: Better
    scale: Scale
    outdated: bool = False


@dataclass(frozen=True)
class Finding:
    """One answer.

    `direction` is +1 for rose, higher or above what was expected, −1 for the opposite, 0 where nothing is said.
    `valuation` tells whether that is wanted. `effect` is in the indicator's unit (a change: from the first to the last
    judged year by the trend's slope), `strength` the same without unit (see docs/methods/findings.md), p and q are raw
    and adjusted for the list. `rank` counts from 1 within the list; 0 and kind `unknown` where there is no finding,
    `why` and the Swedish `reason` then say what is lacking.
    """

    key: str
    kind: Kind
    basis: Trend | Gap | OwnTrend
    direction: int = 0
    valuation: Valuation = "none"
    effect: float | None = None
    strength: float | None = None
    p: float | None = None
    q: float | None = None
    rank: int = 0
    why: Why | None = None
    reason: str = ""


@dataclass(frozen=True)
class Findings:
    """One list: the findings in order, all that are none, and how many tests it took."""

    found: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    tested: int


@dataclass(frozen=True)
class Tally:
    """How many measures went right, wrong, moved without being valued, and are unknown, by reason."""

    right: int
    wrong: int
    unvalued: int
    unknown: Counter[Why]

    @property
    def total(self) -> int:
        """All that were asked about."""
        return self.right + self.wrong + self.unvalued + self.unknown.total()


def changes(series: Iterable[Measured]) -> Findings:
    """The certain changes: a trend by Mann–Kendall's test on independent points, among all series asked about."""
    return _settled([_change(one) for one in series])


def gaps(pairs: Iterable[Paired]) -> Findings:
    """The certain gaps: their interval says so, among all pairs asked about. Without an interval never certain."""
    return _settled([_gap(one) for one in pairs])


def deviations(series: Iterable[Measured]) -> Findings:
    """The newest values outside what the series' own earlier years pointed to, among all series asked about."""
    return _settled([_deviation(one) for one in series])


def tally(found: Findings) -> Tally:
    """Count a list of changes; every series stands in exactly one class."""
    said = Counter(f.valuation for f in found.found)
    unknown: Counter[Why] = Counter(f.why for f in found.unknown if f.why)
    return Tally(said["right"], said["wrong"], said["none"], unknown)


def within(found: Findings, keys: Collection[str]) -> Findings:
    """A part of a list: what is certain stays so and keeps its q, so that a measure has one answer wherever it stands.

    Args:
        found: the whole list.
        keys: what to keep; the ranks are counted anew.
    """
    kept = [replace(f, rank=n) for n, f in enumerate((f for f in found.found if f.key in keys), 1)]
    rest = tuple(f for f in found.unknown if f.key in keys)
    return Findings(tuple(kept), rest, sum(f.q is not None for f in (*kept, *rest)))


def _change(one: Measured) -> Finding:
    judged = trend(one.points, one.data)
    if not judged.points:
        return _none(one.key, judged, "unmeasured", NONE)
    if one.outdated:
        return _none(one.key, judged, "outdated", OLD)
    if judged.p is None or judged.slope is None:
        return _none(one.key, judged, "few", judged.reason)
    effect, way = judged.slope * (judged.points[-1][0] - judged.points[0][0]), 1 if judged.direction == "Ökar" else -1
    made = Finding(
        one.key,
        "change",
        judged,
        direction=way,
        valuation=_valued(way, one.data.better),
        effect=effect,
        strength=_pace(judged.points, one.scale),
        p=judged.p,
    )
    if judged.status == "no_trend":
        return _put_off(made, "no_signal", judged.reason)
    shown = effect * way >= max(one.scale.grain, one.data.step)  # many ties can leave a certain way without a size
    return made if shown else _put_off(made, "rounding", ROUNDED)


def _gap(one: Paired) -> Finding:
    seen = one.gap.difference
    if one.outdated:
        return _none(one.key, one.gap, "outdated", OLD)
    if seen.p is None:
        return replace(_none(one.key, one.gap, "uncounted", seen.reason), effect=seen.value)
    size = apart(one.gap.second.value, one.gap.first.value, one.scale)
    strength = None if size is None else abs(size)
    made = Finding(one.key, "gap", one.gap, _sign(seen.value), effect=seen.value, strength=strength, p=seen.p)
    if seen.verdict == "no_certain_difference":  # it has a reason of its own only where rounding is the cause
        return _put_off(made, "rounding" if seen.reason else "no_signal", seen.reason or NO_GAP)
    return _put_off(made, "rounding", ROUNDED_GAP) if abs(seen.value) < one.scale.grain else made


def _deviation(one: Measured) -> Finding:
    seen = against_own_trend(one.points, one.data, one.scale.grain, one.line)
    if seen.newest is None:
        return _none(one.key, seen, "unmeasured", NONE)
    if one.outdated:
        return _none(one.key, seen, "outdated", OLD)
    if seen.standard is None or seen.residual is None:
        return _none(one.key, seen, "few" if seen.reason == FEW else "unfit", seen.reason)
    made = Finding(
        one.key,
        "deviation",
        seen,
        direction=_sign(seen.residual),
        valuation=_valued(seen.residual, one.data.better),
        effect=seen.residual,
        strength=abs(seen.standard),
        p=seen.p,
    )
    return made if seen.p is not None and seen.p <= RATE else _put_off(made, "no_signal", NO_SIGNAL)


def _settled(judged: Sequence[Finding]) -> Findings:
    """Adjust for the number of tests, keep what is still certain, and put it in order.

    Order: strength, largest first; those without a strength last; then the smaller p; then as they were given.
    """
    qs = adjusted([f.p for f in judged])
    sure: list[Finding] = []
    rest: list[Finding] = []
    for made, q in zip(judged, qs, strict=True):
        weighed = replace(made, q=q)
        if made.kind == "unknown":
            rest.append(weighed)
        elif q is not None and q <= RATE:
            sure.append(weighed)
        else:
            rest.append(_put_off(weighed, "many", MANY))
    sure.sort(key=lambda f: (f.strength is None, -(f.strength or 0.0), f.p))
    ranked = tuple(replace(f, rank=n) for n, f in enumerate(sure, 1))
    return Findings(ranked, tuple(rest), len(judged) - qs.count(None))


def _none(key: str, basis: Trend | Gap | OwnTrend, why: Why, reason: str) -> Finding:
    return Finding(key, "unknown", basis, why=why, reason=reason)


def _put_off(made: Finding, why: Why, reason: str) -> Finding:
    """What was tested but is no finding: it keeps its figures and counts as a test, but says nothing."""
    return replace(made, kind="unknown", direction=0, valuation="none", why=why, reason=reason)


def _pace(points: Sequence[Point], scale: Scale) -> float | None:
    """The typical change per year without unit: Theil–Sen's slope of the placed values."""
    found = placed([v for _, v in points], scale)
    slope = theil_sen([(t, v) for (t, _), v in zip(points, found, strict=True)]) if found else None
    return None if slope is None else abs(slope)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _valued(value: float, better: Better) -> Valuation:
    if better == "neutral" or not value:
        return "none"
    return "right" if (value > 0) == (better == "higher") else "wrong"

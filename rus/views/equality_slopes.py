"""The line through ordered groups, for the picture: where each group stands, and the line's two ends."""

from dataclasses import dataclass
from math import exp, log

from rus.analysis.intervals import Interval
from rus.analysis.slope import Slope, ends, ranks

STEPS = 24


@dataclass(frozen=True)
class Step:
    """A group at the middle of its part of the population (0 = least, 1 = most advantaged)."""

    name: str
    at: float
    share: float
    value: float
    interval: Interval | None


@dataclass(frozen=True)
class SlopePicture:
    """The groups and the fitted line as (rank, value)."""

    steps: tuple[Step, ...]
    line: tuple[tuple[float, float], ...]
    unit: str
    decimals: int


def slope_picture(
    named: list[tuple[str, float, float | None]],
    limits: list[Interval | None],
    found: Slope,
    unit: str,
    decimals: int,
) -> SlopePicture | None:
    """The picture of a slope that could be computed, else None.

    Args:
        named: name, value and share of each group, the least advantaged first.
        limits: each value's interval, None where not known.
        found: the indices.
        unit: of the values.
        decimals: of the values.
    """
    shares = [share for _, _, share in named if share]
    if found.sii is None or len(shares) < len(named):
        return None
    percent = unit == "procent"
    low, high = ends([value for _, value, _ in named], shares, percent=percent)
    places = [n / STEPS for n in range(STEPS + 1)]
    line = tuple((at, _between(low, high, at, percent=percent)) for at in places)
    whole = sum(shares)
    steps = tuple(
        Step(name, float(at), share / whole, value, around)
        for (name, value, _), share, at, around in zip(named, shares, ranks(shares), limits, strict=True)
    )
    return SlopePicture(steps, line, unit, decimals)


def _between(low: float, high: float, at: float, *, percent: bool) -> float:
    if not percent:
        return low + (high - low) * at
    first, last = (log(v / (100 - v)) for v in (low, high))
    return 100 / (1 + exp(-(first + (last - first) * at)))

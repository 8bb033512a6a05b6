"""Funnel limits: how far from the common value a place of a certain size lies by chance alone (Spiegelhalter 2005)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rus.analysis.intervals import LEVEL, OUTER, UNKNOWN, Interval, of_count, wilson

Where = Literal["within", "above", "below", "far_above", "far_below", "not_assessed"]
WORDS: dict[Where, str] = {
    "within": "Inom det som slumpen ger",
    "above": "Över det som slumpen ger",
    "below": "Under det som slumpen ger",
    "far_above": "Långt över det som slumpen ger",
    "far_below": "Långt under det som slumpen ger",
    "not_assessed": "Kan inte bedömas",
}


@dataclass(frozen=True)
class Placed:
    """One place in a funnel: its share and the common one (0–1), limits at 95 and 99.8 percent, and where it lies."""

    share: float
    common: float
    where: Where
    inner: Interval | None
    outer: Interval | None
    reason: str = ""


def share_limits(common: float, n: float, level: float = LEVEL) -> Interval | None:
    """Limits of a share (0–1) round the common one at size n, of Wilson's form; None where impossible."""
    return wilson(common * n, n, level) if 0 <= common <= 1 and n >= 1 else None


def rate_limits(common: float, n: float, level: float = LEVEL) -> Interval | None:
    """Limits of a rate per head round the common one at size n: the Poisson limits of the expected count, over n."""
    limits = of_count(common * n, level) if common >= 0 and n > 0 else None
    return limits.times(1 / n) if limits else None


def place(share: float, n: float | None, common: float) -> Placed:
    """Where a share (0–1) of n lies in the funnel round the common share."""
    inner = share_limits(common, n or 0)
    outer = share_limits(common, n or 0, OUTER)
    if inner is None or outer is None or not 0 <= share <= 1:
        return Placed(share, common, "not_assessed", None, None, UNKNOWN)
    above = share > common
    where: Where = "within"
    if not outer.holds(share):
        where = "far_above" if above else "far_below"
    elif not inner.holds(share):
        where = "above" if above else "below"
    return Placed(share, common, where, inner, outer)


def funnel(places: Mapping[str, tuple[float, float]]) -> dict[str, Placed]:
    """Every place against all of them together.

    Args:
        places: name → share (0–1) and n. The common share is Σ share·n / Σ n; places without n do not count in it.
    """
    known = {name: (share, n) for name, (share, n) in places.items() if n >= 1}
    size = sum(n for _, n in known.values())
    if not size:
        return {name: Placed(s, s, "not_assessed", None, None, UNKNOWN) for name, (s, _) in places.items()}
    common = sum(share * n for share, n in known.values()) / size
    return {name: place(share, n, common) for name, (share, n) in places.items()}

"""Which years are written under an axis, and how labels keep out of each other's way."""

from collections.abc import Collection, Sequence
from math import ceil, floor

MOST_YEARS = 4


def year_ticks(first: float, last: float, measured: Collection[int] = (), most: int = MOST_YEARS) -> list[int]:
    """Whole years to be written under the axis, few enough for a phone: on round numbers, or the few measured ones.

    Args:
        first: start of the axis.
        last: its end.
        measured: the years with measurements.
        most: steps at most.
    """
    if 0 < len(measured) <= most:
        return sorted(measured)
    start, end = ceil(first), floor(last)
    step = next((s for s in (1, 2, 5, 10, 20, 50) if (end - start) / s <= most), 100)
    return list(range(ceil(start / step) * step, end + 1, step)) or [start]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones, in the same order of size, at least `gap` apart and within `low`–`high`.

    Where there is no room for that, the gap shrinks evenly. Units: pixels, or any one unit.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    gap = min(gap, (high - low) / max(len(wanted) - 1, 1))
    placed: list[list[float]] = []
    for n in order:
        placed.append([min(max(wanted[n], low), high), 1])
        while len(placed) > 1 and placed[-1][0] - placed[-2][0] < gap * (placed[-1][1] + placed[-2][1]) / 2:
            upper, lower = placed.pop(), placed.pop()
            size = upper[1] + lower[1]
            placed.append([_inside((upper[0] * upper[1] + lower[0] * lower[1]) / size, size, gap, low, high), size])
    result = [0.0] * len(wanted)
    spots = [middle + (k - (size - 1) / 2) * gap for middle, size in placed for k in range(int(size))]
    for n, spot in zip(order, spots, strict=True):
        result[n] = spot
    return result


def _inside(middle: float, size: float, gap: float, low: float, high: float) -> float:
    half = (size - 1) / 2 * gap
    return min(max(middle, low + half), high - half)

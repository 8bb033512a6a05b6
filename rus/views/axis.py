"""Where a value axis begins and ends; decided here because the subtitle must say it when that is not at zero."""

from collections.abc import Sequence
from math import ceil, floor, log10

MOST_STEPS = 7
STEPS = (1, 2, 5, 10)
START_ABOVE_ZERO = 0.4


def nice_step(span: float, most: int = MOST_STEPS) -> float:
    """The smallest of 1, 2, 5 × 10ⁿ that gives at most `most` steps over `span`."""
    if span <= 0:
        return 1.0
    rough = span / most
    power = 10.0 ** floor(log10(rough))
    return next((s * power for s in STEPS if s * power >= rough * (1 - 1e-9)), 10 * power)


def value_range(values: Sequence[float]) -> tuple[float, float, float]:
    """Start, end and step of a value axis; it begins at zero unless all values are far above it.

    Returns:
        (start, end, step) in the unit of the values; (0, 1, 0.2) without values.
    """
    if not values:
        return 0.0, 1.0, 0.2
    low, high = min(values), max(values)
    if low >= 0 and low < START_ABOVE_ZERO * high:
        low = 0.0
    if low == high:
        low, high = (0.0, high) if high > 0 else (low - 1, high + 1)
    step = nice_step(high - low)
    return floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step

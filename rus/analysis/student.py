"""Student's t for whole degrees of freedom: the share below a value, and the value with a given share below it.

Closed sums for whole degrees of freedom: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3–26.7.4.
"""

from functools import lru_cache
from math import atan, cos, inf, isinf, pi, sin, sqrt

WIDEST = 1e6


def t_below(t: float, df: int) -> float:
    """The share of Student's t that lies below `t`.

    Args:
        t: any number, infinity too.
        df: whole degrees of freedom, at least 1.
    """
    if isinf(t):
        return 1.0 if t > 0 else 0.0
    angle = atan(abs(t) / sqrt(df))
    squared = cos(angle) ** 2
    even = df % 2 == 0
    term = 1.0 if even else cos(angle)
    total = 0.0
    for n in range(1 if even else 2, df, 2):
        total += term
        term *= squared * n / (n + 1)
    inside = sin(angle) * total if even else 2 / pi * (angle + sin(angle) * total)
    return (1 + inside) / 2 if t >= 0 else (1 - inside) / 2


@lru_cache(maxsize=256)
def t_value(share: float, df: int) -> float:
    """The t with this share below it, by halving; ±infinity at shares 0 and 1."""
    if share <= 0 or share >= 1:
        return inf if share >= 1 else -inf
    if share < 0.5:
        return -t_value(1 - share, df)
    low, high = 0.0, WIDEST
    for _ in range(200):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        low, high = (middle, high) if t_below(middle, df) < share else (low, middle)
    return (low + high) / 2

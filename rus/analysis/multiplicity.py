"""Many tests at once: of 720 tests of nothing, 36 come out at five percent (Benjamini and Hochberg 1995).

The rule bounds the expected share of false alarms among the signals shown, not the chance of a single one.
"""

from collections.abc import Sequence

RATE = 0.05


def adjusted(ps: Sequence[float | None]) -> tuple[float | None, ...]:
    """The p-values adjusted for their number: the smallest rate of false alarms at which each would be a signal.

    With m values in rising order q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j. None = not tested, stays None and is not counted.
    """
    tested = sorted((p, n) for n, p in enumerate(ps) if p is not None)
    found: list[float | None] = [None] * len(ps)
    smallest = 1.0
    for rank in range(len(tested), 0, -1):
        p, place = tested[rank - 1]
        smallest = min(smallest, p * len(tested) / rank)
        found[place] = smallest
    return tuple(found)


def signals(ps: Sequence[float | None], rate: float = RATE) -> tuple[bool, ...]:
    """Which tests are signals when at most `rate` of the signals may be expected to be false."""
    return tuple(q is not None and q <= rate for q in adjusted(ps))

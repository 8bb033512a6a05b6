"""Who carries a difference: the groups' values, or how many people are in each (Kitagawa 1955).

The total is Y = Σ p·y. Between two populations, or two years of one, ΔY = Σ p̄·Δy + Σ ȳ·Δp, exactly; bars are means
of the two. Groups that are added up must cover everyone once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

OTHER_GROUPS = "Grupperna är inte desamma i de två jämförda."
NO_SHARES = "Gruppernas andelar av befolkningen är inte kända."
NO_GROUPS = "Kräver minst två grupper."


@dataclass(frozen=True)
class Part:
    """One group's part of the difference, in the indicator's unit: by its value and by its size."""

    group: str
    rate: float
    composition: float

    @property
    def total(self) -> float:
        """Both together."""
        return self.rate + self.composition


@dataclass(frozen=True)
class Decomposition:
    """The difference second − first and its parts, which sum to it exactly; None with a Swedish reason."""

    difference: float | None
    rate: float | None
    composition: float | None
    parts: tuple[Part, ...] = ()
    reason: str = ""


Population = Mapping[str, tuple[float, float | None]]
"""Group → its value and its size (people, or any share; None = not known)."""


def kitagawa(first: Population, second: Population) -> Decomposition:
    """Split the difference between two populations' totals.

    Args:
        first: the earlier year, or the population compared with.
        second: the later year, or the population asked about.
    """
    if set(first) != set(second):
        return Decomposition(None, None, None, reason=OTHER_GROUPS)
    if len(first) < 2:
        return Decomposition(None, None, None, reason=NO_GROUPS)
    before, after = _shares(first), _shares(second)
    if before is None or after is None:
        return Decomposition(None, None, None, reason=NO_SHARES)
    parts = tuple(
        Part(
            group,
            (before[group] + after[group]) / 2 * (second[group][0] - first[group][0]),
            (first[group][0] + second[group][0]) / 2 * (after[group] - before[group]),
        )
        for group in first
    )
    rate, composition = sum(p.rate for p in parts), sum(p.composition for p in parts)
    return Decomposition(rate + composition, rate, composition, parts)


def total(population: Population) -> float | None:
    """Y = Σ p·y, or None where a size is not known."""
    shares = _shares(population)
    return sum(shares[g] * population[g][0] for g in population) if shares else None


def _shares(population: Population) -> dict[str, float] | None:
    sizes = {g: size for g, (value, size) in population.items() if size is not None and size >= 0 and value == value}
    whole = sum(sizes.values())
    if len(sizes) < len(population) or not whole > 0:
        return None
    return {g: size / whole for g, size in sizes.items()}

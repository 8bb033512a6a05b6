"""When the mix of people, not their situation, decides which of two places looks better (Simpson 1951)."""

from dataclasses import dataclass

from rus.analysis.kitagawa import NO_SHARES, OTHER_GROUPS, Population, total

WARNING = "Sammansättningen påverkar jämförelsen."


@dataclass(frozen=True)
class Comparison:
    """First against second: totals, the difference in every group, and whether all groups contradict the total.

    `reason` says in Swedish why the comparison can't be made; `warning` is empty unless `reversed`.
    """

    first: float | None
    second: float | None
    by_group: tuple[tuple[str, float], ...] = ()
    reversed: bool = False
    reason: str = ""

    @property
    def warning(self) -> str:
        """The Swedish warning."""
        return WARNING if self.reversed else ""


def composition(first: Population, second: Population) -> Comparison:
    """Compare two populations as wholes and group by group (group → value and size)."""
    if set(first) != set(second) or len(first) < 2:
        return Comparison(None, None, reason=OTHER_GROUPS)
    ours, theirs = total(first), total(second)
    if ours is None or theirs is None:
        return Comparison(ours, theirs, reason=NO_SHARES)
    by_group = tuple((group, first[group][0] - second[group][0]) for group in first)
    whole = ours - theirs
    turned = abs(whole) > 1e-9 and all(step * whole < 0 for _, step in by_group)
    return Comparison(ours, theirs, by_group, turned)

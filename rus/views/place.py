"""One place among many at one time."""

from dataclasses import dataclass

from rus.core.swedish import EN_DASH


@dataclass(frozen=True)
class Place:
    """One region's value; `rank` 1 is best, or highest where no direction is better; `chosen` by the reader or ours.

    `lower` and `upper`: the source's own margin, else chance among as many people, else None. `among`: the first and
    the last rank that the interval leaves open.
    """

    code: str
    name: str
    value: float
    rank: int | None
    chosen: bool
    lower: float | None = None
    upper: float | None = None
    among: tuple[int, int] | None = None

    @property
    def band(self) -> str:
        """The rank, or those that the interval leaves open, as it is shown; empty without a rank."""
        first, last = self.ranks
        return "" if self.rank is None else str(first) if first == last else f"{first}{EN_DASH}{last}"

    @property
    def ranks(self) -> tuple[int | None, int | None]:
        """The first and the last rank that the interval leaves open; its own where there is none."""
        return self.among or (self.rank, self.rank)

"""A goal in numbers, for one line: where it began, where it is, where it shall be."""

from dataclasses import dataclass

from rus.core.swedish import number


@dataclass(frozen=True)
class Bullet:
    """A goal in numbers: (year, value) of the start and the newest, the target and its year (None without one)."""

    base: tuple[int, float] | None
    newest: tuple[int, float]
    target: float
    by: int | None
    decimals: int
    unit: str

    @property
    def start(self) -> float:
        """Where the bar begins."""
        return self.base[1] if self.base else self.newest[1]

    @property
    def alt(self) -> str:
        """The same in words, for those who can't see it."""
        by = f" {self.by}" if self.by else ""
        start = f"Utgångsläget {self.base[0]} var {number(self.base[1], self.decimals)}. " if self.base else ""
        now = f"Nu, {self.newest[0]}, är värdet {number(self.newest[1], self.decimals)}"
        return f"{start}{now} och målet{by} är {number(self.target, self.decimals)} {self.unit}."

"""Groups within groups: sex × background × education. Which are published, which lag most, what a goal takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from rus.analysis.inequality import Better
from rus.analysis.intervals import UNKNOWN, Interval, unsure, wilson

MOST_LAGGING = 3


@dataclass(frozen=True)
class Cell:
    """One group of the cross-table: a value of each ground, the figure, the people behind it, the source's status.

    `value` is None where the source publishes none; then `status` says why (`skyddad`, `saknas` …).
    """

    key: tuple[str, ...]
    value: float | None
    n: float | None = None
    status: str = "varde"
    margin: Interval | None = None


@dataclass(frozen=True)
class Seen:
    """A cell as it may be shown: its interval in the unit of the value, or why there is none; `unsure` in Swedish."""

    cell: Cell
    interval: Interval | None
    reason: str
    unsure: str


@dataclass(frozen=True)
class CrossTable:
    """All cells in the order given, how many there could be and are, and the keys of those that lag most."""

    cells: tuple[Seen, ...]
    possible: int
    published: int
    lagging: tuple[tuple[str, ...], ...]

    @property
    def tally(self) -> str:
        """`12 av 16 grupper redovisas`."""
        return f"{self.published} av {self.possible} grupper redovisas"


@dataclass(frozen=True)
class Needed:
    """People of a group who must change for it to reach the target, and the group's part of all of them (0–1)."""

    group: str
    people: int
    share: float


def cross_table(
    cells: Sequence[Cell], reference: float | None, *, better: Better, share: bool, possible: int | None = None
) -> CrossTable:
    """The cross-table of a measure.

    Args:
        cells: every group the source names.
        reference: the value of all, from which the distance is measured; None = no group is pointed out.
        better: which direction is wanted; with `neutral` no group is pointed out.
        share: the values are shares of people in percent.
        possible: number of groups there could be; default is the product of the grounds' values among the cells.
    """
    shown = tuple(_seen(cell, share=share) for cell in cells)
    published = sum(cell.value is not None for cell in cells)
    return CrossTable(shown, possible or _possible(cells), published, _lagging(shown, reference, better))


def needed(groups: Sequence[tuple[str, float, float | None]], target: float, better: Better) -> tuple[Needed, ...]:
    """What a target in percent takes, group by group: max(0, d·(target − y))·n/100, rounded up to whole people.

    Args:
        groups: name, value in percent, people; groups of unknown size are left out.
        target: in percent.
        better: `higher` or `lower`; `neutral` gives nothing.
    """
    if better == "neutral":
        return ()
    sign = 1 if better == "higher" else -1
    exact = [(name, max(0.0, sign * (target - y)) * n / 100) for name, y, n in groups if n is not None and n > 0]
    whole = sum(people for _, people in exact)
    return tuple(Needed(name, ceil(round(k, 9)), k / whole if whole else 0.0) for name, k in exact)


def _seen(cell: Cell, *, share: bool) -> Seen:
    if cell.value is None:
        return Seen(cell, None, "", "")
    few = unsure(cell.n, cell.value / 100 * cell.n if share and cell.n is not None else None)
    if cell.margin:
        return Seen(cell, cell.margin, "", few)
    limits = wilson(cell.value / 100 * cell.n, cell.n) if share and cell.n else None
    return Seen(cell, limits.times(100), "", few) if limits else Seen(cell, None, UNKNOWN, few)


def _possible(cells: Sequence[Cell]) -> int:
    size = 1
    for values in zip(*(cell.key for cell in cells), strict=True):
        size *= len(set(values))
    return size if cells else 0


def _lagging(shown: Sequence[Seen], reference: float | None, better: Better) -> tuple[tuple[str, ...], ...]:
    if reference is None or better == "neutral":
        return ()
    sign = 1 if better == "higher" else -1
    behind = [(sign * (reference - s.cell.value), s) for s in shown if s.cell.value is not None and not s.unsure]
    worst = sorted((b for b in behind if b[0] > 0), key=lambda b: (-b[0], b[1].cell.key))
    return tuple(s.cell.key for _, s in worst[:MOST_LAGGING])

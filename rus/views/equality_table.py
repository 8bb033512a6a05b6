"""The cross-table: every group of a measure, women and men beside each other, with how many the source publishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from rus.analysis.intersections import Cell, Seen, cross_table
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_of
from rus.core.swedish import number
from rus.views.equality_series import Figure, Series, is_share

SEXES = ("women", "men")
NONE = "Måttet är inte uppdelat i grupper."
NO_SEX = "Källan redovisar inte kvinnor och män i grupperna."


@dataclass(frozen=True)
class CrossRow:
    """One group: women and men, women − men where both are known, the people behind them, and who lags most.

    `behind` is how far the group lies from the value of all, in the wanted direction (or either way where none is
    wanted); None where that can't be told. `n` is women and men together.
    """

    group: str
    label: str
    period: str
    women: Seen
    men: Seen
    difference: float | None
    lagging: tuple[str, ...]
    n: float | None = None
    behind: float | None = None


@dataclass(frozen=True)
class Crossing:
    """The table, the farthest behind first; without rows `reason` says why. `tally` is `12 av 16 grupper redovisas`.

    `reference` is the value of all in words, `mean` the same as a number; `depth` is how many grounds, beside sex, the
    finest group in hand is split by.
    """

    rows: tuple[CrossRow, ...]
    tally: str
    reference: str
    reason: str = ""
    mean: float | None = None
    depth: int = 0


def crossing(series: Series, catalogue: Catalogue) -> Crossing:
    """Sex × every group that the measure is declared with, each at its own newest period."""
    indicator = series.indicator
    groups = [g for g in series.declared if g != TOTAL]
    if not groups:
        return Crossing((), "", "", NONE)
    measured = [g for g in groups if any(series.measured((g, sex)) for sex in SEXES)]
    if not measured:
        return Crossing((), "", "", NO_SEX)
    periods = {g: newest_of(series, g) for g in groups}
    cells = {(g, sex): cell_of(series, (g, sex), periods[g]) for g in groups for sex in SEXES}
    all_ = everyone(series)
    reference = all_.value if all_ else None
    alike = [c for (g, _), c in cells.items() if all_ is None or periods[g] == all_.period]  # like meets like
    found = cross_table(
        list(cells.values()), None, better=indicator.better, share=is_share(indicator), possible=possible(groups)
    )
    lagging = cross_table(alike, reference, better=indicator.better, share=is_share(indicator)).lagging
    seen = {(s.cell.key[0], s.cell.key[1]): s for s in found.cells}
    near = {c.key[0] for c in alike}
    rows = [
        _row(g, catalogue.group_label(g), periods[g], seen, lagging, _behind(series, g, periods[g], reference))
        for g in groups
    ]
    said = f"{number(reference, indicator.decimals)} {indicator.unit} {all_.period}" if all_ and reference else ""
    depth = max(len(group_of(g)) for g in measured)
    return Crossing(ordered(rows, near), found.tally, said, mean=reference, depth=depth)


def possible(groups: Sequence[str]) -> int:
    """How many cells there could be: for each set of grounds every combination of its values, women and men."""
    values: dict[tuple[str, ...], list[set[str]]] = {}
    for group in groups:
        parts = group_of(group)
        sets = values.setdefault(tuple(parts), [set() for _ in parts])
        for place, value in zip(sets, parts.values(), strict=True):
            place.add(value)
    return len(SEXES) * sum(prod(map(len, sets)) for sets in values.values())


def everyone(series: Series) -> Figure | None:
    """The newest figure of all."""
    periods = series.measured((TOTAL, "total"))
    return series.at((TOTAL, "total"), periods[-1]) if periods else None


def newest_of(series: Series, group: str) -> str:
    """The newest period both sexes have, else the newest that anyone has."""
    both = series.common([(group, sex) for sex in SEXES])
    found = [p for sex in (*SEXES, "total") for p in series.measured((group, sex))[-1:]]
    return both or max(found, default="")


def cell_of(series: Series, key: tuple[str, str], period: str) -> Cell:
    """The figure of a group and sex as a cell, with the source's status where there is none."""
    found = series.at(key, period)
    side = found.side if found else None
    if found is None or side is None:
        return Cell(key, None, status=found.status if found else "saknas")
    return Cell(key, side.value, side.n, found.status, side.margin)


def ordered(rows: Sequence[CrossRow], alike: set[str]) -> tuple[CrossRow, ...]:
    """The farthest behind first; then those of another period than all, last those without a distance."""
    return tuple(
        sorted(rows, key=lambda r: (r.behind is None, r.group not in alike, -(r.behind if r.behind is not None else 0)))
    )


def _behind(series: Series, group: str, period: str, reference: float | None) -> float | None:
    """How far behind all the group's own value is; of its women and men, the one farther behind where it has none."""
    whole = series.at((group, "total"), period)
    found = [whole] if whole and whole.value is not None else [series.at((group, sex), period) for sex in SEXES]
    return distance([f.value for f in found if f and f.value is not None], reference, series.indicator.better)


def distance(values: Sequence[float], reference: float | None, better: str) -> float | None:
    """How far behind the reference the last of the values is, or how far from it where no direction is wanted."""
    if reference is None or not values:
        return None
    if better == "neutral":
        return max(abs(v - reference) for v in values)
    return max((reference - v) * (1 if better == "higher" else -1) for v in values)


def _row(
    group: str,
    label: str,
    period: str,
    seen: dict[tuple[str, str], Seen],
    lagging: tuple[tuple[str, ...], ...],
    behind: float | None,
) -> CrossRow:
    women, men = seen[group, "women"], seen[group, "men"]
    farthest = tuple(sex for sex in SEXES if (group, sex) in lagging)
    return CrossRow(group, label, period, women, men, apart(women, men), farthest, together(women, men), behind)


def apart(women: Seen, men: Seen) -> float | None:
    """Women − men, where both are known."""
    ours, theirs = women.cell.value, men.cell.value
    return ours - theirs if ours is not None and theirs is not None else None


def together(women: Seen, men: Seen) -> float | None:
    """People behind both values, where both are known."""
    ours, theirs = women.cell.n, men.cell.n
    return ours + theirs if ours is not None and theirs is not None else None

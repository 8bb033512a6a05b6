"""The cross-table: every group of a measure, women and men beside each other, with how many the source publishes."""

from dataclasses import dataclass

from rus.analysis.intersections import Cell, Seen, cross_table
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id
from rus.core.swedish import number
from rus.views.equality_series import Series, is_share

SEXES = ("women", "men")
NONE = "Måttet är inte uppdelat i grupper."
NO_SEX = "Källan redovisar inte kvinnor och män i grupperna."


@dataclass(frozen=True)
class CrossRow:
    """One group: women, men, women − men as text where both are known, and whether either lags most."""

    group: str
    label: str
    period: str
    women: Seen
    men: Seen
    difference: float | None
    lagging: tuple[str, ...]


@dataclass(frozen=True)
class Crossing:
    """The table; without rows `reason` says why. `tally` is `12 av 16 grupper redovisas`."""

    rows: tuple[CrossRow, ...]
    tally: str
    reference: str
    reason: str = ""


def crossing(series: Series, catalogue: Catalogue) -> Crossing:
    """Sex × every group that the measure is declared with, each at its own newest period."""
    indicator = series.indicator
    declared = dict.fromkeys(group_id(s.group) for s in indicator.series if s.role == "value")
    groups = [g for g in declared if g != TOTAL]
    if not groups:
        return Crossing((), "", "", NONE)
    if not any(series.measured((g, sex)) for g in groups for sex in SEXES):
        return Crossing((), "", "", NO_SEX)
    periods = {g: _newest(series, g) for g in groups}
    cells = [_cell(series, g, sex, periods[g]) for g in groups for sex in SEXES]
    base = series.measured((TOTAL, "total"))
    all_ = series.at((TOTAL, "total"), base[-1]) if base else None
    reference = all_.value if all_ else None
    newest = [c for c in cells if all_ is None or periods[c.key[0]] == all_.period]  # like meets like
    found = cross_table(
        cells, None, better=indicator.better, share=is_share(indicator), possible=len(groups) * len(SEXES)
    )
    lagging = cross_table(newest, reference, better=indicator.better, share=is_share(indicator)).lagging
    seen = {s.cell.key: s for s in found.cells}
    rows = tuple(_row(g, periods[g], catalogue, seen, lagging) for g in groups)
    said = f"{number(reference, indicator.decimals)} {indicator.unit} {all_.period}" if all_ and reference else ""
    return Crossing(rows, found.tally, said)


def _newest(series: Series, group: str) -> str:
    """The newest period both sexes have, else the newest that anyone has."""
    both = series.common([(group, sex) for sex in SEXES])
    found = [p for sex in (*SEXES, "total") for p in series.measured((group, sex))[-1:]]
    return both or max(found, default="")


def _cell(series: Series, group: str, sex: str, period: str) -> Cell:
    found = series.at((group, sex), period)
    side = found.side if found else None
    if found is None or side is None:
        return Cell((group, sex), None, status=found.status if found else "saknas")
    return Cell((group, sex), side.value, side.n, found.status, side.margin)


def _row(
    group: str,
    period: str,
    catalogue: Catalogue,
    seen: dict[tuple[str, ...], Seen],
    lagging: tuple[tuple[str, ...], ...],
) -> CrossRow:
    women, men = seen[group, "women"], seen[group, "men"]
    known = women.cell.value is not None and men.cell.value is not None
    difference = (women.cell.value or 0.0) - (men.cell.value or 0.0) if known else None
    behind = tuple(sex for sex in SEXES if (group, sex) in lagging)
    return CrossRow(group, catalogue.group_label(group), period, women, men, difference, behind)

"""The gaps of a measure year by year, for the picture: since the last break, and before it where series are linked."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

import pandas as pd

from rus.analysis.gaps import gap
from rus.analysis.intervals import Interval, standard_error, z_of
from rus.analysis.linking import By, Linked, link
from rus.analysis.trend import Point
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.views.equality_pairs import Pair
from rus.views.equality_series import Key, Series, gap_unit, is_share, plain

NO_OVERLAP = "Åren före brottet kan inte länkas: de två serierna har inget gemensamt år."

Years = list[tuple[int, float, str]]
"""Year, value and the series it is from."""
Measured = dict[Key, Years]


@dataclass(frozen=True)
class GapLine:
    """The gap of one pair over time, in the measure's unit (or percentage points).

    `band` is the interval of each year where people are known. `moved` are earlier years moved onto the new series.
    """

    ground: str
    label: str
    names: tuple[str, str]
    points: tuple[Point, ...]
    band: tuple[tuple[int, Interval], ...] = ()
    moved: tuple[Point, ...] = ()


@dataclass(frozen=True)
class GapPicture:
    """The lines of a measure, the finding over them, and what must be known: `link` says how series were linked.

    `can_link` is whether there is anything to link; `breaks` are the first years of new series within the picture.
    """

    lines: tuple[GapLine, ...]
    finding: str
    unit: str
    decimals: int
    can_link: bool
    link: str
    breaks: tuple[int, ...] = ()


def gap_picture(series: Series, pairs: Sequence[Pair], rows: pd.DataFrame, overlap: pd.DataFrame | None) -> GapPicture:
    """The picture of all pairs with at least two years.

    Args:
        series: the figures.
        pairs: the measure's pairs.
        rows: the store's rows of the measure and region.
        overlap: its figures outside their series' years; None where the measure has no break.
    """
    indicator = series.indicator
    shown = [p for p in pairs if p.time and p.keys and len(p.time.points) > 1]
    lines, said = [], ""
    beside = _by_key(overlap) if overlap is not None else {}
    own = _by_key(rows) if beside else {}
    for pair in shown:
        moved, words = _before(indicator, pair, own, beside)
        said = said or words
        lines.append(_line(series, pair, moved))
    finding = _finding(max(shown, key=_moved), lines) if shown else ""
    linked = any(line.moved for line in lines)
    found = (indicator.last_break,) if indicator.last_break and linked else ()
    reason = said if linked or overlap is None or not shown else NO_OVERLAP
    return GapPicture(tuple(lines), finding, gap_unit(indicator), indicator.decimals, linked, reason, found)


def _moved(pair: Pair) -> float:
    """How much the gap has moved; nothing where rounding alone could do it."""
    return abs(pair.time.change or 0.0) if pair.time and not pair.time.rounded else 0.0


def _finding(pair: Pair, lines: Sequence[GapLine]) -> str:
    """How the gap has moved; where the intervals of its first and newest year say no more than chance, that."""
    line = next(one for one in lines if one.ground == pair.ground)
    limits, (first, last) = dict(line.band), (line.points[0], line.points[-1])
    if first[0] in limits and last[0] in limits:
        error = hypot(*(standard_error(limits[year]) for year, _ in (first, last)))
        if abs(last[1] - first[1]) <= z_of() * error:
            return f"Skillnaden mellan {pair.names[0]} och {pair.names[1]} har inte ändrats säkert {first[0]}–{last[0]}"
    return pair.time_text.partition(". ")[0].rstrip(".")


def _line(series: Series, pair: Pair, moved: tuple[Point, ...]) -> GapLine:
    assert pair.time
    assert pair.keys
    return GapLine(pair.ground, pair.label, pair.names, pair.time.points, _band(series, pair.keys), moved)


def _band(series: Series, keys: tuple[Key, Key]) -> tuple[tuple[int, Interval], ...]:
    """The interval of the gap in each year, where people or the survey's margins are known."""
    found, theirs, start = [], set(series.measured(keys[1])), series.indicator.last_break or 0
    for period in series.measured(keys[0]):
        first, second = (series.at(key, period) for key in keys)
        if period in theirs and first and second and first.side and second.side and first.year >= start:
            limits = gap(first.side, second.side, share=is_share(series.indicator)).difference.interval
            found += [(first.year, limits)] if limits else []
    return tuple(found)


def _before(indicator: Indicator, pair: Pair, own: Measured, beside: Measured) -> tuple[tuple[Point, ...], str]:
    """The gap of the years before the break, moved onto the new series, and how; nothing where that is not allowed."""
    assert pair.keys
    start = indicator.last_break
    if start is None or not beside:
        return (), ""
    by: By = "offset" if is_share(indicator) else "factor"
    linked = [_linked(own.get(key, []), beside.get(key, []), start, by) for key in pair.keys]
    if any(found is None or found.amount is None for found in linked):
        return (), ""
    first, second = (found for found in linked if found)
    ours, theirs = dict(first.points), dict(second.points)
    moved = tuple((y, ours[y] - theirs[y]) for y in first.moved if y in theirs and y in ours and y < start)
    return moved, _told(pair, (first, second), by, indicator)


def _linked(own: Years, beside: Years, start: int, by: By) -> Linked | None:
    old_id = next((s for y, _, s in reversed(own) if y < start), "")
    new_id = next((s for y, _, s in own if y >= start), "")
    if not old_id or not new_id or old_id == new_id:
        return None
    old = [(y, v) for y, v, s in (*own, *beside) if s == old_id]
    new = [(y, v) for y, v, s in (*own, *beside) if s == new_id]
    return link(old, new, by)


def _by_key(rows: pd.DataFrame) -> Measured:
    """Year, value and series of each group and sex, oldest first."""
    found: Measured = {}
    columns = (plain(rows, c) for c in ("group", "sex", "year", "value", "series"))
    for group, sex, year, value, series in zip(*columns, strict=True):
        if value == value:  # NaN is the one value that differs from itself
            found.setdefault((group, sex), []).append((year, value, series))
    return found


def _told(pair: Pair, linked: tuple[Linked, Linked], by: By, indicator: Indicator) -> str:
    span = ", ".join(map(str, linked[0].overlap))
    if by == "offset":
        amounts = [f"{number(found.amount or 0.0, 1, sign=True)} procentenheter" for found in linked]
        how = f"flyttade {amounts[0]} för {pair.names[0]} och {amounts[1]} för {pair.names[1]}"
    else:
        amounts = [number(found.amount or 0.0, 3) for found in linked]
        how = f"multiplicerade med {amounts[0]} för {pair.names[0]} och {amounts[1]} för {pair.names[1]}"
    start = indicator.last_break
    return (
        f"Åren före {start} är {how}, med uppgifter från {span} där båda serierna finns. "
        "De är till för att se längre bakåt, och bedömningen räknas inte på dem."
    )

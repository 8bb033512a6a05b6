"""The table under a chart: the same figures, with words for what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.catalogue.indicator import Indicator
from rus.core.swedish import EN_DASH, STATUS_WORDS, SYMBOLS, fmt
from rus.views.lines import Line, Point
from rus.views.places import Places

MISSING = "saknas"
CHANCE = "Osäkerhet (95 %)"


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and what a screen reader says where that is a sign (`..`)."""

    text: str
    words: str = ""


@dataclass(frozen=True)
class Row:
    """One row: its header, a second line under it, its cells, and whether the reader chose it."""

    header: str
    cells: tuple[Cell, ...]
    below: str = ""
    marked: bool = False


@dataclass(frozen=True)
class Table:
    """A table with one row header column; `unit` belongs to all cells."""

    caption: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def cell(
    value: float | None, decimals: int, *, status: str = "varde", provisional: bool = False, revised: bool = False
) -> Cell:
    """A figure as it is shown, with p or r where the source may change it or has; a missing one as its sign."""
    if value is None or value != value:  # NaN is the one value that differs from itself
        return Cell(SYMBOLS.get(status, ".."), STATUS_WORDS.get(status, STATUS_WORDS[MISSING]))
    marks = [("p", "preliminär")] * provisional + [("r", "reviderad")] * revised
    text = "".join(f"\u00a0{letter}" for letter, _ in marks)
    return Cell(fmt(value, decimals=decimals) + text, " och ".join(words for _, words in marks))


def by_period(lines: Sequence[Line], indicator: Indicator, missing: dict[tuple[str, str], str]) -> Table:
    """One row a period, the newest first; one column a line.

    Args:
        lines: the lines of the chart.
        indicator: gives unit and decimals.
        missing: (line key, period) → status, for rows that say why there is no value.
    """
    columns: list[dict[str, Point]] = [{p.period: p for p in line.points} for line in lines]
    places = {p.period: p.at for line in lines for p in line.points}
    rows = []
    for period in sorted(places, key=lambda name: places[name], reverse=True):
        cells = []
        for line, points in zip(lines, columns, strict=True):
            point = points.get(period)
            status = missing.get((line.key, period), MISSING)
            new, changed = bool(point and point.provisional), bool(point and point.revised)
            value = point.value if point else None
            cells.append(cell(value, indicator.decimals, status=status, provisional=new, revised=changed))
        rows.append(Row(period, tuple(cells)))
    caption = f"{indicator.title}, {indicator.unit}"
    return Table(caption, "År" if all(p.isdecimal() for p in places) else "Period", _names(lines), tuple(rows))


def by_place(places: Places, indicator: Indicator) -> Table:
    """One row a place in order of rank, the county and the country after them."""
    many = places.ranked > 1
    interval = places.unsure
    rows = []
    for place in places.shown:
        cells = [cell(place.value, indicator.decimals)]
        if interval:
            ends = [place.lower, place.upper]
            known = place.lower is not None
            text = EN_DASH.join(cell(end, indicator.decimals).text for end in ends)
            cells.append(Cell(text) if known else cell(None, indicator.decimals))
        cells += [Cell(place.band)] if many else []
        rows.append(Row(place.name, tuple(cells), marked=place.chosen))
    blank = [Cell("", "")] * (len(rows[0].cells) - 1 if rows else 0)
    rows += [Row(name, (cell(value, indicator.decimals), *blank)) for name, value in places.beside]
    columns = [
        places.period,
        *([margin_name(indicator)] if interval else []),
        *([f"Plats av {places.ranked}"] if many else []),
    ]
    return Table(f"{indicator.title}, {indicator.unit}, {places.period}", "Namn", tuple(columns), tuple(rows))


def margin_name(indicator: Indicator) -> str:
    """What the uncertainty of a place's value is called: the source's own margin, or what chance leaves open."""
    return "Felmarginal" if indicator.traits.survey else CHANCE


def _names(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(f"{line.label[:1].upper()}{line.label[1:]}" for line in lines)

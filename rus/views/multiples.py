"""One small line chart for each kommun, laid out as on the map, with the county's line in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.core.swedish import sort_key, years
from rus.views.available import is_rate
from rus.views.axis import value_range
from rus.views.choice import SEX_WORDS, Choice
from rus.views.empty import Empty
from rus.views.index import base_year, indexed
from rus.views.lines import Line, Point, line_of, measurements, plain
from rus.views.pictures import Picture, within
from rus.views.sentences import Measure, newest_part
from rus.views.table import Table, by_period
from rus.views.told import Told
from rus.views.words import group_words, measure_of

COLUMNS = 3
NONE = "Ingen kommun har siffror för det här valet."


@dataclass(frozen=True)
class Small:
    """One kommun's place in the grid, counted from 1, and its line; None where it has no figures."""

    region: str
    name: str
    column: int
    row: int
    line: Line | None
    chosen: bool = False


@dataclass(frozen=True)
class Multiples:
    """All kommuner on one scale. `axis` is start, end and step of the values, `span` first and last year.

    `county` is the same line in every tile. `base` is the year that equals 100 where values are an index. `like_map`:
    the tiles lie as on the map, else in alphabetical order.
    """

    tiles: tuple[Small, ...]
    county: Line | None
    axis: tuple[float, float, float]
    span: tuple[int, int]
    base: int | None
    like_map: bool


def multiples(
    catalogue: Catalogue, indicator: Indicator, choice: Choice, rows: pd.DataFrame, sex: Sex
) -> Told[Multiples] | Empty:
    """Every kommun of the place over time.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        choice: what was chosen; its regions are marked, its years bound the lines.
        rows: all years of the kommuner and the county, of one sex and group.
        sex: which sex.
    """
    kept = within(rows[rows["group"] == choice.group], choice.years)
    codes = [*catalogue.kommuner(), catalogue.here.region]
    kept = kept[kept["region"].isin(codes) & (kept["sex"] == sex)]
    points = measurements(kept)
    lines = _lines(catalogue, indicator, points, sex, codes)
    if not any(line.role == "ours" for line in lines):
        return Empty("Inga siffror för kommunerna", NONE, "Välj Linje, en annan grupp eller ett annat mått.")
    drawn = Picture(tuple(lines))
    base = None if is_rate(indicator) else base_year(drawn, indicator)
    scaled = indexed(drawn, base) if base else drawn
    values = _laid_out(catalogue, choice, scaled)
    measure = measure_of(catalogue, indicator, choice)
    title = _title(measure, [line for line in scaled.lines if line.role == "ours"], relative=base is not None)
    below = _subtitle(catalogue, indicator, choice, values, sex)
    return Told(
        values=values,
        title=title,
        subtitle=below,
        alt=f"Små linjediagram, ett för varje kommun. {title}. {below} {_told(measure, values)}",
        table=_table(indicator, values, kept),
        rows=kept,
        notes=_notes(indicator, values),
    )


def _lines(
    catalogue: Catalogue,
    indicator: Indicator,
    points: Mapping[tuple[str, str], Sequence[Point]],
    sex: Sex,
    codes: Sequence[str],
) -> list[Line]:
    found = []
    for code in codes:
        own = code != catalogue.here.region
        line = line_of(
            points.get((code, sex), ()),
            indicator,
            key=f"{code}/{sex}",
            label=catalogue.name(code),
            role="ours" if own else "context",
            rank=0,
        )
        found += [line] if line else []
    return found


def _laid_out(catalogue: Catalogue, choice: Choice, drawn: Picture) -> Multiples:
    by_code = {line.key.split("/")[0]: line for line in drawn.lines}
    county = by_code.get(catalogue.here.region)
    tiles = [
        Small(code, catalogue.name(code), column, row, by_code.get(code), chosen=code in choice.regions)
        for code, column, row in grid(catalogue)
    ]
    shown = [tile.line for tile in tiles if tile.line] + ([county] if county else [])
    ats = [point.at for line in shown for point in line.points]
    axis = value_range([point.value for line in shown for point in line.points])
    like_map = len(catalogue.here.tiles) > 0
    return Multiples(tuple(tiles), county, axis, (int(min(ats)), int(max(ats))), drawn.base, like_map)


def grid(catalogue: Catalogue) -> list[tuple[str, int, int]]:
    """Code, column and row of every kommun: as the place's tile map says, the rest below it in Swedish order."""
    placed = [(tile.region, tile.column, tile.row) for tile in catalogue.here.tiles]
    have, below = {code for code, _, _ in placed}, max((row for _, _, row in placed), default=0)
    rest = sorted((c for c in catalogue.kommuner() if c not in have), key=lambda code: sort_key(catalogue.name(code)))
    return placed + [(code, n % COLUMNS + 1, below + n // COLUMNS + 1) for n, code in enumerate(rest)]


def _title(measure: Measure, lines: Sequence[Line], *, relative: bool) -> str:
    """Who has gone up and down most over the period that all share after the newest break."""
    moves = _moves(lines, relative=relative)
    if moves is None:
        return measure.short
    measure = replace(measure, unit="procent", decimals=1) if relative else measure
    changes, span = moves
    (top, most), (bottom, least) = max(changes, key=lambda c: c[1]), min(changes, key=lambda c: c[1])
    head, how = f"{measure.short} {span}", " i procent" if relative else ""
    if measure.same(most, least):
        return f"{head}: samma förändring i alla kommuner"
    if least >= 0 or measure.same(least, 0):
        return f"{head}: störst ökning{how} i {top}, minst i {bottom}"
    if most <= 0 or measure.same(most, 0):
        return f"{head}: störst minskning{how} i {bottom}, minst i {top}"
    return f"{head}: störst ökning{how} i {top}, störst minskning i {bottom}"


def _moves(lines: Sequence[Line], *, relative: bool) -> tuple[list[tuple[str, float]], str] | None:
    """Each kommun's change between the first and the last period that all have, and those periods in words.

    In the unit of the values, or in percent of the first.
    """
    parts = [(line.label, {p.period: p for p in newest_part(line)}) for line in lines]
    shared = set.intersection(*(set(points) for _, points in parts)) if len(parts) > 1 else set()
    ordered = sorted((parts[0][1][period] for period in shared), key=lambda p: p.at) if shared else []
    if len(ordered) < 2:
        return None
    first, last = ordered[0].period, ordered[-1].period
    ends = [(name, points[first].value, points[last].value) for name, points in parts]
    moved = [(name, (end / start - 1) * 100 if relative else end - start) for name, start, end in ends if start]
    return moved, f"{first}–{last}"


def _subtitle(catalogue: Catalogue, indicator: Indicator, choice: Choice, found: Multiples, sex: Sex) -> str:
    unit = f"index {found.base} = 100" if found.base else indicator.unit
    words = SEX_WORDS[sex] if sex != "total" else ""
    first = ", ".join(part for part in (indicator.title, group_words(catalogue, choice), words, unit) if part)
    county = f" Grått: {catalogue.here.name}." if found.county else ""
    place = "Rutorna ligger ungefär som på kartan" if found.like_map else "Rutorna står i bokstavsordning"
    return f"{first}, {years(*found.span)}.{county} Samma skala i alla rutor. {place}."


def _told(measure: Measure, found: Multiples) -> str:
    known = [tile for tile in found.tiles if tile.line]
    bare = Measure("", "", 1) if found.base else measure
    said = "; ".join(f"{tile.name} {bare.bare(tile.line.last.value)}" for tile in known if tile.line)
    return f"Senaste värden: {said}. Alla siffror står i tabellen."


def _table(indicator: Indicator, found: Multiples, rows: pd.DataFrame) -> Table:
    """One column a kommun, the county last; what is missing says why."""
    gone = rows[rows["value"].isna()]
    columns = (plain(gone[c]) for c in ("region", "sex", "period", "status"))
    missing = {(f"{region}/{sex}", period): status for region, sex, period, status in zip(*columns, strict=True)}
    lines = [tile.line for tile in sorted(found.tiles, key=lambda t: sort_key(t.name)) if tile.line]
    table = by_period([*lines, *([found.county] if found.county else [])], indicator, missing)
    return replace(table, caption=f"{indicator.title}, index {found.base} = 100") if found.base else table


def _notes(indicator: Indicator, found: Multiples) -> tuple[str, ...]:
    inside = [b for b in indicator.breaks if found.span[0] < b.first_year <= found.span[1]]
    said = [f"Brott {b.first_year}: {b.reason} Linjerna är avbrutna där." for b in inside]
    gone = [tile.name for tile in found.tiles if not tile.line]
    said += [f"Uppgift saknas för {', '.join(gone)}."] if gone else []
    return tuple(said)

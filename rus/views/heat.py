"""Many measures at once: each kommun against the rest of the county, where that can be said with certainty."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Literal

import pandas as pd

from rus.analysis.difference import Difference
from rus.analysis.multiplicity import RATE, adjusted
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import STATUS_WORDS, SYMBOLS, fmt, number
from rus.store.store import Store
from rus.views.cards import name_of
from rus.views.choice import SEX_WORDS, Choice
from rus.views.empty import Empty
from rus.views.heat_figures import MOST, Found, group_of, newest, of_theme, order, sex_of, shown
from rus.views.rest import Figure, against_rest
from rus.views.table import MISSING, Cell, Row, Table
from rus.views.told import Told

Class = Literal["better", "same", "worse", "unknown", "none"]
WORDS: dict[Class, tuple[str, str]] = {
    "better": ("bättre", "säkert bättre än resten av länet"),
    "same": ("ej säker", "ingen säker skillnad mot resten av länet"),
    "worse": ("sämre", "säkert sämre än resten av länet"),
    "unknown": ("ej bedömd", "osäkerheten är inte beräknad"),
    "none": ("", "uppgift saknas"),
}
"""Class → the word in the cell, and what it stands for: a class is never colour alone."""
JUDGED = {"better", "same", "worse"}
LEAST = 3
"""Measures that must be judged before a kommun is named in the title."""


@dataclass(frozen=True)
class Judged:
    """One kommun and measure: the figure, and how it stands to the rest of the county, or why there is no figure."""

    value: float | None
    text: str
    kind: Class
    difference: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Column:
    """One measure: id, name, unit, and the period its figures are of."""

    indicator: str
    name: str
    unit: str
    period: str


@dataclass(frozen=True)
class Heat:
    """Kommuner by measures; `cells` has one row a kommun, in the order of `places` (code, name)."""

    columns: tuple[Column, ...]
    places: tuple[tuple[str, str], ...]
    cells: tuple[tuple[Judged, ...], ...]


def heat(store: Store, catalogue: Catalogue, choice: Choice, ids: Sequence[str] = ()) -> Told[Heat] | Empty:
    """The kommuner of the place in up to twelve measures that have a wanted direction.

    Args:
        store: the figures.
        catalogue: the catalogue.
        choice: the chosen indicator comes first, in the chosen group; its years bound the periods; one sex, or all.
        ids: the measures; those of the chosen indicator's theme where none are given.
    """
    codes = shown(catalogue, choice)
    wanted = [catalogue.indicators[i] for i in ids] or of_theme(store, catalogue, choice.indicator or "")
    rows, found = newest(store, catalogue, wanted[: 2 * MOST], choice)
    kept = sorted((i for i in wanted if i.id in found), key=lambda i: order(i, found[i.id], choice))[:MOST]
    if not kept or not codes:
        why = "Översikten visar mått för kommuner där det är sagt vilken riktning som är bättre."
        return Empty("Inga mått att visa i en översikt", why, "Välj ett annat mått i listan.")
    judged = _settled([_judged(i, found[i.id], codes) for i in kept], kept)
    columns = tuple(Column(i.id, name_of(i, group_of(i, choice), catalogue), i.unit, found[i.id].period) for i in kept)
    each = zip(kept, judged, strict=True)
    told = [[_why_not(one, found[i.id], code) for one, code in zip(column, codes, strict=True)] for i, column in each]
    by_place = tuple(zip(*told, strict=True))
    values = Heat(columns, tuple((code, catalogue.name(code)) for code in codes), by_place)
    return _told(values, rows[rows["indicator"].isin([i.id for i in kept])], choice)


Tested = tuple[Figure, Difference | None]
"""A kommun's figure and its difference from the rest; None without a value."""


def _judged(indicator: Indicator, found: Found, codes: Sequence[str]) -> list[Tested]:
    tested: list[Tested] = []
    for code in codes:
        ours = found.figures.get(code)
        others = [figure for other, figure in found.figures.items() if other != code]
        test = against_rest(indicator, ours, others, int(found.period[:4])) if ours else None
        tested.append((ours or (nan, nan), test))
    return tested


def _settled(columns: Sequence[list[Tested]], indicators: Sequence[Indicator]) -> list[list[Judged]]:
    """Classes, with all comparisons of the table tested together so that chance alone does not colour cells."""
    flat = [test for column in columns for _, test in column]
    qs = iter(adjusted([test.p if test else None for test in flat]))
    return [
        [_cell(indicator, figure, test, next(qs)) for figure, test in column]
        for column, indicator in zip(columns, indicators, strict=True)
    ]


def _cell(indicator: Indicator, figure: Figure, test: Difference | None, q: float | None) -> Judged:
    if test is None:
        return Judged(None, "..", "none")
    text = number(figure[0], indicator.decimals)
    kind: Class = "unknown"
    if test.verdict in {"higher", "lower"} and q is not None and q <= RATE:
        kind = "better" if test.verdict == indicator.better else "worse"
    elif test.verdict != "not_assessed":
        kind = "same"
    return Judged(figure[0], text, kind, test.value if test.value == test.value else None)


def _why_not(cell: Judged, found: Found, code: str) -> Judged:
    """The cell; without a value with the sign and the words of what the source says of it."""
    if cell.kind != "none":
        return cell
    status = found.gone.get(code, MISSING)
    return replace(cell, text=SYMBOLS.get(status, "..") or "..", why=STATUS_WORDS.get(status, STATUS_WORDS[MISSING]))


def _told(found: Heat, rows: pd.DataFrame, choice: Choice) -> Told[Heat]:
    title, span = _title(found), sorted({column.period for column in found.columns})
    when = span[0] if len(span) == 1 else f"{span[0]}–{span[-1]}"
    sex = f", {SEX_WORDS[sex_of(choice)]}" if sex_of(choice) != "total" else ""
    places = "1 kommun" if len(found.places) == 1 else f"{len(found.places)} kommuner"
    below = f"{len(found.columns)} mått i {places} {when}{sex}. Varje kommun mot resten av länet."
    kinds = Counter(cell.kind for line in found.cells for cell in line)
    counted = "; ".join(f"{kinds[kind]} {words}" for kind, (_, words) in WORDS.items() if kinds[kind])
    return Told(
        values=found,
        title=title,
        subtitle=below,
        alt=f"Översiktstabell. {title}. {below} {counted}.",
        table=_table(found, choice),
        rows=rows,
        notes=(
            "Säker skillnad: 95 procents säkerhet när alla rutor prövas tillsammans (Benjamini–Hochberg).",
            "Ej bedömd: källan anger inte hur många som ingår, så osäkerheten är inte beräknad.",
        ),
        year=max(int(column.period[:4]) for column in found.columns),
    )


def _title(found: Heat) -> str:
    """The kommun with most certain differences of one kind; where few measures can be judged, how many cells."""
    every = [cell.kind for line in found.cells for cell in line]
    total = sum(kind in JUDGED for kind in every)
    if not total:
        return "Osäkerheten är inte beräknad för något av måtten"
    if not {"better", "worse"} & set(every):
        return "Ingen kommun skiljer sig säkert från resten av länet"
    (name, line), kind = max(
        ((pair, kind) for pair in zip(found.places, found.cells, strict=True) for kind in ("worse", "better")),
        key=lambda one: sum(cell.kind == one[1] for cell in one[0][1]),
    )
    most, known = sum(cell.kind == kind for cell in line), sum(cell.kind in JUDGED for cell in line)
    if known < LEAST:
        better, worse = every.count("better"), every.count("worse")
        return f"{better} av {total} bedömda rutor bättre än resten av länet, {worse} sämre"
    return f"{name[1]} är {'sämre' if kind == 'worse' else 'bättre'} än resten av länet i {most} av {known} mått"


def _table(found: Heat, choice: Choice) -> Table:
    rows = [
        Row(name, tuple(_written(cell) for cell in line), marked=code in choice.regions)
        for (code, name), line in zip(found.places, found.cells, strict=True)
    ]
    columns = tuple(f"{c.name}, {fmt_unit(c.unit)} {c.period}" for c in found.columns)
    return Table("Kommunerna mot resten av länet", "Kommun", columns, tuple(rows))


def _written(cell: Judged) -> Cell:
    short, words = WORDS[cell.kind]
    return Cell(f"{cell.text} {short}" if short else cell.text, cell.why or words)


def fmt_unit(unit: str) -> str:
    """The unit as it stands in a narrow head: its sign where it has one."""
    return fmt(0, unit=unit).partition("\u00a0")[2]

"""Rows of a sheet, read as the indicator file says.

Every row that can't be read is named, and one is enough to refuse the file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from rus.catalogue.series import OwnMapping
from rus.catalogue.strict import Sex
from rus.core.errors import SourceError
from rus.sources.base import rows_table
from rus.sources.own_cells import BadRowError, Cell, Figure, read_figure, read_period, read_region, read_sex, text_of
from rus.sources.own_columns import MEND, Columns, find_columns
from rus.sources.places import Places, our_places

Numbered = tuple[int, Sequence[Cell]]
"""The row's number in the file, and its cells."""

_SHOWN = 20


@dataclass(frozen=True)
class _Sheet:
    """What holds for every row: the mapping, where its columns are, our regions, and the sexes of the series."""

    mapping: OwnMapping
    columns: Columns
    ours: Places
    wanted: set[Sex]


def read_rows(rows: Iterable[Numbered], mapping: OwnMapping, sexes: Iterable[Sex], where: str) -> pa.Table:
    """ROWS of a sheet: header row and all.

    Raises:
        SourceError: a column is missing, or rows are wrong, each with its number and what is wrong.
    """
    wanted, told = tuple(sexes), iter(rows)
    header = next((cells for number, cells in told if number == mapping.header_row), None)
    sheet = _Sheet(mapping, find_columns(header, mapping, wanted, where), our_places(), set(wanted))
    found, wrong = _read(told, sheet)
    if wrong:
        more = [f"… och {len(wrong) - _SHOWN} fel till"] if len(wrong) > _SHOWN else []
        lines = "\n".join(f"  {line}" for line in [text for _, text in wrong[:_SHOWN]] + more)
        count = len({number for number, _ in wrong})
        raise SourceError(f"{where}: {_count(count)} går inte att läsa:\n{lines}\n{MEND}")
    if not found:
        raise SourceError(f"{where}: ingen rad i filen hör till serien. {MEND}")
    return rows_table(found)


def _read(rows: Iterator[Numbered], sheet: _Sheet) -> tuple[list[tuple[object, ...]], list[tuple[int, str]]]:
    """Rows of ROWS, and what is wrong: the row's number and the words."""
    found: list[tuple[object, ...]] = []
    wrong: list[tuple[int, str]] = []
    seen: dict[tuple[str, str, str], int] = {}
    for number, cells in rows:
        if all(text_of(cell) == "" for cell in cells):
            continue
        for read in _figures(cells, sheet):
            if isinstance(read, str):
                wrong.append((number, f"rad {number}{read}"))
            elif read[2] in sheet.wanted:
                first = seen.setdefault(read[:3], number)
                twice = (number, f"rad {number}: samma region, period och kön som rad {first}")
                if first != number and wrong[-1:] != [twice]:
                    wrong.append(twice)
                found.append((*read, False))
    return found, wrong


def _figures(cells: Sequence[Cell], sheet: _Sheet) -> Iterator[tuple[str, str, Sex, *Figure] | str]:
    """Region, period, sex, value, status and symbol of each figure of a row, or in words what is wrong.

    Nothing comes of a row of another group.
    """

    def cell(place: int) -> Cell:
        return cells[place] if place < len(cells) else None

    mapping, columns, places = sheet.mapping, sheet.mapping.columns, sheet.columns.places
    if any(text_of(cell(places[name])) != text.strip() for name, text in mapping.where.items()):
        return
    try:
        region = mapping.region or read_region(cell(places[columns.region or ""]), sheet.ours)
        period = mapping.period or (cell(places[columns.period]) if columns.period else None)
        whole = read_period(period) if "period" not in columns.told else ""
        sex = read_sex(cell(places[columns.sex]), mapping) if columns.sex else (mapping.sex or "total")
    except BadRowError as err:
        yield f": {err}"
        return
    for held in sheet.columns.values:
        try:
            figure = read_figure(cell(held.place), mapping)
        except BadRowError as err:
            yield f", kolumnen {held.heading}: {err}" if columns.told else f": {err}"
        else:
            yield (region, held.period or whole, held.sex or sex, *figure)


def _count(rows: int) -> str:
    return "1 rad" if rows == 1 else f"{rows} rader"

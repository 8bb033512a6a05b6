"""Rows of a sheet, read as the indicator file says.

Every row that can't be read is named, and one is enough to refuse the file.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from rus.catalogue.series import OwnMapping
from rus.catalogue.strict import Sex
from rus.core.errors import SourceError
from rus.sources.base import rows_table
from rus.sources.periods import our_period
from rus.sources.places import Places, our_places
from rus.sources.sexes import sex_of
from rus.sources.symbols import ZEROS, is_known, status_of

Cell = str | float | bool | None
Numbered = tuple[int, Sequence[Cell]]
"""The row's number in the file, and its cells."""

MEND = "Inget är sparat. Rätta raderna i filen, eller mapping i indikatorfilen, och kör rus update igen."
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_LETTERS: dict[str, Sex] = {"k": "women", "m": "men", "t": "total"}
_SHOWN = 20


class _BadRowError(ValueError):
    """What is wrong with a row, in words."""


@dataclass(frozen=True)
class _Sheet:
    """What holds for every row: the mapping, where its columns are, and our regions."""

    mapping: OwnMapping
    places: dict[str, int]
    ours: Places


def read_rows(rows: Iterable[Numbered], mapping: OwnMapping, sexes: Iterable[Sex], where: str) -> pa.Table:
    """ROWS of a sheet: header row and all.

    Raises:
        SourceError: a column is missing, or rows are wrong, each with its number and what is wrong.
    """
    wanted, told = set(sexes), iter(rows)
    header = next((cells for number, cells in told if number == mapping.header_row), None)
    sheet = _Sheet(mapping, _columns(header, mapping, where), our_places())
    found, wrong = _read(told, sheet, wanted)
    if wrong:
        more = [f"… och {len(wrong) - _SHOWN} rader till"] if len(wrong) > _SHOWN else []
        lines = "\n".join(f"  {line}" for line in wrong[:_SHOWN] + more)
        raise SourceError(f"{where}: {_count(len(wrong))} går inte att läsa:\n{lines}\n{MEND}")
    if not found:
        raise SourceError(f"{where}: ingen rad i filen hör till serien. {MEND}")
    return rows_table(found)


def _read(rows: Iterator[Numbered], sheet: _Sheet, wanted: set[Sex]) -> tuple[list[tuple[object, ...]], list[str]]:
    found: list[tuple[object, ...]] = []
    wrong: list[str] = []
    seen: dict[tuple[str, str, str], int] = {}
    for number, cells in rows:
        if all(_text(cell) == "" for cell in cells):
            continue
        try:
            row = _row(cells, sheet)
        except _BadRowError as err:
            wrong.append(f"rad {number}: {err}")
            continue
        if row is None or row[2] not in wanted:
            continue
        key = row[:3]
        if key in seen:
            wrong.append(f"rad {number}: samma region, period och kön som rad {seen[key]}")
            continue
        seen[key] = number
        found.append((*row, False))
    return found, wrong


def _columns(header: Sequence[Cell] | None, mapping: OwnMapping, where: str) -> dict[str, int]:
    """Heading → place, for every column the mapping names."""
    if header is None:
        raise SourceError(f"{where}: filen har ingen rad {mapping.header_row}, där rubrikerna ska stå. {MEND}")
    texts = [_text(cell) for cell in header]
    columns = mapping.columns
    needed = [columns.value, columns.region, columns.period, columns.sex, *mapping.where]
    asked = [name for name in needed if name]
    missing = [name for name in asked if name not in texts]
    if missing:
        there = ", ".join(text for text in texts if text) or "inga alls"
        raise SourceError(f"{where}: kolumnen {', '.join(missing)} finns inte. Rubrikerna är: {there}. {MEND}")
    twice = next((name for name in asked if texts.count(name) > 1), None)
    if twice:
        raise SourceError(f"{where}: två kolumner heter {twice}. {MEND}")
    return {name: texts.index(name) for name in asked}


def _row(cells: Sequence[Cell], sheet: _Sheet) -> tuple[str, str, str, float | None, str | None, str | None] | None:
    """Region, period, sex, value, status and symbol; None for a row of another group."""

    def cell(name: str) -> Cell:
        place = sheet.places[name]
        return cells[place] if place < len(cells) else None

    mapping = sheet.mapping
    if any(_text(cell(name)) != text.strip() for name, text in mapping.where.items()):
        return None
    columns = mapping.columns
    region = mapping.region or _region(cell(columns.region or ""), sheet.ours)
    period = _period(mapping.period or cell(columns.period or ""))
    sex: Sex = _sex(cell(columns.sex), mapping) if columns.sex else (mapping.sex or "total")
    return (region, period, sex, *_value(cell(columns.value), mapping))


def _region(cell: Cell, ours: Places) -> str:
    text = _text(cell)
    # A sheet keeps 0180 as the number 180.
    if isinstance(cell, int | float) and len(text) in {1, 3}:
        text = f"0{text}"
    found = ours.code_of(text, text)
    if found is None:
        raise _BadRowError(f"regionen {text or '(tom)'} finns inte bland våra regioner")
    return found


def _period(cell: Cell) -> str:
    found = our_period(_text(cell))
    if found is None:
        raise _BadRowError(
            f"perioden {_text(cell) or '(tom)'} är inte skriven som 2024, 2024K2, 2024M06, 2023/24 eller 2021-2024"
        )
    return found


def _sex(cell: Cell, mapping: OwnMapping) -> Sex:
    text = _text(cell)
    said = next((sex for sex, word in mapping.sex_words.items() if word.strip().casefold() == text.casefold()), None)
    found = said or _LETTERS.get(text.casefold()) or sex_of(text)
    if found is None:
        raise _BadRowError(f"könet {text or '(tomt)'} går inte att tolka; ange ordet i sex_words")
    return found


def _value(cell: Cell, mapping: OwnMapping) -> tuple[float | None, str | None, str | None]:
    """Value, status and symbol."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _finite(float(cell)), None, None
    text = _text(cell)
    if text in mapping.symbols or (text and is_known(text, {})):
        status = status_of(text, dict(mapping.symbols))
        return (0.0 if status in ZEROS else None), status, text
    if not text:
        raise _BadRowError("värdet är tomt; skriv .. om uppgiften saknas")
    return _finite(_parsed(text, mapping.decimal)), None, None


def _parsed(text: str, decimal: str) -> float:
    bare = _SPACES.sub("", text).replace("−", "-")
    other = "." if decimal == "," else ","
    shape = rf"-?\d+(?:{re.escape(decimal)}\d+)?"
    if not re.fullmatch(shape, bare, re.ASCII):
        hint = f"; decimaltecknet ska vara {decimal}" if other in bare else ""
        raise _BadRowError(f"värdet {text[:40]} är inte ett tal{hint}")
    return float(bare.replace(",", "."))


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise _BadRowError("värdet är inte ett tal")
    return value


def _count(rows: int) -> str:
    return "1 rad" if rows == 1 else f"{rows} rader"


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()

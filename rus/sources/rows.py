"""A cube and what a series says of it → the rows of the history."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from rus.catalogue.series import PxMapping
from rus.catalogue.strict import Sex
from rus.core.errors import SourceError
from rus.sources.base import ROWS, refuse_duplicates
from rus.sources.choosing import Choice, Chooser, Variable
from rus.sources.cube import LATER, Cube, symbol_kinds
from rus.sources.symbols import ZEROS, is_known, meanings, status_of

Numbers = np.ndarray[Any, np.dtype[np.integer[Any]]]


def variables_of(cube: Cube) -> list[Variable]:
    """The cube's own variables."""
    return [
        Variable(
            d.code,
            d.label,
            d.codes,
            d.labels,
            total=d.total,
            time=d.code == cube.time,
            content=d.code == cube.metric,
        )
        for d in cube.dimensions
    ]


def rows_of(
    cubes: Sequence[Cube], mapping: PxMapping, sexes: Iterable[Sex], where: str, *, labels_first: bool = False
) -> pa.Table:
    """ROWS of the blocks of one answer.

    The table's metadata has what the answer says of itself: `unit`, `updated`, `notes` and `unknown_symbols` (JSON).

    Raises:
        SourceError: there is no answer, something in it can't be told, or a figure is given twice.
    """
    if not cubes:
        raise SourceError(f"{where}: inget svar att läsa. {LATER}")
    if len({cube.updated for cube in cubes}) > 1:
        raise SourceError(f"{where}: tabellen ändrades medan den hämtades. {LATER}")
    wanted = tuple(sexes)
    # What the service summed over is no longer in its answer.
    left = mapping.model_copy(update={"sum_over": []})
    parts = []
    for cube in cubes:
        choice = Chooser(where, variables_of(cube), left, labels_first=labels_first).choose(wanted)
        parts.append(_part(cube, choice))
    table = pa.concat_tables(parts)
    refuse_duplicates(where, table)
    return table.replace_schema_metadata(_about(cubes))


def _part(cube: Cube, choice: Choice) -> pa.Table:
    names = [d.code for d in cube.dimensions]
    picked = []
    for dimension in cube.dimensions:
        position = {code: place for place, code in enumerate(dimension.codes)}
        picked.append([position[code] for code in choice.selection[dimension.code]])
    places = np.arange(cube.values.size).reshape(cube.size)[np.ix_(*picked)]
    order = [names.index(name) for name in (choice.place, choice.time, choice.sex) if name]
    rest = [number for number in range(len(names)) if number not in order]
    flat = places.transpose([*order, *rest]).ravel()
    regions: list[str] = list(choice.regions.values()) or [choice.region or ""]
    periods = list(choice.periods.values())
    sexes: list[str] = list(choice.sexes.values()) or ["total"]
    values, statuses, symbols = _cells(cube, flat)
    inner, none = len(periods) * len(sexes), np.zeros(flat.size, dtype=bool)
    columns = [
        _spread(regions, np.repeat(np.arange(len(regions)), inner), none),
        _spread(periods, np.tile(np.repeat(np.arange(len(periods)), len(sexes)), len(regions)), none),
        _spread(sexes, np.tile(np.arange(len(sexes)), len(periods) * len(regions)), none),
        values,
        statuses,
        symbols,
        pa.array(none),
    ]
    return pa.table(columns, schema=ROWS)


def _cells(cube: Cube, flat: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Value, status and symbol of these cells; a zero written as a sign is a zero."""
    explained = meanings(cube.all_notes)
    kinds, everywhere = symbol_kinds(cube)
    signs, values = everywhere[flat], cube.values[flat]
    empty = np.isnan(values)
    # The last one is for a cell that is empty without a sign: number -1.
    statuses = [*(status_of(kind, explained) for kind in kinds), status_of(None, explained)]
    zero = np.array([status in ZEROS for status in statuses])
    values = np.where(empty & zero[signs], 0.0, values)
    words = _spread(statuses, np.where(signs < 0, len(kinds), signs), ~empty)
    return pa.array(values, mask=np.isnan(values)), words, _spread(kinds, signs, signs < 0)


def _spread(words: list[str], numbers: Numbers, without: np.ndarray[Any, np.dtype[np.bool_]]) -> pa.Array:
    """The word of each number, null where there is to be none."""
    indices = pa.array(numbers.astype(np.int32), mask=without)
    return pa.DictionaryArray.from_arrays(indices, pa.array(words, pa.string())).cast(pa.string())


def _about(cubes: Sequence[Cube]) -> dict[str, str]:
    first = cubes[0]
    explained = meanings(first.all_notes)
    content = next((d for d in first.dimensions if d.code == first.metric), None)
    units = sorted({unit for unit in content.units.values() if unit}) if content else []
    unknown = {symbol for cube in cubes for symbol in cube.symbols.values() if not is_known(symbol, explained)}
    return {
        "unit": units[0] if len(units) == 1 else "",
        "updated": first.updated or "",
        "notes": json.dumps([*first.all_notes, *first.cell_notes], ensure_ascii=False),
        "unknown_symbols": json.dumps(sorted(unknown), ensure_ascii=False),
    }

"""A table of any number of variables, as the services and the files of the PX family give it."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

LATER = "Inget är sparat. Försök igen senare; om felet består har tjänsten ändrats."
MOST_CELLS = 5_000_000
"""More than any service gives in one answer: what is asked of memory is bounded before it is taken."""


@dataclass(frozen=True)
class Dimension:
    """One variable: its codes in the order of the cube, and the label of each; `total` is the code of the whole."""

    code: str
    label: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    units: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    total: str | None = None


@dataclass(frozen=True)
class Cube:
    """A table: `values` is flat, row-major over `dimensions`, NaN where empty; `symbols` by flat position.

    A symbol stands in the place of a figure, or beside one. `cell_notes` are footnotes of some cells or values.
    """

    label: str
    source: str
    updated: str | None
    notes: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    time: str | None
    metric: str | None
    values: np.ndarray[Any, np.dtype[np.float64]]
    symbols: dict[int, str]
    cell_notes: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, ...]:
        """Number of codes in each dimension."""
        return tuple(len(d.codes) for d in self.dimensions)

    @property
    def all_notes(self) -> tuple[str, ...]:
        """The table's notes and those of its variables."""
        return (*self.notes, *(note for d in self.dimensions for note in d.notes))


def columns(cube: Cube) -> pa.Table:
    """Long form: one dictionary column a variable (codes), then `value` (null where empty) and `status` (symbol)."""
    total, inner = cube.values.size, cube.values.size
    arrays: list[pa.Array] = []
    for dimension in cube.dimensions:
        inner //= max(len(dimension.codes), 1)
        turn = np.repeat(np.arange(len(dimension.codes), dtype=np.int32), inner)
        indices = np.tile(turn, total // max(turn.size, 1))
        arrays.append(pa.DictionaryArray.from_arrays(indices, pa.array(dimension.codes, pa.string())))
    arrays += [pa.array(cube.values, mask=np.isnan(cube.values)), symbol_column(cube)]
    return pa.table(arrays, names=[*(d.code for d in cube.dimensions), "value", "status"])


def symbol_column(cube: Cube) -> pa.DictionaryArray:
    """The symbol of each cell, null where there is none."""
    kinds, indices = symbol_kinds(cube)
    return pa.DictionaryArray.from_arrays(pa.array(indices, mask=indices < 0), pa.array(kinds, pa.string()))


def symbol_kinds(cube: Cube) -> tuple[list[str], np.ndarray[Any, np.dtype[np.int32]]]:
    """The symbols there are, and for each cell the number of its symbol among them, -1 where there is none."""
    kinds = sorted(set(cube.symbols.values()))
    place = {kind: number for number, kind in enumerate(kinds)}
    indices = np.full(cube.values.size, -1, dtype=np.int32)
    if cube.symbols:
        indices[list(cube.symbols)] = [place[kind] for kind in cube.symbols.values()]
    return kinds, indices

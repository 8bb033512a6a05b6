"""Which measures say nearly the same? Spearman's rank correlation between every two of many measures.

Spearman, C. (1904). The proof and measurement of association between two things. Am. J. Psychol. 15, 72–101.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from rus.analysis.correlation import LEAST, ranks

SAME, ALIKE = 0.9, 0.7

Floats = npt.NDArray[np.float64]
Kind = Literal["same", "alike", "apart"]


@dataclass(frozen=True)
class Together:
    """How many measures rank the same places (or years).

    `rank[i, j]` is Spearman's coefficient of measures i and j over the places that have both, NaN where fewer than ten
    have both or where either stands still; `n[i, j]` is how many have both. Both are symmetric.
    """

    ids: tuple[str, ...]
    rank: Floats
    n: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Pair:
    """Two measures with their coefficient (−1 … 1) and the number of places or years behind it."""

    first: str
    second: str
    rank: float
    n: int

    @property
    def kind(self) -> Kind:
        """`same` from 0.9, `alike` from 0.7, else `apart`, whichever the sign."""
        size = abs(self.rank)
        return "same" if size >= SAME else "alike" if size >= ALIKE else "apart"


def together(measures: Mapping[str, Mapping[str, float]]) -> Together:
    """Spearman's coefficient of every two measures.

    Args:
        measures: measure → place (or year) → value; what is missing is left out.
    """
    ids = tuple(measures)
    keys = sorted({key for values in measures.values() for key in values})
    values = np.array([[measures[i].get(key, np.nan) for key in keys] for i in ids], dtype=np.float64)
    values = values.reshape(len(ids), len(keys))
    known = ~np.isnan(values)
    rank = np.full((len(ids), len(ids)), np.nan)
    patterns, which = np.unique(known, axis=0, return_inverse=True)
    members = [np.flatnonzero(which.ravel() == k) for k in range(len(patterns))]
    for a, mine in enumerate(patterns):
        for b in range(a, len(patterns)):
            both = mine & patterns[b]
            if int(both.sum()) < LEAST:
                continue
            block = _block(values[members[a]][:, both], values[members[b]][:, both])
            rank[np.ix_(members[a], members[b])] = block
            rank[np.ix_(members[b], members[a])] = block.T
    counts = known.astype(np.int64)
    return Together(ids, rank, counts @ counts.T)


def pairs(found: Together, *, wanted: str = "", least: float = 0.0, least_n: int = LEAST) -> list[Pair]:
    """Every two different measures, each pair once, the strongest first.

    Args:
        found: from `together`.
        wanted: only pairs of this measure, which then is the first of each; empty for all.
        least: the smallest size of the coefficient to be named.
        least_n: the fewest places or years a pair may have.
    """
    many = len(found.ids)
    if wanted:
        at = found.ids.index(wanted) if wanted in found.ids else None
        spots = [(at, j) for j in range(many) if j != at] if at is not None else []
    else:
        rows, columns = np.triu_indices(many, k=1)
        strong = np.abs(found.rank[rows, columns]) >= max(least, 0.0)  # NaN is never at least anything
        spots = list(zip(rows[strong].tolist(), columns[strong].tolist(), strict=True))
    made = [
        Pair(found.ids[i], found.ids[j], float(found.rank[i, j]), int(found.n[i, j]))
        for i, j in spots
        if abs(found.rank[i, j]) >= least and found.n[i, j] >= least_n
    ]
    return sorted(made, key=lambda pair: (-abs(pair.rank), pair.first, pair.second))


def changes(points: Sequence[tuple[int, float]], last_break: int | None = None) -> dict[str, float]:
    """From one year to the next: year → value minus that of the year before, where both are measured.

    Two measures that both rise follow each other whatever they measure; their changes do so only if they move together.

    Args:
        points: (year, value).
        last_break: first year of the newest unbroken series; no change is taken over it or before it.
    """
    seen = {year: value for year, value in points if last_break is None or year >= last_break}
    return {str(year): value - seen[year - 1] for year, value in sorted(seen.items()) if year - 1 in seen}


def _block(left: Floats, right: Floats) -> Floats:
    """The coefficients of every row of one with every row of the other."""
    found: Floats = np.clip(_unit(left) @ _unit(right).T, -1.0, 1.0)
    return found


def _unit(values: Floats) -> Floats:
    """Ranks of each row, centred and of length one; NaN where a row has no spread."""
    ranked: Floats = np.array([ranks(row) for row in values], dtype=np.float64).reshape(values.shape)
    centred = ranked - ranked.mean(axis=1, keepdims=True)
    length = np.sqrt((centred * centred).sum(axis=1, keepdims=True))
    found: Floats = np.divide(centred, length, out=np.full_like(centred, np.nan), where=length > 0)
    return found

"""Which places are built most like one: the smallest distance over stated features, each on a robust scale.

z = (x − median) / (1.4826 · MAD), so that a feature's unit and its few extreme places don't decide. The distance is
√(Σ w·(z − z_own)² / Σ w): 1 is as far as a typical place lies from the middle, in every feature.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

MOST = 7
LEAST_FEATURES = 3
LEAST_PLACES = 20
HALF = 0.5
NORMAL = 1.4826
"""Makes the median distance from the median equal to the standard deviation of a normal distribution."""
DIGITS = 9
"""Distances alike to so many digits are a tie, which the code decides: rounding must not."""
NOT_OWN = "Uppgiften saknas för kommunen själv."
NOT_MANY = "Uppgiften saknas för mer än hälften."
NO_SPREAD = "Måttet är lika överallt."
FEW_FEATURES = f"Minst {LEAST_FEATURES} strukturmått behövs för att välja liknande kommuner."
FEW_PLACES = f"Minst {LEAST_PLACES} kommuner med alla strukturmått behövs för att välja bland."


@dataclass(frozen=True)
class Neighbour:
    """A place and its distance; `apart` says for each feature how far it lies from the own place (place − own).

    In the robust scale's units; None for a feature that is not used.
    """

    code: str
    distance: float
    apart: tuple[float | None, ...]


@dataclass(frozen=True)
class Similar:
    """The nearest places first; empty with a Swedish reason where none can be named.

    `unused`: (number of the feature, why). `compared`: how many places were chosen among. `left_out`: codes of places
    that lack a feature in use.
    """

    neighbours: tuple[Neighbour, ...] = ()
    unused: tuple[tuple[int, str], ...] = ()
    compared: int = 0
    left_out: tuple[str, ...] = ()
    reason: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the places, the nearest first."""
        return tuple(n.code for n in self.neighbours)


def similar(own: str, places: Mapping[str, Sequence[float]], weights: Sequence[float], *, most: int = MOST) -> Similar:
    """The places nearest to `own`.

    Args:
        own: the place's code.
        places: code → its features, in the same order everywhere; NaN where one is not known.
        weights: one positive weight a feature.
        most: how many to name.
    """
    if own not in places:
        return Similar(reason=FEW_FEATURES)
    codes = sorted(places)
    values = np.array([places[code] for code in codes], dtype=float).reshape(len(codes), len(weights))
    at, scaled = codes.index(own), robust(values)
    unused = tuple((n, why) for n in range(len(weights)) if (why := _why_not(values[:, n], scaled[:, n], at)))
    used = [n for n in range(len(weights)) if n not in dict(unused)]
    if len(used) < LEAST_FEATURES:
        return Similar(unused=unused, reason=FEW_FEATURES)
    whole = ~np.isnan(scaled[:, used]).any(axis=1)
    left_out = tuple(code for code, has_all in zip(codes, whole, strict=True) if not has_all)
    among = [n for n in np.flatnonzero(whole) if n != at]
    if len(among) < max(LEAST_PLACES, most):
        return Similar(unused=unused, compared=len(among), left_out=left_out, reason=FEW_PLACES)
    apart = scaled - scaled[at]
    weight = np.asarray(weights, dtype=float)[used]
    distance = np.sqrt((apart[:, used] ** 2 * weight).sum(axis=1) / weight.sum())
    nearest = sorted(among, key=lambda n: (round(float(distance[n]), DIGITS), codes[n]))[:most]
    neighbours = tuple(
        Neighbour(
            codes[n], float(distance[n]), tuple(float(apart[n, f]) if f in used else None for f in range(len(weights)))
        )
        for n in nearest
    )
    return Similar(neighbours, unused, len(among), left_out)


def robust(values: np.ndarray) -> np.ndarray:
    """Columns on their robust scale; a column without spread, or without values, becomes NaN.

    Where more than half of the places have one and the same value (MAD 0), the standard deviation is the scale.
    """
    scaled = np.full(values.shape, nan)
    for n, column in enumerate(values.T):
        known = column[~np.isnan(column)]
        if not len(known):
            continue
        middle = np.median(known)
        spread = NORMAL * np.median(np.abs(known - middle)) or known.std()
        if spread > 0:
            scaled[:, n] = (column - middle) / spread
    return scaled


def _why_not(column: np.ndarray, scaled: np.ndarray, at: int) -> str:
    """Why a feature can't be used; empty where it can."""
    if np.isnan(column[at]):
        return NOT_OWN
    if np.isnan(column).mean() > HALF:
        return NOT_MANY
    return NO_SPREAD if np.isnan(scaled[at]) else ""

"""Where a place's name can stand on a map: the widest line across its largest part, near its middle."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LINES = tuple(n / 20 for n in range(4, 17))
"""Shares of the height, from the south, at which a place is measured across."""
OFF = 1.1
"""How much a line loses that lies off the middle: half of this at the edge."""
Ring = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Outline:
    """A place in degrees: the middle of its widest line, the line's length, its bounds (west, east, south, north)."""

    lon: float
    lat: float
    wide: float
    bounds: tuple[float, float, float, float]


def height_of(lat: float) -> float:
    """A latitude's height on a Mercator map, in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def lat_of(height: float) -> float:
    """The latitude at a height on the map."""
    return math.degrees(2 * math.atan(math.exp(math.radians(height))) - math.pi / 2)


def around(every: Iterable[Outline]) -> tuple[float, float, float, float]:
    """The bounds of them all."""
    west, east, south, north = zip(*(one.bounds for one in every), strict=True)
    return min(west), max(east), min(south), max(north)


def outlines(collection: Mapping[str, Any]) -> dict[str, Outline]:
    """Code → outline of each feature of a GeoJSON collection (polygons, with `properties.code`)."""
    return {str(f["properties"]["code"]): _outline(f["geometry"]) for f in collection["features"]}


def _outline(geometry: Mapping[str, Any]) -> Outline:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings: list[Ring] = [part[0] for part in parts]
    lon, lat, wide = _widest(max(rings, key=_area))
    every = [point for ring in rings for point in ring]
    west, east = min(p[0] for p in every), max(p[0] for p in every)
    south, north = min(p[1] for p in every), max(p[1] for p in every)
    return Outline(lon, lat, wide, (west, east, south, north))


def _area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(ring)))


def _sides(ring: Ring) -> Iterable[tuple[Sequence[float], Sequence[float]]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _widest(ring: Ring) -> tuple[float, float, float]:
    """Longitude, latitude and length of the line across that is long and near the middle."""
    south, north = min(p[1] for p in ring), max(p[1] for p in ring)
    best, score = (ring[0][0], south, 0.0), -1.0
    for share in LINES:
        lat = south + (north - south) * share
        for west, east in _across(ring, lat):
            value = (east - west) * (1 - OFF * abs(share - 0.5))
            if value > score:
                best, score = ((west + east) / 2, lat, east - west), value
    return best


def _across(ring: Ring, lat: float) -> list[tuple[float, float]]:
    """Pieces of a latitude that lie inside."""
    met = sorted(
        a[0] + (lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in _sides(ring) if (a[1] > lat) != (b[1] > lat)
    )
    return list(zip(met[::2], met[1::2], strict=False))

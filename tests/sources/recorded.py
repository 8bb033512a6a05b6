"""What each recorded file becomes: a table told in few words, or why it is refused.

`python -m tests.sources.recorded FOLDER` writes the golden file anew; look at what changed before it is committed.
"""

import gzip
import json
import sys
from collections.abc import Callable
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

from rus.core.errors import SourceError
from rus.sources.base import Asked, Raw
from rus.sources.cube import Cube
from rus.sources.jsonstat import dimensions_of, read_cube
from rus.sources.kolada import parse
from rus.sources.kolada_catalogue import page_values, read_groups, read_kpis_page, read_regions
from rus.sources.px import read_px
from rus.sources.pxweb1 import read_variables
from rus.sources.pxweb2 import _Run
from rus.sources.rowwise import read_rowwise
from tests.sources.asking import NOW
from tests.sources.kolada_answers import raw_of, series

GOLDEN = Path(__file__).with_name("recorded_golden.json")
Told = list[object]
"""`read`, what it is, its size, a digest of all in it; or `refused` and the reason."""


class Recorded:
    """Answers every question with one recorded body."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.paces: list[tuple[int, float]] = []

    def send(self, asked: Asked) -> Raw:
        return Raw(asked, 200, {}, self.body, NOW)

    def pace(self, _url: str, calls: int, seconds: float) -> None:
        self.paces.append((calls, seconds))


class RecordedGroups(Recorded):
    """Answers with the groups that are asked for, as the service does."""

    def send(self, asked: Asked) -> Raw:
        ids = asked.url.split("?")[0].rpartition("/")[2].split(",")
        some = [group for group in json.loads(self.body)["values"] if group["id"] in ids]
        return Raw(asked, 200, {}, json.dumps({"values": some, "count": len(some)}).encode(), NOW)


def digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:12]


def _cube(cube: Cube) -> Told:
    whole = digest(cube.dimensions, cube.values.tolist(), sorted(cube.symbols.items()), cube.notes, cube.cell_notes)
    return ["table", " × ".join(map(str, cube.size)), f"{len(cube.symbols)} signs", whole]


def _description(body: bytes, name: str) -> Told:
    cube, extensions = dimensions_of(body, name)
    optional = sorted(code for code, part in extensions.items() if part.get("elimination"))
    return ["description", " × ".join(map(str, cube.size)), f"{len(optional)} optional", digest(cube.dimensions)]


def _variables(body: bytes, name: str) -> Told:
    found = read_variables(body, name)
    return ["description", " × ".join(str(len(v.codes)) for v in found), "", digest(found)]


def _figures(body: bytes, _name: str) -> Told:
    """Every key figure on a page of Kolada's."""
    values = page_values(raw_of(body))
    kpis, places = ({row[part] for row in values} for part in ("kpi", "municipality"))
    raw = raw_of(body, f"/data/kpi/{','.join(sorted(kpis))}/municipality/{','.join(sorted(places))}")
    rows = sorted((kpi, *row.values()) for kpi in kpis for row in parse(series(kpi), (raw,)).to_pylist())
    missing = sum(row[4] is None for row in rows)
    return ["rows", f"{len(rows)}", f"{missing} without value", digest(rows)]


def _kpis(body: bytes, _name: str) -> Told:
    found = read_kpis_page(raw_of(body, "/kpi"))
    return ["key figures", f"{len(found)}", f"{sum(kpi.is_margin for kpi in found)} margins", digest(found)]


def _regions(body: bytes, _name: str) -> Told:
    found = read_regions(Recorded(body))
    return ["regions", f"{len(found)}", f"{sum(kind == 'K' for kind in found.values())} kommuner", digest(found)]


def _groups(body: bytes, _name: str) -> Told:
    ids = [group["id"] for group in json.loads(body)["values"]]
    found = read_groups(RecordedGroups(body), ids)
    return [
        "groups",
        f"{len(found)}",
        f"{sum(len(m) for _, m in found.values())} members",
        digest(sorted(found.items())),
    ]


def _limits(body: bytes, _name: str) -> Told:
    client = Recorded(body)
    cells = _Run(client).cells()
    return ["limits", f"{cells} cells", " ".join(f"{calls} per {seconds:g} s" for calls, seconds in client.paces), ""]


def _any(body: bytes, name: str) -> Told:
    """No answer that we ask for: every reader must say no."""
    readers: list[Callable[[bytes, str], object]] = [read_cube, read_rowwise, read_variables, read_px]
    readers += [lambda body, _name: read_kpis_page(raw_of(body, "/kpi")), dimensions_of]
    reasons = []
    for reader in readers:
        try:
            return ["table", f"{reader(body, name)}"]
        except SourceError as err:
            reasons.append(str(err))
    raise SourceError(reasons[0])


READERS: list[tuple[str, Callable[[bytes, str], Told]]] = [
    ("*.px", lambda body, name: _cube(read_px(body, name))),
    ("kolada/*/data_*.json", _figures),
    ("kolada/*/kpi_*.json*", _kpis),
    ("kolada/*/municipality.json", _regions),
    ("kolada/*/municipality_groups_*.json*", _groups),
    ("pxwebapi1/*_data*.json", lambda body, name: _cube(read_cube(body, name))),
    ("pxwebapi1/*metadata*.json", _variables),
    ("pxwebapi2/*metadata*.json", _description),
    ("pxwebapi2/*dataset-meta.json", _description),
    ("pxwebapi2/*response-scb-all-region.json", _description),
    ("pxwebapi2/*_data*.json", lambda body, name: _cube(read_cube(body, name))),
    ("pxwebapi2/*config*.json", _limits),
    ("*", _any),
]


def described(path: Path, folder: Path) -> Told:
    """What the file becomes in the hands of the reader that is for it."""
    name = path.relative_to(folder).as_posix()
    reader = next(reader for pattern, reader in READERS if fnmatch(name.casefold(), pattern))
    body = path.read_bytes()
    try:
        return ["read", *reader(gzip.decompress(body) if path.suffix == ".gz" else body, path.name)]
    except SourceError as err:
        # The reason; what to do about it comes after it.
        return ["refused", str(err).split(". ", maxsplit=1)[0]]


def every_file(folder: Path) -> dict[str, Told]:
    return {p.relative_to(folder).as_posix(): described(p, folder) for p in sorted(folder.rglob("*")) if p.is_file()}


if __name__ == "__main__":
    found = every_file(Path(sys.argv[1]))
    pairs = [json.dumps({name: told}, ensure_ascii=False)[1:-1] for name, told in found.items()]
    GOLDEN.write_text("{\n " + ",\n ".join(pairs) + "\n}\n", encoding="utf-8")

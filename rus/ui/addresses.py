"""Addresses of the files that the browser fetches itself, below the base path.

`…/app/geo/<name>.<hash>.geojson`   boundaries, `data/reference/<name>.geojson` of the content folder
`…/app/static/<file>?v=<hash>`      the app's own files, `static/`
Both may be kept for ever, since another content gets another address. `rus/ui/front.py` answers them.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from streamlit import config

from rus.charts.outline import Outline, outlines
from rus.core import paths
from rus.core.errors import CatalogueError

STATIC = paths.ROOT / "static"
HASH_LENGTH = 12


def base_path() -> str:
    """What every address of ours begins with: empty, or a path such as `/lanet`."""
    chosen = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{chosen}" if chosen else ""


def geo_url(name: str) -> str:
    """Address of a GeoJSON file of the content folder, for a chart that takes its map by address.

    Args:
        name: The file's stem, such as `kommuner`.

    Raises:
        CatalogueError: There is no such file.
    """
    return f"{base_path()}/app/geo/{name}.{_geo(name)[1]}.geojson"


def geo_outlines(name: str) -> Mapping[str, Outline]:
    """The outlines of the same file, by code; raises the same."""
    return _outlines(*_geo(name))


def _geo(name: str) -> tuple[Path, str]:
    path = paths.reference() / f"{name}.geojson"
    try:
        return path, content_hash(path)
    except OSError as error:
        message = f"{path} går inte att läsa ({error.strerror}), så kartan kan inte visas."
        raise CatalogueError([message]) from error


@lru_cache(maxsize=8)
def _outlines(path: Path, _hash_of_it: str) -> Mapping[str, Outline]:
    return outlines(json.loads(path.read_text(encoding="utf-8")))


def static_url(name: str = "") -> str:
    """Address of a file in `static/`; without a name, of the folder (with the slash Plotly wants)."""
    path = STATIC / name
    version = f"?v={content_hash(path)}" if name and path.is_file() else ""
    return f"{base_path()}/app/static/{name}{version}"


def content_hash(path: Path) -> str:
    """The beginning of the file's SHA-256; read again only when the file has changed.

    Raises:
        OSError: The file can't be read.
    """
    found = path.stat()
    return _hash(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=512)
def _hash(path: Path, _changed: int, _size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:HASH_LENGTH]

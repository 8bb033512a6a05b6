"""Files for the browser: packed once and kept in memory, with an ETag and a rule for how long they may be kept.

Streamlit sends its seven megabytes of scripts unpacked; packed they are two.
"""

import gzip
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response

from rus.ui.addresses import content_hash

FOREVER = "public, max-age=31536000, immutable"
WEEK = "public, max-age=604800"
ASK = "no-cache"  # may be kept, but ask each time whether it still holds
LEVEL = 7
SMALLEST = 500  # bytes; below this packing gives nothing
PACKED_TYPES = ("text/", "application/javascript", "application/json", "application/geo+json", "image/svg")
TYPES = {".js": "application/javascript", ".css": "text/css", ".geojson": "application/geo+json"}


@dataclass(frozen=True)
class Asset:
    """One file's content as it is sent."""

    body: bytes
    packed: bytes | None
    media_type: str
    etag: str


def pack(body: bytes, media_type: str, etag: str) -> Asset:
    """An asset of the bytes, packed where that makes them smaller."""
    worth = len(body) >= SMALLEST and media_type.startswith(PACKED_TYPES)
    packed = gzip.compress(body, LEVEL, mtime=0) if worth else None
    return Asset(body, packed, media_type, etag)


def load(path: Path) -> Asset:
    """The file, packed; work is done only the first time and when the file has changed.

    Raises:
        OSError: The file can't be read.
    """
    return _load(path, content_hash(path))


@lru_cache(maxsize=512)
def _load(path: Path, etag: str) -> Asset:
    return pack(path.read_bytes(), media_type(path), etag)


def media_type(path: Path) -> str:
    """By the file's ending, the same on every machine for what we send."""
    return TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


async def load_beside(path: Path) -> Asset:
    """`load` without keeping others waiting."""
    return await to_thread.run_sync(load, path)


def inside(folder: Path, relative: str) -> Path | None:
    """The file in the folder that an address names, or None where it leads out of it or to nothing."""
    if not relative or "\0" in relative:
        return None
    root = folder.resolve()
    path = (root / relative).resolve()
    return path if path.is_relative_to(root) and path.is_file() else None


def answer(asset: Asset, asked: Headers, cache: str) -> Response:
    """200 with the packed or plain bytes, or 304 where the browser has them already."""
    packed = asset.packed if "gzip" in asked.get("accept-encoding", "") else None
    etag = f'"{asset.etag}{"-gz" if packed else ""}"'
    headers = {"ETag": etag, "Cache-Control": cache, "X-Content-Type-Options": "nosniff"}
    if asset.packed:
        headers["Vary"] = "Accept-Encoding"
    if etag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if packed:
        headers["Content-Encoding"] = "gzip"
    return Response(packed or asset.body, media_type=asset.media_type, headers=headers)

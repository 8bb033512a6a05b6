"""The interface in English (`?lang=en`): the catalogue of messages as the browser gets it, and who asks for it.

The server writes Swedish only. `static/english.js` changes the texts where they stand, from `english.po` beside this
file, so Swedish pages pay nothing for it. How to add a text, and what stays Swedish: docs/english.md.
"""

import csv
import hashlib
import io
import json
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs

from rus.core import paths
from rus.ui.addresses import HASH_LENGTH, base_path, content_hash, static_url
from rus.ui.assets import Asset, pack

CATALOGUE = Path(__file__).with_suffix(".po")
LANGUAGES = ("sv", "en")
NAMES = {"title", "short", "name", "term", "document", "headline", "partners", "team", "activities"}
"""Keys of the content's files that name things: official names, which stay Swedish inside English sentences."""
BODIES = {"owner", "via", "editor", "funder", "actor"}
"""Keys that name authorities and places, which have the same name in every language."""
SCRIPT = '<script src="{script}" data-messages="{messages}"></script>'


def is_wanted(query: bytes) -> bool:
    """Whether an address' query asks for English."""
    return parse_qs(query.decode("latin-1")).get("lang") == ["en"]


def script() -> str:
    """What an English page begins with: the script, and where it finds the messages."""
    return SCRIPT.format(script=static_url("english.js"), messages=messages_url())


def messages_url() -> str:
    """Address of the messages; another catalogue gets another address."""
    return f"{base_path()}/app/english/messages.{messages().etag}.json"


def messages() -> Asset:
    """The messages as the browser reads them: pairs of Swedish and English, and names as they are.

    Raises:
        OSError: The catalogue can't be read.
    """
    files = _files()
    return _messages(content_hash(CATALOGUE), tuple(files), max((path.stat().st_mtime_ns for path in files), default=0))


@lru_cache(maxsize=2)
def _messages(_catalogue_hash: str, files: tuple[Path, ...], _changed: int) -> Asset:
    names, places = set[str](), set[str]()
    for path in files:
        if path.suffix == ".csv":
            places |= _places(path)
        else:
            for key, words in _texts(_read(path), ""):
                (places if key in BODIES else names if key in NAMES else set()).add(words)
    said = {  # a county's name has an English by rule
        "messages": read_messages(),
        "names": sorted(one for one in names - places if not one.endswith(" län")),
        "places": sorted(places),
    }
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return pack(body, "application/json", hashlib.sha256(body).hexdigest()[:HASH_LENGTH])


def read_messages(catalogue: Path = CATALOGUE) -> list[tuple[str, str]]:
    """The pairs of a catalogue file (gettext's format), in its order; those without an English are left out."""
    from babel.messages.pofile import read_po

    found = read_po(io.BytesIO(catalogue.read_bytes()), locale="en", charset="utf-8", abort_invalid=True)
    return [(str(one.id), str(one.string)) for one in found if one.id and one.string]


def _files() -> list[Path]:
    """The content's files that name things."""
    folders = (paths.indicators(), paths.projects(), paths.stories(), paths.view_sets(), paths.reference())
    regions = paths.reference() / "regions.csv"
    return [*[regions] * regions.is_file(), *(path for one in folders for path in sorted(one.rglob("*.toml")))]


def _read(path: Path) -> dict[str, object]:
    """A file's keys and values; none where it is broken, which the page itself says."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}


def _places(path: Path) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["name"] for row in csv.DictReader(file) if row["level"] == "kommun"}


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Every text of a file with its key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)
    elif isinstance(value, str):
        yield key, " ".join(value.split())

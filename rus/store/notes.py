"""The notes of the history: what was fetched, when and from where; one beside every file of rows.

- history/<series>/<time>-<fetch id>.parquet   the rows that a fetch added, changed or withdrew
- history/<series>/<time>-<fetch id>.json      its note, written last: without it the rows are as if never written
- history/<series>/checked.json                the newest answer of the series, also where nothing had changed
- history/<series>/failed.json                 why the newest attempt failed, until one succeeds

`<series>` is a hash of the series' key, which no file system minds.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from rus.core import paths
from rus.store import builds

STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True)
class FetchNote:
    """One fetch of one series.

    `retrieved` is in UTC and becomes the rows' `known_from`. `complete` says that the answer holds everything the
    source has of the series in `regions` (None or empty = all): only then is a figure withdrawn because it is absent.
    `new`, `revised` and `withdrawn` are filled in by the history; so is `known_from`.
    """

    fetch_id: str
    series: str
    loader: str
    source: str
    urls: tuple[str, ...]
    retrieved: datetime
    hash: str
    version: str | None
    owner: str
    licence: str
    complete: bool = False
    regions: tuple[str, ...] | None = None
    new: int = 0
    revised: int = 0
    withdrawn: int = 0
    known_from: datetime | None = None


@dataclass(frozen=True)
class Failure:
    """An attempt that failed: its series, when (UTC), and why, in Swedish."""

    series: str
    when: datetime
    words: str


def folder() -> Path:
    """Where the history is. Nothing in it is ever changed or deleted by the program."""
    return paths.home() / "history"


def shelf(series: str) -> Path:
    """The folder of one series."""
    return folder() / sha256(series.encode()).hexdigest()[:16]


def write_whole(path: Path, body: bytes) -> None:
    """A file in its place whole, or not at all, and on the disk.

    Raises:
        StoreError: the disk refuses.
    """
    fresh = path.with_name(f"{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)  # noqa: PTH105  # named so because it replaces on every system
    except OSError as err:
        raise builds.in_words(err, path) from err


def to_json(note: FetchNote) -> bytes:
    """The note as its file says it."""
    return json.dumps(asdict(note), ensure_ascii=False, indent=1, default=datetime.isoformat).encode()


def read_note(path: Path) -> FetchNote | None:
    """The note in a file; None where there is none that can be read."""
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        kept = {field.name: told[field.name] for field in fields(FetchNote) if field.name in told}
        for name in ("retrieved", "known_from"):
            kept[name] = datetime.fromisoformat(kept[name]) if kept.get(name) else None
        kept["urls"] = tuple(kept["urls"])
        kept["regions"] = tuple(kept["regions"]) if kept.get("regions") is not None else None
        return FetchNote(**kept)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def notes(series: str | None = None) -> list[tuple[Path, FetchNote]]:
    """The file of rows and the note of every fetch that changed something, the oldest first.

    Args:
        series: a series' key; None = all.
    """
    where = shelf(series).glob("2*.json") if series else folder().glob("????????????????/2*.json")
    found = ((path.with_suffix(".parquet"), read_note(path)) for path in where)
    return sorted(((path, note) for path, note in found if note), key=lambda pair: (pair[0].name, pair[0]))


def last_note(series: str) -> FetchNote | None:
    """What the newest answer of a series was, whether or not it changed anything."""
    return read_note(shelf(series) / "checked.json")


def checked() -> Iterator[FetchNote]:
    """The newest answer of every series that has one."""
    found = (read_note(path) for path in sorted(folder().glob("????????????????/checked.json")))
    return (note for note in found if note)


def remember(note: FetchNote) -> None:
    """Keep a note as the newest of its series, and forget an earlier failure."""
    write_whole(shelf(note.series) / "checked.json", to_json(note))
    (shelf(note.series) / "failed.json").unlink(missing_ok=True)


def confirm(series: str, when: datetime) -> None:
    """Say that a series has been looked at and that the source has nothing newer."""
    note = last_note(series)
    if note:
        remember(replace(note, retrieved=when.astimezone(UTC)))


def note_failure(series: str, words: str, when: datetime) -> None:
    """Keep why an attempt failed; the series' figures stay as they are and are marked with it."""
    told = {"series": series, "when": when.astimezone(UTC).isoformat(), "words": words}
    write_whole(shelf(series) / "failed.json", json.dumps(told, ensure_ascii=False, indent=1).encode())


def failures() -> dict[str, Failure]:
    """The series whose newest attempt failed."""
    found = {}
    for path in folder().glob("????????????????/failed.json"):
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            found[told["series"]] = Failure(told["series"], datetime.fromisoformat(told["when"]), told["words"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found

"""The catalogue as it was: a file each time that a build was made of another one than before.

history/catalogue/<time>-<hash>.json    the whole catalogue, in use from that time
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import StoreError
from rus.store import notes
from rus.store.facts import catalogue_as_text, recall_catalogue


def all_snapshots() -> list[Path]:
    """Every catalogue that was in use, the oldest first."""
    return sorted((notes.folder() / "catalogue").glob("2*.json"))


def keep(catalogue: Catalogue, now: datetime) -> None:
    """Remember that a catalogue is in use from now on, if the one before was another.

    Raises:
        StoreError: the disk refuses.
    """
    body = catalogue_as_text(catalogue).encode()
    name = sha256(body).hexdigest()[:16]
    earlier = all_snapshots()
    if earlier and earlier[-1].stem.endswith(name):
        return
    notes.write_whole(notes.folder() / "catalogue" / f"{now:{notes.STAMP}}-{name}.json", body)


def in_use(when: datetime) -> Path | None:
    """The catalogue in use at a time (UTC); before the first, the first; None where there is none."""
    every, stamp = all_snapshots(), f"{when:{notes.STAMP}}"
    before = [path for path in every if path.stem.split("-", maxsplit=1)[0] <= stamp]
    return before[-1] if before else next(iter(every), None)


def time_of(path: Path) -> datetime:
    """Since when a catalogue was in use (UTC)."""
    return datetime.strptime(path.stem.split("-", maxsplit=1)[0], notes.STAMP).replace(tzinfo=UTC)


def read(path: Path) -> Catalogue:
    """The catalogue in a file.

    Raises:
        StoreError: this version of the program can't read it.
    """
    try:
        return recall_catalogue(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as err:
        message = f"{path}: katalogen som den var då går inte att läsa med den här versionen av programmet."
        raise StoreError(message) from err

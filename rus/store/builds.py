"""The builds in the store folder, and the pointer to the one in use.

A build is one file that never changes. `CURRENT` holds the id of the build in use and is replaced last, in one step,
so a half-made build is never read. Old builds stay, for links that name them, until they are pruned.
"""

import errno
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import duckdb

from rus.core import paths
from rus.core.errors import StoreError
from rus.store.connect import connect
from rus.store.fingerprint import SCHEMA

POINTER = "CURRENT"
_ID = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6})Z(-\d+)?")
_HEADERS = 3 * 4096
BACK = "asof"
"""Where looks back in time are kept, until builds are pruned: each can be made again of the history."""
_LOOKED_BACK = re.compile(r"asof-[0-9a-f]{16}")


@dataclass(frozen=True)
class Build:
    """One build: `id` such as `2026-11-25T132711Z`, when it was made, and of what content (`fingerprint`)."""

    id: str
    path: Path
    made_at: datetime
    fingerprint: str


def _ids(folder: Path) -> list[str]:
    """Ids of the files in the folder, oldest first."""
    if not folder.is_dir():
        return []
    stems = (path.stem for path in folder.glob("*.duckdb"))
    return sorted((s for s in stems if _ID.fullmatch(s)), key=_age)


def _age(identity: str) -> tuple[str, int]:
    found = _ID.fullmatch(identity)
    assert found is not None
    return found[1], int((found[2] or "-0")[1:])


def made_when(identity: str) -> datetime | None:
    """The end of the second when a build of this name was made, which need not be there; None where it is no name."""
    found = _ID.fullmatch(identity)
    return datetime.strptime(f"{found[1]}.999999", "%Y-%m-%dT%H%M%S.%f").replace(tzinfo=UTC) if found else None


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int, size: int) -> Build:
    """What a file says about itself; the last two arguments are there so that a changed file is read anew."""
    with connect(path, read_only=True) as db:
        said = dict(db.execute("select key, value from meta").fetchall())
        blocks = db.execute("select total_blocks * block_size from pragma_database_size()").fetchone()
    if said.get("schema") != SCHEMA:
        raise StoreError(f"{path}: gjord av en annan version av programmet. Kör: rus build")
    if blocks is None or size < blocks[0] + _HEADERS:
        raise StoreError(f"{path}: filen är avhuggen. Kör: rus build")
    made = datetime.strptime(said["made_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return Build(path.stem, path, made, said["fingerprint"])


def read_build(path: Path) -> Build:
    """The build in a file.

    Raises:
        StoreError: the file is not there, not whole, or not a build of this program.
    """
    try:
        facts = path.stat()
        return _read(path, facts.st_mtime_ns, facts.st_size)
    except FileNotFoundError as err:
        raise StoreError(f"{path}: bygget finns inte. Kör: rus build") from err
    except (duckdb.Error, OSError, KeyError, ValueError) as err:
        raise StoreError(f"{path}: filen är skadad och går inte att läsa. Kör: rus build") from err


def pointed() -> str | None:
    """The id in `CURRENT`, whether or not there is such a build."""
    try:
        return (paths.store() / POINTER).read_text(encoding="utf-8").strip() or None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as err:
        raise StoreError(f"{paths.store() / POINTER}: går inte att läsa. Kör: rus build") from err


def current() -> Build:
    """The build in use: the one that `CURRENT` names, or, where that can't be read, the newest older one that can.

    Raises:
        StoreError: there is none.
    """
    return _current()[0]


def in_use() -> Build | None:
    """The build in use; None where there is none that can be read."""
    try:
        return current()
    except StoreError:
        return None


def trouble() -> str | None:
    """In words, why the build in use is not the one that `CURRENT` names; None where all is well."""
    return _current()[1]


def _current() -> tuple[Build, str | None]:
    folder, wanted = paths.store(), pointed()
    if wanted is None:
        raise StoreError(f"Det finns inget bygge i {folder}. Kör: rus build")
    if not _ID.fullmatch(wanted):
        raise StoreError(f"{folder / POINTER}: innehåller inget byggnamn. Kör: rus build")
    try:
        return read_build(folder / f"{wanted}.duckdb"), None
    except StoreError as err:
        for identity in reversed([i for i in _ids(folder) if _age(i) < _age(wanted)]):
            try:
                older = read_build(folder / f"{identity}.duckdb")
            except StoreError:
                continue
            return older, f"{err} Tills dess visas det äldre bygget {identity}."
        raise


def all_builds() -> list[Build]:
    """Every readable build, newest first."""
    found = []
    for identity in reversed(_ids(paths.store())):
        try:
            found.append(read_build(paths.store() / f"{identity}.duckdb"))
        except StoreError:
            continue
    return found


def find_build(identity: str) -> Build:
    """The build with this id.

    Raises:
        StoreError: there is none.
    """
    path = paths.store() / f"{identity}.duckdb"
    if _LOOKED_BACK.fullmatch(identity):
        path = paths.store() / BACK / f"{identity}.duckdb"
    elif not _ID.fullmatch(identity):
        raise StoreError(f"Dataversionen {identity} finns inte kvar.")
    if not path.is_file():
        raise StoreError(f"Dataversionen {identity} finns inte kvar.")
    return read_build(path)


def prune(keep: int) -> list[Build]:
    """Delete all but the newest `keep` builds; the one in use always stays.

    Returns:
        The builds that were deleted. A file that another program holds open (Windows) stays.
    """
    using = pointed()
    deleted = []
    for build in all_builds()[max(keep, 0) :]:
        if build.id == using:
            continue
        try:
            build.path.unlink()
        except PermissionError:
            continue
        except OSError as err:
            raise in_words(err, build.path) from err
        deleted.append(build)
    for path in (paths.store() / BACK).glob("*.duckdb"):
        with suppress(OSError):
            path.unlink()
    return deleted


def point_at(identity: str) -> None:
    """Make a build the one in use, in one step."""
    folder = paths.store()
    fresh = folder / f"{POINTER}.tmp"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(f"{identity}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, folder / POINTER)  # noqa: PTH105  # named so because it replaces on every system
    _sync_folder(folder)


def publish(working: Path) -> Build:
    """Give a finished file its name and make it the build in use: onto the disk, then the name, then the pointer."""
    path = working.with_suffix("")
    with working.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(working, path)  # noqa: PTH105  # as above
    _sync_folder(path.parent)
    point_at(path.stem)
    return read_build(path)


def _sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut, where the system can (Windows can't open folders)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def new_id(now: datetime) -> str:
    """An id for a build made now, later than every id in the folder that has the same second."""
    base = f"{now:%Y-%m-%dT%H%M%S}Z"
    taken, n = set(_ids(paths.store())), 1
    identity = base
    while identity in taken:
        n += 1
        identity = f"{base}-{n}"
    return identity


def in_words(err: OSError, path: Path) -> StoreError:
    """A disk's refusal, as something a person can act on."""
    if err.errno == errno.ENOSPC:
        return StoreError(f"{path}: disken är full. Frigör plats och kör igen: rus build")
    if err.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreError(f"{path}: går inte att skriva. Ge skrivrätt, eller välj en annan mapp med RUS_HOME.")
    return StoreError(
        f"{path}: går inte att skriva ({err.strerror or err}). Sätt RUS_HOME till en mapp där du får skriva."
    )

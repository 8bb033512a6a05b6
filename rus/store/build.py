"""From catalogue and figures to a build: all of it, or nothing.

The build is made in a file of its own. Its laws are proved before it gets its name, and `CURRENT` is replaced
last: whoever reads meanwhile reads the earlier build.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.core.errors import BuildError, CatalogueError, StoreError
from rus.store import builds, snapshots
from rus.store.builds import Build
from rus.store.filled import Progress, filled
from rus.store.fingerprint import SCHEMA, fingerprint
from rus.store.reduced import gather, take_in

LOCK_SECONDS = 600.0


def _silent(_words: str, _share: float) -> None:
    return None


@contextmanager
def one_at_a_time(folder: Path, say: Progress) -> Iterator[None]:
    """Hold the store's lock; wait for another's build to finish."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say("Väntar på ett annat bygge", 0.0)
            lock.acquire(timeout=LOCK_SECONDS)
    except Timeout as err:
        raise StoreError(f"{folder}: ett annat bygge pågår. Vänta tills det är klart och kör igen.") from err
    except OSError as err:
        raise builds.in_words(err, folder) from err
    try:
        yield
    finally:
        lock.release()


def build(catalogue: Catalogue, *, progress: Progress | None = None) -> Build:
    """Make a new build of the content in use and point at it.

    Args:
        catalogue: what to build, read from the content in use.
        progress: told in Swedish what is being done, and the share done (0–1).

    Raises:
        BuildError: the figures break a law; nothing has changed.
        StoreError: the folder can't be written, the disk is full, or another build does not end.
    """
    say = progress or _silent
    with one_at_a_time(paths.store(), say):
        return _build(catalogue, say)


def _build(catalogue: Catalogue, say: Progress) -> Build:
    folder, now = paths.store(), datetime.now(UTC)
    identity, of = builds.new_id(now), fingerprint(paths.content())
    working = folder / f"{identity}.duckdb.tmp"
    try:
        _sweep(folder)
        told = gather(now)
        with closing(filled(working, catalogue, told, say)) as db:
            seal(db, identity, of, now)
            take_in(db, told)
        snapshots.keep(catalogue, now)
        made = builds.publish(working)
    except duckdb.Error as err:
        raise refused(err, working) from err
    except OSError as err:
        raise builds.in_words(err, working) from err
    finally:
        _sweep(folder)
    say("Klart", 1.0)
    return made


def seal(db: duckdb.DuckDBPyConnection, identity: str, of: str, now: datetime) -> None:
    """Writes what the build says about itself, and everything to the file."""
    said = {"schema": SCHEMA, "build": identity, "fingerprint": of, "made_at": f"{now:%Y-%m-%dT%H:%M:%SZ}"}
    db.executemany("insert or replace into meta values (?, ?)", list(said.items()))
    db.execute("checkpoint")


def _sweep(folder: Path) -> None:
    """Clear away what a build that was stopped left behind; the lock says that none is at work."""
    for left in folder.glob("*.duckdb.tmp*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def refused(err: duckdb.Error, working: Path) -> StoreError:
    """What DuckDB could not do, as something a person can act on."""
    text = str(err)
    if "No space left" in text:
        return StoreError(f"{working.parent}: disken är full. Frigör plats och kör igen: rus build")
    seed = paths.seed() / "observations.parquet"
    if seed.name in text:
        return BuildError(f"{seed}: går inte att läsa som Parquet. Hämta filen på nytt.")
    if isinstance(err, duckdb.IOException):
        return StoreError(
            f"{working.parent}: går inte att skriva. Ge skrivrätt, eller välj en annan mapp med RUS_HOME."
        )
    return BuildError(f"Bygget gick inte att göra: {text.splitlines()[0]}")


def ensure_build(progress: Progress | None = None) -> tuple[Build, list[str]]:
    """The build to run on: the one in use, or a new one where there is none or its content has changed.

    Returns:
        The build, and in words what could not be done: where the catalogue is broken or the folder can't be written,
        the earlier build is used.

    Raises:
        CatalogueError: the catalogue is broken and there is no earlier build.
        StoreError: there is no build and none could be made.
    """
    try:
        earlier, warning = builds.current(), builds.trouble()
    except StoreError:
        earlier, warning = None, None
    if earlier and not warning and earlier.fingerprint == fingerprint(paths.content()):
        return earlier, []
    try:
        return _renewed(progress or _silent), []
    except CatalogueError as err:
        if earlier is None:
            raise
        problems = err.problems
    except StoreError as err:
        if earlier is None:
            raise
        problems = [str(err)]
    return earlier, [*([warning] if warning else []), *problems]


def _renewed(say: Progress) -> Build:
    """A new build, unless another program has just made it."""
    catalogue = read_catalogue()
    with one_at_a_time(paths.store(), say):
        try:
            made = builds.current()
            if builds.trouble() is None and made.fingerprint == fingerprint(paths.content()):
                return made
        except StoreError:
            pass
        return _build(catalogue, say)

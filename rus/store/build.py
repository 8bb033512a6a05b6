"""From catalogue and figures to a build: all of it, or nothing.

The build is made in a file of its own. Its laws are proved before it gets its name, and `CURRENT` is replaced
last: whoever reads meanwhile reads the earlier build.
"""

import csv
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.core.errors import BuildError, CatalogueError, StoreError
from rus.store import builds
from rus.store.builds import Build
from rus.store.connect import connect
from rus.store.facts import make_facts
from rus.store.fingerprint import SCHEMA, fingerprint
from rus.store.revisions import find_revisions

Progress = Callable[[str, float], None]

LOCK_SECONDS = 600.0


def _silent(_words: str, _share: float) -> None:
    return None


def read_origins(path: Path) -> list[dict[str, str]]:
    """The rows of `sources.csv`.

    Raises:
        BuildError: the file is missing or lacks a column.
    """
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as err:
        raise BuildError(f"{path}: går inte att läsa. Filen säger varifrån varje uppgift kommer.") from err
    lacking = {"origin", "owner", "via", "kind"} - set(rows[0] if rows else {})
    if lacking:
        raise BuildError(f"{path}: kolumn saknas: {', '.join(sorted(lacking))}.")
    return rows


@contextmanager
def _one_at_a_time(folder: Path, say: Progress) -> Iterator[None]:
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
    with _one_at_a_time(paths.store(), say):
        return _build(catalogue, say)


def _build(catalogue: Catalogue, say: Progress) -> Build:
    folder, now = paths.store(), datetime.now(UTC)
    identity, of = builds.new_id(now), fingerprint(paths.content())
    working = folder / f"{identity}.duckdb.tmp"
    seed = paths.seed() / "observations.parquet"
    if not seed.is_file():
        raise BuildError(f"{seed}: filen med uppgifter saknas.")
    try:
        _sweep(folder)
        with connect(working) as db:
            db.execute("create temp view raw as " + _rows_of(db, seed))
            make_facts(db, catalogue, read_origins(paths.seed() / "sources.csv"), say)
            say("Jämför med förra bygget", 0.92)
            if not find_revisions(db, _earlier(), identity, now):
                say("Förra bygget går inte att läsa: dess ändringshistorik följer inte med", 0.95)
            seal(db, identity, of, now)
        made = builds.publish(working)
    except duckdb.Error as err:
        raise _refused(err, working, seed) from err
    except OSError as err:
        raise builds.in_words(err, working) from err
    finally:
        _sweep(folder)
    say("Klart", 1.0)
    return made


def _rows_of(db: duckdb.DuckDBPyConnection, seed: Path) -> str:
    name = seed.as_posix().replace("'", "''")
    columns = {row[0] for row in db.execute(f"describe from read_parquet('{name}')").fetchall()}
    status = "status" if "status" in columns else "null::varchar as status"
    return f"select series, region, period, sex, value, origin, {status} from read_parquet('{name}')"  # noqa: S608


def _earlier() -> Path | None:
    try:
        return builds.current().path
    except StoreError:
        return None


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


def _refused(err: duckdb.Error, working: Path, seed: Path) -> StoreError:
    text = str(err)
    if "No space left" in text:
        return StoreError(f"{working.parent}: disken är full. Frigör plats och kör igen: rus build")
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
    with _one_at_a_time(paths.store(), say):
        try:
            made = builds.current()
            if builds.trouble() is None and made.fingerprint == fingerprint(paths.content()):
                return made
        except StoreError:
            pass
        return _build(catalogue, say)

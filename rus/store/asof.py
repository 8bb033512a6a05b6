"""What was known at a time: a build made of the history up to then, with the catalogue and goals as they were.

It is kept in `store/asof/` under a name that says what it is made of, so the same moment is made once, and two moments
between which nothing became known are one. It is a cache: it can always be made again.
"""

import hashlib
import os
from contextlib import closing
from datetime import UTC, date, datetime

import duckdb

from rus.core import paths
from rus.core.errors import StoreError, UsageError
from rus.store import build as building
from rus.store import builds, dimensions, notes, snapshots
from rus.store.builds import Build
from rus.store.filled import Progress, filled
from rus.store.fingerprint import SCHEMA
from rus.store.moments import end_of
from rus.store.reduced import Told, gather


def as_of(when: date | datetime, *, progress: Progress | None = None) -> Build:
    """The build of what was known when a day ended, or at a moment.

    The build in use is the answer where nothing has become known since; otherwise one is made, which takes as long as
    any build, the first time.

    Args:
        when: a day here, or a moment.
        progress: told in Swedish what is being done, and the share done (0–1).

    Raises:
        UsageError: nothing was known then.
        StoreError: there is no build yet, the catalogue of then can't be read, or the folder can't be written.
    """
    using, now, until = builds.current(), datetime.now(UTC), end_of(when)
    told = gather(now, until)
    snapshot = snapshots.in_use(until)
    name = _name(told, until, snapshot.name if snapshot else "")
    newest = snapshots.all_snapshots()[-1:]
    if name == _name(gather(now), datetime.max.replace(tzinfo=UTC), newest[0].name if newest else ""):
        return using
    if not any(f["known_from"] <= until.replace(tzinfo=None) for f in told.fetches):
        first = min(f["known_from"] for f in told.fetches)
        raise UsageError(f"Den {until.astimezone():%Y-%m-%d} fanns inga uppgifter. De första kom {first:%Y-%m-%d}.")
    path = paths.store() / builds.BACK / f"{name}.duckdb"
    with building.one_at_a_time(paths.store(), progress or (lambda _words, _share: None)):
        try:
            return builds.read_build(path)
        except StoreError:
            return _make(told, until, name, progress or (lambda _words, _share: None))


def _name(told: Told, until: datetime, snapshot: str) -> str:
    """Depends on everything that was known, and on nothing else."""
    known = sorted(f["id"] for f in told.fetches if f["known_from"] <= until.replace(tzinfo=None))
    parts = [SCHEMA, snapshot, told.first.hash, *(path.name for path in told.logs), *known]
    return f"asof-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:16]}"


def _make(told: Told, until: datetime, name: str, say: Progress) -> Build:
    snapshot = snapshots.in_use(until)
    if snapshot is None:
        raise StoreError(f"{notes.folder()}: det finns ingen katalog från den tiden. Kör: rus build")
    catalogue = snapshots.read(snapshot)
    path = paths.store() / builds.BACK / f"{name}.duckdb"
    working = path.with_suffix(".duckdb.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        working.unlink(missing_ok=True)
        fetched: dimensions.Rows = [f for f in told.fetches if f["known_from"] <= until.replace(tzinfo=None)]
        told.fetches[:] = fetched
        with closing(filled(working, catalogue, told, say, until)) as db:
            building.seal(db, name, name, until)
        os.replace(working, path)  # noqa: PTH105  # named so because it replaces on every system
    except duckdb.Error as err:
        raise building.refused(err, working) from err
    except OSError as err:
        raise builds.in_words(err, working) from err
    finally:
        working.unlink(missing_ok=True)
    say("Klart", 1.0)
    return builds.read_build(path)

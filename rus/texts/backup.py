"""A copy of the texts after each change: the newest twenty, and the last of each of the latest thirty days."""

import logging
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

NEWEST, DAYS = 20, 30
FOLDER = "copies"
log = logging.getLogger(__name__)


def keep_copy(file: Path) -> Path | None:
    """Copy the file as it is after a change, whole or not at all; older copies than the rule keeps are removed.

    A copy that can't be made loses nothing, since the file itself is written: the answer is then None, and the log
    of the server says why.
    """
    folder = file.parent / FOLDER
    name = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%f")
    target = folder / f"{name}.sqlite"
    half = target.with_suffix(".half")
    try:
        folder.mkdir(exist_ok=True)
        half.unlink(missing_ok=True)
        with closing(sqlite3.connect(file, timeout=10)) as source, closing(sqlite3.connect(half)) as copy:
            source.backup(copy)
        half.replace(target)
    except (sqlite3.Error, OSError) as error:
        log.warning("Texterna är sparade men gick inte att kopiera till %s: %s", folder, error)
        with suppress(OSError):
            half.unlink(missing_ok=True)
        return None
    _prune(folder)
    return target


def _prune(folder: Path) -> None:
    copies = sorted(folder.glob("*.sqlite"), reverse=True)
    last_of_day = [next(day) for _, day in groupby(copies, key=lambda one: one.name[:10])]
    kept = {*copies[:NEWEST], *last_of_day[:DAYS]}
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    left = [half for half in folder.glob("*.half") if half.name[:10] < today]  # of a process that was killed
    for one in (*copies, *left):
        if one not in kept:
            with suppress(OSError):
                one.unlink()

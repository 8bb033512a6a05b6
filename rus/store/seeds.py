"""The seed as part of the history: the first one is kept whole, each later one as what it changed.

history/seed/base.parquet, base.json               the first seed, byte for byte, and where its figures came from
history/seed/<time>-<hash>.parquet, .json          what a later seed added, changed and took away
"""

import csv
import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

import duckdb

from rus.core.errors import BuildError
from rus.store import dimensions, notes

Origins = list[dict[str, Any]]


@dataclass(frozen=True)
class Landing:
    """One seed: hash of its file, when it was taken in (UTC), its origins, its rows.

    What an origin says of when its figures became known holds; where it says nothing, they are known since `at`, which
    is written down once. The file's own date is of no use: a copy of the project gives it another.
    """

    hash: str
    at: datetime
    origins: Origins
    rows: Path

    def fetches(self, *, is_first: bool) -> dimensions.Rows:
        """Its origins as fetches; what a later seed changed is known since it was taken in."""
        if is_first:
            return dimensions.fetches(self.origins, dated=self.at)
        return dimensions.fetches(self.origins, dated=self.at, seed=self.hash)


def landings() -> list[Landing]:
    """Every seed taken in, the oldest first; the first is whole, the others are changes."""
    where = notes.folder() / "seed"
    found = (_read(path) for path in (where / "base.json", *sorted(where.glob("2*.json"))))
    return [landing for landing in found if landing]


def _read(path: Path) -> Landing | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        at = datetime.fromisoformat(told.get("dated", told["at"]))  # notes of earlier versions say both
        return Landing(told["hash"], at, told["origins"], path.with_suffix(".parquet"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def offered(folder: Path, now: datetime) -> Landing:
    """The content's seed as it would be taken in now.

    Raises:
        BuildError: a file is missing, or the one of origins lacks a column.
    """
    seed, origins = folder / "observations.parquet", read_origins(folder / "sources.csv")
    try:
        with seed.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError as err:
        raise BuildError(f"{seed}: filen med uppgifter saknas.") from err
    return Landing(digest, now, origins, seed)


def keep_first(landing: Landing) -> None:
    """Take in the first seed, whole.

    Raises:
        StoreError: the disk refuses.
    """
    base = notes.folder() / "seed" / "base.parquet"
    notes.write_whole(base, landing.rows.read_bytes())
    notes.write_whole(base.with_suffix(".json"), _told(landing))


def place_of(landing: Landing) -> Path:
    """Where the changes of a later seed are to stand."""
    return notes.folder() / "seed" / f"{landing.at:{notes.STAMP}}-{landing.hash[:12]}.parquet"


def keep_note(landing: Landing) -> None:
    """Say that the changes of a later seed are in their place, which is what makes them count."""
    notes.write_whole(place_of(landing).with_suffix(".json"), _told(landing))


def _told(landing: Landing) -> bytes:
    told = {
        "hash": landing.hash,
        "at": landing.at.isoformat(),
        "origins": landing.origins,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def rows_of(db: duckdb.DuckDBPyConnection, seed: Path) -> str:
    """A query of a whole seed's rows: series, region, period, sex, value, origin, status."""
    name = seed.as_posix().replace("'", "''")
    columns = {row[0] for row in db.execute(f"describe from read_parquet('{name}')").fetchall()}
    status = "status" if "status" in columns else "null::varchar as status"
    return f"select series, region, period, sex, value, origin, {status} from read_parquet('{name}')"  # noqa: S608  # the names are ours, values are parameters


def read_origins(path: Path) -> Origins:
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

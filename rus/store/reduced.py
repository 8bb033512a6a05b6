"""From the history to what is known: the newest of what was told of each figure, now or at an earlier time."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from rus.core import paths
from rus.core.errors import BuildError
from rus.store import dimensions, history, laws, notes, seeds
from rus.store.known import LOG, listed
from rus.store.notes import FetchNote
from rus.store.seeds import Landing
from rus.store.steps import run

_AFTER_SEED = 10_000
"""Numbers of fetches that are not in the first seed begin here; the seed's own are small."""

Held = dict[str, datetime]
"""Series whose newest rows are held back, and since when."""


@dataclass
class Told:
    """What a build is made from: the first seed, the files that came after it, and all fetches as rows of a table.

    `offered` is the content's seed where it is not yet taken in; `is_kept` says whether the first one is.
    """

    first: Landing
    is_kept: bool
    offered: Landing | None = None
    logs: list[Path] = field(default_factory=list)
    fetches: dimensions.Rows = field(default_factory=list)
    names: dimensions.Rows = field(default_factory=list)
    offered_names: dimensions.Rows = field(default_factory=list)

    def number(self, fetch: dict[str, Any], called: str, series: str | None = None) -> int:
        """Gives a fetch its number and remembers what it is called in the log; the same fetch is one."""
        number = next((f["origin"] for f in self.fetches if f["id"] == fetch["id"]), None)
        if number is None:
            number = _AFTER_SEED + len(self.fetches)
            self.fetches.append(fetch | {"origin": number})
        name = {"fetch_id": called, "series": series, "origin": number, "kind": fetch["kind"]}
        if name not in self.names:
            self.names.append(name)
        return int(number)


def gather(now: datetime, until: datetime | None = None) -> Told:
    """The files and fetches of the history, and of the content's seed where it is new.

    Args:
        now: when.
        until: what was known then (UTC); None = now.

    Raises:
        BuildError: the content has no seed.
    """
    kept = seeds.landings()
    content = seeds.offered(paths.seed(), now) if until is None or not kept else kept[-1]
    first = kept[0] if kept else content
    told = Told(first, bool(kept), fetches=first.fetches(is_first=True))
    for landing in kept[1:]:
        if until is None or landing.at <= until:
            told.logs.append(landing.rows)
            for fetch in landing.fetches(is_first=False):
                told.number(fetch, fetch["id"])
    updates = [(path, note) for path, note in notes.notes() if until is None or _time(note) <= until]
    sharing = Counter(fetch_id for fetch_id, _ in {(note.fetch_id, note.series) for _, note in updates})
    for path, note in updates:
        told.logs.append(path)
        identity = note.fetch_id if sharing[note.fetch_id] == 1 else f"{note.fetch_id}.{path.parent.name[:6]}"
        told.number(_fetch(note, identity), note.fetch_id, note.series)
    if kept and kept[-1].hash != content.hash:
        told.offered = content
        for fetch in content.fetches(is_first=False):
            number = told.number(fetch, fetch["id"])
            told.offered_names.append(
                {"told": fetch["origin"], "origin": number, "fetch_id": fetch["id"], "retrieved": fetch["retrieved"]}
            )
    return told


def _time(note: FetchNote) -> datetime:
    return note.known_from or note.retrieved


def _fetch(note: FetchNote, identity: str) -> dict[str, Any]:
    return {
        "id": identity, "kind": "own" if note.loader == "own" else "update", "loader": note.loader,
        "source": note.source, "request": " ".join(note.urls), "retrieved": f"{note.retrieved:%Y-%m-%d}",
        "hash": note.hash, "owner": note.owner, "licence": note.licence, "known_from": _naive(_time(note)),
    }  # fmt: skip


def _naive(when: datetime) -> datetime:
    """UTC without saying so, as the store keeps it."""
    return when.replace(tzinfo=None)


def reduce(
    db: duckdb.DuckDBPyConnection,
    told: Told,
    regions: list[str],
    until: datetime | None = None,
    held: Held | None = None,
) -> None:
    """Makes `raw`, what is known, and `source_change`, what the log changed.

    Raises:
        BuildError: the content's new seed has figures without an origin.
    """
    first = [{"origin": f["origin"], "known_from": f["known_from"]} for f in told.fetches if f["origin"] < _AFTER_SEED]
    wait = [{"series": series, "after": _naive(after)} for series, after in (held or {}).items()]
    _table(db, "seed_number", first, {"origin": pa.int32(), "known_from": pa.timestamp("us")})
    _table(db, "held", wait, {"series": pa.string(), "after": pa.timestamp("us")})
    _table(db, "known_region", [{"code": code} for code in regions], {"code": pa.string()})
    text = dict.fromkeys(("fetch_id", "series", "kind"), pa.string())
    _table(db, "fetch_number", told.names, text | {"origin": pa.int32()})
    db.register("empty_log", LOG.empty_table())
    seed = seeds.rows_of(db, told.first.rows)
    if until:
        db.execute("delete from seed_number where known_from > $until", {"until": _naive(until)})
        seed = f"from ({seed}) where origin in (select origin from seed_number)"  # noqa: S608  # our own query
    db.execute(f"create temp view seed_row as {seed}")
    db.execute(f"create temp view logged as select * from {listed(told.logs)}")  # noqa: S608  # our names
    run(db, "history/1_log", {"until": _naive(until) if until else None})
    if not told.logs and not told.offered:
        db.execute("create temp view raw as from seed_row")
        db.execute("create temp table touched (series varchar, is_often boolean)")
        db.execute("create temp table seed_touched as from seed_row limit 0")
    else:
        run(db, "history/2_raw")
    if told.offered:
        _take_in(db, told.offered, told.offered_names)
    run(db, "history/4_change")


def _take_in(db: duckdb.DuckDBPyConnection, offered: Landing, names: dimensions.Rows) -> None:
    """The content's new seed, as what it changes."""
    kinds = {"told": pa.int32(), "origin": pa.int32(), "fetch_id": pa.string(), "retrieved": pa.string()}
    _table(db, "offered_text", names, kinds)
    db.execute(
        "create temp table offered_number as select * replace (retrieved::timestamp as retrieved) from offered_text"
    )
    db.execute(f"create temp view offered as {seeds.rows_of(db, offered.rows)}")
    run(db, "history/3_offered", {"noticed": _naive(offered.at)})
    unknown = db.execute("select distinct origin from offer where number is null order by 1").fetchall()
    if unknown:
        which = ", ".join(str(origin) for (origin,) in unknown)
        raise BuildError(f"{laws.BEFORE['origin_known']} Det gäller ursprung {which}.")
    run(db, "history/2_raw")


def take_in(db: duckdb.DuckDBPyConnection, told: Told) -> None:
    """Keeps the content's seed in the history: called when the build has held its laws.

    Raises:
        StoreError: the disk refuses.
    """
    if not told.is_kept:
        seeds.keep_first(told.first)
    if told.offered:
        columns = "series, region, period, sex, value, status, symbol, withdrawn, known_from, fetch_id"
        rows = db.sql(f"select {columns} from offer order by 1, 2, 4, 3").to_arrow_table()  # noqa: S608  # the names are ours, values are parameters
        history.write_log(seeds.place_of(told.offered), rows.cast(LOG))
        seeds.keep_note(told.offered)


def _table(db: duckdb.DuckDBPyConnection, name: str, rows: dimensions.Rows, kinds: dict[str, pa.DataType]) -> None:
    db.register("given", pa.Table.from_pylist(rows, schema=pa.schema(list(kinds.items()))))
    db.execute(f"create temp table {name} as from given")  # our own name
    db.unregister("given")

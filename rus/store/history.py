"""The history: an append-only log of what became known, when, and from which fetch.

A fetch is compared with what is known of its series, and only what is new, changed or withdrawn is written. What is
known is the newest row of each region, period and sex; the seed is what was known first.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from rus.core import paths
from rus.core.errors import SourceError, StoreError
from rus.store import builds, notes, seeds
from rus.store.connect import connect
from rus.store.notes import Failure, FetchNote, confirm, failures, folder, last_note, note_failure
from rus.store.periods import read_period

__all__ = [
    "LOG", "Change", "Failure", "FetchNote", "append", "confirm", "failures", "folder", "known", "last_note",
    "note_failure",
]  # fmt: skip

LOG = pa.schema(
    [
        ("series", pa.string()),
        ("region", pa.string()),
        ("period", pa.string()),
        ("sex", pa.string()),
        ("value", pa.float64()),  # in the source's unit
        ("status", pa.string()),  # null = an ordinary value
        ("symbol", pa.string()),  # the source's own sign
        ("withdrawn", pa.bool_()),
        ("known_from", pa.timestamp("us")),  # UTC
        ("fetch_id", pa.string()),
    ]
)
_STORED = ("new_period", "added", "empty", "reason", "revised", "withdrawn")
_STATUSES = {"varde", "noll", "avrundad_noll", "saknas", "skyddad", "ej_tillamplig", "bortfall", "kommer"}
_WITHOUT_VALUE = _STATUSES - {"varde", "noll", "avrundad_noll"}
_SQL = Path(__file__).parent / "sql" / "history"
_ID = re.compile(r"[A-Za-z0-9._-]{1,80}")


@dataclass(frozen=True)
class Change:
    """What a fetch changed.

    `new` counts figures that were not known (of new and of known periods), `revised` and `withdrawn` those that were.
    `rows` has region, period, sex, kind (new_period, added, revised, withdrawn, empty, reason), old, new, old_status
    and new_status of every row that was stored. `empty` rows say only why there is no figure.
    """

    new: int
    revised: int
    withdrawn: int
    unchanged: int
    new_periods: tuple[str, ...]
    rows: pa.Table


def run(db: duckdb.DuckDBPyConnection, step: str, params: dict[str, object] | None = None) -> None:
    """Runs the statements of a file of sql/history; the parameters go to those that name them."""
    for statement in (_SQL / f"{step}.sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            names = set(re.findall(r"\$(\w+)", statement))
            db.execute(statement, {name: (params or {})[name] for name in names})


def listed(files: list[Path]) -> str:
    """Files as DuckDB's read_parquet takes them; without any, a table of their columns without rows."""
    if not files:
        return "(select * from empty_log)"
    names = ", ".join("'" + path.as_posix().replace("'", "''") + "'" for path in files)
    return f"read_parquet([{names}])"


def _open(series: str) -> duckdb.DuckDBPyConnection:
    """A connection with the tables `told` and `known` of a series."""
    db = connect()
    db.register("empty_log", LOG.empty_table())
    landings = seeds.landings()
    base = landings[0].rows if landings else paths.seed() / "observations.parquet"
    wanted = "'" + series.replace("'", "''") + "'"
    db.execute(f"create temp view seed as {seeds.rows_of(db, base)} where series = {wanted}")
    files = [*(path for path, _ in notes.notes(series)), *(later.rows for later in landings[1:])]
    db.execute(f"create temp view logged as select * from {listed(files)} where series = {wanted}")  # noqa: S608  # the names are ours, values are parameters
    run(db, "told")
    return db


def known(series: str) -> pa.Table:
    """What is known of a series now: region, period, sex, value, status, in the source's unit.

    Raises:
        StoreError: a file of the history or the seed can't be read.
    """
    try:
        with _open(series) as db:
            return db.sql("select * from known order by region, sex, period").to_arrow_table()
    except duckdb.Error as err:
        raise _unreadable(err) from err


def append(fetch: FetchNote, rows: pa.Table) -> Change:
    """Keep what a fetch says that was not known: all of it, or nothing.

    Args:
        fetch: where the rows came from.
        rows: region, period, sex, value, status, symbol, deleted; each region, period and sex once.

    Raises:
        SourceError: the rows break a law of the figures; nothing is stored.
        StoreError: the disk refuses, or the history can't be read.
    """
    _prove(fetch, rows)
    try:
        with _open(fetch.series) as db:
            db.register("incoming", rows)
            regions = list(fetch.regions) if fetch.regions else None
            run(db, "compare", {"complete": fetch.complete, "regions": regions})
            counts = dict(db.execute("select kind, count(*) from compared group by kind").fetchall())
            order = "where kind not in ('unknown', 'unchanged') order by region, sex, period"
            found = db.sql(f"select * from compared {order}").to_arrow_table()  # noqa: S608  # the names are ours, values are parameters
            last = db.execute("select max(known_from) from told").fetchone()
    except duckdb.Error as err:
        raise _unreadable(err) from err
    fresh = pc.unique(found.filter(pc.equal(found["kind"], "new_period"))["period"]).to_pylist()
    change = Change(
        new=counts.get("new_period", 0) + counts.get("added", 0),
        revised=counts.get("revised", 0),
        withdrawn=counts.get("withdrawn", 0),
        unchanged=counts.get("unchanged", 0),
        new_periods=tuple(sorted(fresh)),
        rows=found.drop_columns(["symbol", "gone"]),
    )
    _keep(fetch, change, found, last[0] if last else None)
    return change


def _keep(fetch: FetchNote, change: Change, found: pa.Table, last: datetime | None) -> None:
    """The rows, then the note that makes them count, then the series' newest answer."""
    at = fetch.retrieved.astimezone(UTC)
    if last and at <= last.replace(tzinfo=UTC):  # a clock that was set back must not put new figures behind old ones
        at = last.replace(tzinfo=UTC) + timedelta(microseconds=1)
    note = replace(
        fetch, new=change.new, revised=change.revised, withdrawn=change.withdrawn, known_from=at, retrieved=at
    )
    if found.num_rows:
        path = notes.shelf(fetch.series) / f"{at:{notes.STAMP}}-{fetch.fetch_id}.parquet"
        write_log(path, logged(found, note))
        notes.write_whole(path.with_suffix(".json"), notes.to_json(note))
    notes.remember(note)


def logged(found: pa.Table, note: FetchNote) -> pa.Table:
    """Compared rows as the log keeps them."""
    many = found.num_rows
    assert note.known_from is not None
    return pa.table(
        {
            "series": pa.repeat(note.series, many), "region": found["region"], "period": found["period"],
            "sex": found["sex"], "value": found["new"], "status": found["new_status"], "symbol": found["symbol"],
            "withdrawn": found["gone"], "known_from": pa.repeat(note.known_from.replace(tzinfo=None), many),
            "fetch_id": pa.repeat(note.fetch_id, many),
        }
    ).cast(LOG)  # fmt: skip


def write_log(path: Path, rows: pa.Table) -> None:
    """One file of the log, whole or not at all.

    Raises:
        StoreError: the disk refuses.
    """
    body = pa.BufferOutputStream()
    pq.write_table(rows, body, compression="zstd")
    notes.write_whole(path, body.getvalue().to_pybytes())


def _prove(fetch: FetchNote, rows: pa.Table) -> None:
    """The laws of the figures, before anything is stored: what is stored can't be taken back."""
    if not _ID.fullmatch(fetch.fetch_id):
        raise StoreError(f"{fetch.fetch_id}: är inget namn på en hämtning.")
    keys = rows.group_by(["region", "period", "sex"]).aggregate([([], "count_all")])
    wrong = {
        "samma region, period och kön finns flera gånger": keys.num_rows != rows.num_rows,
        "kön ska vara women, men eller total": bool(set(_distinct(rows["sex"])) - {"women", "men", "total"}),
        "okänd status": bool(set(_distinct(rows["status"])) - _STATUSES - {None}),
        "region saknas": None in _distinct(rows["region"]),
        "perioden går inte att tolka": any(read_period(str(p)) is None for p in _distinct(rows["period"])),
        "ett värde är inget tal": not pc.all(pc.is_finite(rows["value"]), min_count=0).as_py(),
        "en uppgift har både värde och skäl att sakna värde": _both(rows),
        "avrundad noll utan värde": bool(
            pc.any(pc.and_(pc.is_null(rows["value"]), pc.is_in(rows["status"], pa.array(["avrundad_noll"])))).as_py()
        ),
    }
    broken = [words for words, is_wrong in wrong.items() if is_wrong]
    if broken:
        raise SourceError(
            f"{fetch.series}: svaret från {fetch.source} går inte att använda: {'; '.join(broken)}.\n"
            "Inget är sparat, de tidigare uppgifterna finns kvar."
        )


def _distinct(column: pa.ChunkedArray) -> list[str | None]:
    found: list[str | None] = pc.unique(column).to_pylist()
    return found


def _both(rows: pa.Table) -> bool:
    reason = pc.is_in(rows["status"], pa.array(sorted(_WITHOUT_VALUE)))
    return bool(pc.any(pc.and_(pc.is_valid(rows["value"]), reason)).as_py())


def _unreadable(err: duckdb.Error) -> StoreError:
    if "No space left" in str(err):
        return builds.in_words(OSError(28, ""), folder())
    return StoreError(f"{folder()}: historiken går inte att läsa. {str(err).splitlines()[0]}")

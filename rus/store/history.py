"""The history: an append-only log of what became known, when, and from which fetch.

A fetch is compared with what is known of its series, and only what is new, changed or withdrawn is written. What is
known is the newest row of each region, period and sex; the seed is what was known first.
"""

import re
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from rus.core.errors import SourceError, StoreError
from rus.store import notes
from rus.store.known import LOG, Reading, unreadable
from rus.store.notes import Failure, FetchNote, confirm, failures, folder, last_note, note_failure
from rus.store.periods import read_period
from rus.store.steps import run

__all__ = [
    "LOG", "Change", "Failure", "FetchNote", "append", "confirm", "failures", "folder", "last_note", "note_failure",
]  # fmt: skip

_STORED = ("new_period", "added", "empty", "reason", "revised", "withdrawn")
_STATUSES = {"varde", "noll", "avrundad_noll", "saknas", "skyddad", "ej_tillamplig", "bortfall", "kommer"}
_WITHOUT_VALUE = _STATUSES - {"varde", "noll", "avrundad_noll"}
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


def append(fetch: FetchNote, rows: pa.Table, reading: Reading | None = None) -> Change:
    """Keep what a fetch says that was not known: all of it, or nothing.

    Args:
        fetch: where the rows came from.
        rows: region, period, sex, value, status, symbol, deleted; each region, period and sex once.
        reading: what the rest of the run reads with; None = one of its own.

    Raises:
        SourceError: the rows break a law of the figures; nothing is stored.
        StoreError: the disk refuses, or the history can't be read.
    """
    _prove(fetch, rows)
    try:
        with nullcontext(reading) if reading else Reading() as at:
            found, counts, last = _compared(fetch, rows, at)
    except duckdb.Error as err:
        raise unreadable(err) from err
    fresh = pc.unique(found.filter(pc.equal(found["kind"], "new_period"))["period"]).to_pylist()
    change = Change(
        new=counts.get("new_period", 0) + counts.get("added", 0),
        revised=counts.get("revised", 0),
        withdrawn=counts.get("withdrawn", 0),
        unchanged=counts.get("unchanged", 0),
        new_periods=tuple(sorted(fresh)),
        rows=found.drop_columns(["symbol", "gone"]),
    )
    _keep(fetch, change, found, last)
    if reading:
        reading.forget()
    return change


def _compared(fetch: FetchNote, rows: pa.Table, reading: Reading) -> tuple[pa.Table, dict[str, int], datetime | None]:
    """The rows to be stored, how many there are of each kind, and when the newest that is known became so."""
    reading.turn_to(fetch.series)
    reading.take(rows)
    db, regions = reading.db, list(fetch.regions) if fetch.regions else None
    run(db, "history/compare", {"complete": fetch.complete, "regions": regions})
    counts = dict(db.execute("select kind, count(*) from compared group by kind").fetchall())
    order = "where kind not in ('unknown', 'unchanged') order by region, sex, period"
    found = db.sql(f"select * from compared {order}").to_arrow_table()  # noqa: S608  # the names are ours, values are parameters
    [(last,)] = db.execute("select max(known_from) from told").fetchall()
    return found, counts, last


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

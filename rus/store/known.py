"""What is known of one series after another, read over one connection: opening one costs more than most questions."""

from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

from rus.core import paths
from rus.core.errors import StoreError
from rus.store import builds, notes, seeds
from rus.store.connect import connect
from rus.store.steps import run

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
_SQL = Path(__file__).parent / "sql" / "history"


def listed(files: list[Path]) -> str:
    """Files as DuckDB's read_parquet takes them; without any, a table of their columns without rows."""
    if not files:
        return "(select * from empty_log)"
    names = ", ".join("'" + path.as_posix().replace("'", "''") + "'" for path in files)
    return f"read_parquet([{names}])"


class Reading:
    """A connection with the tables `told` and `known` of the series that was asked for last, and `incoming`.

    A context; what was read of a series is forgotten as soon as its history gets more.
    """

    def __init__(self) -> None:
        """Open an empty database in memory."""
        self.db = connect()
        self.db.execute("set threads = 1")  # a series is too small to be worth sharing out
        self.db.register("empty_log", LOG.empty_table())
        self._series: str | None = None
        self._rows: pa.Table | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, err: BaseException | None, at: TracebackType | None) -> None:
        self.db.close()

    def turn_to(self, series: str) -> None:
        """Makes `told` and `known` those of a series.

        Raises:
            duckdb.Error: a file of the history or the seed can't be read.
        """
        if self._series == series:
            return
        landings = seeds.landings()
        base = landings[0].rows if landings else paths.seed() / "observations.parquet"
        wanted = "'" + series.replace("'", "''") + "'"
        self.db.execute(f"create or replace temp view seed as {seeds.rows_of(self.db, base)} where series = {wanted}")
        files = [*(path for path, _ in notes.notes(series)), *(later.rows for later in landings[1:])]
        self.db.execute(
            f"create or replace temp view logged as select * from {listed(files)} where series = {wanted}"  # noqa: S608  # the names are ours, values are parameters
        )
        run(self.db, "history/told")
        self._series = series

    def take(self, rows: pa.Table) -> None:
        """Makes `incoming` these rows: region, period, sex, value, status, symbol, deleted."""
        if self._rows is not rows:
            self.db.register("given", rows)
            self.db.execute("create or replace temp table incoming as from given")
            self.db.unregister("given")
            self._rows = rows

    def forget(self) -> None:
        """The history of the series has got more."""
        self._series = None


def gone(series: str, rows: pa.Table, regions: tuple[str, ...] | None, reading: Reading) -> tuple[int, int]:
    """How many of the known values of a series, in these regions (None = all), some rows lack, and of how many.

    Raises:
        StoreError: a file of the history or the seed can't be read.
    """
    where = {"regions": None if regions is None else list(regions)}
    try:
        reading.turn_to(series)
        reading.take(rows)
        [found] = reading.db.execute((_SQL / "gone.sql").read_text(encoding="utf-8"), where).fetchall()
    except duckdb.Error as err:
        raise unreadable(err) from err
    return int(found[0]), int(found[1])


def unreadable(err: duckdb.Error) -> StoreError:
    """What DuckDB could not read of the history, as something a person can act on."""
    if "No space left" in str(err):
        return builds.in_words(OSError(28, ""), notes.folder())
    return StoreError(f"{notes.folder()}: historiken går inte att läsa. {str(err).splitlines()[0]}")

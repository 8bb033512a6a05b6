"""How DuckDB is opened: without network, within bounds, and with errors a person can act on."""

from pathlib import Path

import duckdb

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "800MB",
    "threads": 2,
}


def connect(path: Path | None = None, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to a file, or to a database in memory where none is named.

    Every connection of a process to the same file must be opened alike, so this is the one place that opens.

    Raises:
        duckdb.Error: as DuckDB says it; the callers know what it means to a person.
    """
    connection = duckdb.connect(str(path) if path else ":memory:", read_only=read_only, config=_CONFIG)
    connection.execute("set enable_progress_bar = false")  # the program has its own
    return connection

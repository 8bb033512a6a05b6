"""What the source has changed since the build before: old figure, new figure, and when it was noticed."""

from datetime import datetime
from pathlib import Path

import duckdb

_COMPARE = (Path(__file__).parent / "sql" / "build" / "6_revisions.sql").read_text(encoding="utf-8")


def find_revisions(db: duckdb.DuckDBPyConnection, earlier: Path | None, build: str, now: datetime) -> None:
    """Fills the table `revision`: those known to the earlier build, and those that this one adds.

    A figure is revised where both builds have it from the same series, in the same scale, and it differs.
    An earlier build that can't be read gives nothing.
    """
    if earlier is None:
        return
    name = str(earlier).replace("'", "''")
    try:
        db.execute(f"attach '{name}' as before (read_only)")
    except duckdb.Error:
        return
    try:
        carried = "insert into revision select * from before.revision"
        db.execute(carried)
        db.execute(_COMPARE, {"build": build, "noticed": now.replace(tzinfo=None)})
    finally:
        db.execute("detach before")

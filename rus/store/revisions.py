"""What the source has changed since the build before: old figure, new figure, and when it was noticed."""

from datetime import datetime
from pathlib import Path

import duckdb

_COMPARE = (Path(__file__).parent / "sql" / "build" / "6_revisions.sql").read_text(encoding="utf-8")


def find_revisions(db: duckdb.DuckDBPyConnection, earlier: Path | None, build: str, now: datetime) -> bool:
    """Fills the table `revision`: those known to the earlier build, and those that this one adds.

    A figure is revised where both builds have it from the same series, in the same scale, and it differs.

    Returns:
        False where the earlier build can't be read, so that what it knew is not carried on.
    """
    if earlier is None:
        return True
    name = str(earlier).replace("'", "''")
    try:
        db.execute(f"attach '{name}' as before (read_only)")
    except duckdb.Error:
        return False
    try:
        db.execute("insert into revision select * from before.revision")
        db.execute(_COMPARE, {"build": build, "noticed": now.replace(tzinfo=None)})
    except duckdb.Error:
        return False
    finally:
        db.execute("detach before")
    return True

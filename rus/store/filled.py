"""A file with everything of a build in it: what is known, what changed, and what there is to say about it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import duckdb

from rus.catalogue.catalogue import Catalogue
from rus.store.checks import note_findings
from rus.store.connect import connect
from rus.store.facts import make_facts, note_changes
from rus.store.held import to_hold
from rus.store.laws import BrokenLaw
from rus.store.reduced import Held, Told, reduce

Progress = Callable[[str, float], None]


def filled(
    working: Path, catalogue: Catalogue, told: Told, say: Progress, until: datetime | None = None
) -> duckdb.DuckDBPyConnection:
    """A file that holds its laws. Fetched figures that break one are held back: the earlier ones stay.

    Args:
        working: the file, which must not be there.
        catalogue: whose indicators.
        told: the history.
        say: told in Swedish what is being done, and the share done.
        until: what was known then (UTC); None = now.

    Raises:
        BuildError: a law is broken by figures that were not fetched.
    """
    held: Held = {}
    why: dict[str, str] = {}
    while True:
        db = connect(working)
        try:
            reduce(db, told, list(catalogue.regions), until, held)
            make_facts(db, catalogue, told.fetches, say)
            say("Granskar uppgifterna", 0.9)
            note_changes(db, catalogue)
            note_findings(db, catalogue, why)
        except BrokenLaw as err:
            db.close()
            more = to_hold(catalogue, told, err.indicators, held)
            if not more:
                raise
            held |= more
            why |= dict.fromkeys(err.indicators, str(err))
            working.unlink(missing_ok=True)
        except BaseException:
            db.close()
            raise
        else:
            return db

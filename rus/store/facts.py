"""Everything in a build, made in a connection: dimensions, figures, what is derived, and the proof of its laws.

The caller has made the view `raw` (series, region, period, sex, value, origin, status): the source's figures in the
source's own unit.
"""

from collections.abc import Callable
from pathlib import Path

import duckdb
from pydantic import TypeAdapter

from rus.catalogue.catalogue import Catalogue
from rus.store import dimensions, laws
from rus.store.derive import derive

_FOLDER = Path(__file__).parent / "sql" / "build"


def run(db: duckdb.DuckDBPyConnection, step: str) -> None:
    """Runs the statements of a file of sql/build one by one."""
    for statement in (_FOLDER / f"{step}.sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            db.execute(statement)


def make_facts(
    db: duckdb.DuckDBPyConnection,
    catalogue: Catalogue,
    fetches: dimensions.Rows,
    say: Callable[[str, float], None],
) -> None:
    """Fills an empty database.

    Raises:
        BuildError: a law is broken; it names the rows.
    """
    say("Läser katalogen", 0.05)
    begin(db, catalogue, fetches)
    say("Prövar och sorterar uppgifterna", 0.15)
    add(db)
    derive(db, catalogue)
    say("Prövar bygget", 0.6)
    finish(db)


def begin(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, fetches: dimensions.Rows) -> None:
    """Dimensions, periods and empty tables of figures."""
    run(db, "1_dimensions")
    dimensions.fill(db, catalogue, fetches)
    _remember_catalogue(db, catalogue)
    run(db, "3_used")
    asked = "select distinct period from raw semi join used on used.key = raw.series where period is not null"
    dimensions.insert(db, "period", dimensions.periods(row[0] for row in db.execute(asked).fetchall()))
    run(db, "2_facts")


def add(db: duckdb.DuckDBPyConnection) -> None:
    """The figures in `raw`, sorted, after those already there; what comes later must sort later."""
    laws.prove(db, laws.BEFORE)
    run(db, "4_fill")


def note_changes(db: duckdb.DuckDBPyConnection) -> None:
    """What the log changed (`source_change`), as the catalogue's indicators."""
    asked = "select distinct period from source_change semi join used on used.key = source_change.series"
    rows = dimensions.periods(row[0] for row in db.execute(asked).fetchall())
    db.execute("create temp table changed_period (id varchar, year smallint)")
    dimensions.insert(db, "changed_period", [{"id": row["id"], "year": row["year"]} for row in rows])
    run(db, "6_changes")


def finish(db: duckdb.DuckDBPyConnection) -> None:
    """The proof of the whole, and what is derived from it."""
    laws.prove(db, laws.AFTER)
    run(db, "5_derived")


def _remember_catalogue(db: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """The catalogue as it was, so that an old build is read with its own words and goals."""
    db.execute("insert into meta values ('catalogue', $text)", {"text": catalogue_as_text(catalogue)})


def catalogue_as_text(catalogue: Catalogue) -> str:
    """All of a catalogue as JSON."""
    return TypeAdapter(Catalogue).dump_json(catalogue).decode()


def recall_catalogue(text: str) -> Catalogue:
    """The reverse."""
    return TypeAdapter(Catalogue).validate_json(text)

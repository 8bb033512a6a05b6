"""Everything in a build, made in a connection: dimensions, figures, what is derived, and the proof of its laws.

The caller has made the view `raw` (series, region, period, sex, value, origin, status): the source's figures in the
source's own unit.
"""

from collections.abc import Callable

import duckdb
from pydantic import TypeAdapter

from rus.catalogue.catalogue import Catalogue
from rus.store import dimensions, laws
from rus.store.derive import derive
from rus.store.derive_changes import derive_changes
from rus.store.steps import run


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
    add(db, catalogue)
    say("Prövar bygget", 0.6)
    finish(db)


def begin(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, fetches: dimensions.Rows) -> None:
    """Dimensions, periods and empty tables of figures."""
    run(db, "build/1_dimensions")
    dimensions.fill(db, catalogue, fetches)
    _remember_catalogue(db, catalogue)
    run(db, "build/3_used")
    asked = "select distinct period from raw semi join used on used.key = raw.series where period is not null"
    dimensions.insert(db, "period", dimensions.periods(row[0] for row in db.execute(asked).fetchall()))
    run(db, "build/2_facts")


def add(db: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """The figures in `raw` and what is computed of them, sorted, after those already there.

    What comes later must sort later.
    """
    laws.prove(db, laws.BEFORE)
    run(db, "build/4_words")
    derive(db, catalogue)
    run(db, "build/4_fill")


def note_changes(db: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """What the log changed (`source_change`), as the catalogue's indicators, computed ones too."""
    asked = "select distinct period from source_change semi join used on used.key = source_change.series"
    rows = dimensions.periods(row[0] for row in db.execute(asked).fetchall())
    db.execute("create temp table changed_period (id varchar, year smallint)")
    dimensions.insert(db, "changed_period", [{"id": row["id"], "year": row["year"]} for row in rows])
    run(db, "build/6_changes")
    derive_changes(db, catalogue)


def finish(db: duckdb.DuckDBPyConnection) -> None:
    """The proof of the whole, and what is derived from it."""
    laws.prove(db, laws.AFTER)
    run(db, "build/5_derived")


def _remember_catalogue(db: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """The catalogue as it was, so that an old build is read with its own words and goals."""
    db.execute("insert into meta values ('catalogue', $text)", {"text": catalogue_as_text(catalogue)})


def catalogue_as_text(catalogue: Catalogue) -> str:
    """All of a catalogue as JSON."""
    return TypeAdapter(Catalogue).dump_json(catalogue).decode()


def recall_catalogue(text: str) -> Catalogue:
    """The reverse."""
    return TypeAdapter(Catalogue).validate_json(text)

"""Questions put to every figure when it is taken in: can it be right? The answers are kept with the build."""

import duckdb

from rus.catalogue.catalogue import Catalogue


def note_findings(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, held: dict[str, str]) -> None:
    """Fills the table `finding`."""

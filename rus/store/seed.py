"""Makes `data/seed/` from published tables: our own selection, one row a figure, each with owner and origin.

    python -m rus.store.seed NATIONAL.parquet OTHERS.csv KPI_INDEX.csv

The figures are copied as they are: nothing is filled, added or scaled. A table's own words on month and sex move to the
columns period and sex; what else the words say is the part of the table that a series stands for.
"""

import argparse
import fnmatch
import hashlib
import os
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from rus.catalogue.read import indicator_files
from rus.core import paths
from rus.store.connect import connect

_SQL = Path(__file__).parent / "sql" / "seed"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def named_kolada(folder: Path) -> set[str]:
    """Kolada ids named by the series of every indicator file, also of files that are not yet right."""
    found: set[str] = set()
    for path in indicator_files(folder):
        try:
            fields = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError:
            continue
        found |= {s["id"] for s in fields.get("series", []) if s.get("loader") == "kolada" and "id" in s}
    return found


def _licence_of(owner: str, others: dict[str, Any]) -> str:
    for start, licence in others.get("licences", {}).items():
        if owner.startswith(start):
            return str(licence)
    return str(others["licence"])


def _take(db: duckdb.DuckDBPyConnection, inputs: list[Path], chosen: dict[str, Any], ids: set[str]) -> None:
    """Gathers the chosen rows in the tables `row`, `origin` and `series` of the connection."""
    national, others, index = inputs
    ids |= set(chosen["national"]["kolada"])
    db.execute("create table wanted (kpi varchar)")
    db.execute("insert into wanted select unnest($ids)", {"ids": sorted(ids)})
    tables = [
        r[0]
        for r in db.execute(
            "select distinct indicator_id from read_csv($others, all_varchar = true)", {"others": str(others)}
        ).fetchall()
    ]
    left_out = [t for t in tables if any(fnmatch.fnmatch(t, p) for p in chosen["others"]["exclude"])]
    given = {
        "national": str(national), "others": str(others), "kpi_index": str(index), "exclude": left_out,
        "via": chosen["national"]["via"], "retrieved": chosen["national"]["retrieved"],
        "licence": chosen["national"]["licence"],
        "national_hash": _sha256(national), "others_hash": _sha256(others),
    }  # fmt: skip
    for step in sorted(_SQL.glob("*.sql")):
        for statement in step.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                names = set(re.findall(r"\$(\w+)", statement))
                db.execute(statement, {name: given[name] for name in names})
    owners = db.execute("select distinct owner from origin where licence is null").fetchall()
    for (owner,) in owners:
        licence = _licence_of(owner, chosen["others"])
        db.execute(
            "update origin set licence = $licence where owner = $owner and licence is null",
            {"licence": licence, "owner": owner},
        )


def make_seed(national: Path, others: Path, index: Path, folder: Path, catalogue: Path) -> dict[str, int]:
    """Write observations.parquet, sources.csv and series.csv.

    Args:
        national: Parquet with kpi, region, sex, year, value.
        others: CSV with indicator_id, unit, region_code, year, sex, breakdown, value, source_owner, via.
        index: CSV with kpi, name, unit, source_owner of the national figures.
        folder: where `selection.toml` is and the files are written.
        catalogue: the folder of indicator files.

    Returns:
        Number of rows, series and origins, and bytes in all.
    """
    chosen = tomllib.loads((folder / "selection.toml").read_text(encoding="utf-8"))
    with connect() as db:
        _take(db, [national, others, index], chosen, named_kolada(catalogue))
        _write(db, folder, chosen["others"].get("known_from"))
        counts = db.execute("select count(*), count(distinct series), count(distinct origin) from row").fetchone()
    assert counts is not None
    size = sum(path.stat().st_size for path in folder.iterdir())
    return dict(zip(("rows", "series", "origins", "bytes"), (*counts, size), strict=True))


def _write(db: duckdb.DuckDBPyConnection, folder: Path, known_from: str | None) -> None:
    """Writes the files; `known_from` is the day since when figures count as known that nobody says the retrieval of."""
    day = "null" if known_from is None else f"'{date.fromisoformat(known_from)}'"
    orders = {
        "observations.parquet": "select series, region, period, sex, value, origin from row order by 1, 2, 4, 3",
        "sources.csv": "select origin, owner, via, retrieved, file_hash, licence, 'import' as kind, "  # noqa: S608  # a day
        f"case when retrieved is null then {day} end as known_from from origin order by 1",
        "series.csv": "select * from series join reach using (series) order by 1",
    }
    for name, query in orders.items():
        fresh = folder / f"{name}.new"
        how = "(format parquet, compression zstd, compression_level 19)" if name.endswith("parquet") else ""
        db.execute(f"copy ({query}) to '{fresh.as_posix()}' {how or '(header)'}")
        os.replace(fresh, folder / name)  # noqa: PTH105  # atomic on every system


def main() -> None:
    """The command line of this file."""
    ask = argparse.ArgumentParser(description="Make data/seed from published tables.")
    for name in ("national", "others", "index"):
        ask.add_argument(name, type=Path)
    given = ask.parse_args()
    made = make_seed(given.national, given.others, given.index, paths.seed(), paths.indicators())
    print(*(f"{count} {name}" for name, count in made.items()), sep=", ")  # noqa: T201  # a program of its own, run by hand


if __name__ == "__main__":
    main()

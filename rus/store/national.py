"""A store of every published figure of the country, for measuring: each source id is an indicator of its own.

    RUS_HOME=some/folder python -m rus.store.national NATIONAL.parquet [--copies N]

With copies the same figures stand again under other ids, so that the store can be measured at any size.
"""

import argparse
import itertools
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.store import builds, dimensions, facts
from rus.store.build import seal
from rus.store.builds import Build
from rus.store.connect import connect


def _series(kpi: str, copy: int) -> str:
    return f"kolada:{kpi}" if copy == 1 else f"file:{kpi}_{copy}"


def _indicator(kpi: str, copy: int) -> Indicator:
    """A bare indicator whose title sorts by copy and id."""
    loader, _, source_id = _series(kpi, copy).partition(":")
    fields = {
        "id": kpi.lower() if copy == 1 else f"{kpi.lower()}-{copy}",
        "theme": "nationell",
        "title": f"{copy:04d} {kpi}",
        "short": kpi,
        "unit": "enhet",
        "decimals": 1,
        "better": "neutral",
        "definition": f"Alla uppgifter om {kpi}.",
        "owner": "Kolada",
        "licence": "Fri att använda med angiven källa",
        "link": "https://www.kolada.se/",
        "series": [{"loader": loader, "id": source_id}],
    }
    return Indicator.model_validate(fields, strict=False)


def bare_catalogue(kpis: list[str], copies: int, like: Catalogue) -> Catalogue:
    """A catalogue with one bare indicator for each id and copy, and the regions of another catalogue."""
    made = [_indicator(kpi, copy) for copy in range(1, copies + 1) for kpi in kpis]
    return replace(like, indicators={i.id: i for i in made}, themes=[], grounds=[], challenge_sets=[])


def build_national(national: Path, *, copies: int = 1, like: Catalogue | None = None) -> Build:
    """Build the figures of a Parquet file with kpi, region, sex, year and value into the store in use.

    Args:
        national: the file.
        copies: how many times the figures are to stand in the store, each time under other ids.
        like: the catalogue whose regions are used; default is the content in use.
    """
    folder = paths.store()
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    identity = builds.new_id(now)
    working = folder / f"{identity}.duckdb.tmp"
    with connect(working) as db:
        name = national.as_posix().replace("'", "''")
        kpis = [row[0] for row in db.execute(f"select distinct kpi from '{name}' order by 1").fetchall()]  # noqa: S608  # the names are ours, values are parameters
        origin = {"origin": 1, "owner": "Kolada", "via": national.name, "kind": "import"}
        _view(db, name, 1)
        fetches = dimensions.fetches([origin], dated=now)
        bare = bare_catalogue(kpis, copies, like or read_catalogue())
        facts.begin(db, bare, fetches)
        for copy in itertools.count(1):
            facts.add(db, bare)
            if copy == copies:
                break
            _view(db, name, copy + 1)
        facts.finish(db)
        seal(db, identity, "national", now)
    return builds.publish(working)


def _view(db: duckdb.DuckDBPyConnection, name: str, copy: int) -> None:
    series = "'kolada:' || kpi" if copy == 1 else f"'file:' || kpi || '_{copy}'"
    columns = f"{series} as series, region, year::varchar as period, sex, value"
    rest = "1::smallint as origin, null::varchar as status"
    db.execute(f"create or replace temp view raw as select {columns}, {rest} from '{name}'")  # noqa: S608  # the names are ours, values are parameters


def main() -> None:
    """The command line of this file."""
    ask = argparse.ArgumentParser(description="Build a store of every figure of a national file.")
    ask.add_argument("national", type=Path)
    ask.add_argument("--copies", type=int, default=1)
    given = ask.parse_args()
    began = time.perf_counter()
    made = build_national(given.national, copies=given.copies)
    took = time.perf_counter() - began
    print(f"{made.path}: {took:.1f} s, {made.path.stat().st_size / 1e6:.0f} MB")  # noqa: T201  # a program of its own, run by hand


if __name__ == "__main__":
    main()

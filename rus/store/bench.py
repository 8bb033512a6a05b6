"""The store's questions, timed beside the same questions asked by peers of the same figures.

The peers answer from the sorted Parquet file the store was made from: polars lazily, and pandas from memory. Each
answers with the rows a page needs, as columns in Python; the answers are compared before anything is timed.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from rus.store.connect import connect
from rus.store.store import Store

Question = Callable[[str], Any]
SEXES = ["women", "men", "total"]


@dataclass(frozen=True)
class Asked:
    """What is asked about: source ids, the kommuner of one county, all kommuner."""

    ids: list[str]
    kommuner: list[str]


def asked_of(national: Path, county: str, count: int, seed: int = 1) -> Asked:
    """Source ids, drawn evenly and always the same, that have figures for all kommuner of a county."""
    rows = pl.scan_parquet(national)
    ours = rows.filter(pl.col("region").str.starts_with(county) & (pl.col("region").str.len_chars() == 4))
    found = ours.group_by("kpi").agg(pl.col("region").n_unique().alias("n"), pl.col("region").unique().alias("codes"))
    complete = found.filter(pl.col("n") == pl.col("n").max()).collect()
    ids = sorted(complete["kpi"].to_list())
    kommuner = sorted(complete["codes"][0].to_list())
    return Asked(random.Random(seed).sample(ids, min(count, len(ids))), kommuner)  # noqa: S311  # not for secrets


def in_store(store: Store, asked: Asked, suffix: str = "") -> dict[str, Question]:
    """The three questions of a page, each of one source id: a line chart, the newest figures, a ranking."""

    def name(kpi: str) -> str:
        return kpi.lower() + suffix

    return {
        "linje": lambda kpi: store.observations(indicators=[name(kpi)], regions=asked.kommuner, sexes=SEXES),
        "senaste": lambda kpi: store.newest(indicators=[name(kpi)], regions=asked.kommuner),
        "rangordning": lambda kpi: store.ranking(name(kpi)),
    }


def in_polars(file: Path, asked: Asked) -> dict[str, Question]:
    """The same, asked by polars of the sorted file, lazily."""
    rows = pl.scan_parquet(file)

    def line(kpi: str) -> pl.DataFrame:
        wanted = (pl.col("kpi") == kpi) & pl.col("region").is_in(asked.kommuner) & pl.col("sex").is_in(SEXES)
        return rows.filter(wanted).collect()

    def newest(kpi: str) -> pl.DataFrame:
        wanted = rows.filter((pl.col("kpi") == kpi) & pl.col("region").is_in(asked.kommuner))
        return wanted.group_by("region", "sex").agg(pl.all().sort_by("year").last()).collect()

    def ranking(kpi: str) -> pl.DataFrame:
        is_kommun = pl.col("region").str.len_chars() == 4
        wanted = rows.filter((pl.col("kpi") == kpi) & (pl.col("sex") == "total") & is_kommun).collect()
        years = wanted.group_by("year").len().sort("len", "year", descending=True)
        if years.is_empty():
            return wanted
        at = wanted.filter(pl.col("year") == years["year"][0])
        return at.with_columns(pl.col("value").rank("min", descending=True).alias("rank")).sort("rank")

    return {"linje": line, "senaste": newest, "rangordning": ranking}


def in_pandas(file: Path, asked: Asked) -> dict[str, Question]:
    """The same, asked by pandas of the whole file in memory, with categories for text."""
    rows = pl.read_parquet(file).with_columns(pl.col("kpi", "region", "sex").cast(pl.Categorical)).to_pandas()
    is_kommun = rows["region"].cat.categories.str.len() == 4
    codes = np.flatnonzero(is_kommun)

    def line(kpi: str) -> Any:  # noqa: ANN401  # any frame
        return rows[(rows["kpi"] == kpi) & rows["region"].isin(asked.kommuner) & rows["sex"].isin(SEXES)]

    def newest(kpi: str) -> Any:  # noqa: ANN401  # any frame
        found = rows[(rows["kpi"] == kpi) & rows["region"].isin(asked.kommuner)].sort_values("year")
        return found.groupby(["region", "sex"], observed=True).last()

    def ranking(kpi: str) -> Any:  # noqa: ANN401  # any frame
        found = rows[(rows["kpi"] == kpi) & (rows["sex"] == "total") & rows["region"].cat.codes.isin(codes)]
        year = found["year"].value_counts().index[:1]
        at = found[found["year"].isin(year)]
        return at.assign(rank=at["value"].rank(method="min", ascending=False)).sort_values("rank")

    return {"linje": line, "senaste": newest, "rangordning": ranking}


def same_rows(ours: dict[str, Question], theirs: dict[str, Question], asked: Asked) -> Iterator[str]:
    """Names of the questions where a peer counts other rows or another sum than the store."""
    for question, ask in ours.items():
        for kpi in asked.ids[:5]:
            mine, other = ask(kpi), theirs[question](kpi)
            total = float(np.nansum(np.asarray(other["value"], dtype=float)))
            if len(mine) != len(other) or not np.isclose(float(mine["value"].sum()), total):
                yield f"{question} {kpi}"


def tile(national: Path, copies: int, into: Path) -> None:
    """The national file several times over under other ids (`N00001_2`), sorted like the store, for the peers."""
    name, target = national.as_posix().replace("'", "''"), into.as_posix().replace("'", "''")
    suffixes = ["", *(f"_{copy}" for copy in range(2, copies + 1))]
    parts = [f"select kpi || '{s}' as kpi, region, sex, year, value from '{name}'" for s in suffixes]  # noqa: S608  # the names are ours, values are parameters
    with connect() as db:
        db.execute("set preserve_insertion_order = true")
        db.execute(f"copy ({' union all '.join(parts)}) to '{target}' (format parquet, compression zstd)")

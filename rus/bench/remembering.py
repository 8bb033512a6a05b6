"""A store whose history is long: does a page's question take longer than without, and how long does a look back take?

The history is made up and only timed: the newest years of each indicator are revised again and again, by fetches of
their own.
"""

import itertools
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pyarrow as pa

from rus.bench.clock import in_turn
from rus.bench.report import Report
from rus.bench.running import file_size
from rus.bench.storing import home
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.store import history, notes
from rus.store.asof import as_of
from rus.store.build import build
from rus.store.history import FetchNote
from rus.store.store import Store, open_store

FETCHES, SERIES, YEARS = 25, 40, 4
MOST_BESIDE = 1.5
"""How a question may compare with the same one where there is no history."""


def bench_remembering(report: Report, *, rounds: int) -> None:
    """Questions of a page with and without history, in turn; the build, and the first look back."""
    part, catalogue = "historik", read_catalogue()
    with tempfile.TemporaryDirectory() as folder, home(Path(folder)):
        without = open_store(build(catalogue))
        chosen = _chosen(catalogue, without)
        changed = make_history(without, chosen)
        report.add(part, "hämtningar", FETCHES * len(chosen), "")
        report.add(part, "ändrade värden", changed, "")
        began = time.perf_counter()
        made = build(catalogue)
        report.add(part, "bygga", time.perf_counter() - began, "s")
        report.add(part, "byggets storlek", file_size(made.path), "MB")
        ours, peer = _questions(open_store(made), catalogue), _questions(without, catalogue)
        for name, ask in ours.items():
            turns = itertools.cycle(chosen), itertools.cycle(chosen)
            works = {"med": _turning(ask, turns[0]), "utan": _turning(peer[name], turns[1])}
            found = in_turn(works, runs=rounds, warm_up=5)
            report.timing(part, f"fråga: {name}", found["med"], median=4)
            report.ratio(
                part, f"fråga: {name}", found["med"], found["utan"], against="utan historik", limit=MOST_BESIDE
            )
        began = time.perf_counter()
        as_of(datetime.now(UTC) - timedelta(days=FETCHES // 2))
        report.add(part, "första titten på en dag som var", time.perf_counter() - began, "s")


def _turning(ask: Callable[[str], object], turns: "itertools.cycle[str]") -> Callable[[], object]:
    return lambda: ask(next(turns))


def _questions(store: Store, catalogue: Catalogue) -> dict[str, Callable[[str], object]]:
    kommuner, sexes = list(catalogue.kommuner()), ["women", "men", "total"]
    return {
        "linje": lambda identity: store.observations(indicators=[identity], regions=kommuner, sexes=sexes),
        "senaste": lambda identity: store.newest(indicators=[identity], regions=kommuner),
        "rangordning": store.ranking,
    }


def _chosen(catalogue: Catalogue, store: Store) -> list[str]:
    """Indicators of one unscaled Kolada series, with figures for kommuner."""

    def plain(indicator: Indicator) -> bool:
        shown = [s for s in indicator.series if s.role == "value"]
        return len(shown) == 1 and shown[0].loader == "kolada" and shown[0].scale == 1.0 and not shown[0].group

    have = set(store.newest(indicators=None, regions=list(catalogue.kommuner()))["indicator"].astype(str))
    return [i.id for i in catalogue.indicators.values() if i.id in have and plain(i)][:SERIES]


def make_history(store: Store, chosen: list[str]) -> int:
    """Every indicator fetched again day by day, each time a little lower; the number of changed values."""
    many = 0
    for identity in chosen:
        rows = store.observations(indicators=[identity])
        newest = rows["year"] > rows["year"].max() - YEARS
        rows = rows[newest & rows["value"].notna() & (rows["group"] == "total")]
        for day in range(FETCHES):
            _keep(rows, FETCHES - day)
        many += FETCHES * len(rows)
    return many


def _keep(rows: pd.DataFrame, days_ago: int) -> None:
    """One fetch of one series, as an update keeps it."""
    series, when = str(rows["series"].iloc[0]), datetime.now(UTC) - timedelta(days=days_ago)
    note = FetchNote(
        f"prov-{when:%Y%m%d}", series, "kolada", "Prov", ("prov",), when, "prov", None, "Prov", "Prov", known_from=when
    )
    found = pa.table({name: rows[name].astype(str).tolist() for name in ("region", "period", "sex")})
    found = found.append_column("new", pa.array(rows["value"] * (1 - days_ago / 1e4)))
    for name, kind in (("new_status", pa.string()), ("symbol", pa.string())):
        found = found.append_column(name, pa.nulls(len(rows), kind))
    found = found.append_column("gone", pa.array([False] * len(rows)))
    path = notes.shelf(series) / f"{when:{notes.STAMP}}-{note.fetch_id}.parquet"
    history.write_log(path, history.logged(found, note))
    notes.write_whole(path.with_suffix(".json"), notes.to_json(note))

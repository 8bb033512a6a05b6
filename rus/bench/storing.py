"""The store at its own size, at the size of the whole country, and twenty times that."""

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rus.bench.clock import in_turn, measure
from rus.bench.report import Report
from rus.bench.running import file_size
from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.core.errors import RusError
from rus.exports.csv import csv_excel, csv_machine
from rus.store import bench, builds
from rus.store.build import build
from rus.store.store import Store, open_store
from rus.views.choice import Choice
from rus.views.sheet import sheet_of

MILLION = 1_000_000
PEERS = {1: 1.0, 19: 1.5}
"""How the store compares with polars at most: copies of the national file → ratio."""


@contextmanager
def home(folder: Path) -> Iterator[None]:
    """Let the store stand in another folder for a while."""
    earlier = os.environ.get("RUS_HOME")
    os.environ["RUS_HOME"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("RUS_HOME")
        if earlier is not None:
            os.environ["RUS_HOME"] = earlier


def bench_seed(report: Report) -> None:
    """A build from the seed, and the figures of one county that a page asks for."""
    catalogue = read_catalogue()
    with tempfile.TemporaryDirectory() as folder, home(Path(folder)):
        began = time.perf_counter()
        made = build(catalogue)
        report.add("lager", "bygga från de medföljande uppgifterna", time.perf_counter() - began, "s", limit=10)
        report.add("lager", "byggets storlek", file_size(made.path), "MB")
        store = open_store(made)
        region = catalogue.here.region
        gaps = measure(lambda: store.gaps(region=region), runs=20)
        report.timing("lager", "skillnaden mellan könen i alla indikatorer", gaps, median=50)
        _million(report, store)


def _million(report: Report, store: Store) -> None:
    rows = store.observations(indicators=None).head(MILLION)
    catalogue = store.catalogue()
    sheet = sheet_of(rows, catalogue, Choice(), title="Allt", build="bench")
    part = f"CSV, {len(rows):,} rader".replace(",", " ")
    report.timing("lager", f"{part}, för program", measure(lambda: csv_machine(sheet), runs=3, warm_up=1), median=600)
    report.timing("lager", f"{part}, för Excel", measure(lambda: csv_excel(sheet), runs=3, warm_up=1), median=1000)


def bench_national(report: Report, national: Path, *, copies: int, pandas: bool, rounds: int = 30) -> None:
    """The national figures so many times over: built, proved, and asked beside the peers.

    Raises:
        RusError: the file is missing, or a peer answers with other rows than the store.
    """
    if not national.is_file():
        raise RusError(f"{national}: filen finns inte. Ange den med --national eller RUS_NATIONAL.")
    part = f"landet × {copies}" if copies > 1 else "landet"
    with tempfile.TemporaryDirectory() as folder, home(Path(folder)):
        _build_apart(report, part, national, copies)
        flat = national
        if copies > 1:
            flat = Path(folder) / "flat.parquet"
            bench.tile(national, copies, flat)
        asked = bench.asked_of(national, read_catalogue().here.region, 40)
        store = open_store(builds.current())
        ours, polars = bench.in_store(store, asked), bench.in_polars(flat, asked)
        others: dict[str, Any] = {"polars": polars} | ({"pandas": bench.in_pandas(flat, asked)} if pandas else {})
        wrong = list(bench.same_rows(ours, polars, asked))
        if wrong:
            raise RusError(f"polars svarar med andra rader än lagret: {', '.join(wrong)}")
        for question in ours:
            works = {"lager": _turning(ours[question], asked.ids)}
            works |= {name: _turning(other[question], asked.ids) for name, other in others.items()}
            found = in_turn(works, runs=rounds, warm_up=5)
            alone = measure(works["lager"], runs=rounds, warm_up=5)
            report.timing(part, f"fråga: {question}", alone, median=4)
            for name in others:
                limit = PEERS.get(copies) if name == "polars" else None
                report.ratio(part, f"fråga: {question}", found["lager"], found[name], against=name, limit=limit)


def _turning(ask: Callable[[str], Any], ids: list[str]) -> Callable[[], Any]:
    turns = itertools.cycle(ids)
    return lambda: ask(next(turns))


def _build_apart(report: Report, part: str, national: Path, copies: int) -> None:
    """Build in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "rus.store.national", str(national), "--copies", str(copies)]
    began = time.perf_counter()
    done = subprocess.run(command, cwd=paths.ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RusError(f"Bygget av {national.name} gick inte: {done.stderr.strip().splitlines()[-1:]}")
    first = copies == 1
    report.add(part, "bygga, lagarna prövade", time.perf_counter() - began, "s", limit=8 if first else None)
    report.add(part, "byggets storlek", file_size(builds.current().path), "MB")
    if sys.platform != "win32":
        import resource

        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1e6 if sys.platform == "linux" else 1e9)
        report.add(part, "byggets minne som mest", peak, "GB", limit=1.2 if first else None)

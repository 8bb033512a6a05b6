"""How fast an answer of a statistics service becomes columns, beside the usual library for it."""

from collections.abc import Callable

import numpy as np

from rus.bench.clock import measure
from rus.bench.report import Report
from rus.core.errors import RusError
from rus.sources.cube import Cube, Dimension, columns
from rus.sources.jsonstat import read_cube, write_cube

SIZE = {"Region": 300, "Alder": 25, "Kon": 2, "Tid": 10}
EMPTY, NOTED = 15_000, 5_000
PEER_RUNS = 3


def answer() -> bytes:
    """A JSON-stat2 answer of 150 000 made-up cells: one in ten empty with a sign, some with a sign at the figure."""
    chance = np.random.default_rng(1)
    total = int(np.prod(list(SIZE.values())))
    values = np.round(chance.uniform(0, 100_000, total), 1)
    signed = chance.choice(total, EMPTY + NOTED, replace=False)
    values[signed[:EMPTY]] = np.nan
    symbols = {int(place): ".." for place in signed[:EMPTY]} | {int(place): "p" for place in signed[EMPTY:]}
    dimensions = tuple(_dimension(name, count) for name, count in SIZE.items())
    notes = tuple(f"Påhittad anmärkning {number}, för att mäta med." for number in range(10))
    return write_cube(Cube("Påhittad tabell", "Prov", None, notes, dimensions, "Tid", None, values, symbols))


def bench_parsing(report: Report, *, rounds: int = 30) -> None:
    """The answer read by us and by pyjstat, values compared."""
    body = answer()

    def ours() -> object:
        return columns(read_cube(body, "mätning"))

    mine = measure(ours, runs=rounds)
    report.timing("tolkning", "JSON-stat2, 150 000 celler med tecken och anmärkningar", mine, median=100)
    peer = _peer(body)
    if peer is None:
        report.add("tolkning", "inte jämfört: pyjstat är inte installerat", 0, "")
        return
    known = read_cube(body, "mätning").values
    if not np.array_equal(np.asarray(peer(), dtype=float), known, equal_nan=True):
        raise RusError("pyjstat läser andra värden ur samma svar. Mätningen säger då ingenting.")
    theirs = measure(peer, runs=PEER_RUNS, warm_up=0)
    report.ratio("tolkning", "JSON-stat2, samma svar", mine, theirs, against="pyjstat", limit=1 / 20)


def _peer(body: bytes) -> Callable[[], object] | None:
    """What reads the answer with pyjstat and gives its column of values; None where it isn't installed."""
    try:
        from pyjstat import pyjstat  # type: ignore[import-untyped]  # it ships no types
    except ImportError:
        return None
    text = body.decode()

    def read() -> object:
        return pyjstat.Dataset.read(text).write("dataframe")["value"].to_numpy()

    return read


def _dimension(name: str, count: int) -> Dimension:
    codes = tuple(f"{number:04d}" for number in range(count))
    return Dimension(name, name, codes, tuple(f"{name} {code}" for code in codes))

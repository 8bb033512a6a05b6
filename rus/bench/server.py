"""What a changed choice costs the server, and how many people it carries; ours beside Streamlit's own server.

A visitor is a websocket session (`rus.ui.visitor`), without the browser's part. One event loop plays all visitors.
"""

import asyncio
import itertools
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rus.bench.clock import Timing, summary
from rus.bench.pages import Sight
from rus.bench.report import RATIO, Report
from rus.bench.running import STOCK, Running, free_port, ours, running, stock
from rus.bench.walking import SAME
from rus.ui.visitor import View, opened, visitor

WARM_UP = 6
AT_A_TIME = 3  # choices on a page before the next
CLICKS, THINK = 12, 2.0  # of each in a crowd, and the seconds between them


@dataclass(frozen=True)
class Load:
    """What a crowd saw: times of its changes, CPU ms of the server per change, MB per person."""

    timing: Timing
    cpu: float
    memory: float


@dataclass(frozen=True)
class Scene:
    """What visitors look at: page and query.

    `explore` are the three pictures of one page, `sights` all pages with choices of each.
    """

    explore: dict[str, list[View]]
    sights: tuple[Sight, ...]

    @property
    def mix(self) -> list[View]:
        """Some choices on every page, and the pictures: what a crowd goes through."""
        some = (view for sight in self.sights for view in sight.views[:AT_A_TIME])
        return [*some, *itertools.chain(*self.explore.values())]


def pictures(indicators: Sequence[str], regions: Sequence[str]) -> dict[str, list[View]]:
    """Pictures of Utforska by name: the indicators in turn, with the same regions."""
    places = ",".join(regions)

    def views(chart: str) -> list[View]:
        common = f"geo={places}&kon=T&jmf=riket&diagram={chart}"
        return [("utforska", f"ind={name}&{common}") for name in indicators]

    return {"linje, 12 serier": views("linje"), "karta": views("karta"), "tabell": views("tabell")}


async def alone(server: Running, views: list[View], runs: int) -> tuple[Timing, float, float]:
    """One person changes between views: timing, bytes and CPU ms of one change."""
    async with visitor(server.address) as session:
        turns = itertools.cycle(views)
        for _ in range(WARM_UP):
            await opened(session, next(turns))
        before = server.cpu()
        seen = [await opened(session, next(turns)) for _ in range(runs)]
        used = server.cpu() - before
    return summary([ms for ms, _ in seen]), sum(size for _, size in seen) / runs, used / runs


async def crowd(server: Running, views: list[View], people: int, clicks: int, think: float) -> Load:
    """Many people at once: each opens a page, then clicks and thinks, half to one and a half times `think` seconds.

    Everyone begins at another moment with another view. Opening is not counted, only what follows.
    """
    times: list[float] = []
    at = server.address
    await _one(at, views, itertools.repeat(0.0, len(views)), [])
    empty = server.memory()

    async def person(number: int) -> None:
        chance = random.Random(number)  # noqa: S311  # not for secrets
        await asyncio.sleep(chance.uniform(0, think))
        own = views[number % len(views) :] + views[: number % len(views)]
        await _one(at, own, [chance.uniform(think / 2, think * 1.5) for _ in range(clicks)], times)

    before = server.cpu()
    await asyncio.gather(*(person(n) for n in range(people)))
    used = server.cpu() - before
    return Load(summary(times), used / (len(times) + people), (server.memory() - empty) / people)


async def _one(at: str, views: list[View], thinks: Iterable[float], times: list[float]) -> None:
    async with visitor(at) as session:
        turns = itertools.cycle(views)
        await opened(session, next(turns))
        for think in thinks:
            await asyncio.sleep(think)
            times.append((await opened(session, next(turns)))[0])


def bench_server(report: Report, what: Scene, *, people: int, runs: int) -> None:
    """Add rows for one person and for a crowd, and the same on Streamlit's own server."""
    port = free_port()
    with running(ours(port), port, "/healthz") as server:
        report.add("server", "start till varm", (time.perf_counter() - server.began) * 1000, "ms")
        server.settle()  # what it works out ahead of the readers is no one's memory
        mine = {name: asyncio.run(alone(server, views, runs)) for name, views in what.explore.items()}
        full = asyncio.run(crowd(server, what.mix, people, CLICKS, THINK))
    for name, (timing, size, cpu) in mine.items():
        report.timing("server", f"Utforska, {name}", timing, median=45, p95=90)
        report.add("server", f"Utforska, {name}, CPU per ändrat val", cpu, "ms")
        report.add("server", f"Utforska, {name}, meddelande", size / 1000, "kB")
    report.timing("server", f"{people} personer, {THINK:g} s mellan klick", full.timing, p95=200)
    report.add("server", f"{people} personer, CPU per ändrat val", full.cpu, "ms", limit=25)
    report.add("server", f"{people} personer, minne per person", full.memory, "MB", limit=1.5)
    port = free_port()
    with running(stock(port), port, "/_stcore/health") as server:
        _one_beside(report, server, what, mine, runs)
        _crowd_beside(report, asyncio.run(crowd(server, what.mix, people, CLICKS, THINK)), full, people)


def _one_beside(
    report: Report, server: Running, what: Scene, mine: dict[str, tuple[Timing, float, float]], runs: int
) -> None:
    for name, views in what.explore.items():
        own = mine[name]
        timing, size, cpu = asyncio.run(alone(server, views, runs))
        report.ratio("server", f"Utforska, {name}, tid", own[0], timing, against=STOCK, limit=1)
        report.add("server", f"Utforska, {name}, meddelande", own[1] / size, RATIO, against=STOCK, limit=SAME)
        report.add("server", f"Utforska, {name}, CPU", own[2] / cpu, RATIO, against=STOCK, limit=1)


def _crowd_beside(report: Report, peer: Load, mine: Load, people: int) -> None:
    found = {
        "95:e percentilen": mine.timing.p95 / peer.timing.p95,
        "CPU per ändrat val": mine.cpu / peer.cpu,
        "minne per person": mine.memory / peer.memory,
    }
    report.add("server", f"{people} personer på {STOCK}, 95:e percentilen", peer.timing.p95, "ms")
    for name, ratio in found.items():
        report.add("server", f"{people} personer, {name}", ratio, RATIO, against=STOCK, limit=1)

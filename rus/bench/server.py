"""What a changed choice costs the server, and how many people it carries; ours beside Streamlit's own server.

A visitor is a websocket session (`rus.ui.warm`), without the browser's part. One event loop plays all visitors.
"""

import asyncio
import itertools
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from rus.bench.clock import Timing, summary
from rus.bench.report import Report
from rus.bench.running import Running, free_port, ours, running, stock
from rus.ui.warm import Visit, visit

View = tuple[str, str]
WARM_UP = 6


@dataclass(frozen=True)
class Load:
    """What a crowd saw: times of its changes, CPU ms of the server per change, MB per person."""

    timing: Timing
    cpu: float
    memory: float


@dataclass(frozen=True)
class Scene:
    """What visitors look at: page and query.

    `explore` are the three pictures of one page, `mix` all pages, `equality` measures and places of Jämlikhet.
    """

    explore: dict[str, list[View]]
    mix: list[View]
    equality: list[View] = field(default_factory=list)


def scene(indicator: str, other: str, regions: Sequence[str], pages: Sequence[str]) -> Scene:
    """Pictures of two indicators with the same regions, and the pages by address."""
    places = ",".join(regions)

    def views(chart: str, sexes: str = "T") -> list[View]:
        common = f"geo={places}&kon={sexes}&jmf=riket&diagram={chart}"
        return [("utforska", f"ind={name}&{common}") for name in (indicator, other)]

    explore = {"linje, 12 serier": views("linje"), "karta": views("karta"), "tabell": views("tabell")}
    return Scene(explore, [*((page, "") for page in pages), *itertools.chain(*explore.values())])


async def _run(session: Visit, view: View) -> tuple[float, int]:
    began = time.perf_counter()
    said = await session.open_page(*view)
    return (time.perf_counter() - began) * 1000, sum(message.ByteSize() for message in said)


async def alone(server: Running, views: list[View], runs: int) -> tuple[Timing, float, float]:
    """One person changes between views: timing, bytes and CPU ms of one change."""
    parts = urlsplit(server.address)
    async with visit(parts.hostname or "", parts.port or 80, "") as session:
        turns = itertools.cycle(views)
        for _ in range(WARM_UP):
            await _run(session, next(turns))
        before = server.cpu()
        seen = [await _run(session, next(turns)) for _ in range(runs)]
        used = server.cpu() - before
    return summary([ms for ms, _ in seen]), sum(size for _, size in seen) / runs, used / runs


async def crowd(server: Running, views: list[View], people: int, clicks: int, think: float) -> Load:
    """Many people at once: each opens a page, then clicks and thinks, half to one and a half times `think` seconds.

    Everyone begins at another moment with another view. Opening is not counted, only what follows.
    """
    parts = urlsplit(server.address)
    times: list[float] = []
    at = (parts.hostname or "", parts.port or 80)
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


async def _one(at: tuple[str, int], views: list[View], thinks: Iterable[float], times: list[float]) -> None:
    async with visit(*at, "") as session:
        turns = itertools.cycle(views)
        await _run(session, next(turns))
        for think in thinks:
            await asyncio.sleep(think)
            times.append((await _run(session, next(turns)))[0])


def bench_server(report: Report, what: Scene, *, people: int, runs: int, peer: bool) -> None:
    """Add rows for one person and for a crowd; with `peer` the same on Streamlit's own server."""
    port = free_port()
    with running(ours(port), port, "/healthz") as server:
        report.add("server", "start till varm", (time.perf_counter() - server.began) * 1000, "ms")
        mine = {name: asyncio.run(alone(server, views, runs)) for name, views in what.explore.items()}
        gaps = asyncio.run(alone(server, what.equality, runs)) if what.equality else None
        full = asyncio.run(crowd(server, what.mix, people, 12, 2.0))
    for name, (timing, size, cpu) in mine.items():
        report.timing("server", f"Utforska, {name}", timing, median=45, p95=90)
        report.add("server", f"Utforska, {name}, CPU per ändrat val", cpu, "ms")
        report.add("server", f"Utforska, {name}, meddelande", size / 1000, "kB")
    if gaps:
        report.timing("server", "Jämlikhet", gaps[0], median=45, p95=90)
        report.add("server", "Jämlikhet, CPU per ändrat val", gaps[2], "ms")
    report.timing("server", f"{people} personer, 2 s mellan klick", full.timing, p95=200)
    report.add("server", f"{people} personer, CPU per ändrat val", full.cpu, "ms", limit=25)
    report.add("server", f"{people} personer, minne per person", full.memory, "MB", limit=1.5)
    if peer:
        _peer(report, what, mine, runs)


def _peer(report: Report, what: Scene, mine: dict[str, tuple[Timing, float, float]], runs: int) -> None:
    port = free_port()
    with running(stock(port), port, "/_stcore/health") as server:
        for name, views in what.explore.items():
            timing, _, cpu = asyncio.run(alone(server, views, max(runs // 2, 5)))
            report.ratio("server", f"Utforska, {name}, tid", mine[name][0], timing, against="streamlit run", limit=1)
            report.add("server", f"Utforska, {name}, CPU", mine[name][2] / cpu, "×", against="streamlit run", limit=1)

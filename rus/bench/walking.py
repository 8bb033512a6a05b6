"""What every page costs the server: a choice that nobody has made, one made before, and coming from another page."""

import asyncio
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rus.bench.clock import Timing, summary
from rus.bench.pages import Sight
from rus.bench.report import RATIO, Report
from rus.bench.running import STOCK, Running, free_port, ours, running, stock
from rus.ui.visitor import View, opened, visitor

PART = "sidor"
HEAVY, OTHERS, SWITCH = (45.0, 90.0), (25.0, 60.0), (80.0, 150.0)
"""Milliseconds of the server: median and 95th percentile."""
CPU = 25.0
MESSAGE = 100.0  # kB for one change
SAME = 1.02
"""The same parts are sent by both servers. Ours has the stylesheet in the page's head instead of as a part that is
referred to, and so sends the line that says light or dark: some 130 bytes."""
PEER_VIEWS, PEER_ROUNDS = 2, 4


@dataclass(frozen=True)
class Cost:
    """Changes on one page: their times, bytes of each, and CPU ms of the server for one."""

    times: tuple[float, ...]
    sizes: tuple[int, ...]
    cpu: float

    @property
    def timing(self) -> Timing:
        """Median and 95th percentile of the times, ms."""
        return summary(self.times)


@dataclass(frozen=True)
class Walked:
    """What both servers are asked for: by page a few changes, made before, and the ways between all pages."""

    changed: dict[str, Cost]
    ways: tuple[tuple[View, float], ...]

    def arrived(self, page: str) -> Timing:
        """Times of coming to a page from every other, ms."""
        return summary([ms for view, ms in self.ways if view[0] == page])

    @property
    def every(self) -> Timing:
        """Times of all ways, ms."""
        return summary([ms for _, ms in self.ways])


def bench_pages(report: Report, seen: Sequence[Sight], *, runs: int) -> None:
    """Add rows for each page, and the same changes and ways on Streamlit's own server."""
    port = free_port()
    with running(ours(port), port, "/healthz") as server:
        server.settle()
        first = {sight.address: asyncio.run(changes(server, sight.views)) for sight in seen}
        again = {sight.address: asyncio.run(changes(server, around(sight.views, runs))) for sight in seen}
        mine = asyncio.run(walked(server, seen))
    port = free_port()
    with running(stock(port), port, "/_stcore/health") as server:
        peer = asyncio.run(walked(server, seen))
    for sight in seen:
        _rows(report, sight, first[sight.address], again[sight.address])
        _beside(report, sight, mine, peer)
    name = "sidbyte, från varje sida till varje annan"
    report.timing(PART, name, mine.every, median=SWITCH[0], p95=SWITCH[1])
    report.ratio(PART, name, mine.every, peer.every, against=STOCK, limit=1)


def _rows(report: Report, sight: Sight, first: Cost, again: Cost) -> None:
    median, p95 = HEAVY if sight.heavy else OTHERS
    report.timing(PART, f"{sight.name}: ändrat val", again.timing, median=median, p95=p95)
    report.timing(PART, f"{sight.name}: val som ingen har gjort", first.timing, p95=p95)
    report.add(PART, f"{sight.name}: CPU per ändrat val", again.cpu, "ms", limit=median)
    report.add(PART, f"{sight.name}: meddelande, median", summary(again.sizes).median / 1000, "kB")
    report.add(PART, f"{sight.name}: meddelande, som mest", max(again.sizes) / 1000, "kB", limit=MESSAGE)


def _beside(report: Report, sight: Sight, mine: Walked, peer: Walked) -> None:
    own, other = mine.changed[sight.address], peer.changed[sight.address]
    report.ratio(PART, f"{sight.name}: ändrat val", own.timing, other.timing, against=STOCK, limit=1)
    most = max(own.sizes) / max(other.sizes)
    report.add(PART, f"{sight.name}: meddelande", most, RATIO, against=STOCK, limit=SAME)
    name, came = f"{sight.name}: sidbyte hit", mine.arrived(sight.address)
    report.timing(PART, name, came, median=SWITCH[0], p95=SWITCH[1])
    report.ratio(PART, name, came, peer.arrived(sight.address), against=STOCK, limit=1)


def around(views: Sequence[View], runs: int) -> list[View]:
    """The views in turn, whole rounds, at least so many."""
    return list(views) * -(-runs // len(views))


async def changes(server: Running, views: Sequence[View]) -> Cost:
    """One person opens the page as the last view has it, and then changes to each of them."""
    async with visitor(server.address) as session:
        await opened(session, views[-1])
        before = server.cpu()
        seen = [await opened(session, view) for view in views]
        used = server.cpu() - before
    return Cost(tuple(ms for ms, _ in seen), tuple(size for _, size in seen), used / len(views))


async def walk(server: Running, views: Sequence[View]) -> list[tuple[View, float]]:
    """From every page to every other, both ways: where one came, and the time."""
    async with visitor(server.address) as session:
        for view in (*views[1:], views[0]):
            await opened(session, view)
        return [(view, (await opened(session, view))[0]) for view in there_and_back(views)]


def there_and_back(views: Sequence[View]) -> Iterator[View]:
    """A way that begins at the first view and goes from every view to every other."""
    for number, here in enumerate(views[:-1]):
        if number:
            yield here
        yield from itertools.chain.from_iterable((there, here) for there in views[number + 1 :])


async def walked(server: Running, seen: Sequence[Sight]) -> Walked:
    """Go all ways between the pages, and make the few changes on each page; all of it once before, to warm."""
    ways = await walk(server, [sight.views[0] for sight in seen])
    changed = {}
    for sight in seen:
        views = sight.views[:PEER_VIEWS]
        await changes(server, views)
        changed[sight.address] = await changes(server, views * PEER_ROUNDS)
    return Walked(changed, tuple(ways))

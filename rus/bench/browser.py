"""What a person waits for in a browser: to the first chart, to a page never seen before, and from click to painted."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rus.bench.clicking import click_to_painted, painted
from rus.bench.clock import summary
from rus.bench.pages import Sight
from rus.bench.report import Report
from rus.bench.running import STOCK, Running, free_port, ours, running, stock
from rus.bench.server import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHART = ".js-plotly-plot .main-svg"
PART = "webbläsare"
CLICK, FIRST = 220, 2.5
"""At most: ms from click to painted, s for a first visit with an empty cache."""
VISITS = 3
VIEWPORT = {"width": 1440, "height": 900}


def bench_browser(report: Report, what: Scene, *, runs: int) -> None:
    """Add rows measured in headless Chromium; says so in a row where there is none."""
    from rus.bench.chromium import chromium

    with chromium() as browser:
        if browser is None:
            report.add(PART, "Chromium saknas, inte mätt", 0, "")
            return
        port = free_port()
        with running(ours(port), port, "/") as server:  # as a browser comes: as soon as the address is told
            _first_chart(report, browser, server, what)
            server.settle()
            beside = free_port()
            with running(stock(beside), beside, "/_stcore/health") as peer:
                for sight in what.sights:
                    _page(report, browser, (server.address, peer.address), sight, runs)


def _first_chart(report: Report, browser: "Browser", server: Running, what: Scene) -> None:
    page = browser.new_page(viewport=VIEWPORT, locale="sv-SE")  # type: ignore[arg-type]  # a plain dict will do
    address, query = what.explore["linje, 12 serier"][0]
    page.goto(f"{server.address}/{address}?{query}")
    page.wait_for_selector(CHART, timeout=60_000)
    report.add(PART, "kommando till första diagram", time.perf_counter() - server.began, "s", limit=6)
    page.close()


def _page(report: Report, browser: "Browser", servers: tuple[str, str], sight: Sight, runs: int) -> None:
    """First visits and clicks; the peer gets the same right afterwards: the machine may be slower in ten minutes."""
    query = sight.choices[min(1, len(sight.choices) - 1)]
    mine, peer = (_visits(browser, f"{server}/{sight.address}?{query}", runs) for server in servers)
    name = f"{sight.name}: första besöket"
    report.add(PART, f"{name}, median", summary(mine[0]).median, "s", limit=FIRST)
    report.ratio(PART, name, summary(mine[0]), summary(peer[0]), against=STOCK, limit=1)
    if not (mine[1] and peer[1]):
        report.add(PART, f"{sight.name}, inget att klicka på", 0, "")
        return
    name = f"{sight.name}: klick till målat"
    report.timing(PART, name, summary(mine[1]), median=CLICK)
    report.ratio(PART, name, summary(mine[1]), summary(peer[1]), against=STOCK, limit=1)


def _visits(browser: "Browser", address: str, runs: int) -> tuple[list[float], list[float]]:
    """Seconds of some first visits, each with a cache of its own, and ms of clicks on the first control of use.

    A server that has kept nothing for the page is not held against it: the median leaves its first visit out.
    """
    waits, clicks = [], []
    for turn in range(VISITS):
        with _visit(browser, address) as (page, waited):
            waits.append(waited)
            clicks = click_to_painted(page, runs) if turn == VISITS - 1 else []
    return waits, clicks


@contextmanager
def _visit(browser: "Browser", address: str) -> Iterator[tuple["Page", float]]:
    """The page with an empty cache, and the seconds until it was painted."""
    context = browser.new_context(viewport=VIEWPORT, locale="sv-SE")  # type: ignore[arg-type]  # a plain dict will do
    try:
        page = context.new_page()
        began = time.perf_counter()
        page.goto(address, wait_until="commit")
        yield page, painted(page, began)
    finally:
        context.close()

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
VISITS = 5
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
    """First visits, in turn, and clicks; the peer gets the same right afterwards: the machine may be slower later.

    A server that has kept nothing for the page is not held against it: the median leaves its very first visit out.
    """
    query = sight.choices[min(1, len(sight.choices) - 1)]
    addresses = [f"{server}/{sight.address}?{query}" for server in servers]
    waits = [[_waited(browser, address) for address in addresses] for _ in range(VISITS)]
    own, other = (summary(one) for one in zip(*waits, strict=True))
    name = f"{sight.name}: första besöket"
    report.add(PART, f"{name}, median", own.median, "s", limit=FIRST)
    report.ratio(PART, name, own, other, against=STOCK, limit=1)
    clicks = [_clicked(browser, address, runs) for address in addresses]
    if not all(clicks):
        report.add(PART, f"{sight.name}, inget att klicka på", 0, "")
        return
    own, other = (summary(one) for one in clicks)
    name = f"{sight.name}: klick till målat"
    report.timing(PART, name, own, median=CLICK)
    report.ratio(PART, name, own, other, against=STOCK, limit=1)


def _waited(browser: "Browser", address: str) -> float:
    with _visit(browser, address) as (_, seconds):
        return seconds


def _clicked(browser: "Browser", address: str, runs: int) -> list[float]:
    with _visit(browser, address) as (page, _):
        return click_to_painted(page, runs)


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

"""What a person waits for in a browser: to the first chart, to a page never seen before, and from click to painted."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rus.bench.clicking import click_to_painted, painted
from rus.bench.clock import summary
from rus.bench.pages import Sight
from rus.bench.report import Report
from rus.bench.running import Running, free_port, ours, running, stock
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
    """First visits, each with a cache of its own, and then clicks on the first control that is of use.

    The peer gets the same clicks right afterwards: the machine may be slower in ten minutes.
    """
    query = sight.choices[min(1, len(sight.choices) - 1)]
    visits, clicks = [], []
    for turn in range(VISITS):
        with _visit(browser, f"{servers[0]}/{sight.address}?{query}") as (page, waited):
            visits.append(waited)
            clicks = click_to_painted(page, runs) if turn == VISITS - 1 else []
    report.add(PART, f"{sight.name}: första besöket", summary(visits).median, "s", limit=FIRST)
    if not clicks:
        report.add(PART, f"{sight.name}, inget att klicka på", 0, "")
        return
    with _visit(browser, f"{servers[1]}/{sight.address}?{query}") as (page, _):
        peer = click_to_painted(page, runs)
    name, against = f"{sight.name}: klick till målat", "streamlit run"
    report.timing(PART, name, summary(clicks), median=CLICK)
    report.ratio(PART, name, summary(clicks), summary(peer), against=against, limit=1)


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

"""What a person waits for in a browser: to the first chart, to a page never seen before, and from click to painted."""

import time
from typing import TYPE_CHECKING

from rus.bench.clicking import click_to_painted, painted
from rus.bench.clock import summary
from rus.bench.pages import Sight
from rus.bench.report import Report
from rus.bench.running import Running, free_port, ours, running
from rus.bench.server import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
            for sight in what.sights:
                _page(report, browser, server.address, sight, runs)


def _first_chart(report: Report, browser: "Browser", server: Running, what: Scene) -> None:
    page = browser.new_page(viewport=VIEWPORT, locale="sv-SE")  # type: ignore[arg-type]  # a plain dict will do
    address, query = what.explore["linje, 12 serier"][0]
    page.goto(f"{server.address}/{address}?{query}")
    page.wait_for_selector(CHART, timeout=60_000)
    report.add(PART, "kommando till första diagram", time.perf_counter() - server.began, "s", limit=6)
    page.close()


def _page(report: Report, browser: "Browser", address: str, sight: Sight, runs: int) -> None:
    """First visits, each with a cache of its own, and then clicks on the first control that is of use."""
    where, visits = f"{address}/{sight.address}?{sight.choices[min(1, len(sight.choices) - 1)]}", []
    for _ in range(VISITS):
        context = browser.new_context(viewport=VIEWPORT, locale="sv-SE")  # type: ignore[arg-type]  # as above
        page = context.new_page()
        began = time.perf_counter()
        page.goto(where, wait_until="commit")
        visits.append(painted(page, began))
        if len(visits) == VISITS:
            clicks = click_to_painted(page, runs)
        context.close()
    report.add(PART, f"{sight.name}: första besöket", summary(visits).median, "s", limit=FIRST)
    if clicks:
        report.timing(PART, f"{sight.name}: klick till målat", summary(clicks), median=CLICK)
    else:
        report.add(PART, f"{sight.name}, inget att klicka på", 0, "")

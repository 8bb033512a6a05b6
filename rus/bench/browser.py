"""What a person waits for in a browser: from the command typed to the first chart, and from click to painted."""

import time
from typing import TYPE_CHECKING

from rus.bench.clock import Timing, summary
from rus.bench.report import Report
from rus.bench.running import free_port, ours, running
from rus.bench.server import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHART = ".js-plotly-plot .main-svg"


def bench_browser(report: Report, what: Scene, *, runs: int) -> None:
    """Add rows measured in headless Chromium; says so in a row where there is none."""
    from rus.bench.chromium import chromium

    with chromium() as browser:
        if browser is None:
            report.add("webbläsare", "Chromium saknas, inte mätt", 0, "")
            return
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="sv-SE")
        port = free_port()
        with running(ours(port), port, "/") as server:  # as a browser comes: as soon as the address is told
            address, query = what.explore["linje, 12 serier"][0]
            page.goto(f"{server.address}/{address}?{query}")
            page.wait_for_selector(CHART, timeout=60_000)
            first = time.perf_counter() - server.began
            report.add("webbläsare", "kommando till första diagram", first, "s", limit=6)
            clicks = _clicks(page, runs)
            report.timing("webbläsare", "klick till målat", clicks, median=220)


def _clicks(page: "Page", runs: int) -> Timing:
    """Choose women and men, then both together, again and again; until the chart has been redrawn and painted."""
    times = []
    for turn in range(runs + 2):
        took = page.evaluate(_SWITCH, turn)
        if turn > 1:
            times.append(float(took))
    return summary(times)


_SWITCH = """
async turn => {
  const rows = [...document.querySelectorAll('.st-key-results [data-testid="stRadioOption"] input')];
  const row = rows[turn % 2 === 0 ? 1 : 2];
  const plot = document.querySelector('.js-plotly-plot');
  const drawn = new Promise(done => {
    new MutationObserver((_, me) => { me.disconnect(); done(); })
      .observe(plot, { childList: true, subtree: true, attributes: true, attributeFilter: ['d', 'transform'] });
  });
  const began = performance.now();
  row.click();
  await drawn;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - began;
}
"""

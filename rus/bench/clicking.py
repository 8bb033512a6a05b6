"""From a click, or from an address, to the last thing painted: measured by the page itself, in its own clock."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

WARM_UP = 2
TRIES = 3
KINDS = (
    '[data-testid="stMain"] [role="tab"]',
    '[data-testid="stMain"] .st-key-results [data-testid="stRadioOption"] input',
    '[data-testid="stMain"] [data-testid="stButtonGroup"] button',
    '[data-testid="stMain"] [data-testid="stRadioOption"] input',
)
"""What is clicked, the first kind that a page has two of: tabs, a list's rows, options side by side."""
COMBO = '[data-testid="stMain"] [data-testid="stSelectbox"] input'
OPTION = '[role="option"]'

_WATCH = """
() => {
  const app = document.querySelector('[data-testid="stApp"]'), main = document.querySelector('[data-testid="stMain"]');
  const seen = window.rusSeen = { ran: false, at: 0 };
  const after = () => requestAnimationFrame(() => requestAnimationFrame(() => { seen.at = performance.now(); }));
  new MutationObserver(after).observe(main, { childList: true, subtree: true, attributes: true, characterData: true });
  new MutationObserver(() => { seen.ran ||= app.dataset.testScriptState === "running"; })
    .observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
}
"""
_CLICK = """
async ([selector, number]) => {
  const seen = window.rusSeen, app = document.querySelector('[data-testid="stApp"]');
  const targets = [...document.querySelectorAll(selector)];
  seen.ran = false; seen.at = 0;
  const began = performance.now();
  targets[number % targets.length].click();
  await new Promise(done => {
    const look = setInterval(() => {
      const now = performance.now(), still = seen.at && now - seen.at > 400;
      const over = seen.ran && app.dataset.testScriptState === "notRunning" && still;
      if (over || now - began > 10000) { clearInterval(look); done(); }
    }, 20);
  });
  return seen.at - began;
}
"""
_PAINTED = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (app?.dataset.testScriptState !== "notRunning" || !document.querySelector(".foot")) return false;
  if (document.querySelector(`[data-testid="stMain"] [data-testid="stSkeleton"]`)) return false;
  const plots = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].filter(one => one.offsetHeight);
  return plots.every(one => one.querySelector(".main-svg"));
}
"""


def painted(page: "Page", began: float) -> float:
    """Seconds since `began` until the run is over, the foot stands there, and every chart on show is drawn."""
    page.wait_for_function(_PAINTED, timeout=60_000)
    return time.perf_counter() - began


def _opened(page: "Page") -> bool:
    """Whether the page's first list stands open; a press while the page is still being written shuts it again."""
    from playwright.sync_api import TimeoutError as TooLong

    for _ in range(TRIES):
        page.locator(COMBO).first.click()
        try:
            page.locator(OPTION).nth(1).wait_for(timeout=3_000)
        except TooLong:
            continue
        return True
    return False


def click_to_painted(page: "Page", runs: int) -> list[float]:
    """Milliseconds from a click on one option, then on another, until nothing more is painted.

    Returns:
        Nothing where the page has no control with two options; fewer where its list stops opening.
    """
    page.evaluate(_WATCH)
    kind = next((kind for kind in KINDS if page.locator(kind).count() > 1), None)
    if kind is None and not page.locator(COMBO).count():
        return []
    times = []
    for turn in range(runs + WARM_UP):
        if kind is None and not _opened(page):
            break
        times.append(float(page.evaluate(_CLICK, [kind or OPTION, 1 - turn % 2])))
    return times[WARM_UP:]

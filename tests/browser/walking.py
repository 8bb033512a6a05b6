"""A page as someone meets it who has no mouse: where Tab stops, what is reached, and what each stop shows."""

from dataclasses import dataclass

MOST = 500
"""Stops of a page; a walk that is longer has been caught somewhere."""

STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.walked ??= new Set();
  const again = window.walked.has(e);
  window.walked.add(e);
  let seen = false;
  for (let p = e, up = 0; p && up < 4; p = p.parentElement, up++) {
    const s = getComputedStyle(p), box = p.getBoundingClientRect();
    const there = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    if (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 && box.width > 4 && box.height > 4) seen ||= there;
  }
  return {again, seen, what: e.outerHTML.slice(0, 160)};
}"""

MISSED = """() => {
  const can = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [role=tab]";
  const group = "[role=tablist], [role=radiogroup], [role=toolbar], [role=group], [data-testid=stButtonGroup]";
  const fields = "[data-testid=stSelectbox], [data-testid=stMultiSelect], [data-testid=stNumberInput]";
  const helper = (e) => e.tabIndex < 0 && e.closest(fields);  // the field's own keys do the same
  const reached = (e) => {
    if (window.walked.has(e) || helper(e)) return true;
    for (let g = e.closest(group); g; g = g.parentElement?.closest(group))
      if ([...window.walked].some((one) => g.contains(one))) return true;
    return false;
  };
  return [...document.querySelectorAll(can)].filter((e) => {
    const box = e.getBoundingClientRect();
    const there = box.width > 1 && box.height > 1 && e.checkVisibility({visibilityProperty: true}) && !e.disabled;
    const control = e.tabIndex >= 0 || e.matches("a[href], button, [role=tab]");
    return there && control && !e.closest("[inert], [aria-hidden=true]") && !reached(e);
  }).map((e) => e.outerHTML.slice(0, 160));
}"""

CUT = """() => {
  const wide = document.documentElement.clientWidth + 1, found = [];
  const scrolls = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
  for (const e of document.querySelectorAll("[data-testid=stMainBlockContainer] *")) {
    if (!e.checkVisibility() || e.closest("svg, .vh, [class*=st-key-hidden_], [role=tablist]")) continue;
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own) continue;
    const box = e.getBoundingClientRect();
    let within = false, clipped = false;
    for (let p = e; p && !within; p = p.parentElement) {
      if (scrolls(p)) within = true;
      const s = getComputedStyle(p), room = p.getBoundingClientRect();
      if (s.overflowX === "hidden" && box.right > room.right + 2 && box.width > 2) clipped = true;
    }
    const shut = getComputedStyle(e).overflowX === "hidden" && e.scrollWidth > e.clientWidth + 2;
    if (!within && (box.right > wide || clipped || shut)) found.push(`${e.innerText.slice(0, 40)} | ${e.className}`);
  }
  return found;
}"""

NAMED = """() => [...document.querySelectorAll("[data-testid=stMainBlockContainer] " +
  ":is(a[href], button, input, textarea, [role=tab], [role=radio], [role=slider])")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}))
  .map((e) => `${e.tagName} ${e.getAttribute("aria-label") || e.innerText || e.closest("label")?.innerText || e.id}`)
  .map((name) => name.replaceAll("\u2060", "").replaceAll("\u00a0", " "))"""
"""Every control that can be seen, by name; what holds a line together on a phone is no part of it."""


@dataclass(frozen=True)
class Walk:
    """The stops of a walk with Tab from the top of a page; `faint` those whose focus can't be seen."""

    stops: list[str]
    faint: list[str]
    missed: list[str]


def walk(page) -> Walk:
    """Tab through the page until the end or the beginning comes again."""
    stops: list[str] = []
    faint: list[str] = []
    page.evaluate("window.walked = new Set(); document.activeElement?.blur()")
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            break
        stops.append(stop["what"])
        if not stop["seen"]:
            faint.append(stop["what"])
    return Walk(stops, faint, page.evaluate(MISSED))

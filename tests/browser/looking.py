"""What a glance at a page would see, asked of the browser: what is too wide, cut off, or covered."""

from playwright.sync_api import TimeoutError as NotYetError

from tests.browser.waiting import settled

HEIGHT = """() => Math.ceil(Math.max(document.body.scrollHeight,
  ...[...document.querySelectorAll('.stMain')].map(e => e.scrollHeight))) + 24"""

BEYOND = """() => [...document.querySelectorAll("html, .stMain, [data-testid=stMainBlockContainer]")]
  .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => `${e.className || e.tagName} ${e.scrollWidth}`)"""

CUT_OFF = """() => {
  const found = [];
  const told = (e) => e.closest("[title], [aria-label]:not([role=region], main, section, [data-testid])");
  for (const e of document.querySelectorAll("[data-testid=stMainBlockContainer] *, header *")) {
    const s = getComputedStyle(e);
    if (!["hidden", "clip"].includes(s.overflowX) || !e.innerText?.trim() || !e.checkVisibility()) continue;
    if (e.closest("svg, .vh, [class*=st-key-hidden_], [aria-hidden=true]") || e.clientWidth < 2 || told(e)) continue;
    if (e.scrollWidth > e.clientWidth + 1) found.push(`${e.innerText.trim().slice(0, 50)} | ${e.className}`);
  }
  for (const box of document.querySelectorAll(".tw")) {
    const over = box.checkVisibility() ? box.scrollWidth - box.clientWidth : 0;
    if (over > 1 && over < 32) found.push(`${box.innerText.slice(0, 50)} | a table ${over} px too wide`);
  }
  for (const plot of document.querySelectorAll(".js-plotly-plot")) {
    const room = plot.getBoundingClientRect();
    for (const e of plot.querySelectorAll(".main-svg text")) {
      const box = e.getBoundingClientRect();
      if (!box.width || !e.checkVisibility()) continue;
      const blank = 4 * (e.textContent.length - e.textContent.trim().length) / 2;  // kept from the mark by spaces
      const aside = Math.max(room.left - box.left, box.right - room.right) - blank;
      const over = Math.max(aside, room.top - box.top, box.bottom - room.bottom);
      if (over > 2) found.push(`${e.textContent.slice(0, 50)} | ${Math.round(over)} px outside its chart`);
    }
  }
  return found;
}"""

FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"

FIELDS = """() => [...document.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio]), select")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest("[class*=st-key-hidden_]"))
  .filter(e => e.clientWidth > 4 && e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.ariaLabel} = ${e.value || e.placeholder} | ${e.scrollWidth - e.clientWidth} px of it can't be seen`)"""
"""Fields whose value has no room. A field for lines of text breaks them."""

BROKEN = """(within) => {
  const years = /\\d–\\u2060?\\d|\\d[ \\u00a0](?:år|%)(?!\\p{L})/;
  const numbers = /(?<!\\d)\\d{1,3}(?:[ \\u00a0]\\d{3})+(?!\\d)/;
  const whole = new RegExp([years, numbers, /\\S[ \\u00a0]·/].map(one => one.source).join("|"), "gu");
  const found = new Set(), range = document.createRange(), nodes = [];
  for (const root of document.querySelectorAll(within ?? "body")) {
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) nodes.push(words.currentNode);
  }
  for (const node of nodes) {
    const around = node.parentElement;
    if (!/[\\d·]/.test(node.data) || !around.checkVisibility()) continue;
    if (around.closest("script, style, template, svg, pre, .vh")) continue;
    for (const one of node.data.matchAll(whole)) {
      range.setStart(node, one.index);
      range.setEnd(node, one.index + one[0].length);
      const lines = new Set([...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)));
      if (lines.size > 1) found.add(node.data.slice(Math.max(0, one.index - 20), one.index + 30));
    }
  }
  return [...found];
}"""
"""Where a line is broken within years, ages or a number, or before the dot between two parts; in all or some parts."""

COVERED = """() => {
  const can = "a[href], button, input:not([type=hidden], [type=range]), select, textarea, summary, [role=tab]";
  const lost = (e) => e.disabled || e.closest("[inert], [aria-hidden=true], .vh, [class*=st-key-hidden_]");
  const found = [];
  for (const e of document.querySelectorAll(can)) {
    if (lost(e) || !e.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const small = e.getBoundingClientRect().width < 3, mark = small ? e.closest("label") : e;  // drawn by its label
    if (!mark || mark.getBoundingClientRect().width < 3) continue;
    mark.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
    const box = mark.getClientRects()[0], at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!at || !(mark.contains(at) || at.closest("label")?.contains(e)))
      found.push(`${e.ariaLabel || e.innerText.slice(0, 40)} | ${at ? at.outerHTML.slice(0, 80) : "out of reach"}`);
  }
  document.querySelector(".stMain")?.scrollTo(0, 0);
  return found;
}"""
"""Controls whose middle can't be pressed: something lies over it, or it can't be brought onto the screen."""

BESIDE = """() => [...document.querySelectorAll(
  "[data-testid=stPopoverBody], [role=dialog], [role=listbox], [role=tooltip], [data-testid=stSidebarContent]")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && e.clientWidth > 4)
  .filter(e => {
    const box = e.getBoundingClientRect(), wide = document.documentElement.clientWidth;
    return box.left < -1 || box.right > wide + 1 || e.scrollWidth > e.clientWidth + 1;
  }).map(e => `${e.innerText.slice(0, 60)} | ${Math.round(e.getBoundingClientRect().right)} px`)"""
"""What has been opened over the page and reaches beyond its edge."""

RULES: dict[str, object] = {"resultTypes": ["violations"]}
"""What axe is asked for: all its rules, in both themes. The rest of its answer would only take time."""


def turned(page, scheme: str) -> None:
    """Make the reader's computer light or dark, and wait until the server knows: charts are drawn by it."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        """scheme => getComputedStyle(document.querySelector(".stApp")).colorScheme === scheme &&
          [...document.querySelectorAll("style")].some(
            e => e.textContent.includes(`"stDialog"]{color-scheme:${scheme}}`))""",
        arg=scheme,
    )
    settled(page)


def drawn(page, width: int) -> None:
    """Wait until a page that was given another size is drawn in it, charts too."""
    page.wait_for_function(f"document.documentElement.clientWidth <= {width}")
    settled(page)
    page.wait_for_function(
        """() => [...document.querySelectorAll('.js-plotly-plot')].every(e => {
          const drawing = e.querySelector('.main-svg'), room = e.getBoundingClientRect().width;
          return drawing && Math.abs(drawing.getBoundingClientRect().width - room) < 2;
        })"""
    )
    page.evaluate(FRAMES)


def covered(page) -> list[str]:
    """Controls that can't be pressed, also a moment after the page was given another size."""
    try:
        page.wait_for_function(f"() => ({COVERED})().length === 0", timeout=5_000)
    except NotYetError:
        return list(page.evaluate(COVERED))
    return []

"""What a glance at a page would see, asked of the browser: what is too wide, cut off, or covered."""

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

ONLY: dict[str, dict[str, object]] = {
    "light": {"resultTypes": ["violations"]},
    "dark": {
        "resultTypes": ["violations"],
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    },
}
"""What axe is asked for: in the dark a page is the same but for its colours."""


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

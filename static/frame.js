// What Streamlit can't say for itself: the page's language, the logo's name, and links in our own markup that keep the
// session. A link becomes the same event as the browser's own back button; where this script is missing it just loads.
document.documentElement.lang = window.rusEnglish ? "en" : "sv";

if (!window.rusFrame) {
  window.rusFrame = true;

  const nameLogo = () => {
    for (const logo of document.querySelectorAll('[data-testid="stLogoLink"]:not([data-named])')) { // the phone's menu has one too
      logo.setAttribute("aria-label", "Till startsidan");
      logo.setAttribute("data-named", "");
    }
  };
  // A page that stands under "Mer" marks that word as the others are marked: Streamlit marks only links that are in sight.
  const markMore = () => {
    const seen = (one) => one.checkVisibility({ visibilityProperty: true });
    const all = (name) => [...document.querySelectorAll(`[data-testid="stHeader"] [data-testid="${name}"]`)].filter(seen);
    const links = all("stTopNavLink");
    const within = links.length > 0 && !links.some((link) => link.getAttribute("aria-current") === "page");
    for (const word of all("stTopNavSection")) {
      if (within === word.hasAttribute("aria-current")) continue;
      if (within) word.setAttribute("aria-current", "true");
      else word.removeAttribute("aria-current");
    }
  };
  const header = document.querySelector('[data-testid="stHeader"]');
  const dressed = { childList: true, subtree: true, attributeFilter: ["aria-current", "style", "class"] };
  if (header) new MutationObserver(() => { nameLogo(); markMore(); }).observe(header, dressed);
  nameLogo();
  markMore();

  // What is in English is said to be: parts of the page that hold an English document.
  const english = () =>
    document.querySelectorAll('[class*="st-key-english_"]:not([lang])').forEach((part) => part.setAttribute("lang", "en"));

  // Streamlit's place for choosing a file has English words, and a role that its name and focus speak against. The
  // stylesheet shows our words, and here they are said.
  const chooseFile = () =>
    document.querySelectorAll('[data-testid="stFileUploaderDropzone"][role]').forEach((place) => {
      place.removeAttribute("role");
      place.querySelector("button")?.setAttribute("aria-label", "Välj fil");
    });

  // Names that Streamlit gives its own parts, and only those hear who listen; in a list of choices each has one too.
  const SAID = { "Scroll tabs left": "Visa flikar till vänster", "Scroll tabs right": "Visa flikar till höger",
    "Expand sidebar": "Öppna menyn", "Collapse sidebar": "Stäng menyn", "Sidebar": "Meny", "App pages": "Sidor",
    "Open": "Öppna listan", "Clear all": "Rensa alla", "Clear value": "Rensa", "Selected values": "Valda",
    "Increment": "Öka", "Decrement": "Minska", "Dismiss": "Stäng" };
  const GONE = "Remove ", PARTS = [...Object.keys(SAID).map((name) => `[aria-label="${name}"]`), `[aria-label^="${GONE}"]`].join();
  const nameParts = () => {
    nameLogo();
    for (const part of document.querySelectorAll(PARTS)) {
      const name = part.getAttribute("aria-label");
      part.setAttribute("aria-label", SAID[name] ?? `Ta bort ${name.slice(GONE.length)}`);
    }
    const skip = document.querySelector('[data-testid="stSkipToContent"]')?.firstChild;
    if (skip?.data === "Skip to main content") skip.data = "Hoppa till innehållet";
  };

  // On a phone the chosen tab may lie outside its row: the row is moved so that it is seen, the page is not.
  let seenTabs = [];
  const showTab = () => {
    const now = [...document.querySelectorAll('[data-testid="stMain"] [role="tab"][aria-selected="true"]')];
    for (const tab of now.filter((one) => !seenTabs.includes(one))) {
      const row = [tab.closest('[role="tablist"]'), tab.closest('[role="tablist"]')?.parentElement]
        .find((one) => one && one.scrollWidth > one.clientWidth + 1);
      if (!row) continue;
      const [inner, outer] = [tab, row].map((one) => one.getBoundingClientRect());
      if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right + 24;
      else if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left + 24;
    }
    seenTabs = now;
  };

  // The computer turns dark or light while the page is open: charts are drawn anew in the other colours.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    setTimeout(() => window.dispatchEvent(new PopStateEvent("popstate")), 300)); // when Streamlit has turned itself

  const until = (ms, look) => {
    const watch = new MutationObserver(() => look() && watch.disconnect());
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), ms);
    return watch;
  };

  // A link whose markup is written anew by its own click keeps the focus, for those who use the keyboard.
  const focusAgain = (link) =>
    until(5000, () => {
      const again = document.querySelector(`.rus a[data-keep="${CSS.escape(link.dataset.keep)}"]`);
      if (!again || again === link) return false;
      again.focus({ preventScroll: true });
      return true;
    });

  // A link from outside to something further down the page shows it at once, unless the reader has begun to move.
  const arrival = until(10000, () => {
    const wanted = document.querySelector(".rus [data-show]");
    wanted?.scrollIntoView({ block: "start" });
    return wanted;
  });
  for (const move of ["click", "keydown", "wheel", "touchstart"]) {
    document.addEventListener(move, () => arrival.disconnect(), { once: true, capture: true });
  }

  // A link of ours with other choices and a place on the page: the place is shown, and again while the page is filled
  // above it, unless the reader has begun to move.
  const showPart = (id) => {
    const show = () => document.getElementById(decodeURIComponent(id))?.scrollIntoView({ block: "start" });
    const watch = until(5000, () => show());
    for (const move of ["click", "keydown", "wheel", "touchstart"]) {
      document.addEventListener(move, () => watch.disconnect(), { once: true, capture: true });
    }
    show();
  };

  // To the server a link of ours and the back button are the same, so what Streamlit sends of the address says that it is
  // a link. Streamlit reads it at once, and then it is taken away: nobody sees it, and it is in no copied link.
  const go = (to) => {
    const told = new URL(to);
    told.searchParams.set("hitkom", "lank");
    history.pushState(null, "", told);
    window.dispatchEvent(new PopStateEvent("popstate"));
    history.replaceState(null, "", to);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".rus a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href, document.baseURI);
    const stays = to.pathname === location.pathname;
    const within = to.hash && stays && to.search === location.search; // further down the same page: the browser goes there
    const isPage = to.origin === location.origin && !within && !/\.\w+$/.test(to.pathname) && !link.download;
    if (!isPage || link.target === "_blank" || link.hreflang) return; // another language loads the page anew
    event.preventDefault();
    go(to);
    if (to.hash) showPart(to.hash.slice(1));
    else if (!stays) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    else if (link.dataset.keep) focusAgain(link);
  });

  // A place on a map, in a ranking, a tile or a point is a way to the same view of that place (rus/ui/picking.py).
  const placed = () =>
    document.querySelectorAll(".js-plotly-plot:not([data-placed])").forEach((plot) => {
      if (!plot.on) return;
      plot.setAttribute("data-placed", "");
      plot.on("plotly_afterplot", () => window.rusInside(plot));
      window.rusInside(plot);
      plot.on("plotly_hover", () => plot.classList.toggle("pickable", !!plot.layout?.meta?.link));
      const choose = (place, ...names) => {
        const meta = plot.layout?.meta;
        const code = place ?? names.map((name) => meta?.codes?.[name]).find(Boolean);
        if (!meta?.link || !code || plot.closest(".st-key-stage")) return; // who presents does not leave by a touch
        const to = new URL(meta.link.replace("{}", encodeURIComponent(code)), document.baseURI);
        const pinned = new URL(location.href).searchParams.get("dv");
        if (pinned) to.searchParams.set("dv", pinned);
        const stays = to.pathname === location.pathname;
        go(to);
        if (!stays) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
      };
      plot.on("plotly_click", ({ points: [point] = [] }) => choose(point?.location, point?.text, point?.data?.name));
      plot.on("plotly_clickannotation", ({ annotation }) => choose(undefined, annotation?.name)); // a tile's own name
    });

  // On a phone no line is broken within "25–65 år" or "100 000", and no dot between two parts begins one. (A pattern here
  // may not look for what does not stand before: Streamlit takes that sign for markup and drops the whole script.)
  const TOGETHER = /[ –](?:(?<=\d–)(?=\d)|(?<=(?:^|\D)\d{1,3} )(?=\d{3}(?!\d))|(?<=\d )(?=(?:år|%)(?!\p{L}))|(?<= )(?=· ))/gu;
  const APART = "svg, script, style, template, pre, code, textarea, [contenteditable]";
  const phone = matchMedia("(max-width: 640px)");
  const hold = (root) => {
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = root.nodeType === 3 ? root : words.nextNode(); node; node = words.nextNode()) {
      if (!/[\d·]/.test(node.data) || node.parentElement?.closest(APART)) continue;
      const held = node.data.replace(TOGETHER, (one) => (one === "–" ? "–\u2060" : "\u00a0"));
      if (held !== node.data) node.data = held;
    }
  };
  new MutationObserver((records) => {
    if (!phone.matches) return;
    for (const { type, target, addedNodes } of records) type === "childList" ? addedNodes.forEach(hold) : hold(target);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  const holdRows = () => document.querySelectorAll(".st-key-results").forEach(hold); // narrow columns on every screen
  const holdAll = () => phone.matches && hold(document.body);
  phone.addEventListener("change", holdAll);
  holdAll();

  // All of this once before the browser paints, however many changes there were.
  const TIDY = [english, chooseFile, placed, showTab, holdRows, ...(window.rusEnglish ? [] : [nameParts])];
  let asked = false;
  const tidy = () => {
    asked = false;
    TIDY.forEach((one) => one());
  };
  new MutationObserver(() => {
    if (!asked) requestAnimationFrame(tidy);
    asked = true;
  }).observe(document.body, {
    childList: true, subtree: true, attributeFilter: ["role", "aria-label", "aria-selected"], // some are given late
  });
  tidy();

  // Streamlit's own words in a list without hits and in its boxes are English: here they are ours.
  const OWN = { "No results": "Inget hittades", "Page not found": "Sidan finns inte", "Connection error": "Ingen förbindelse",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Det finns ingen sida på den adressen. Startsidan visas i stället." };
  const sayOwn = () =>
    document.querySelectorAll('[role="dialog"], [role="listbox"]').forEach((part) => {
      part.querySelectorAll('[aria-label="Close"]').forEach((button) => button.setAttribute("aria-label", "Stäng"));
      const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) if (OWN[words.currentNode.data]) words.currentNode.data = OWN[words.currentNode.data];
    });
  if (!window.rusEnglish) TIDY.push(sayOwn);

  // A presentation: keys press the links that are there, and the browser's full screen follows its beginning and end.
  const TURN = { PageDown: "next", ArrowRight: "next", PageUp: "back", ArrowLeft: "back", Home: "first", Escape: "leave" };
  const turn = (to) => document.querySelector(`.turn a[data-to="${to}"]`);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], [role=dialog]")) return;
    const to = TURN[event.key], link = to && turn(to);
    if (!link) return;
    event.preventDefault();
    if (to === "leave") return link.click();
    const here = Number(new URL(location.href).searchParams.get("bild")) || 1, last = Number(link.parentElement.dataset.last);
    const number = to === "first" ? 1 : Math.min(Math.max(here + (to === "next" ? 1 : -1), 1), last);
    if (number === here) return;
    const next = new URL(link.href, document.baseURI); // the address counts, not the slide: a key pressed twice turns two
    next.searchParams.set("bild", number);
    go(next);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".rus a[data-full], .turn a[data-to=leave], .rus a.away");
    if (!link) return;
    if (link.hasAttribute("data-full")) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  }, true);
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && document.querySelector(".st-key-stage")) turn("leave")?.click();
  });
}

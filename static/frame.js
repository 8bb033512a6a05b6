// What Streamlit can't say for itself: the page's language, the logo's name, and links in our own markup that keep the
// session. A link becomes the same event as the browser's own back button; where this script is missing it just loads.
document.documentElement.lang = window.rusEnglish ? "en" : "sv";

if (!window.rusFrame) {
  window.rusFrame = true;

  const nameLogo = () => {
    const logo = document.querySelector('[data-testid="stLogoLink"]:not([data-named])');
    logo?.setAttribute("aria-label", "Till startsidan");
    logo?.setAttribute("data-named", "");
  };
  const header = document.querySelector('[data-testid="stHeader"]');
  if (header) new MutationObserver(nameLogo).observe(header, { childList: true, subtree: true });
  nameLogo();

  // What is in English is said to be: parts of the page that hold an English document.
  const english = () =>
    document.querySelectorAll('[class*="st-key-english_"]:not([lang])').forEach((part) => part.setAttribute("lang", "en"));
  new MutationObserver(english).observe(document.body, { childList: true, subtree: true });
  english();

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

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".rus a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href, document.baseURI);
    const isPage = to.origin === location.origin && !to.hash && !/\.\w+$/.test(to.pathname) && !link.download;
    if (!isPage || link.target === "_blank" || link.hreflang) return; // another language loads the page anew
    event.preventDefault();
    const stays = to.pathname === location.pathname;
    history.pushState(null, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
    if (!stays) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    else if (link.dataset.keep) focusAgain(link);
  });

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
    history.pushState(null, "", next);
    window.dispatchEvent(new PopStateEvent("popstate"));
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

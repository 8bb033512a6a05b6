// A row of tabs that is drawn anew can be there a moment before its tabs. Then they are shut off, and the browser takes the
// focus from the one that has it. It is given back, unless the reader has gone elsewhere meanwhile.
if (!window.rusFocus) {
  window.rusFocus = true;
  const shut = (tab) => tab.getAttribute("aria-disabled") === "true";
  const giveBack = (tab) => {
    const watch = new MutationObserver(() => {
      if (shut(tab)) return;
      watch.disconnect();
      if (document.activeElement === document.body) tab.focus({ preventScroll: true });
    });
    watch.observe(tab, { attributeFilter: ["aria-disabled"] });
  };
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (relatedTarget || target.getAttribute?.("role") !== "tab") return;
    queueMicrotask(() => shut(target) && giveBack(target)); // the focus goes before it is said to be shut off
  });
}

/* On paper a chart is fitted to a width it was not drawn for, and is light where the screen is dark. */
if (!window.rusPaper) {
  window.rusPaper = true;
  const charts = () => document.querySelectorAll(".svg-container");
  window.addEventListener("beforeprint", () => {
    const app = document.querySelector(".stApp");
    document.documentElement.classList.toggle("rus-dark-paper", !!app && getComputedStyle(app).colorScheme === "dark");
    for (const drawn of charts()) {
      const [width, height] = ["width", "height"].map(side => drawn.querySelector(".main-svg")?.getAttribute(side));
      if (!width || !height) continue;
      drawn.style.setProperty("--rus-shape", `${width} / ${height}`);
      for (const svg of drawn.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const drawn of charts()) for (const svg of drawn.querySelectorAll(".main-svg")) svg.removeAttribute("viewBox");
  });
}

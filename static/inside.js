// On a phone words and values in a chart may begin or end beyond its edge: they are moved until they are inside, but for the
// blanks that hold a value off its mark. Words a little wider than the whole chart are made as wide as it is.
if (!window.rusInside) {
  const narrow = matchMedia("(max-width: 640px)"), LEAST = 0.85;
  const bare = (words) => {
    const text = words.querySelector("text"), box = words.getBoundingClientRect(), said = text?.textContent ?? "";
    const length = (from, to) => (from < to && box.width ? text.getSubStringLength(from, to - from) : 0);
    const before = said.length - said.trimStart().length, end = said.trimEnd().length;
    return [box.left + length(0, before), box.right - length(end, said.length)];
  };
  const fitted = (room, [left, right]) => {
    const size = Math.min(room.width / (right - left), 1);
    const aside = size < 1 ? room.left - left : Math.max(room.left - left, 0) - Math.max(right - room.right, 0);
    return size < LEAST || (size === 1 && Math.abs(aside) <= 1) ? "" : `translateX(${aside}px) scale(${size})`;
  };
  window.rusInside = (plot) => {
    const every = [...plot.querySelectorAll("g.annotation, g.textpoint")];
    for (const words of every) if (words.style.transform) words.style.transform = "";
    if (!narrow.matches) return;
    const room = plot.getBoundingClientRect(), found = every.map((words) => fitted(room, bare(words)));
    found.forEach((transform, n) => {
      if (transform) Object.assign(every[n].style, { transform, transformBox: "fill-box", transformOrigin: "left center" });
    });
  };
}

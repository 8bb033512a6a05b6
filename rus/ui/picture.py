"""A chart as a picture with its title, source and data version: a picture is passed on without the page around it.

The browser puts it together: our words, drawn in our font, over and under the chart's own drawing. Nothing is sent.
What is markup on the page has a drawing of its own (`rus.charts.paper`), made from the same values.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

import streamlit as st

from rus.charts.paper import WIDTH, Drawing
from rus.ui.addresses import static_url
from rus.ui.frame import apart, here, html

TOO_WIDE = "Tabellen är för bred för en bild. Välj färre platser, eller ta den som Excel."
BUTTON = """
<div class="rus"><button type="button" class="save" id="save-%(key)s">Bild (PNG)</button></div>
<script>(() => {
const said = %(said)s, button = document.getElementById("save-%(key)s");
const read = blob => new Promise(done => {
  const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(blob);
});
const image = source => new Promise((done, fail) => {
  const made = new Image(); made.onload = () => done(made); made.onerror = fail; made.src = source;
});
const wrapped = (pen, words, font, width) => {
  pen.font = font;
  return words.split(" ").reduce((lines, word) => {
    const longer = lines.length ? lines[lines.length - 1] + " " + word : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer; else lines.push(word);
    return lines;
  }, []);
};
button.onclick = async () => {
  const plot = said.drawing ? null : document.querySelector(".st-key-%(frame)s .js-plotly-plot");
  if (!plot && !said.drawing) return;
  const made = said.drawing && new DOMParser().parseFromString(said.drawing.svg, "image/svg+xml").documentElement;
  const {width, height} = said.drawing ?? plot.getBoundingClientRect();
  const look = getComputedStyle(document.querySelector(".stApp"));
  const face = "@font-face{font-family:'Hanken Grotesk';font-weight:100 900;src:url(" +
    await read(await (await fetch(said.font)).blob()) + ")}";
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d"), edge = 24, scale = 2;
  const family = "'Hanken Grotesk', 'Segoe UI', system-ui, sans-serif";
  const wide = said.drawing ? width / %(usual)d : 1;
  const parts = [[said.title, 650, 24, 30], [said.subtitle, 400, 15, 21], ["", 0, 0, 12], null, ["", 0, 0, 12],
    [said.source, 400, 14, 20]].map(part => part && {size: part[3] * wide,
    font: `${part[1]} ${part[2] * wide}px ${family}`, words: part[1] && part[0]});
  for (const part of parts) if (part) part.lines = part.words ? wrapped(pen, part.words, part.font, width) : [""];
  const tall = parts.reduce((sum, part) => sum + (part ? part.lines.length * part.size : height), 2 * edge);
  canvas.width = (width + 2 * edge) * scale; canvas.height = tall * scale;
  pen.scale(scale, scale);
  pen.fillStyle = look.backgroundColor; pen.fillRect(0, 0, width + 2 * edge, tall);
  let top = edge;
  for (const part of parts) {
    if (!part) {
      for (const drawn of made ? [made] : plot.querySelectorAll(".main-svg")) {
        const copy = drawn.cloneNode(true), style = document.createElementNS("http://www.w3.org/2000/svg", "style");
        style.textContent = face; copy.prepend(style);
        const text = encodeURIComponent(new XMLSerializer().serializeToString(copy));
        pen.drawImage(await image("data:image/svg+xml;charset=utf-8," + text), edge, top, width, height);
      }
      top += height;
      continue;
    }
    pen.font = part.font; pen.fillStyle = look.color; pen.textBaseline = "top";
    for (const line of part.lines) { pen.fillText(line, edge, top); top += part.size; }
  }
  canvas.toBlob(blob => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob); link.download = said.filename + ".png"; link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
};
})()</script>
"""


@dataclass(frozen=True)
class Said:
    """What stands around a picture, and its file's name without ending."""

    title: str
    subtitle: str
    source: str
    filename: str


def save_button(frame: str, said: Said) -> None:
    """A button that saves the chart of a frame as a PNG; `frame` is the key of the frame (`frame.frame`) that holds it.

    Its first chart is taken.
    """
    _button(frame, f"frame_{frame}", said)


def save_chart(key: str, said: Said) -> None:
    """The same for one chart of several in a frame; `key` is the chart's own."""
    _button(key, key, said)


def save_drawing(key: str, said: Said, drawn: Drawing) -> None:
    """The same for what is markup on the page; `drawn` is sent to the browser, so ask for it only when it is wanted."""
    _button(key, key, said, drawn)


def offer(
    key: str, said: Callable[[], Said], drawn: Callable[[], Drawing | None], *, label: str = "Spara som bild"
) -> None:
    """A place for the picture of what is markup on the page; it is drawn when someone opens the place.

    Args:
        key: unique on the page.
        said: gives what stands around it.
        drawn: gives the picture; None where it would be too wide to read.
        label: on the button, where it stands beside more than the picture shows.
    """
    with apart():
        box = st.popover(label, key=f"{key}_drawn", on_change="rerun", type="tertiary", icon=":material/image:")
        if not box.open:
            return
        with box:
            made = drawn()
            if made:
                save_drawing(key, said(), made)
            else:
                html(f'<p class="note">{TOO_WIDE}</p>')


def _button(key: str, inside: str, said: Said, drawn: Drawing | None = None) -> None:
    made = {**asdict(said), "source": f"{said.source} Dataversion {here().build}.".strip()}
    made |= {"font": static_url("hg-latin.woff2"), "drawing": asdict(drawn) if drawn else None}
    words = json.dumps(made, ensure_ascii=False).replace("<", "\\u003c")
    filled = BUTTON % {"key": key, "frame": inside, "said": words, "usual": WIDTH}
    st.html(filled, width="content", unsafe_allow_javascript=True)

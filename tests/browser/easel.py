"""Draws one chart alone in a browser, with the app's fonts and stylesheet; nothing is asked of any other machine."""

import io
import json
import mimetypes
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import plotly
import plotly.graph_objects as go
from PIL import Image

from rus.core import paths
from rus.ui.chart import config
from tests.charts.examples import GEOMETRY, Drawn

WIDTH = 640
ORIGIN = "http://charts.invalid"
"""Leads nowhere: every request to it is answered here, and any other is refused."""
STATIC = paths.ROOT / "static"
SERVED = {
    "/plotly.min.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
    GEOMETRY: paths.ROOT / "tests" / "region" / "content" / "data" / "reference" / "kommuner.geojson",
}
CLEAR = "html,body{margin:0}.stApp{padding:8px}"
DRAW = """async ([figure, settings]) => {
  const easel = document.querySelector("#easel");
  await Plotly.newPlot(easel, figure.data, figure.layout, {...settings, staticPlot: true});
}"""

TIMES = """async ([first, second, settings]) => {
  const easel = document.body.appendChild(document.createElement("div"));
  const wide = (figure) => ({ ...figure.layout, width: 600 });  // as Streamlit says it
  let times = 1;
  await Plotly.newPlot(easel, first.data, wide(first), settings);
  easel.on("plotly_beforeplot", () => { times += 1; });
  await Plotly.react(easel, second.data, wide(second), settings);
  Plotly.purge(easel);
  easel.remove();
  return times;
}"""


@cache
def sheet() -> str:
    """The empty page: faces as in the app's settings, its stylesheet, and Plotly's script."""
    theme = tomllib.loads((paths.ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    faces = "".join(
        f'@font-face{{font-family:"{face["family"]}";src:url("/{face["url"]}");font-weight:{face["weight"]};'
        f"font-style:{face['style']};unicode-range:{face['unicodeRange']}}}"
        for face in theme["fontFaces"]
    )
    style = f"{faces}{CLEAR}body{{font:400 16px {theme['font']}}}"
    look = (STATIC / "rus.css").read_text(encoding="utf-8")
    script = '<script src="/plotly.min.js"></script>'
    return f"<!doctype html><html lang=sv><meta charset=utf-8><style>{style}{look}</style>{script}<body></body></html>"


class Easel:
    """A page of a browser for one chart after another; `refused` are the requests that went elsewhere."""

    def __init__(self, browser: Any) -> None:
        self.page = browser.new_page(viewport={"width": WIDTH, "height": 900}, device_scale_factor=1)
        self.refused: list[str] = []
        self.page.route("**/*", self._answer)
        self.page.goto(f"{ORIGIN}/")
        self.page.evaluate("Promise.all([400, 650].map(w => document.fonts.load(`${w} 14px 'Hanken Grotesk'`, 'aå€')))")

    def _answer(self, route: Any) -> None:
        asked = route.request.url.removeprefix(ORIGIN)
        name = asked.removeprefix("/app/static/")
        file = SERVED.get(asked) or (STATIC / name if name in {p.name for p in STATIC.iterdir()} else None)
        if asked == "/":
            route.fulfill(body=sheet(), content_type="text/html")
        elif file:
            route.fulfill(path=file, content_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        else:
            self.refused.append(route.request.url)
            route.abort()

    def picture(self, drawn: Drawn, theme: str, *, nudge: float = 0.0) -> Image.Image:
        """The chart as the browser draws it.

        Args:
            drawn: a figure, or markup in the stylesheet's classes.
            theme: `light` or `dark`.
            nudge: pixels to the right and down, to try what another antialiasing gives.
        """
        markup = drawn if isinstance(drawn, str) else ""
        self.page.evaluate(
            """([markup, theme, nudge]) => {
              document.body.innerHTML = `<div class="stApp" style="color-scheme:${theme};background:${
                theme === "dark" ? "#0F171D" : "#fff"};color:${theme === "dark" ? "#E8EEF1" : "#14222C"}">
                <div id="easel"><div class="rus">${markup}</div></div></div>`;
              document.querySelector("#easel").style.transform = nudge ? `translate(${nudge}px,${nudge}px)` : "";
            }""",
            [markup, theme, nudge],
        )
        if not isinstance(drawn, str):
            self.page.evaluate("document.querySelector('#easel').replaceChildren()")
            figure = json.loads(drawn.to_json())
            self.page.evaluate(DRAW, [figure, config("x") | {"topojsonURL": f"{ORIGIN}/app/static/"}])
        self.page.evaluate("document.fonts.ready")
        return Image.open(io.BytesIO(self.page.locator(".stApp").screenshot())).convert("RGB")

    def times_drawn(self, first: go.Figure, second: go.Figure) -> int:
        """How many times Plotly draws when it is given one figure and then, as Streamlit does at once, another."""
        settings = config("x") | {"topojsonURL": f"{ORIGIN}/app/static/"}
        return int(self.page.evaluate(TIMES, [json.loads(first.to_json()), json.loads(second.to_json()), settings]))

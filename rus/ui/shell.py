"""The empty page that every address begins with: Streamlit's, but in our language, with our name, font and stylesheet.

The stylesheet comes once with the page and not with every answer: a third of each message. It stands last in the body,
where it wins over Streamlit's own rules of the same weight. What draws charts is fetched while the server thinks.
"""

import hashlib
import html
import json
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from streamlit import file_util

from rus.core import paths
from rus.ui.addresses import content_hash
from rus.ui.assets import Asset, pack

UNNAMED = "Uppföljning"
NOSCRIPT = {
    "sv": "Sidan behöver JavaScript. Slå på det i webbläsaren och ladda om.",
    "en": "The page needs JavaScript. Turn it on in your browser and reload.",
}
FONT = """<link rel="preload" href="./app/static/hg-latin.woff2" as="font" type="font/woff2" crossorigin />"""
CHANGES = [
    (r'<html lang="en"', '<html lang="{lang}"'),
    (r"<title>.*?</title>", "<title>{title}</title>"),
    (r"<link\s+rel=\"preload\"[^>]*?as=\"font\"[^>]*?>", FONT),
    (r"<!--(?:(?!-->).)*?RFC 8631.*?-->\s*<link rel=\"service-desc\"[^>]*>", ""),
    (r"<noscript>.*?</noscript>", "<noscript><p>{noscript}</p></noscript>"),
    (r"<script\s+type=\"module\"", '{root}{english}<script type="module"'),
    (r"</head>", "{charts}</head>"),
    (r"</body>", '<link rel="stylesheet" href="{sheet}"></body>'),
]
SHEET = "rus.css"
CHARTS = "PlotlyChart.*.js"
# Told where the server's root is, the browser part needs not try `/utforska/_stcore/health` first and log a 404.
ROOT = """<script>window.__streamlit = {{ BACKEND_BASE_URL: window.location.origin + {base} }};</script>"""


def frontend() -> Path:
    """The folder with Streamlit's browser part."""
    return Path(file_util.get_static_dir())


@lru_cache(maxsize=8)
def shell(base: str, english: str = "") -> Asset:
    """The page's bytes, made once per process.

    Args:
        base: The base path with its slash (`/lanet`), or nothing.
        english: The script that makes the page English; nothing for Swedish.
    """
    text = (frontend() / "index.html").read_text(encoding="utf-8")
    lang = "en" if english else "sv"
    words = {
        "title": html.escape(_title()),
        "root": ROOT.format(base=json.dumps(base or "/")),
        "english": english,
        "lang": lang,
        "noscript": NOSCRIPT[lang],
        "charts": "".join(_fetched_early(path.name) for path in (frontend() / "static" / "js").glob(CHARTS)),
        "sheet": f"./app/static/{SHEET}?v={content_hash(paths.ROOT / 'static' / SHEET)}",
    }
    for pattern, replacement in CHANGES:
        found = re.search(pattern, text, re.DOTALL)
        if found:
            text = text[: found.start()] + replacement.format_map(words) + text[found.end() :]
    body = text.encode()
    return pack(body, "text/html; charset=utf-8", hashlib.sha256(body).hexdigest()[:12])


def _fetched_early(name: str) -> str:
    return f'<link rel="modulepreload" crossorigin href="./static/js/{html.escape(name)}">'


def _title() -> str:
    """What the tab says until the page itself has set its title."""
    try:
        place = tomllib.loads((paths.reference() / "place.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return UNNAMED  # the page says what is wrong
    return f"{UNNAMED} · {place['short']}" if place.get("short") else UNNAMED

"""The empty page that every address begins with: Streamlit's, but in our language and with our name and font."""

import hashlib
import html
import json
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from streamlit import file_util

from rus.core import paths
from rus.ui.assets import Asset, pack

UNNAMED = "Uppföljning"
NOSCRIPT = """<noscript><p>Sidan behöver JavaScript. Slå på det i webbläsaren och ladda om.</p></noscript>"""
FONT = """<link rel="preload" href="./app/static/hg-latin.woff2" as="font" type="font/woff2" crossorigin />"""
CHANGES = [
    (r'<html lang="en"', '<html lang="{lang}"'),
    (r"<title>.*?</title>", "<title>{title}</title>"),
    (r"<link\s+rel=\"preload\"[^>]*?as=\"font\"[^>]*?>", FONT),
    (r"<!--(?:(?!-->).)*?RFC 8631.*?-->\s*<link rel=\"service-desc\"[^>]*>", ""),
    (r"<noscript>.*?</noscript>", NOSCRIPT),
    (r"<script\s+type=\"module\"", '{root}{english}<script type="module"'),
]
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
    root = ROOT.format(base=json.dumps(base or "/"))
    words = {"title": html.escape(_title()), "root": root, "english": english, "lang": "en" if english else "sv"}
    for pattern, replacement in CHANGES:
        found = re.search(pattern, text, re.DOTALL)
        if found:
            text = text[: found.start()] + replacement.format_map(words) + text[found.end() :]
    body = text.encode()
    return pack(body, "text/html; charset=utf-8", hashlib.sha256(body).hexdigest()[:12])


def _title() -> str:
    """What the tab says until the page itself has set its title."""
    try:
        place = tomllib.loads((paths.reference() / "place.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return UNNAMED  # the page says what is wrong
    return f"{UNNAMED} · {place['short']}" if place.get("short") else UNNAMED

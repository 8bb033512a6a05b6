"""The site: which pages there are, how they are dressed, and how trouble is told."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from functools import lru_cache
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.scriptrunner import get_script_run_ctx

from rus.catalogue.catalogue import Catalogue
from rus.core import paths
from rus.core.errors import CatalogueError, RusError
from rus.ui.addresses import content_hash
from rus.ui.opening import OURS

PAGES = paths.ROOT / "pages"
STATIC = paths.ROOT / "static"
LATER = (
    ("explore.py", "utforska", "Utforska"),
    ("profile.py", "kommuner", "Kommuner"),
    ("goals.py", "malstatus", "Målstatus"),
    ("equality.py", "jamlikhet", "Jämlikhet"),
    ("project.py", "projekt", "Projekt"),
    ("present.py", "presentera", "Presentera"),
    ("report.py", "rapport", "Rapport"),
    ("indicators.py", "indikatorer", "Indikatorkatalog"),
    ("quality.py", "data-och-kvalitet", "Data & kvalitet"),
    ("views.py", "vyer", "Sparade vyer"),
    ("followup.py", "gemensam-uppfoljning", "Gemensam uppföljning"),
    ("charts.py", "diagramguide", "Diagramguide"),
    ("about.py", "om", "Om"),
)
MORE = ("rapport", "vyer", "gemensam-uppfoljning", "indikatorer", "data-och-kvalitet", "diagramguide", "om")
"""Addresses that stand under "Mer", in that order."""
SCRIPTS = ("inside.js", "frame.js", "focus.js", "print.js")
log = logging.getLogger(__name__)


def pages(catalogue: Catalogue | None) -> dict[str, Page]:
    """The pages by address, in the order of the navigation; without a catalogue there are no challenge pages."""
    challenges = tuple((challenge.id, challenge.name) for challenge in (catalogue.challenges if catalogue else []))
    return {address: copy(page) for address, page in _pages(challenges, get_script_run_ctx() is not None).items()}


@lru_cache(maxsize=8)
def _pages(challenges: tuple[tuple[str, str], ...], _in_a_run: bool) -> dict[str, Page]:  # noqa: FBT001  # a key
    """The same, made once, since each looks for its file; a run marks the one that it shows, so it takes copies."""
    found = {"": st.Page(PAGES / "start.py", title="Läget i länet", url_path="", default=True)}
    for identity, name in challenges:
        found[identity] = st.Page(PAGES / "challenge.py", title=name, url_path=identity)
    for script, address, title in LATER:
        if (PAGES / script).exists():
            found[address] = st.Page(PAGES / script, title=title, url_path=address)
    return found


def menu(pages: Mapping[str, Page]) -> dict[str, list[Page]]:
    """The pages as the navigation shows them: most of them side by side, the rest under a word of their own."""
    more = [pages[address] for address in MORE if address in pages]
    if len(more) <= 1:
        return {"": list(pages.values())}
    return {"": [page for address, page in pages.items() if address not in MORE], "Mer": more}


def dress(title: str, catalogue: Catalogue | None) -> None:
    """Title of the tab, icon, stylesheet, logo, and the script that speaks for the page."""
    place = catalogue.here.short if catalogue else ""
    st.set_page_config(
        page_title=f"{title} – {place}" if place else title, page_icon=str(STATIC / "icon.svg"), layout="wide"
    )
    st.logo(str(STATIC / ("logo-dark.svg" if is_dark() else "logo-light.svg")), size="medium")
    name = place.replace("\\", "").replace('"', "").replace("<", "")
    scheme = "dark" if is_dark() else "light"  # popovers lie outside the part of the page that knows its theme
    floating = f'[data-testid="stPopoverBody"],[data-testid="stDialog"]{{color-scheme:{scheme}}}'
    sheet = "" if OURS.is_set() else static("rus.css")
    st.html(f'<style>{sheet}.stApp{{--rus-place:"{name}"}}{floating}</style>')
    with st.container(key="hidden_script"):
        st.html(f"<script>{''.join(static(name) for name in SCRIPTS)}</script>", unsafe_allow_javascript=True)


def is_dark() -> bool:
    """Whether the reader sees the dark theme."""
    return st.context.theme.type == "dark"


def theme() -> str:
    """`dark` or `light`, as charts want it."""
    return "dark" if is_dark() else "light"


def static(name: str) -> str:
    """The text of one of our own files in `static/`."""
    path = STATIC / name
    return _read(path, content_hash(path))


@lru_cache(maxsize=4)
def _read(path: Path, _hash: str) -> str:
    return path.read_text(encoding="utf-8")


def show_trouble(error: RusError) -> None:
    """What is wrong and what to do, in a few lines."""
    if isinstance(error, CatalogueError):
        st.error("Filerna nedan har fel, så det här går inte att visa. Rätta felen och ladda om sidan.")
        lines = "".join(f"<li>{escape(problem)}</li>" for problem in error.problems)
        st.html(f'<div class="rus"><ul class="points">{lines}</ul></div>')
    else:
        st.error(str(error))


@contextmanager
def errors_shown() -> Iterator[None]:
    """The one place where errors become words on the page; what nobody foresaw goes to the log as well."""
    try:
        yield
    except RusError as error:
        show_trouble(error)
    except Exception:
        log.exception("A page failed")
        st.error("Sidan gick inte att visa. Ladda om den. Händer det igen står felet i serverns logg.")

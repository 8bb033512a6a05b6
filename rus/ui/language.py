"""Which language a page is read in: the switch in its foot, the note at its top, and a friendly word on any other."""

from urllib.parse import urlencode

import streamlit as st

from rus.ui import address, pickers
from rus.ui.english import LANGUAGES
from rus.views.choice import Choice

NOTE = "Names of indicators, goals and written analyses are in Swedish."
SWITCH = {"sv": ("en", "In English"), "en": ("sv", "På svenska")}


def current() -> str:
    """`sv` or `en`, as the address says; Swedish where it says something else."""
    asked = address.private("lang")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def top() -> None:
    """What a page begins with: in English, what is not; in both, that a language does not exist."""
    asked = address.private("lang")
    if asked and asked not in LANGUAGES:
        pickers.say_dropped(Choice(dropped=(f"lang={asked}",)))
    if current() == "en":
        with st.container(key="english_note"):
            st.html(f'<div class="rus"><p class="lang">{NOTE}</p></div>')


def switch() -> str:
    """A link to the same page in the other language, as markup. It loads the page anew: the script goes with it."""
    other, words = SWITCH[current()]
    parts = {key: st.query_params[key] for key in st.query_params if key != "lang"}
    query = urlencode({**parts, **({"lang": other} if other != LANGUAGES[0] else {})}, safe=",").replace("&", "&amp;")
    return f'<a href="?{query}" hreflang="{other}" lang="{other}">{words}</a>'

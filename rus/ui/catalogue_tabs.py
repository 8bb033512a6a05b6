"""The tabs of Indikatorkatalog, in their order, and what an address may say of them."""

from collections.abc import Callable, Collection

import streamlit as st

from rus.ui import alike, cached, catalogue, frame, pickers, review
from rus.views.catalogue_list import TRAITS, effektmal
from rus.views.choice import Choice
from rus.views.quality import areas
from rus.views.redundancy import BASES

TABS: dict[str, Callable[[], None]] = {
    "Katalog": catalogue.show,
    "Översyn": review.show,
    "Liknande mått": alike.show,
}
"""Title of each tab → what draws it."""
LONGEST = 60


def say_dropped() -> None:
    """Name what the address asks for that does not exist; the widgets themselves then show their defaults."""
    here = cached.catalogue(frame.here().build)
    inside = areas(here).values()
    known: dict[str, Collection[str]] = {
        "kat_flik": TABS,
        "kat_inom": inside,
        "kat_omr": inside,
        "kat_mal": effektmal(here).values(),
        "kat_har": TRAITS.values(),
        "kat_bas": BASES.values(),
    }
    asked = ((key, value) for key in known for value in st.query_params.get_all(key))
    strange = [f"{key}={value[:LONGEST]}" for key, value in asked if value and value not in known[key]]
    pickers.say_dropped(Choice(dropped=tuple(part.replace("`", "'") for part in strange)))

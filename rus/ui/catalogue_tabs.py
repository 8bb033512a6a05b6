"""The tabs of Indikatorkatalog, in their order, and what an address may say of them."""

from collections.abc import Callable, Mapping

from rus.ui import alike, cached, catalogue, frame, page_choice, pickers, review
from rus.ui.copy_here import copy_here
from rus.views.catalogue_list import TRAITS, effektmal
from rus.views.quality import areas
from rus.views.redundancy import BASES

TABS: dict[str, Callable[[], None]] = {
    "Katalog": catalogue.show,
    "Översyn": review.show,
    "Liknande mått": alike.show,
}
"""Title of each tab → what draws it."""
KEYS = ("kat_flik", "kat_sok", "kat_inom", "kat_mal", "kat_har", "kat_bas", "kat_omr", "kat_fler")


def copy_link() -> None:
    """The address of what is on show, with the data version, so that it shows the same later."""
    copy_here(*KEYS, "kat_ind")


def say_dropped() -> None:
    """Name what the address asks for that does not exist; the widgets themselves then show their defaults."""
    here = cached.catalogue(frame.here().build)
    inside = areas(here)
    known: dict[str, Mapping[str, str]] = {
        "kat_inom": inside,
        "kat_omr": inside,
        "kat_mal": effektmal(here),
        "kat_har": TRAITS,
        "kat_bas": BASES,
    }
    pickers.say_strange([part for key, options in known.items() for part in page_choice.strange(key, options)])

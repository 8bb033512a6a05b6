"""The tabs of Indikatorkatalog, in their order."""

from collections.abc import Callable

from rus.ui import alike, catalogue, review

TABS: dict[str, Callable[[], None]] = {
    "Katalog": catalogue.show,
    "Översyn": review.show,
    "Liknande mått": alike.show,
}
"""Title of each tab → what draws it."""

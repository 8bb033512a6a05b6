"""The tabs of Data & kvalitet, in their order."""

from collections.abc import Callable

from rus.ui import quality, quality_fresh

TABS: dict[str, Callable[[], None]] = {
    "Aktualitet": quality_fresh.fresh,
    "Täckning": quality.reach,
    "Hämtningar": quality.fetches,
    "Brott och avrundningar": quality.breaks,
}
"""Title of each tab → what draws it."""

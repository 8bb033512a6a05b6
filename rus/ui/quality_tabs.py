"""The tabs of Data & kvalitet, in their order."""

from collections.abc import Callable

from rus.ui import quality, quality_changes, quality_fresh

TABS: dict[str, Callable[[], None]] = {
    "Nytt sedan sist": quality_changes.new,
    "Aktualitet": quality_fresh.fresh,
    "Täckning": quality.reach,
    "Kontroller": quality.checks,
    "Hämtningar": quality.fetches,
    "Brott och avrundningar": quality.breaks,
}
"""Title of each tab → what draws it."""

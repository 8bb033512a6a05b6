"""The tabs of Data & kvalitet, in their order."""

from collections.abc import Callable

from rus.ui import cached, quality, quality_changes, quality_fresh
from rus.views.quality_changes import since_options

NEW, AGE = "Nytt sedan sist", "Aktualitet"

TABS: dict[str, Callable[[], None]] = {
    NEW: quality_changes.new,
    AGE: quality_fresh.fresh,
    "Täckning": quality.reach,
    "Kontroller": quality.checks,
    "Hämtningar": quality.fetches,
    "Brott och avrundningar": quality.breaks,
}
"""Title of each tab → what draws it."""
TAB = "kv_flik"
KEYS = ("kv_sedan", "kv_aktuellt", quality_fresh.STATE, "kv_tackning", "kv_kontroller", "kv_brott")
"""What the address may say of what stands within them."""


def first_tab() -> str:
    """The one to begin with: what is new, or where nothing has been fetched yet, how old the figures are."""
    return NEW if cached.shared(since_options, cached.newest()) else AGE

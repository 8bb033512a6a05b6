"""A ranking's or a map's sheet: the rows with their rank and what their uncertainty leaves open, as in the table."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from rus.catalogue.indicator import Indicator
from rus.views.place import Place
from rus.views.places import Places
from rus.views.sheet import ADDED, Sheet
from rus.views.table import margin_name

Cells = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
RANKS = {"rank": "Plats", "rank_first": "Plats, tidigast", "rank_last": "Plats, senast"}
BEST = {"higher": "högsta värdet", "lower": "lägsta värdet", "neutral": "högsta värdet"}
OPEN = "Tidigast och senast är de platser som osäkerheten lämnar öppna."


def with_places(sheet: Sheet, places: Places, indicator: Indicator) -> Sheet:
    """The sheet with columns for ranks, and for the limits where any place has them.

    Args:
        sheet: of `places.rows`, one row a region.
        places: what the chart shows; a region that is not ranked has empty cells.
        indicator: whose figures they are.
    """
    found = {place.code: place for place in places.shown}
    known = [found.get(str(code)) for code in sheet.rows["region"]]
    margin, about = margin_name(indicator), list(sheet.about)
    headers: dict[str, str] = {}
    added: dict[str, Cells] = {}
    if places.unsure:
        headers |= {"limit_lower": f"{margin}, nedre", "limit_upper": f"{margin}, övre"}
        added |= {"limit_lower": _cells(known, lambda place: place.lower)}
        added |= {"limit_upper": _cells(known, lambda place: place.upper)}
    if places.ranked > 1:
        headers |= RANKS
        added |= {"rank": _cells(known, lambda place: place.rank)}
        added |= {"rank_first": _cells(known, lambda place: place.ranks[0])}
        added |= {"rank_last": _cells(known, lambda place: place.ranks[1])}
        said = f"Bland {places.ranked} med uppgift; plats 1 har det {BEST[indicator.better]}."
        about.append(("Plats", f"{said} {OPEN}" if places.unsure else said))
    before = {name: header for name, header in sheet.columns.items() if name not in ADDED}
    return replace(sheet, rows=sheet.rows.assign(**added), columns=before | headers | ADDED, about=about)


def _cells(known: Sequence[Place | None], of: Callable[[Place], float | None]) -> Cells:
    return np.array([of(place) if place else None for place in known], dtype=np.float64)  # None becomes NaN

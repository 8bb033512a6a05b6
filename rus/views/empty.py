"""Why there is nothing to show, and what one can do."""

from dataclasses import dataclass

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import STATUS_WORDS, listing, years
from rus.views.available import Available
from rus.views.choice import MANY_CHARTS, Choice
from rus.views.pictures import within
from rus.views.places import LEVEL_WORDS, Places

OTHER_INDICATOR = "Välj ett annat mått i listan."
OTHER_CHART = "Välj Linje eller Tabell, eller ett annat mått."
WORDS = {"karta": "kartan", "rangordning": "rangordningen", "spridning": "spridningen"}


@dataclass(frozen=True)
class Empty:
    """What is missing, why, and what to do: three sentences."""

    what: str
    why: str
    do: str

    @classmethod
    def of_places(cls, places: Places, chart: str) -> "Empty | None":
        """Why a map or ranking can't be shown; None where it can."""
        word = WORDS[chart]
        if not places.shown:
            return cls(f"Inga siffror för {word}", "Ingen plats har en uppgift i det här urvalet.", OTHER_CHART)
        if chart == "karta" and not places.complete:
            do = "Välj Rangordning, som visar de platser som har uppgift, eller ett annat år."
            return cls("Kartan visas bara när alla platser har uppgift", places.why_incomplete(), do)
        if chart == "spridning" and not places.everyone:
            why = f"Bara {places.ranked} av alla {LEVEL_WORDS[places.scope]} har uppgift {places.period}."
            do = "Välj Rangordning, som visar de platser som har uppgift, eller ett annat år."
            return cls("Spridningen visas bara när alla platser har uppgift", why, do)
        return None


def why_empty(
    catalogue: Catalogue, indicator: Indicator, choice: Choice, rows: pd.DataFrame, options: Available
) -> Empty | None:
    """Why this choice has no figures; None where it has.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        choice: the choice, moved to what exists.
        rows: all years of what was chosen, comparison included.
        options: what exists.
    """
    if not any(not group.reason for group in options.groups):
        why = indicator.missing or "Källan är angiven men inga siffror är hämtade ännu."
        return Empty(f"{indicator.short}: önskat mått, data saknas", why, OTHER_INDICATOR)
    group = options.group(choice.group)
    if group and group.reason:
        return Empty(f"Inga siffror för gruppen {group.label}", group.reason, "Välj en annan grupp.")
    chart = next(option for option in options.charts if option.id == choice.chart)
    if chart.reason:
        return Empty(f"{chart.label} går inte att visa för det här måttet", chart.reason, OTHER_CHART)
    if choice.chart in MANY_CHARTS:
        return None
    ours = rows[rows["region"].isin(choice.regions) & rows["value"].notna()]
    if not len(ours):
        places = listing(catalogue.name(code) for code in choice.regions)
        do = f"Lägg till {catalogue.here.name} eller en annan plats under Geografi."
        return Empty(f"Inga siffror för {places}", _why_none(rows[rows["region"].isin(choice.regions)]), do)
    if not len(within(ours, choice.years)):
        span = years(int(ours["year"].min()), int(ours["year"].max()))
        chosen = years(*choice.years) if choice.years else ""
        return Empty(f"Inga siffror för {chosen}", f"Uppgifter finns för {span}.", "Ändra åren.")
    return None


def _why_none(rows: pd.DataFrame) -> str:
    """The source's own reason where it gave one, of rows without a value."""
    if len(rows) and (rows["status"] == "skyddad").all():
        return f"Källan visar inte siffrorna: {STATUS_WORDS['skyddad']}."
    return "Källan har inga uppgifter för de valda platserna."

"""What an indicator is judged by at a review, as far as the figures can tell; the rest is for people."""

from dataclasses import dataclass
from datetime import date

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.store.periods import read_period
from rus.texts.kinds import CRITERIA
from rus.views.known import Known
from rus.views.sheet import period_in_words

MARKS = {2: "Ja", 1: "Delvis", 0: "Nej"}
FRESH, OLD = 24, 48
"""Months since the newest period ended, up to which figures are fresh, and up to which they are of some use."""
ENOUGH = 8
"""Years since the last break that a trend should have."""
FEW, SMALL = 5, 100
"""Years below which there is no trend; people or things below which chance is large."""
NO_FIGURES = "Det finns inga siffror här ännu"


@dataclass(frozen=True)
class Score:
    """How a criterion is met: 2 yes, 1 partly, 0 no, None where only people can tell; and why, in a line."""

    value: int | None
    reason: str


def scores(catalogue: Catalogue, indicator: Indicator, found: Known | None, today: date) -> dict[str, Score]:
    """The criteria in their order, those filled that the figures can tell.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        found: what the figures know of it; None where there are none.
        today: the day to count the lag from.
    """
    if found is None:
        told = dict.fromkeys(("aktualitet", "kon", "kommun", "robust"), Score(None, NO_FIGURES))
    else:
        told = {
            "aktualitet": _fresh(indicator, found, today),
            "kon": _sex(indicator, found),
            "kommun": _places(catalogue, indicator, found),
            "robust": _robust(indicator, found),
        }
    return {criterion: told.get(criterion, Score(None, "")) for criterion in CRITERIA}


def age(found: Known, today: date) -> int | None:
    """Whole months since the newest period ended; None where the period can't be read."""
    period = read_period(found.newest)
    if period is None:
        return None
    return (today.year - period.last_day.year) * 12 + today.month - period.last_day.month


def _fresh(indicator: Indicator, found: Known, today: date) -> Score:
    months = age(found, today)
    if months is None:
        return Score(None, "Perioden går inte att räkna med")
    slack = max(0, indicator.freshness.step_months - 12) if indicator.freshness else 0
    value = 2 if months <= FRESH + slack else 1 if months <= OLD + slack else 0
    ended = f"slutade för {months} månader sedan" if months > 0 else "pågår eller har just slutat"
    return Score(value, f"Senaste perioden, {period_in_words(found.newest)}, {ended}")


def _sex(indicator: Indicator, found: Known) -> Score:
    if {"women", "men"} <= found.sexes:
        return Score(2, "Kvinnor och män redovisas")
    waits = next((wait.reason for wait in indicator.waits if wait.ground in {"sex", "kon", "kön"}), "")
    if waits or any({"women", "men"} <= set(s.sexes) for s in indicator.series if s.role == "value" and s.live):
        return Score(1, waits or "Källan har uppgiften, men den är inte hämtad")
    return Score(0, "Källan redovisar inte kvinnor och män")


def _places(catalogue: Catalogue, indicator: Indicator, found: Known) -> Score:
    every = len(catalogue.kommuner())
    if found.ours >= every > 0:
        return Score(2, f"Alla {every} kommuner har uppgift" if every > 1 else "Länets enda kommun har uppgift")
    if found.ours:
        return Score(1, f"{found.ours} av {every} kommuner har uppgift")
    publishes = "kommun" not in indicator.traits.not_for
    return Score(0, "Ingen kommun har uppgift" if publishes else "Källan publicerar inte måttet för kommuner")


def _robust(indicator: Indicator, found: Known) -> Score:
    traits = indicator.traits
    since = f" sedan brottet {indicator.last_break}" if indicator.last_break else ""
    weak = [f"bara {found.points} år{since}"] if found.points < ENOUGH else []
    weak += ["bygger på få händelser"] if traits.small_numbers else []
    if found.least_n is not None and found.least_n < SMALL:
        weak += [f"minsta kommunen bygger på {number(found.least_n)}"]
    weak += ["enkät utan felmarginal"] if traits.survey and not _margin(indicator) else []
    if not weak:
        return Score(2, f"{found.points} år{since}, inga kända svagheter")
    value = 0 if found.points < FEW or len(weak) > 1 else 1
    words = "; ".join(weak)
    return Score(value, f"{words[:1].upper()}{words[1:]}")


def _margin(indicator: Indicator) -> bool:
    return any(series.role in {"lower", "upper", "margin"} for series in indicator.series)

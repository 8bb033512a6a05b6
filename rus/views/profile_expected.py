"""Where a kommun is not where kommuner built alike would be: all measures tested together."""

from dataclasses import dataclass

from rus.analysis.expected import Expectation
from rus.analysis.multiplicity import RATE, adjusted
from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.profile_board import Board, Spine
from rus.views.status import StatusWord

WORDS = {"above": "Högre än väntat", "below": "Lägre än väntat"}
NOT_KOMMUN = "Väntat värde räknas för en kommun i taget, inte för en länsdel."
NO_MEASURES = "Inget mått har siffror som kan jämföras mellan kommuner."
METHOD = (
    "Det väntade värdet räknas ur hur kommunen är uppbyggd, med alla andra kommuner som förlaga. Alla mått prövas "
    "samtidigt: högst 5 procent av listan kan väntas bero på slumpen (Benjamini–Hochberg). Det är inget betyg och "
    "säger inget om orsaker."
)


@dataclass(frozen=True)
class Deviation:
    """A measure in which the kommun is certainly off what could be expected, and how that is to be read."""

    spine: Spine
    found: Expectation
    q: float
    status: StatusWord


@dataclass(frozen=True)
class Deviations:
    """The certain ones, most unusual first; how many were tested, and why none could be where that is so."""

    found: tuple[Deviation, ...]
    tested: int
    reason: str = ""


def deviations(store: Store, catalogue: Catalogue, built: Board, place: str) -> Deviations:  # noqa: ARG001  # the shape of a cached view
    """All measures of one kommun (its code) against the expectation; none of a länsdel."""
    if place not in catalogue.regions:
        return Deviations((), 0, NOT_KOMMUN)
    asked = _asked(built, place)
    qs = adjusted([made.p for _, made in asked])
    sure = [(q, *one) for q, one in zip(qs, asked, strict=True) if q is not None and q <= RATE]
    sure.sort(key=lambda one: -abs(one[2].standardised or 0.0))
    found = tuple(Deviation(spine, made, q, _status(spine, made)) for q, spine, made in sure)
    tested = sum(q is not None for q in qs)
    why = "" if tested else next((made.reason for _, made in asked if made.reason), NO_MEASURES)
    return Deviations(found, tested, why)


def _asked(built: Board, place: str) -> list[tuple[Spine, Expectation]]:
    """Each measure once: some stand in the catalogue both alone and as a part of another."""
    seen: set[tuple[float | None, float | None]] = set()
    found = []
    for spine in built.one:
        made = built.models[spine.indicator.id].of(place) if spine.rate else None
        if made is None or (made.expected is not None and (made.observed, made.expected) in seen):
            continue
        seen.add((made.observed, made.expected))
        found.append((spine, made))
    return found


def _status(spine: Spine, made: Expectation) -> StatusWord:
    words = WORDS.get(made.verdict, "Annat än väntat")
    if spine.indicator.better == "neutral":
        return StatusWord(made.verdict, words, "eq")
    good = (made.verdict == "above") == (spine.indicator.better == "higher")
    return StatusWord(made.verdict, words, "good" if good else "bad")
